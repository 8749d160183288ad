package cat.eset.core.expedient;

/** Situació: the second of the three notions of an expedient (contract eset-model 4). */
public enum Situation {
    /** Obert. */
    OPEN,
    /** Its index is built and waits for signature; only the end of the closing is admitted. */
    CLOSING,
    /** Tancat. */
    CLOSED,
    /** Tancat and given to the archive. */
    TRANSFERRED,
    /** Eliminated by an approved record; what is said about it stays. */
    ELIMINATED
}
