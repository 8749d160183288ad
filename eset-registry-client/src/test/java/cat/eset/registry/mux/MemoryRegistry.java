package cat.eset.registry.mux;

import cat.eset.core.Actor;
import cat.eset.core.LegalTime;
import cat.eset.core.Sha256;
import cat.eset.core.TownHall;
import cat.eset.core.event.Change;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryBook;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.registry.RegistryEvent;
import cat.eset.core.registry.RegistryNumber;
import cat.eset.core.registry.RegistryNumberFormat;
import cat.eset.core.work.InboundKey;
import cat.eset.core.work.InboundLedger;
import cat.eset.core.work.LostClaimException;
import cat.eset.core.work.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The three ports that the inbound registry needs, in memory and in one transaction: a vendor's database as small as it can be. A test
 * can stop it in the middle of a numbering.
 */
final class MemoryRegistry implements UnitOfWork, RegistryBook, InboundLedger {

    private record Row(int attempt, Sha256 payload, Instant since, Optional<String> answer, boolean failed) {}

    private final Clock clock;
    private final ReentrantLock transaction = new ReentrantLock();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final Map<InboundKey, Row> rows = new HashMap<>();
    private final List<RegistryEntry> entries = new ArrayList<>();
    private volatile RegistryNumberFormat format = RegistryNumberFormat.DEFAULT;
    private volatile Runnable duringRegistration = () -> {};

    MemoryRegistry(Clock clock) {
        this.clock = clock;
    }

    void format(RegistryNumberFormat value) {
        this.format = value;
    }

    /** Runs inside the transaction, after the entry was stored. */
    void duringRegistration(Runnable value) {
        this.duringRegistration = value;
    }

    List<RegistryEntry> entries() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }

    @Override
    public <T> T call(Supplier<T> work) {
        transaction.lock();
        try {
            return work.get();
        } catch (RuntimeException e) {
            undo.forEach(Runnable::run);
            throw e;
        } finally {
            undo.clear();
            transaction.unlock();
        }
    }

    @Override
    public RegistryEntry register(EntryDraft draft, Actor by) {
        Instant now = clock.instant();
        int year = LegalTime.yearOf(now);
        long sequence = 1L + year(by.townHall(), draft.direction(), year).size();
        RegistryNumber number = format.number(draft.direction(), year, sequence);
        RegistryEntry entry = RegistryEntry.registered(number, now, draft, by).state();
        synchronized (entries) {
            entries.add(entry);
        }
        undo.push(() -> {
            synchronized (entries) {
                entries.remove(entry);
            }
        });
        duringRegistration.run();
        return entry;
    }

    @Override
    public void save(Change<RegistryEntry, RegistryEvent> change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<RegistryEntry> find(TownHall townHall, RegistryNumber number) {
        return entries().stream().filter(entry -> entry.number().equals(number)).findFirst();
    }

    @Override
    public List<RegistryEntry> year(TownHall townHall, Direction direction, int year) {
        return entries().stream()
                .filter(entry -> entry.number().direction() == direction
                        && entry.number().year() == year)
                .toList();
    }

    @Override
    public Claim claim(InboundKey key, Sha256 payload, Instant now) {
        synchronized (rows) {
            Row row = rows.get(key);
            if (row != null && row.answer().isPresent()) {
                return new Claim.Finished(row.answer().get(), row.payload().equals(payload));
            }
            if (row != null && !row.failed()) {
                return new Claim.InProgress(row.since());
            }
            int attempt = row == null ? 1 : row.attempt() + 1;
            rows.put(key, new Row(attempt, payload, now, Optional.empty(), false));
            return new Claim.Claimed(new Ticket(key, attempt));
        }
    }

    @Override
    public void finish(Ticket ticket, String answer, Instant now) {
        synchronized (rows) {
            Row row = rows.get(ticket.key());
            if (row == null || row.attempt() != ticket.attempt() || row.failed()) {
                throw new LostClaimException(ticket);
            }
            rows.put(ticket.key(), new Row(row.attempt(), row.payload(), row.since(), Optional.of(answer), false));
            undo.push(() -> {
                synchronized (rows) {
                    rows.put(ticket.key(), row);
                }
            });
        }
    }

    @Override
    public void fail(Ticket ticket, String reason, Instant now) {
        synchronized (rows) {
            Row row = rows.get(ticket.key());
            if (row != null && row.attempt() == ticket.attempt() && row.answer().isEmpty()) {
                rows.put(ticket.key(), new Row(row.attempt(), row.payload(), row.since(), Optional.empty(), true));
            }
        }
    }

    @Override
    public List<Pending> stale(Duration age, Instant now) {
        synchronized (rows) {
            return rows.entrySet().stream()
                    .filter(e ->
                            e.getValue().answer().isEmpty() && !e.getValue().failed())
                    .filter(e -> e.getValue().since().isBefore(now.minus(age)))
                    .map(e -> new Pending(
                            new Ticket(e.getKey(), e.getValue().attempt()),
                            e.getValue().since()))
                    .toList();
        }
    }
}
