/** Signing, time stamps and validation: the narrow API, the RFC 3161 client, Signador and Validador. */
@SuppressWarnings("module") // cat.eset.signature.dss, to which one package is opened, is compiled after this one
module cat.eset.signature {
    requires static transitive org.jspecify;
    requires transitive cat.eset.core;
    requires transitive cat.eset.transport;
    requires transitive cat.eset.endpoint;
    requires com.fasterxml.jackson.core;
    requires java.naming;
    requires java.xml.crypto;
    requires java.xml;
    requires org.slf4j;

    exports cat.eset.signature;
    exports cat.eset.signature.gateway;
    exports cat.eset.signature.internal.xml to
            cat.eset.signature.dss;
    exports cat.eset.signature.signador;
    exports cat.eset.signature.timestamp;
    exports cat.eset.signature.validador;
    exports cat.eset.signature.validation;
}
