package cat.eset.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cat.eset.core.OperationId;
import cat.eset.core.event.AggregateKey;
import cat.eset.core.work.Outbox;
import cat.eset.core.work.WorkStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an {@link Outbox} promises: at least once, and never two at a time. */
public interface OutboxContract extends StoreContract {

    /** What is lent is not lent again until the loan ends. */
    @Test
    default void aMessageIsLentToOneAtATime() {
        Outbox outbox = outbox();
        Outbox.Message message = add(outbox, Sample.MORNING);
        assertEquals(1, lease(outbox, Sample.MORNING).size());
        assertTrue(lease(outbox, Sample.MORNING.plusSeconds(59)).isEmpty());
        List<Outbox.Leased> again = lease(outbox, Sample.MORNING.plusSeconds(60));
        assertEquals(message, again.get(0).message());
        assertEquals(2, again.get(0).attempt());
        assertEquals(2, again.get(0).tries());
    }

    /** Others see at once what is lent: it does not roll back with the work around it. */
    @Test
    default void aLoanStaysWhenTheWorkAroundItRollsBack() {
        WorkStore store = newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
        add(store.outbox(), Sample.MORNING);
        assertThrows(
                IllegalStateException.class,
                () -> store.unitOfWork().run(() -> {
                    assertEquals(1, lease(store.outbox(), Sample.MORNING).size());
                    throw new IllegalStateException("on purpose");
                }));
        assertTrue(lease(store.outbox(), Sample.MORNING).isEmpty());
    }

    /** What is delivered is gone. */
    @Test
    default void whatIsDeliveredIsNotLentAgain() {
        Outbox outbox = outbox();
        add(outbox, Sample.MORNING);
        outbox.delivered(lease(outbox, Sample.MORNING).get(0), Sample.MORNING);
        assertTrue(lease(outbox, Sample.MORNING.plusSeconds(3600)).isEmpty());
    }

    /** Whoever was too slow cannot say that it was delivered. */
    @Test
    default void anEndedLoanHasNoSay() {
        Outbox outbox = outbox();
        add(outbox, Sample.MORNING);
        Outbox.Leased slow = lease(outbox, Sample.MORNING).get(0);
        Outbox.Leased second = lease(outbox, Sample.MORNING.plusSeconds(60)).get(0);
        outbox.delivered(slow, Sample.MORNING.plusSeconds(61));
        outbox.retry(second, "not yet", Sample.MORNING.plusSeconds(120));
        assertEquals(1, lease(outbox, Sample.MORNING.plusSeconds(120)).size());
    }

    /** Nothing is lent before its time. */
    @Test
    default void nothingIsLentBeforeItsTime() {
        Outbox outbox = outbox();
        add(outbox, Sample.MORNING.plusSeconds(10));
        assertTrue(lease(outbox, Sample.MORNING.plusSeconds(9)).isEmpty());
        assertEquals(1, lease(outbox, Sample.MORNING.plusSeconds(10)).size());
    }

    /** A message is stored once, and what is given up waits for a person. */
    @Test
    default void aSecondMessageWithTheSameIdIsIgnoredAndWhatIsParkedWaits() {
        Outbox outbox = outbox();
        Outbox.Message message = add(outbox, Sample.MORNING);
        outbox.add(new Outbox.Message(message.id(), "other", "other"), Sample.MORNING);
        List<Outbox.Leased> lent = lease(outbox, Sample.MORNING);
        assertEquals(1, lent.size());
        assertEquals(message, lent.get(0).message());
        outbox.park(lent.get(0), "nobody knows", Sample.MORNING);
        assertEquals(List.of(new Outbox.Parked(message, 1, "nobody knows", Sample.MORNING)), outbox.parked());
        assertTrue(lease(outbox, Sample.MORNING.plusSeconds(3600)).isEmpty());
    }

    /** What was given up is tried again when a person says so, and only then. */
    @Test
    default void whatIsRequeuedIsLentAgain() {
        Outbox outbox = outbox();
        Outbox.Message message = add(outbox, Sample.MORNING);
        assertFalse(outbox.requeue(message.id(), Sample.MORNING));
        outbox.park(lease(outbox, Sample.MORNING).get(0), "nobody knows", Sample.MORNING);
        assertTrue(outbox.requeue(message.id(), Sample.MORNING.plusSeconds(10)));
        assertTrue(outbox.parked().isEmpty());
        assertTrue(lease(outbox, Sample.MORNING.plusSeconds(9)).isEmpty());
        Outbox.Leased again = lease(outbox, Sample.MORNING.plusSeconds(10)).get(0);
        assertEquals(2, again.attempt());
        assertEquals(1, again.tries(), "a person gave it new ones");
        Outbox.Leased later = lease(outbox, Sample.MORNING.plusSeconds(70)).get(0);
        assertEquals(3, later.attempt());
        assertEquals(2, later.tries());
    }

