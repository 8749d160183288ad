package cat.eset.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cat.eset.core.OperationId;
import cat.eset.core.notification.NotificationGateway;
import cat.eset.core.notification.NotificationOrder;
import cat.eset.core.notification.SendOutcome;
import org.junit.jupiter.api.Test;

/** What a {@link NotificationGateway} promises: an operation arrives once, and what became of it can be learnt. */
public interface NotificationGatewayContract {

    /** The gateway, connected to a service that holds nothing it has to know. */
    NotificationGateway newGateway();

    /** Something the service takes. */
    default NotificationOrder order() {
        return Sample.notification();
    }

    /** A new operation, on the clock of the service; on that of the system when not said. */
    default OperationId newOperation() {
        return OperationId.next();
    }

    /** The same operation, sent again, is the same thing. */
    @Test
    default void anOperationArrivesOnce() {
        promises().anOperationArrivesOnce();
    }

    /** Two operations with the same content are two things. */
    @Test
    default void anotherOperationIsAnotherThing() {
        promises().anotherOperationIsAnotherThing();
    }

    /** What was never sent is absent, or it cannot be said. */
    @Test
    default void whatWasNeverSentIsNeverFound() {
        promises().whatWasNeverSentIsNeverFound();
    }

    /** Asking for what does not exist says so. */
    @Test
    default void whatDoesNotExistHasNoStatus() {
        promises().whatDoesNotExistHasNoStatus();
    }

    /** The proofs of what has just arrived can be asked for; there may be none. */
    @Test
    default void proofsCanBeAskedFor() {
        NotificationGateway gateway = newGateway();
        SendOutcome sent = gateway.send(newOperation(), order());
        String id = assertInstanceOf(SendOutcome.Queued.class, sent).remoteId();
        assertTrue(gateway.evidence(id).stream()
                .allMatch(evidence -> evidence.content().length() > 0));
    }

    private GatewayPromises promises() {
        NotificationGateway gateway = newGateway();
        return new GatewayPromises(
                this::newOperation, operation -> gateway.send(operation, order()), gateway::reconcile, gateway::status);
    }
}
