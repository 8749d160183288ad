package cat.eset.core.memory;

import cat.eset.core.Actor;
import cat.eset.core.LegalTime;
import cat.eset.core.TownHall;
import cat.eset.core.event.Change;
import cat.eset.core.id.Ine10;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryBook;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.registry.RegistryEvent;
import cat.eset.core.registry.RegistryNumber;
import cat.eset.core.registry.RegistryNumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The main registry of any number of town halls. */
final class MemoryRegistryBook implements RegistryBook {

    private record Key(Ine10 townHall, RegistryNumber number) {}

    private record Book(Ine10 townHall, Direction direction) {}

    private record Sequence(Book book, int year) {}

    private final MemoryTransactions transactions;
    private final MemorySequences sequences;
    private final RegistryNumberFormat format;
    private final Clock clock;
    private final MemoryTable<Key, RegistryEntry, RegistryEvent> entries;
    private final Map<Book, Instant> lastInstant = new HashMap<>();

    MemoryRegistryBook(
            MemoryTransactions transactions,
            MemoryJournal journal,
            MemorySequences sequences,
            RegistryNumberFormat format,
            Clock clock) {
        this.transactions = transactions;
        this.sequences = sequences;
        this.format = format;
        this.clock = clock;
        this.entries = new MemoryTable<>(
                transactions, journal, entry -> new Key(entry.townHall().ine10(), entry.number()));
    }

    @Override
    public RegistryEntry register(EntryDraft draft, Actor by) {
        return transactions.call(() -> {
            Book book = new Book(by.townHall().ine10(), draft.direction());
            Instant now = instantOf(book);
            int year = LegalTime.yearOf(now);
            RegistryNumber number = format.number(draft.direction(), year, sequences.next(new Sequence(book, year)));
            Change<RegistryEntry, RegistryEvent> change = RegistryEntry.registered(number, now, draft, by);
            entries.save(change);
            return change.state();
        });
    }

    /** Entries are in the order of their instants even if the clock is set back (Llei 39/2015 art. 16.2). */
    private Instant instantOf(Book book) {
        Instant before = lastInstant.get(book);
        Instant now = clock.instant();
        Instant instant = before != null && now.isBefore(before) ? before : now;
        lastInstant.put(book, instant);
        transactions.undoBy(() -> {
            if (before == null) {
                lastInstant.remove(book);
            } else {
                lastInstant.put(book, before);
            }
        });
        return instant;
    }

    @Override
    public void save(Change<RegistryEntry, RegistryEvent> change) {
        entries.save(change);
    }

    @Override
    public Optional<RegistryEntry> find(TownHall townHall, RegistryNumber number) {
        return entries.find(new Key(townHall.ine10(), number));
    }

    @Override
    public List<RegistryEntry> year(TownHall townHall, Direction direction, int year) {
        return entries
                .where(e -> e.townHall().equals(townHall)
                        && e.number().direction() == direction
                        && e.number().year() == year)
                .stream()
                .sorted(Comparator.comparingLong(e -> e.number().sequence()))
                .toList();
    }
}
