package cat.eset.core.decree;

/** How a decree that was approved by mistake is put right (contract eset-model 7). */
public enum CorrectionPlan {
    /**
     * Third parties are affected and have not been notified: one decree annuls it; another holds the right text without
     * mentioning either, and only that one is notified.
     */
    ANNUL_AND_REPLACE_APART,
    /**
     * Nobody else is affected, or they have been notified: one decree annuls it and approves the right text, and those
     * who were notified of it are notified of the new one.
     */
    ANNUL_AND_REPLACE_IN_ONE
}
