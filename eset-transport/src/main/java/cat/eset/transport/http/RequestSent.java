package cat.eset.transport.http;

/** Whether the other side may have got the request. */
public enum RequestSent {
    /** Not one byte of it left: nothing can have happened there. */
    NO,
    /** Some or all of it left, and the outcome is not known. */
    UNKNOWN
}
