package cat.eset.core.eni;

/** Who made a document (OrigenCiudadanoAdministracion). */
public enum EniOrigin {
    /** A citizen: the organ is the receiver. */
    CITIZEN,
    /** An administration: the organ is the producer. */
    ADMINISTRATION
}
