package cat.eset.core.expedient;

/** How a procedure starts (Llei 39/2015 art. 54). */
public enum OpeningReason {
    /** Ex officio. */
    EX_OFFICIO,
    /** At the request of an interested party. */
    AT_REQUEST
}
