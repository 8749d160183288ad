package cat.eset.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cat.eset.core.Sha256;
import cat.eset.core.registry.Direction;
import cat.eset.core.work.InboundKey;
import cat.eset.core.work.InboundLedger;
import cat.eset.core.work.LostClaimException;
import cat.eset.core.work.WorkStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What an {@link InboundLedger} promises: one answer per key, whatever happens (contract mux 7.1). */
public interface InboundLedgerContract extends StoreContract {

    /** The first claim gets the work; a second one meanwhile waits; afterwards everybody gets the same answer. */
    @Test
    default void oneWorksTheOthersWaitAndAllGetTheSameAnswer() {
        InboundLedger ledger = store().inboundLedger();
        InboundLedger.Ticket ticket = claim(ledger);
        assertInstanceOf(InboundLedger.Claim.InProgress.class, ledger.claim(key("E"), hash("a"), Sample.MORNING));
        ledger.finish(ticket, "answer", Sample.MORNING);
        assertEquals(
                new InboundLedger.Claim.Finished("answer", true), ledger.claim(key("E"), hash("a"), Sample.MORNING));
    }

    /** A changed payload after the answer does not change the answer, and is told. */
    @Test
    default void aChangedPayloadAfterTheAnswerIsTold() {
        InboundLedger ledger = store().inboundLedger();
        ledger.finish(claim(ledger), "answer", Sample.MORNING);
        assertEquals(
                new InboundLedger.Claim.Finished("answer", false), ledger.claim(key("E"), hash("b"), Sample.MORNING));
    }

    /** The two legs of a dual transaction are two things. */
    @Test
    default void eachLegIsApart() {
        InboundLedger ledger = store().inboundLedger();
        ledger.finish(claim(ledger), "answer", Sample.MORNING);
        assertInstanceOf(InboundLedger.Claim.Claimed.class, ledger.claim(key("S"), hash("a"), Sample.MORNING));
        assertInstanceOf(InboundLedger.Claim.InProgress.class, ledger.claim(key("S"), hash("a"), Sample.MORNING));
        assertInstanceOf(InboundLedger.Claim.Finished.class, ledger.claim(key("E"), hash("a"), Sample.MORNING));
    }

    /** After a failure the next arrival works, with whatever it brings. */
    @Test
    default void afterAFailureTheNextArrivalWorks() {
        InboundLedger ledger = store().inboundLedger();
        ledger.fail(claim(ledger), "broken", Sample.MORNING);
        InboundLedger.Claim again = ledger.claim(key("E"), hash("b"), Sample.MORNING);
        InboundLedger.Ticket second =
                assertInstanceOf(InboundLedger.Claim.Claimed.class, again).ticket();
        assertEquals(2, second.attempt());
        ledger.finish(second, "answer", Sample.MORNING);
        assertEquals(
                new InboundLedger.Claim.Finished("answer", true), ledger.claim(key("E"), hash("b"), Sample.MORNING));
    }

    /** Work that was given up as stale cannot finish any more, so it cannot leave a second number. */
    @Test
    default void whoLostTheClaimCannotFinish() {
        WorkStore store = store();
        InboundLedger ledger = store.inboundLedger();
        InboundLedger.Ticket slow = claim(ledger);
        assertEquals(
                1,
                ledger.stale(Duration.ofMinutes(5), Sample.MORNING.plusSeconds(600))
                        .size());
        assertTrue(ledger.stale(Duration.ofMinutes(15), Sample.MORNING.plusSeconds(600))
                .isEmpty());
        ledger.fail(slow, "stale", Sample.MORNING);
        assertInstanceOf(InboundLedger.Claim.Claimed.class, ledger.claim(key("E"), hash("a"), Sample.MORNING));
        assertThrows(
                LostClaimException.class,
                () -> store.unitOfWork().run(() -> {
                    store.registryBook().register(Sample.entry(), Sample.REGISTRAR);
                    ledger.finish(slow, "late", Sample.MORNING);
                }));
        assertTrue(store.registryBook().year(Sample.TOWN, Direction.ENTRY, 2026).isEmpty());
    }

    /** What failed is not finished any more, also while nobody has claimed it again. */
    @Test
    default void whatFailedCannotBeFinished() {
        InboundLedger ledger = store().inboundLedger();
        InboundLedger.Ticket ticket = claim(ledger);
        ledger.fail(ticket, "broken", Sample.MORNING);
        assertThrows(LostClaimException.class, () -> ledger.finish(ticket, "late", Sample.MORNING));
        assertInstanceOf(InboundLedger.Claim.Claimed.class, ledger.claim(key("E"), hash("a"), Sample.MORNING));
    }

