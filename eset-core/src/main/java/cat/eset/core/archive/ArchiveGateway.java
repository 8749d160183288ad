package cat.eset.core.archive;

import cat.eset.core.OperationId;
import cat.eset.core.notification.Reconciliation;
import cat.eset.core.notification.SendOutcome;

/**
 * Transfers closed expedients to an archive that keeps them. Thread-safe. The contract test is {@code ArchiveGatewayContract} in the
 * testkit.
 */
public interface ArchiveGateway {

    /**
     * Sends a deposit; whether the archive takes it is known later, by {@link #status}. The operation is stored by the caller
     * <em>before</em> the call, and is the only identity of the transfer.
     *
     * @return never an exception for what the network or the service do after the sending began
     */
    SendOutcome transfer(OperationId operation, ArchiveDeposit deposit);

    /** Asks the archive whether an unknown transfer arrived. Has no effect there. */
    Reconciliation reconcile(OperationId operation);

    /**
     * What the archive has done with a deposit.
     *
     * @param remoteId its identity there
     * @throws cat.eset.core.EsetException if the archive cannot be asked
     */
    ArchiveStatus status(String remoteId);
}
