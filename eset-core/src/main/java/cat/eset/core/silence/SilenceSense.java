package cat.eset.core.silence;

/** What silence does. */
public enum SilenceSense {
    /** It grants: an act that ends the procedure, which a later resolution may only confirm (art. 24.3.a). */
    POSITIVE,
    /** It refuses: a fiction that opens the appeals, and the later resolution is free (art. 24.3.b). */
    NEGATIVE,
    /** The procedure expires: a resolution declares it and orders filing (art. 25.1.b). */
    EXPIRY
}