    /** Whoever lost the claim cannot fail the work of whoever has it now. */
    @Test
    default void whoLostTheClaimCannotFailTheNextOne() {
        InboundLedger ledger = store().inboundLedger();
        InboundLedger.Ticket first = claim(ledger);
        ledger.fail(first, "broken", Sample.MORNING);
        assertInstanceOf(InboundLedger.Claim.Claimed.class, ledger.claim(key("E"), hash("a"), Sample.MORNING));
        ledger.fail(first, "broken", Sample.MORNING);
        assertInstanceOf(InboundLedger.Claim.InProgress.class, ledger.claim(key("E"), hash("a"), Sample.MORNING));
    }

    /** Failing what is finished, as after a commit whose confirmation was lost, does not open it again. */
    @Test
    default void whatIsFinishedCannotFailAnyMore() {
        InboundLedger ledger = store().inboundLedger();
        InboundLedger.Ticket ticket = claim(ledger);
        ledger.finish(ticket, "answer", Sample.MORNING);
        ledger.fail(ticket, "the line broke", Sample.MORNING);
        assertEquals(
                new InboundLedger.Claim.Finished("answer", true), ledger.claim(key("E"), hash("a"), Sample.MORNING));
    }

    /** Number and answer are stored together or not at all; the claim itself stays. */
    @Test
    default void theAnswerRollsBackWithTheNumberAndTheClaimStays() {
        WorkStore store = store();
        InboundLedger ledger = store.inboundLedger();
        InboundLedger.Ticket ticket = claim(ledger);
        assertThrows(
                IllegalStateException.class,
                () -> store.unitOfWork().run(() -> {
                    store.registryBook().register(Sample.entry(), Sample.REGISTRAR);
                    ledger.finish(ticket, "answer", Sample.MORNING);
                    throw new IllegalStateException("on purpose");
                }));
        assertTrue(store.registryBook().year(Sample.TOWN, Direction.ENTRY, 2026).isEmpty());
        assertInstanceOf(InboundLedger.Claim.InProgress.class, ledger.claim(key("E"), hash("a"), Sample.MORNING));
    }

    /** Others see at once who works on what, and that somebody gave it back: neither rolls back with the work around it. */
    @Test
    default void aClaimAndAFailureStayWhenTheWorkAroundThemRollsBack() {
        WorkStore store = store();
        InboundLedger ledger = store.inboundLedger();
        assertThrows(
                IllegalStateException.class,
                () -> store.unitOfWork().run(() -> {
                    claim(ledger);
                    throw new IllegalStateException("on purpose");
                }));
        assertInstanceOf(InboundLedger.Claim.InProgress.class, ledger.claim(key("E"), hash("a"), Sample.MORNING));
        assertThrows(
                IllegalStateException.class,
                () -> store.unitOfWork().run(() -> {
                    ledger.fail(new InboundLedger.Ticket(key("E"), 1), "broken", Sample.MORNING);
                    throw new IllegalStateException("on purpose");
                }));
        assertInstanceOf(InboundLedger.Claim.Claimed.class, ledger.claim(key("E"), hash("a"), Sample.MORNING));
    }

    /** Of many that arrive at once, one works. */
    @Test
    default void ofManyAtOnceOneWorks() throws InterruptedException, ExecutionException {
        InboundLedger ledger = store().inboundLedger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<InboundLedger.Claim>> pending = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                pending.add(threads.submit(() -> ledger.claim(key("E"), hash("a"), Sample.MORNING)));
            }
            int working = 0;
            for (Future<InboundLedger.Claim> one : pending) {
                working += one.get() instanceof InboundLedger.Claim.Claimed ? 1 : 0;
            }
            assertEquals(1, working);
        } finally {
            threads.shutdownNow();
        }
    }

    private WorkStore store() {
        return newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
    }

    private static InboundLedger.Ticket claim(InboundLedger ledger) {
        return assertInstanceOf(InboundLedger.Claim.Claimed.class, ledger.claim(key("E"), hash("a"), Sample.MORNING))
                .ticket();
    }

    private static InboundKey key(String leg) {
        return new InboundKey("MUX", "0b81-3363-eb40-c004", leg);
    }

    private static Sha256 hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
