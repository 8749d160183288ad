package cat.eset.signature.validador;

import java.util.List;

/** Names of certificate attributes that can be asked for (validador 5.1); others may exist. */
public final class CertificateAttributes {

    private static final String PSIS = "urn:catcert:psis:certificateAttributes:";
    private static final String XSS = "urn:oasis:names:tc:dss:1.0:profiles:XSS:certificateAttributes:";

    /** NIF of the person who has the key. */
    public static final String KEY_OWNER_NIF = PSIS + "KeyOwnerNIF";
    /** Identity number of a legal entity. */
    public static final String LEGAL_ENTITY_CIF = PSIS + "LegalEntityCIF";
    /** Identity number of the body that the person is tied to. */
    public static final String LINKED_COMPANY_CIF = PSIS + "VinculatedCompanyCIF";
    /** Name of the body that the person is tied to. */
    public static final String LINKED_COMPANY_NAME = PSIS + "VinculatedCompanyName";
    /** Post. */
    public static final String TITLE = PSIS + "Title";
    /** Department. */
    public static final String DEPARTMENT = PSIS + "Department";
    /** Kind of certificate, in words. */
    public static final String CERTIFICATE_TYPE = PSIS + "CertificateType";
    /** Level by which AOC classifies it; 3 and 4 were seen. */
    public static final String CLASSIFICATION_LEVEL = PSIS + "ClassificationLevel";
    /** Issuer. */
    public static final String ISSUER = PSIS + "issuerCA";
    /** Serial number. */
    public static final String SERIAL_NUMBER = XSS + "SerialNumber";
    /** Certificate policies. */
    public static final String POLICIES = XSS + "CertificatePolicies";
    /** Key usages. */
    public static final String KEY_USAGES = XSS + "KeyUsages";
    /** E-mail. */
    public static final String EMAIL = XSS + "SubjectEmail";
    /** Common name. */
    public static final String COMMON_NAME = XSS + "SubjectDistinguishedName:commonName";
    /** Given name. */
    public static final String GIVEN_NAME = XSS + "SubjectDistinguishedName:givenName";
    /** Surnames. */
    public static final String SURNAME = XSS + "SubjectDistinguishedName:surname";
    /** Organisation. */
    public static final String ORGANISATION = XSS + "SubjectDistinguishedName:organizationName";

    private CertificateAttributes() {}

    /** What a town hall needs to know of a signer. */
    public static List<String> municipal() {
        return List.of(
                KEY_OWNER_NIF,
                LEGAL_ENTITY_CIF,
                LINKED_COMPANY_CIF,
                LINKED_COMPANY_NAME,
                COMMON_NAME,
                GIVEN_NAME,
                SURNAME,
                ORGANISATION,
                TITLE,
                DEPARTMENT,
                EMAIL,
                CERTIFICATE_TYPE,
                CLASSIFICATION_LEVEL,
                ISSUER,
                POLICIES,
                KEY_USAGES,
                SERIAL_NUMBER);
    }
}
