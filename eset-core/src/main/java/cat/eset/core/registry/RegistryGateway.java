package cat.eset.core.registry;

import cat.eset.core.OperationId;

/**
 * Carries exits to the registries of other administrations (art. 16.4 Llei 39/2015; the exchange between registries is SIR). Thread-safe.
 * The contract test is {@code RegistryGatewayContract} in the testkit.
 *
 * <p>An implementation may be called back by the registry of the town hall while a call is open: never hold a transaction or a lock
 * across it.
 */
public interface RegistryGateway {

    /**
     * Sends an exit. The operation is stored by the caller <em>before</em> the call, and is the only identity of the sending.
     *
     * @return never an exception for what the network or the service do after the sending began
     */
    ExchangeOutcome send(OperationId operation, ExchangeOrder order);

    /** Asks whether an unknown sending arrived. Has no effect on it there. */
    ExchangeReconciliation reconcile(OperationId operation);

    /**
     * Where a sending is.
     *
     * @param remoteId from {@link ExchangeOutcome.Sent} or {@link ExchangeReconciliation.Found}
     * @throws cat.eset.core.EsetException if the service cannot be asked
     */
    ExchangeStatus status(String remoteId);
}
