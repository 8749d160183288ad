package cat.eset.core.term;

/** What a term is for, as far as urgency asks (Llei 39/2015 art. 33.1). */
public enum TermPurpose {
    /** To present an application. */
    APPLICATION,
    /** To present an appeal. */
    APPEAL,
    /** Anything else of the ordinary procedure. */
    OTHER
}
