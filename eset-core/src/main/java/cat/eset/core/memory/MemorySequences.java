package cat.eset.core.memory;

import java.util.HashMap;
import java.util.Map;

/** Sequences without gaps: a number that is rolled back is given again. */
final class MemorySequences {

    private final MemoryTransactions transactions;
    private final Map<Object, Long> last = new HashMap<>();

    MemorySequences(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    /** The next number; the caller is inside a transaction, or the number counts as used at once. */
    long next(Object sequence) {
        return transactions.call(() -> {
            long before = last.getOrDefault(sequence, 0L);
            last.put(sequence, before + 1);
            transactions.undoBy(() -> last.put(sequence, before));
            return before + 1;
        });
    }
}