    /** What a person drops is never lent again, and nothing waits for it; only what was given up can be dropped. */
    @Test
    default void whatIsDroppedIsGoneAndHoldsUpNobody() {
        Outbox outbox = outbox();
        AggregateKey expedient = new AggregateKey("Expedient", "0802530003:0001/2026");
        Outbox.Message first = addAbout(outbox, expedient, Sample.MORNING);
        Outbox.Message second = addAbout(outbox, expedient, Sample.MORNING);
        assertFalse(outbox.drop(first.id(), "not needed", Sample.MORNING));
        outbox.park(lease(outbox, Sample.MORNING).get(0), "nobody knows", Sample.MORNING);
        assertTrue(outbox.drop(first.id(), "it was handed over on paper", Sample.MORNING));
        assertTrue(outbox.parked().isEmpty());
        assertFalse(outbox.drop(first.id(), "again", Sample.MORNING));
        assertFalse(outbox.requeue(first.id(), Sample.MORNING));
        outbox.add(first, Sample.MORNING);
        assertEquals(List.of(second), messages(lease(outbox, Sample.MORNING.plusSeconds(60))));
    }

    /** Who can deliver one topic is not given another. */
    @Test
    default void onlyTheTopicsThatAreAskedForAreLent() {
        Outbox outbox = outbox();
        Outbox.Message message = add(outbox, Sample.MORNING);
        assertTrue(outbox.lease(Set.of("other"), Sample.MORNING, Duration.ofMinutes(1), 10)
                .isEmpty());
        assertTrue(outbox.lease(Set.of(), Sample.MORNING, Duration.ofMinutes(1), 10)
                .isEmpty());
        assertEquals(List.of(message), messages(lease(outbox, Sample.MORNING)));
    }

    /** Messages about the same aggregate go one after the other, whatever happens to the first; the others do not wait. */
    @Test
    default void messagesAboutTheSameAggregateKeepTheirOrder() {
        Outbox outbox = outbox();
        AggregateKey expedient = new AggregateKey("Expedient", "0802530003:0001/2026");
        Outbox.Message first = addAbout(outbox, expedient, Sample.MORNING.plusSeconds(1));
        Outbox.Message second = addAbout(outbox, expedient, Sample.MORNING);
        Outbox.Message other = add(outbox, Sample.MORNING);

        assertEquals(List.of(other), messages(lease(outbox, Sample.MORNING)));
        List<Outbox.Leased> lent = lease(outbox, Sample.MORNING.plusSeconds(1));
        assertEquals(List.of(first), messages(lent));
        outbox.park(lent.get(0), "nobody knows", Sample.MORNING.plusSeconds(2));
        assertTrue(lease(outbox, Sample.MORNING.plusSeconds(2)).isEmpty());
        outbox.requeue(first.id(), Sample.MORNING.plusSeconds(3));
        outbox.delivered(lease(outbox, Sample.MORNING.plusSeconds(3)).get(0), Sample.MORNING.plusSeconds(4));
        assertEquals(List.of(second), messages(lease(outbox, Sample.MORNING.plusSeconds(4))));
    }

    private static Outbox.Message addAbout(Outbox outbox, AggregateKey aggregate, Instant notBefore) {
        Outbox.Message message = new Outbox.Message(OperationId.next(), "notification", "payload").about(aggregate);
        outbox.add(message, notBefore);
        return message;
    }

    private static List<Outbox.Message> messages(List<Outbox.Leased> lent) {
        return lent.stream().map(Outbox.Leased::message).toList();
    }

    private Outbox outbox() {
        return newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC)).outbox();
    }

    private static Outbox.Message add(Outbox outbox, Instant notBefore) {
        Outbox.Message message = new Outbox.Message(OperationId.next(), "notification", "payload");
        outbox.add(message, notBefore);
        return message;
    }

    private static List<Outbox.Leased> lease(Outbox outbox, Instant now) {
        return outbox.lease(Set.of("notification", "other"), now, Duration.ofMinutes(1), 10);
    }
}
