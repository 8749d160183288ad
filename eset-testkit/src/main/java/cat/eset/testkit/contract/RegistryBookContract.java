package cat.eset.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cat.eset.core.event.Change;
import cat.eset.core.event.StaleStateException;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryBook;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.registry.RegistryEvent;
import cat.eset.core.work.WorkStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a {@link RegistryBook} promises (contract eset-model 12, invariant 1; Llei 39/2015 art. 16). */
public interface RegistryBookContract extends StoreContract {

    /** Each direction counts 1, 2, 3... by itself. */
    @Test
    default void eachDirectionHasItsOwnSequenceFromOne() {
        RegistryBook book = book(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
        assertEquals(1, register(book, Sample.entry()).number().sequence());
        assertEquals(2, register(book, Sample.entry()).number().sequence());
        assertEquals(1, register(book, Sample.exit()).number().sequence());
        assertEquals(3, register(book, Sample.entry()).number().sequence());
    }

    /** Town halls do not share numbers. */
    @Test
    default void eachTownHallHasItsOwnSequence() {
        RegistryBook book = book(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
        register(book, Sample.entry());
        RegistryEntry other = book.register(Sample.entry(), Sample.actor(Sample.OTHER_TOWN));
        assertEquals(1, other.number().sequence());
        assertEquals(1, book.year(Sample.TOWN, Direction.ENTRY, 2026).size());
    }

    /** The year is that of the numbering in Madrid; the new one opens by itself. */
    @Test
    default void theYearTurnsAtMidnightInMadrid() {
        Sample.HandClock clock = new Sample.HandClock(Instant.parse("2026-12-31T22:59:59Z"));
        RegistryBook book = book(clock);
        assertEquals(2026, register(book, Sample.entry()).number().year());
        clock.set(Instant.parse("2026-12-31T23:00:00Z"));
        RegistryEntry first = register(book, Sample.entry());
        assertEquals(2027, first.number().year());
        assertEquals(1, first.number().sequence());
    }

    /** The presentation is kept beside the numbering and does not move it. */
    @Test
    default void thePresentationDoesNotMoveTheNumber() {
        RegistryBook book = book(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
        Instant lastYear = Instant.parse("2025-12-30T10:00:00Z");
        RegistryEntry entry = register(
                book, EntryDraft.entry("Presentada abans").presentedAt(lastYear).build());
        assertEquals(2026, entry.number().year());
        assertEquals(Sample.MORNING, entry.registeredAt());
        assertEquals(lastYear, entry.presentedAt());
    }

    /** Number order is time order, even if the clock is set back. */
    @Test
    default void instantsNeverGoBack() {
        Sample.HandClock clock = new Sample.HandClock(Sample.MORNING);
        RegistryBook book = book(clock);
        Instant first = register(book, Sample.entry()).registeredAt();
        clock.set(Sample.MORNING.minusSeconds(60));
        assertFalse(register(book, Sample.entry()).registeredAt().isBefore(first));
    }

    /** A rolled back number goes to the next entry. */
    @Test
    default void aRollbackLeavesNoGap() {
        WorkStore store = newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
        register(store.registryBook(), Sample.entry());
        assertThrows(
                IllegalStateException.class,
                () -> store.unitOfWork().run(() -> {
                    register(store.registryBook(), Sample.entry());
                    throw new IllegalStateException("on purpose");
                }));
        assertEquals(2, register(store.registryBook(), Sample.entry()).number().sequence());
    }

    /** Many at once get different numbers without gaps, in the order of their instants. */
    @Test
    default void manyAtOnceGetNumbersWithoutGaps() throws InterruptedException, ExecutionException {
        RegistryBook book = book(Clock.systemUTC());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<RegistryEntry>> pending = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                pending.add(threads.submit(() -> register(book, Sample.entry())));
            }
            Set<Long> numbers = new HashSet<>();
            int year = 0;
            for (Future<RegistryEntry> one : pending) {
                numbers.add(one.get().number().sequence());
                year = one.get().number().year();
            }
            assertEquals(200, numbers.size());
            assertTrue(numbers.stream().allMatch(n -> n >= 1 && n <= 200));
            List<RegistryEntry> stored = book.year(Sample.TOWN, Direction.ENTRY, year);
            assertEquals(200, stored.size());
            for (int i = 1; i < stored.size(); i++) {
                assertFalse(
                        stored.get(i).registeredAt().isBefore(stored.get(i - 1).registeredAt()));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** What was stored is what is found. */
    @Test
    default void anEntryIsFoundAsItWasStored() {
        RegistryBook book = book(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
        RegistryEntry entry = register(book, Sample.entry());
        assertEquals(entry, book.find(Sample.TOWN, entry.number()).orElseThrow());
        Change<RegistryEntry, RegistryEvent> accepted = entry.accept(Sample.REGISTRAR, Sample.MORNING);
        book.save(accepted);
        assertEquals(accepted.state(), book.find(Sample.TOWN, entry.number()).orElseThrow());
    }

    /** A change made on an old state is refused. */
    @Test
    default void twoChangesOnTheSameStateDoNotOverwriteEachOther() {
        RegistryBook book = book(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
        RegistryEntry entry = register(book, Sample.entry());
        book.save(entry.accept(Sample.REGISTRAR, Sample.MORNING));
        assertThrows(
                StaleStateException.class, () -> book.save(entry.giveBack("tard", Sample.REGISTRAR, Sample.MORNING)));
        assertEquals(
                RegistryEntry.State.ACCEPTED,
                book.find(Sample.TOWN, entry.number()).orElseThrow().state());
    }

    private RegistryBook book(Clock clock) {
        return newStore(clock).registryBook();
    }

    private static RegistryEntry register(RegistryBook book, EntryDraft draft) {
        return book.register(draft, Sample.REGISTRAR);
    }
}
