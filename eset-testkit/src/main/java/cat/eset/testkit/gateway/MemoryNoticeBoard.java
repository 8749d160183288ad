package cat.eset.testkit.gateway;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.core.notification.Reconciliation;
import cat.eset.core.notification.SendOutcome;
import cat.eset.core.publication.EdictOrder;
import cat.eset.core.publication.EdictStatus;
import cat.eset.core.publication.NoticeBoardGateway;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A notice board in memory: exposed at once, over when told. Thread-safe. */
public final class MemoryNoticeBoard implements NoticeBoardGateway {

    private final Arrivals<EdictOrder> arrived = new Arrivals<>("E-");
    private final Map<String, EdictStatus> states = new ConcurrentHashMap<>();

    @Override
    public SendOutcome publish(OperationId operation, EdictOrder order) {
        return arrived.send(operation, order);
    }

    @Override
    public Reconciliation reconcile(OperationId operation) {
        return arrived.reconcile(operation);
    }

    @Override
    public SendOutcome withdraw(OperationId operation, String boardId, String reason) {
        arrived.require(boardId);
        states.putIfAbsent(boardId, EdictStatus.WITHDRAWN);
        return new SendOutcome.Queued(boardId);
    }

    @Override
    public EdictStatus status(String boardId) {
        arrived.require(boardId);
        return states.getOrDefault(boardId, EdictStatus.PUBLISHED);
    }

    @Override
    public Optional<DocumentContent> certificate(String boardId) {
        return status(boardId) == EdictStatus.ENDED
                ? Optional.of(DocumentContent.of(
                        ("%PDF-1.7\n% exposat " + boardId).getBytes(StandardCharsets.UTF_8), MediaType.PDF))
                : Optional.empty();
    }

    /** What arrived by an operation. */
    public Optional<EdictOrder> order(OperationId operation) {
        return arrived.find(operation);
    }

    /** The time of an edict is over. */
    public void ended(String boardId) {
        arrived.require(boardId);
        states.put(boardId, EdictStatus.ENDED);
    }
}
