package cat.eset.testkit.gateway;

import cat.eset.core.OperationId;
import cat.eset.core.archive.ArchiveDeposit;
import cat.eset.core.archive.ArchiveGateway;
import cat.eset.core.archive.ArchiveStatus;
import cat.eset.core.notification.Reconciliation;
import cat.eset.core.notification.SendOutcome;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An archive in memory: it decides when told. Thread-safe. */
public final class MemoryArchive implements ArchiveGateway {

    private final Arrivals<ArchiveDeposit> arrived = new Arrivals<>("A-");
    private final Map<String, ArchiveStatus> states = new ConcurrentHashMap<>();

    @Override
    public SendOutcome transfer(OperationId operation, ArchiveDeposit deposit) {
        return arrived.send(operation, deposit);
    }

    @Override
    public Reconciliation reconcile(OperationId operation) {
        return arrived.reconcile(operation);
    }

    @Override
    public ArchiveStatus status(String remoteId) {
        arrived.require(remoteId);
        return states.getOrDefault(remoteId, new ArchiveStatus.InProcess());
    }

    /** What arrived by an operation. */
    public Optional<ArchiveDeposit> deposit(OperationId operation) {
        return arrived.find(operation);
    }

    /** The archive decides. */
    public void decides(String remoteId, ArchiveStatus status) {
        arrived.require(remoteId);
        states.put(remoteId, Objects.requireNonNull(status, "status"));
    }
}
