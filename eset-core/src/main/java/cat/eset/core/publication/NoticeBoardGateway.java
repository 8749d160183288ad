package cat.eset.core.publication;

import cat.eset.core.DocumentContent;
import cat.eset.core.OperationId;
import java.util.List;

/** Publishes edicts on the notice board. Thread-safe. */
public interface NoticeBoardGateway {

    /**
     * Publishes an edict, or asks again with the same operation after an unknown outcome; the same operation publishes once.
     *
     * @param operation stored by the caller before the call
     * @param edict what is published
     * @param main the document
     * @param annexes further documents
     * @return identity of the edict on the board
     * @throws cat.eset.core.EsetException if it was refused or its outcome is unknown; the failure says which
     */
    String publish(OperationId operation, Edict edict, DocumentContent main, List<DocumentContent> annexes);

    /**
     * Takes an edict down.
     *
     * @param boardId identity of the edict on the board
     * @throws cat.eset.core.EsetException if it was refused or its outcome is unknown
     */
    void withdraw(OperationId operation, String boardId, String reason);
}
