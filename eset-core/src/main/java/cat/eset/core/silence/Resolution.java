package cat.eset.core.silence;

/** What an express resolution would do with the request. */
public enum Resolution {
    /** Grant it, or confirm it. */
    GRANT,
    /** Refuse it. */
    REFUSE,
    /** Declare that the procedure has expired and order filing. */
    DECLARE_EXPIRY
}
