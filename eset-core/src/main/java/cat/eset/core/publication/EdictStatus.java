package cat.eset.core.publication;

/** State of an edict at the notice board (contract eset-model 2.5). */
public enum EdictStatus {
    /** Its first day has not come. */
    PENDING,
    /** Exposed. */
    PUBLISHED,
    /** Taken down before its time. */
    WITHDRAWN,
    /** Its time is over. */
    ENDED,
    /** Dropped before its first day. */
    CANCELLED,
    /** A word the SDK does not know. */
    UNRECOGNISED
}
