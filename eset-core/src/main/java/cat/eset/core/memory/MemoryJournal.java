package cat.eset.core.memory;

import cat.eset.core.event.Aggregate;
import cat.eset.core.event.AggregateKey;
import cat.eset.core.event.Change;
import cat.eset.core.event.Event;
import cat.eset.core.event.Journal;
import cat.eset.core.event.Recorded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The audit trail in a list, with the places of each aggregate. */
final class MemoryJournal implements Journal {

    private final MemoryTransactions transactions;
    private final List<Line> lines = new ArrayList<>();
    private final Map<AggregateKey, List<Line>> byKey = new HashMap<>();

    MemoryJournal(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    <S extends Aggregate, E extends Event> void write(Change<S, E> change) {
        long version = change.previousVersion();
        List<Line> own = byKey.computeIfAbsent(change.state().key(), key -> new ArrayList<>());
        for (Recorded<E> recorded : change.events()) {
            Line line = new Line(lines.size() + 1L, change.state().key(), ++version, recorded);
            lines.add(line);
            own.add(line);
            transactions.undoBy(() -> {
                lines.remove(lines.size() - 1);
                own.remove(own.size() - 1);
            });
        }
    }

    @Override
    public List<Line> of(AggregateKey key) {
        return transactions.call(() -> List.copyOf(byKey.getOrDefault(key, List.of())));
    }

    @Override
    public List<Line> after(long position, int max) {
        return transactions.call(() -> {
            int from = (int) Math.min(Math.max(position, 0), lines.size());
            return List.copyOf(lines.subList(from, (int) Math.min((long) from + max, lines.size())));
        });
    }
}
