package cat.eset.testkit.tsa;

/** What a time stamp authority can do wrong (contract validador 6; RFC 3161 section 2.4.2). */
public enum TimeStampLie {
    /** None: it tells the truth. */
    NONE,
    /** Stamps another digest than the one asked for. */
    OTHER_IMPRINT,
    /** Repeats another nonce. */
    OTHER_NONCE,
    /** Repeats no nonce. */
    NO_NONCE,
    /** Stamps under another policy. */
    OTHER_POLICY,
    /** Says that it is an hour earlier. */
    AN_HOUR_AGO,
    /** Its signature does not match. */
    BROKEN_SIGNATURE,
    /** Leaves out its certificate. */
    NO_CERTIFICATE,
    /** Signs with a certificate that has expired. */
    EXPIRED_CERTIFICATE,
    /** Refuses, as a service does where the caller is not registered. */
    REFUSAL,
    /** Answers something that is no time stamp. */
    GARBAGE,
    /** Ends in the middle of the answer. */
    CUT_OFF,
    /** HTTP 503. */
    DOWN,
    /** Says nothing until it is told to lie no more. */
    SILENCE
}
