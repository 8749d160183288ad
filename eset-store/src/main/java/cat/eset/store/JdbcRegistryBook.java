package cat.eset.store;

import cat.eset.core.Actor;
import cat.eset.core.LegalTime;
import cat.eset.core.TownHall;
import cat.eset.core.event.Change;
import cat.eset.core.event.Recorded;
import cat.eset.core.event.StaleStateException;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryBook;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.registry.RegistryEvent;
import cat.eset.core.registry.RegistryNumber;
import cat.eset.core.registry.RegistryNumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Entries and exits. */
final class JdbcRegistryBook implements RegistryBook, Aggregates.Shape<RegistryEntry, RegistryEvent> {

    private static final String ONE = "t.tenant = ? AND t.direction = ? AND t.number_year = ? AND t.number = ?";
    private static final String YEAR = "t.tenant = ? AND t.direction = ? AND t.number_year = ?";

    private final Aggregates<RegistryEntry, RegistryEvent> entries;
    private final RegistryNumberFormat format;
    private final Clock clock;

    JdbcRegistryBook(Ground ground, RegistryNumberFormat format, Clock clock) {
        this.entries = ground.aggregates(this);
        this.format = format;
        this.clock = clock;
    }

    @Override
    public RegistryEntry register(EntryDraft draft, Actor by) {
        String tenant = entries.scope().tenant(by.townHall());
        return entries.transactions().in(transaction -> {
            Instant now = transaction.chain(tenant).register(clock.instant());
            int year = LegalTime.yearOf(now);
            long sequence = Counters.next(transaction, tenant, draft.direction().name(), year);
            Change<RegistryEntry, RegistryEvent> change =
                    RegistryEntry.registered(format.number(draft.direction(), year, sequence), now, draft, by);
            try {
                save(change);
            } catch (StaleStateException e) {
                // There is nothing to read again: the sequence gives what it gave before.
                throw SqlFailures.damaged(change.state().key() + " is there already, and its number was the next one");
            }
            return change.state();
        });
    }

    @Override
    public void save(Change<RegistryEntry, RegistryEvent> change) {
        entries.save(change);
    }

    @Override
    public Optional<RegistryEntry> find(TownHall townHall, RegistryNumber number) {
        return entries.one(ONE, entries.scope().tenant(townHall), number.direction(), number.year(), number.sequence());
    }

    @Override
    public List<RegistryEntry> year(TownHall townHall, Direction direction, int year) {
        return entries.many(YEAR, "number", entries.scope().tenant(townHall), direction, year);
    }

    @Override
    public String kind() {
        return "RegistryEntry";
    }

    @Override
    public String table() {
        return "entry";
    }

    @Override
    public Row row(RegistryEntry entry) {
        return Row.of(table(), entry.townHall().ine10().value())
                .key("direction", entry.number().direction())
                .key("number_year", entry.number().year())
                .key("number", entry.number().sequence())
                .set("printed", entry.number().text())
                .set("registered_at", entry.registeredAt())
                .set("state", entry.state())
                .set("done", entry.isDone())
                .set("subject", entry.content().extract());
    }

    @Override
    public RegistryEntry replay(List<Recorded<RegistryEvent>> events) {
        return RegistryEntry.replay(events);
    }
}
