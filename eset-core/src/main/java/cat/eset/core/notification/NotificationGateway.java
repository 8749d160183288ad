package cat.eset.core.notification;

import cat.eset.core.OperationId;
import java.util.List;

/** Carries notifications and communications electronically. Thread-safe. */
public interface NotificationGateway {

    /**
     * Sends. The operation is stored by the caller <em>before</em> the call, and is the only identity of the sending.
     *
     * @return never an exception for what the network or the service do after the sending began
     */
    SendOutcome send(OperationId operation, NotificationOrder order);

    /** Asks the service whether an unknown sending arrived. Has no effect there. */
    Reconciliation reconcile(OperationId operation);

    /**
     * Where a notification is.
     *
     * @throws cat.eset.core.EsetException if the service cannot be asked
     */
    NotificationStatus status(String remoteId);

    /**
     * The proofs that exist now, possibly none.
     *
     * @throws cat.eset.core.EsetException if the service cannot be asked
     */
    List<Evidence> evidence(String remoteId);
}
