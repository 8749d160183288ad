package cat.eset.core.term;

/**
 * From when a term that binds the administration runs if the application came on a non-working day, which the law leaves
 * open (contract legal-rules R2.5).
 */
public enum AdministrationStart {
    /** From the day it really came: the earlier date, the safe one for alarms. */
    EFFECTIVE,
    /** From the working day on which it counts as presented: what the receipt prints. */
    LEGAL
}
