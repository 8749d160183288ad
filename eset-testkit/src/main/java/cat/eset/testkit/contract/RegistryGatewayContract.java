package cat.eset.testkit.contract;

import cat.eset.core.OperationId;
import cat.eset.core.notification.Reconciliation;
import cat.eset.core.notification.SendOutcome;
import cat.eset.core.registry.ExchangeOrder;
import cat.eset.core.registry.ExchangeOutcome;
import cat.eset.core.registry.ExchangeReconciliation;
import cat.eset.core.registry.RegistryGateway;
import org.junit.jupiter.api.Test;

/** What a {@link RegistryGateway} promises: an operation arrives once, and what became of it can be learnt. */
public interface RegistryGatewayContract {

    /** The gateway, connected to a service that holds nothing it has to know. */
    RegistryGateway newGateway();

    /** Something the service takes. */
    default ExchangeOrder order() {
        return Sample.exchange();
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

    private static SendOutcome sent(ExchangeOutcome outcome) {
        return outcome.fold(
                sent -> new SendOutcome.Queued(sent.remoteId()),
                refused -> new SendOutcome.Refused(refused.failure()),
                unknown -> new SendOutcome.Unknown(unknown.operation(), unknown.failure()));
    }

    private static Reconciliation reconciled(ExchangeReconciliation found) {
        return found.fold(
                here -> new Reconciliation.Found(here.remoteId()),
                absent -> new Reconciliation.Absent(absent.operation()),
                still -> new Reconciliation.StillUnknown(still.failure()));
    }

    private GatewayPromises promises() {
        RegistryGateway gateway = newGateway();
        return new GatewayPromises(
                this::newOperation,
                operation -> sent(gateway.send(operation, order())),
                operation -> reconciled(gateway.reconcile(operation)),
                gateway::status);
    }
}
