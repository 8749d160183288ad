/** Local AdES signing and validation by EU DSS on Bouncy Castle and PDFBox. */
module cat.eset.signature.dss {
    requires static transitive org.jspecify;
    requires transitive cat.eset.signature;
    requires jakarta.xml.bind;
    requires java.desktop;
    requires java.xml;
    requires java.xml.crypto;
    requires jpms_dss_alert;
    requires jpms_dss_asic_common;
    requires jpms_dss_asic_xades;
    requires jpms_dss_cades;
    requires jpms_dss_cms;
    requires jpms_dss_cms_object;
    requires jpms_dss_detailed_report;
    requires jpms_dss_diagnostic_data;
    requires jpms_dss_document;
    requires jpms_dss_enumerations;
    requires jpms_dss_jaxb_parsers;
    requires jpms_dss_model;
    requires jpms_dss_pades;
    requires jpms_dss_pades_pdfbox;
    requires jpms_dss_policy;
    requires jpms_dss_service;
    requires jpms_dss_simple_report;
    requires jpms_dss_specs_trusted_list;
    requires jpms_dss_spi;
    requires jpms_dss_tsl_validation;
    requires jpms_dss_utils;
    requires jpms_dss_validation;
    requires jpms_dss_xades;
    requires jpms_dss_xml;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires org.bouncycastle.util;
    requires org.slf4j;

    exports cat.eset.signature.dss;
}
