package cat.eset.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cat.eset.core.OperationId;
import cat.eset.core.notification.SendOutcome;
import cat.eset.core.publication.EdictOrder;
import cat.eset.core.publication.EdictStatus;
import cat.eset.core.publication.NoticeBoardGateway;
import org.junit.jupiter.api.Test;

/** What a {@link NoticeBoardGateway} promises: an operation arrives once, and what became of it can be learnt. */
public interface NoticeBoardGatewayContract {

    /** The gateway, connected to a service that holds nothing it has to know. */
    NoticeBoardGateway newGateway();

    /** Something the service takes. */
    default EdictOrder order() {
        return Sample.edict();
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

    /** What is taken down is down, however often it is asked for. */
    @Test
    default void whatIsTakenDownIsDown() {
        NoticeBoardGateway gateway = newGateway();
        SendOutcome sent = gateway.publish(newOperation(), order());
        String id = assertInstanceOf(SendOutcome.Queued.class, sent).remoteId();
        OperationId withdrawal = newOperation();
        for (int i = 0; i < 2; i++) {
            assertInstanceOf(SendOutcome.Queued.class, gateway.withdraw(withdrawal, id, "error"));
        }
        EdictStatus status = gateway.status(id);
        assertTrue(status == EdictStatus.WITHDRAWN || status == EdictStatus.CANCELLED, status.name());
    }

    private GatewayPromises promises() {
        NoticeBoardGateway gateway = newGateway();
        return new GatewayPromises(
                this::newOperation,
                operation -> gateway.publish(operation, order()),
                gateway::reconcile,
                gateway::status);
    }
}
