package cat.eset.testkit.contract;

import cat.eset.core.OperationId;
import cat.eset.core.archive.ArchiveDeposit;
import cat.eset.core.archive.ArchiveGateway;
import org.junit.jupiter.api.Test;

/** What a {@link ArchiveGateway} promises: an operation arrives once, and what became of it can be learnt. */
public interface ArchiveGatewayContract {

    /** The gateway, connected to a service that holds nothing it has to know. */
    ArchiveGateway newGateway();

    /** Something the service takes. */
    default ArchiveDeposit order() {
        return Sample.deposit();
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

    private GatewayPromises promises() {
        ArchiveGateway gateway = newGateway();
        return new GatewayPromises(
                this::newOperation,
                operation -> gateway.transfer(operation, order()),
                gateway::reconcile,
                gateway::status);
    }
}
