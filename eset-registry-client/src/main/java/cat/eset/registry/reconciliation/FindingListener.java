package cat.eset.registry.reconciliation;

/**
 * Hears of findings inside the transaction that notes how far the search came: what a vendor writes here is stored with it, or the same is found
 * again. Called at least once for each.
 */
@FunctionalInterface
public interface FindingListener {

    /** Something was tied, or is left for a person. */
    void found(Finding finding);
}
