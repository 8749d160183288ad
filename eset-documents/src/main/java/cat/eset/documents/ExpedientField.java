package cat.eset.documents;

import cat.eset.core.InvalidValueException;

/** What an expedient in DESA'L says about itself (contract desal 4.4). Codes are not checked here. */
public enum ExpedientField {
    /** Its identifier, unique per service and body. */
    IDENTIFIER("identificador", 50),
    /** Its title. */
    TITLE("titol", 500),
    /** State: {@code E01} open, {@code E02} closed, {@code E03} index closed. */
    STATE("estatExpedient", 3),
    /** Code of the classification. */
    CLASSIFICATION("codiClassificacio", 50),
    /** Name of the classification. */
    CLASSIFICATION_NAME("nomClassificacio", 250),
    /** Who made it. */
    USER("usuari", 100),
    /** Unit in charge. */
    UNIT("unitatResponsable", 250),
    /** Code of the procedure in the inventory of the State. */
    SIA("codiSIA", 50),
    /** Level of access, {@code A}, {@code B}, {@code C} or {@code E}. */
    ACCESS("nivellAcces", 1),
    /** Level of the security scheme, {@code Baix}, {@code Mig} or {@code Alt}. */
    SECURITY("classificacioENS", 4),
    /** Sensitivity of personal data, {@code Basic}, {@code Mig} or {@code Alt}. */
    SENSITIVITY("sensibilitatDadesCaracterPersonal", 6),
    /** Description. */
    DESCRIPTION("descripcio", 500);

    private final String wireName;
    private final int longest;

    ExpedientField(String wireName, int longest) {
        this.wireName = wireName;
        this.longest = longest;
    }

    /** Its name when an expedient is created, searched and answered. */
    public String wireName() {
        return wireName;
    }

    /** Its name when an expedient is changed: one letter less in one of them. */
    public String nameInChanges() {
        return this == SECURITY ? "clasificacioENS" : wireName;
    }

    /**
     * A value that it can have.
     *
     * @throws InvalidValueException if it is empty or too long
     */
    public String checked(String value) {
        if (value.isBlank() || value.length() > longest) {
            throw InvalidValueException.of("ExpedientField." + name(), "1 to " + longest + " characters");
        }
        return value;
    }
}
