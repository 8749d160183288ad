package cat.eset.core.work;

import cat.eset.core.OperationId;
import cat.eset.core.archive.ArchiveDeposit;
import cat.eset.core.archive.ArchiveGateway;
import cat.eset.core.archive.ArchiveStatus;
import cat.eset.core.notification.Reconciliation;
import cat.eset.core.notification.SendOutcome;

/** An archive in memory. */
final class ArchiveDouble implements ArchiveGateway {

    final Breaking<ArchiveDeposit> line = new Breaking<>();
    ArchiveStatus decides = new ArchiveStatus.InProcess();

    @Override
    public SendOutcome transfer(OperationId operation, ArchiveDeposit deposit) {
        return line.send(operation, deposit);
    }

    @Override
    public Reconciliation reconcile(OperationId operation) {
        return line.reconcile(operation);
    }

    @Override
    public ArchiveStatus status(String remoteId) {
        return decides;
    }
}
