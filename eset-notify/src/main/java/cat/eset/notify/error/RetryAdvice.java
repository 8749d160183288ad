package cat.eset.notify.error;

/** Whether the same request may be sent again (contract enotum 14, last column). */
public enum RetryAdvice {
    /** No: correct the data first. */
    CORRECT_FIRST,
    /** No: permissions or onboarding have to be arranged with the consortium, or the configuration corrected. */
    ARRANGE_ACCESS,
    /** No: it is information about the state of the notification, not a failure; read the state. */
    READ_STATE,
    /** Yes, later: the same request becomes valid by itself. */
    LATER,
    /** Yes, with care: reads may be repeated; a send has to be reconciled first. */
    WITH_CARE,
    /** Not in the catalogue: decide by hand. */
    UNKNOWN
}
