package cat.eset.core.publication;

import cat.eset.core.DocumentContent;
import cat.eset.core.OperationId;
import cat.eset.core.notification.Reconciliation;
import cat.eset.core.notification.SendOutcome;
import java.util.Optional;

/** Publishes edicts on the notice board. Thread-safe. The contract test is {@code NoticeBoardGatewayContract} in the testkit. */
public interface NoticeBoardGateway {

    /**
     * Publishes. The operation is stored by the caller <em>before</em> the call; the same operation publishes once.
     *
     * @return never an exception for what the network or the service do after the sending began
     */
    SendOutcome publish(OperationId operation, EdictOrder order);

    /** Asks the board whether an unknown publication arrived. Has no effect there. */
    Reconciliation reconcile(OperationId operation);

    /**
     * Takes an edict down, or drops it if its first day has not come. After an unknown outcome ask for its {@link #status}; to take
     * down what is down already changes nothing.
     *
     * @param boardId identity of the edict on the board
     * @param reason what the board is told
     * @return the identity on the board, if it is down
     */
    SendOutcome withdraw(OperationId operation, String boardId, String reason);

    /**
     * Where an edict is.
     *
     * @throws cat.eset.core.EsetException if the board cannot be asked
     */
    EdictStatus status(String boardId);

    /**
     * The certificate of the board of how long an edict was exposed, once it is over.
     *
     * @throws cat.eset.core.EsetException if the board cannot be asked
     */
    Optional<DocumentContent> certificate(String boardId);
}
