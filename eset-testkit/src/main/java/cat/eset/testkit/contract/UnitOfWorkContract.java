package cat.eset.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cat.eset.core.OperationId;
import cat.eset.core.registry.Direction;
import cat.eset.core.work.Outbox;
import cat.eset.core.work.UnitOfWork;
import cat.eset.core.work.WorkStore;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a {@link UnitOfWork} promises: everything or nothing, across ports. */
public interface UnitOfWorkContract extends StoreContract {

    /** What is done inside is there afterwards. */
    @Test
    default void whatCommitsStays() {
        WorkStore store = newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
        String result = store.unitOfWork().call(() -> {
            store.registryBook().register(Sample.entry(), Sample.REGISTRAR);
            store.trackingState().replace("cursor", Optional.empty(), "7");
            return "done";
        });
        assertEquals("done", result);
        assertEquals(
                1, store.registryBook().year(Sample.TOWN, Direction.ENTRY, 2026).size());
        assertEquals(Optional.of("7"), store.trackingState().read("cursor"));
    }

    /** An exception rolls back every port and is rethrown as it is. */
    @Test
    default void whatFailsLeavesNoTraceInAnyPort() {
        WorkStore store = newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
        IllegalStateException failure = new IllegalStateException("on purpose");
        IllegalStateException thrown = assertThrows(
                IllegalStateException.class,
                () -> store.unitOfWork().run(() -> {
                    store.registryBook().register(Sample.entry(), Sample.REGISTRAR);
                    store.trackingState().replace("cursor", Optional.empty(), "7");
                    store.outbox().add(new Outbox.Message(OperationId.next(), "topic", "payload"), Sample.MORNING);
                    throw failure;
                }));
        assertSame(failure, thrown);
        assertTrue(store.registryBook().year(Sample.TOWN, Direction.ENTRY, 2026).isEmpty());
        assertEquals(Optional.empty(), store.trackingState().read("cursor"));
        assertTrue(store.outbox()
                .lease(Set.of("topic"), Sample.MORNING, java.time.Duration.ofMinutes(1), 10)
                .isEmpty());
        assertTrue(store.journal().after(0, 10).isEmpty());
    }

    /** Work inside work belongs to the outer transaction. */
    @Test
    default void innerWorkRollsBackWithTheOuterOne() {
        WorkStore store = newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
        assertThrows(
                IllegalStateException.class,
                () -> store.unitOfWork().run(() -> {
                    store.unitOfWork().run(() -> store.registryBook().register(Sample.entry(), Sample.REGISTRAR));
                    throw new IllegalStateException("after the inner work");
                }));
        assertTrue(store.registryBook().year(Sample.TOWN, Direction.ENTRY, 2026).isEmpty());
    }

    /** Inner work that failed cannot be half committed by an outer one that goes on. */
    @Test
    default void aFailureInsideIsNotSwallowedByTheOuterWork() {
        WorkStore store = newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
        assertThrows(
                RuntimeException.class,
                () -> store.unitOfWork().run(() -> {
                    store.registryBook().register(Sample.entry(), Sample.REGISTRAR);
                    assertThrows(
                            IllegalStateException.class,
                            () -> store.unitOfWork().run(() -> {
                                throw new IllegalStateException("inner");
                            }));
                }));
        assertTrue(store.registryBook().year(Sample.TOWN, Direction.ENTRY, 2026).isEmpty());
    }
}
