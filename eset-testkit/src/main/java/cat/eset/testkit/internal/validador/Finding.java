package cat.eset.testkit.internal.validador;

/**
 * A result as contract 5 writes it.
 *
 * @param major end of the major URN
 * @param minor the minor URN after {@code urn:oasis:names:tc:dss:1.0:}; empty: none
 */
record Finding(String major, String minor) {

    private static final String CERTIFICATE = "profiles:XSS:resultminor:";

    static final Finding ON_ALL_DOCUMENTS = success("resultminor:valid:signature:onAllDocuments");
    static final Finding NOT_ALL_DOCUMENTS = success("resultminor:valid:signature:NotAllDocumentsReferenced");
    static final Finding INCORRECT = success("resultminor:invalid:IncorrectSignature");
    static final Finding NOT_PARSEABLE = new Finding("RequesterError", "resultminor:NotParseableXMLDocument");
    static final Finding NOT_PRESENT = new Finding("RequesterError", "resultminor:ReferencedDocumentNotPresent");
    static final Finding NO_KEY = new Finding("RequesterError", "resultminor:KeyInfoNotProvided");
    static final Finding UNSUITABLE = new Finding("RequesterError", "resultminor:Inappropriate:signature");

    static final Finding DEFINITIVE = success(CERTIFICATE + "valid:certificate:Definitive");
    static final Finding EXPIRED = success(CERTIFICATE + "invalid:certificate:Expired");
    static final Finding REVOKED = success(CERTIFICATE + "invalid:certificate:Revoked");
    static final Finding NO_PATH = success(CERTIFICATE + "unknown:certificate:Status_NoCertificatePathFound");

    private static Finding success(String minor) {
        return new Finding("Success", minor);
    }

    boolean isValid() {
        return equals(ON_ALL_DOCUMENTS) || equals(DEFINITIVE);
    }
}
