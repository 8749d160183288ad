package cat.eset.testkit.gateway;

import cat.eset.core.OperationId;
import cat.eset.core.registry.ExchangeOrder;
import cat.eset.core.registry.ExchangeOutcome;
import cat.eset.core.registry.ExchangeReconciliation;
import cat.eset.core.registry.ExchangeStatus;
import cat.eset.core.registry.RegistryGateway;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Registry exchange in memory: the other side decides when told. Thread-safe. */
public final class MemoryRegistryExchange implements RegistryGateway {

    private final Arrivals<ExchangeOrder> arrived = new Arrivals<>("X-");
    private final Map<String, ExchangeStatus> states = new ConcurrentHashMap<>();

    @Override
    public ExchangeOutcome send(OperationId operation, ExchangeOrder order) {
        return arrived.send(operation, order)
                .fold(
                        queued -> new ExchangeOutcome.Sent(queued.remoteId(), List.of()),
                        refused -> new ExchangeOutcome.Refused(refused.failure()),
                        unknown -> new ExchangeOutcome.Unknown(operation, unknown.failure()));
    }

    @Override
    public ExchangeReconciliation reconcile(OperationId operation) {
        return arrived.reconcile(operation)
                .fold(
                        found -> new ExchangeReconciliation.Found(found.remoteId()),
                        absent -> new ExchangeReconciliation.Absent(operation),
                        still -> new ExchangeReconciliation.StillUnknown(still.failure()));
    }

    @Override
    public ExchangeStatus status(String remoteId) {
        arrived.require(remoteId);
        return states.getOrDefault(
                remoteId,
                new ExchangeStatus(
                        ExchangeStatus.Stage.UNDER_WAY, "PENDENT_CONFIRMACIO", Optional.empty(), Optional.empty()));
    }

    /** What arrived by an operation. */
    public Optional<ExchangeOrder> order(OperationId operation) {
        return arrived.find(operation);
    }

    /** The other registry makes its entry. */
    public void accepted(String remoteId, String entryNumber) {
        arrived.require(remoteId);
        states.put(
                remoteId,
                new ExchangeStatus(
                        ExchangeStatus.Stage.ACCEPTED, "CONFIRMAT", Optional.of(entryNumber), Optional.empty()));
    }
}
