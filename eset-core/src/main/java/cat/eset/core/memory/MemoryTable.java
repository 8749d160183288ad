package cat.eset.core.memory;

import cat.eset.core.event.Aggregate;
import cat.eset.core.event.Change;
import cat.eset.core.event.Event;
import cat.eset.core.event.StaleStateException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The current states of one kind of aggregate, in the order in which they came. */
final class MemoryTable<K, S extends Aggregate, E extends Event> {

    private final MemoryTransactions transactions;
    private final MemoryJournal journal;
    private final Function<S, K> key;
    private final Map<K, S> rows = new LinkedHashMap<>();

    MemoryTable(MemoryTransactions transactions, MemoryJournal journal, Function<S, K> key) {
        this.transactions = transactions;
        this.journal = journal;
        this.key = key;
    }

    void save(Change<S, E> change) {
        transactions.run(() -> {
            K id = key.apply(change.state());
            S before = rows.get(id);
            long stored = before == null ? 0 : before.version();
            if (stored != change.previousVersion()) {
                throw new StaleStateException(change.state().key(), change.previousVersion(), stored);
            }
            rows.put(id, change.state());
            transactions.undoBy(() -> {
                if (before == null) {
                    rows.remove(id);
                } else {
                    rows.put(id, before);
                }
            });
            journal.write(change);
        });
    }

    Optional<S> find(K id) {
        return transactions.call(() -> Optional.ofNullable(rows.get(id)));
    }

    List<S> where(Predicate<S> condition) {
        return transactions.call(() -> rows.values().stream().filter(condition).toList());
    }
}
