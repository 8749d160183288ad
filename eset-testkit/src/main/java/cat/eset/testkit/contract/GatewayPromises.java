package cat.eset.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cat.eset.core.EsetException;
import cat.eset.core.OperationId;
import cat.eset.core.notification.Reconciliation;
import cat.eset.core.notification.SendOutcome;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What every gateway that sends promises alike.
 *
 * @param operations makes a new one each time
 * @param send sends the same thing by an operation
 * @param reconcile asks about an operation
 * @param status asks about an identity at the service
 */
record GatewayPromises(
        Supplier<OperationId> operations,
        Function<OperationId, SendOutcome> send,
        Function<OperationId, Reconciliation> reconcile,
        Consumer<String> status) {

    void anOperationArrivesOnce() {
        OperationId operation = operations.get();
        String id = assertInstanceOf(SendOutcome.Queued.class, send.apply(operation))
                .remoteId();
        if (send.apply(operation) instanceof SendOutcome.Queued again) {
            assertEquals(id, again.remoteId());
        }
        Reconciliation found = reconcile.apply(operation);
        assertFalse(found instanceof Reconciliation.Absent, "what arrived is never said to be absent");
        if (found instanceof Reconciliation.Found here) {
            assertEquals(id, here.remoteId());
        }
        status.accept(id);
    }

    void anotherOperationIsAnotherThing() {
        SendOutcome one = send.apply(operations.get());
        SendOutcome two = send.apply(operations.get());
        assertNotEquals(
                assertInstanceOf(SendOutcome.Queued.class, one).remoteId(),
                assertInstanceOf(SendOutcome.Queued.class, two).remoteId());
    }

    void whatWasNeverSentIsNeverFound() {
        assertFalse(reconcile.apply(operations.get()) instanceof Reconciliation.Found);
    }

    void whatDoesNotExistHasNoStatus() {
        assertThrows(EsetException.class, () -> status.accept("does-not-exist"));
    }
}
