package cat.eset.core.work;

import cat.eset.core.DocumentContent;
import cat.eset.core.OperationId;
import cat.eset.core.notification.Reconciliation;
import cat.eset.core.notification.SendOutcome;
import cat.eset.core.publication.EdictOrder;
import cat.eset.core.publication.EdictStatus;
import cat.eset.core.publication.NoticeBoardGateway;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A notice board in memory. */
final class BoardDouble implements NoticeBoardGateway {

    final Breaking<EdictOrder> line = new Breaking<>();
    final Map<String, EdictStatus> states = new HashMap<>();
    final Set<OperationId> withdrawals = new HashSet<>();
    private boolean withdrawalBreaks;

    void nextWithdrawalBreaks() {
        withdrawalBreaks = true;
    }

    @Override
    public SendOutcome publish(OperationId operation, EdictOrder order) {
        return line.send(operation, order);
    }

    @Override
    public Reconciliation reconcile(OperationId operation) {
        return line.reconcile(operation);
    }

    @Override
    public SendOutcome withdraw(OperationId operation, String boardId, String reason) {
        withdrawals.add(operation);
        states.put(boardId, EdictStatus.WITHDRAWN);
        boolean breaks = withdrawalBreaks;
        withdrawalBreaks = false;
        return breaks
                ? new SendOutcome.Unknown(
                        operation,
                        cat.eset.core.Failure.of(cat.eset.core.Failure.Fault.NETWORK, "The connection broke")
                                .effect(cat.eset.core.Failure.Effect.UNKNOWN)
                                .build())
                : new SendOutcome.Queued(boardId);
    }

    @Override
    public EdictStatus status(String boardId) {
        return states.getOrDefault(boardId, EdictStatus.PUBLISHED);
    }

    @Override
    public Optional<DocumentContent> certificate(String boardId) {
        return Optional.of(Town.pdf("diligència " + boardId));
    }
}
