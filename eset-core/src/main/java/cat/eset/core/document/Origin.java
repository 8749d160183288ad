package cat.eset.core.document;

/** Who made a document (ENI {@code OrigenCiudadanoAdministracion}). */
public enum Origin {
    /** A citizen. */
    CITIZEN,
    /** An administration. */
    ADMINISTRATION
}
