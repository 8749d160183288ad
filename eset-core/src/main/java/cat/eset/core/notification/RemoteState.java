package cat.eset.core.notification;

/** State of a notification at the service that carries it (contract eset-model 8, enotum 4.1). */
public enum RemoteState {
    /** PENDENT. */
    PENDING,
    /** REGISTRADA. */
    REGISTERED,
    /** DIPOSITADA: at the disposal of the recipient. */
    DEPOSITED,
    /** ACCEPTADA: opened. */
    ACCEPTED,
    /** REBUTJADA: refused by the recipient. */
    REJECTED,
    /** EXPIRADA: the term ran out without access. */
    EXPIRED,
    /** ERROR: a phase failed at the service, which may resume it. */
    ERROR,
    /** ANUL·LADA: cancelled by the issuer. */
    ANNULLED,
    /** A word the SDK does not know. */
    UNRECOGNISED;

    /** Whether the recipient has practised it or its term has run out. */
    public boolean isPractised() {
        return this == ACCEPTED || this == REJECTED || this == EXPIRED;
    }
}
