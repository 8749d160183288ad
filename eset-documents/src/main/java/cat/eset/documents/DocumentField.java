package cat.eset.documents;

import cat.eset.core.InvalidValueException;

/**
 * What a document in DESA'L says about itself beside its name, title and date (contract desal 4.3). Codes are not checked here: their lists are
 * those of DESA'L. Fields of the complete model are refused by services that have the basic one.
 */
public enum DocumentField {
    /** Name for people. */
    TITLE("nomNatural", "nomNatural", 500),
    /** Number of the registry entry it belongs to. */
    REGISTRY_NUMBER("numeroRegistre", "numeroRegistre", 100),
    /** Secure verification code: unique, generated if absent, never changed. */
    CSV("csv", "CSV", 100),
    /** Who stored it; only when it is created. */
    USER("usuari", "usuari", 250),
    /** Expedient of DESA'L it is in. */
    EXPEDIENT("identificadorExpedientDesal", "identificadorExpedientDesal", 100),
    /** Expedient elsewhere; not looked at by DESA'L. */
    EXTERNAL_EXPEDIENT("identificadorExpedientExtern", "identificadorExpedientExtern", 100),
    /** Complete model: state of elaboration, {@code EE01} to {@code EE04} or {@code EE99}. */
    ELABORATION("estatElaboracio", "estatElaboracio", 4),
    /** Complete model: {@code true} made by the administration, {@code false} by a citizen. */
    FROM_ADMINISTRATION("origen", "origen", 5),
    /** Complete model: type of document, {@code TD01} and so on. */
    TYPE("tipusDocumental", "tipusDocumental", 10),
    /** Complete model: type of signature, {@code TF01} to {@code TF07} or {@code TF99}. */
    SIGNATURE_TYPE("tipusSignatura", "tipusSignatura", 4),
    /** Complete model: code of the signature, with {@code TF01}. */
    SIGNATURE_CSV("cSVSignatura", "CSVSignatura", 100),
    /** Complete model: the rule by which the code of the signature is made, with {@code TF01}. */
    SIGNATURE_CSV_RULE("regulacioGeneracioCSVSignatura", "regulacioGeneracioCSVSignatura", 500),
    /** Complete model: file with the signature, with {@code TF02} and {@code TF04}. */
    SIGNATURE_FILE("referenciaSignatura", "referenciaSignatura", 100),
    /** Complete model: document it is a copy of, with {@code EE02} to {@code EE04}. */
    SOURCE_DOCUMENT("identificadorDocumentOrigen", "identificadorDocumentOrigen", 250),
    /** Complete model: kind of annex, {@code 01} form, {@code 02} attachment, {@code 03} technical. */
    SICRES_TYPE("tipusDocumentalSICRESD", "tipusDocumentalSICRES", 2),
    /** Complete model: description. */
    DESCRIPTION("descripcio", "descripcio", 500),
    /** Complete model: level of access, {@code A}, {@code B}, {@code C} or {@code E}. */
    ACCESS("nivellAcces", "nivellAcces", 1),
    /** Complete model: level of the security scheme, {@code Baix}, {@code Mig} or {@code Alt}. */
    SECURITY("clasificacioENS", "classificacioENS", 4),
    /** Complete model: sensitivity of personal data, {@code Basic}, {@code Mig} or {@code Alt}. */
    SENSITIVITY("sensibilitatDadesCaracterPersonal", "sensibilitatDadesCaracterPersonal", 6),
    /** Complete model: {@code true} if it is an essential document. */
    ESSENTIAL("documentEssencial", "documentEssencial", 5),
    /** Complete model: language, for example {@code ca_ES}. */
    LANGUAGE("idioma", "idioma", 50),
    /** Complete model: code of the classification. */
    CLASSIFICATION("codiClassificacio", "codiClassificacio", 50),
    /** Complete model: name of the classification. */
    CLASSIFICATION_NAME("nomClassificacio", "nomClassificacio", 250),
    /** Complete model: code of the procedure in the inventory of the State. */
    SIA("codiSIA", "codiSIA", 50);

    private final String request;
    private final String answer;
    private final int longest;

    DocumentField(String request, String answer, int longest) {
        this.request = request;
        this.answer = answer;
        this.longest = longest;
    }

    /** Its name in requests. */
    public String requestName() {
        return request;
    }

    /** Its name in answers and, against what one would think, in searches. */
    public String answerName() {
        return answer;
    }

    /** Whether it is true or false on the wire, not a text. */
    public boolean isTruth() {
        return this == FROM_ADMINISTRATION || this == ESSENTIAL;
    }

    /**
     * A value that it can have.
     *
     * @throws InvalidValueException if it is empty, too long, or no truth
     */
    public String checked(String value) {
        if (value.isBlank() || value.length() > longest) {
            throw InvalidValueException.of("DocumentField." + name(), "1 to " + longest + " characters");
        }
        if (isTruth() && !value.equals("true") && !value.equals("false")) {
            throw InvalidValueException.of("DocumentField." + name(), "true or false");
        }
        return value;
    }
}
