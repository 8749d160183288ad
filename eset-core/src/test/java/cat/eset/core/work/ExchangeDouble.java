package cat.eset.core.work;

import cat.eset.core.OperationId;
import cat.eset.core.registry.ExchangeOrder;
import cat.eset.core.registry.ExchangeOutcome;
import cat.eset.core.registry.ExchangeReconciliation;
import cat.eset.core.registry.ExchangeStatus;
import cat.eset.core.registry.RegistryGateway;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Registry exchange in memory. */
final class ExchangeDouble implements RegistryGateway {

    final Breaking<ExchangeOrder> line = new Breaking<>();
    final Map<String, ExchangeStatus> states = new HashMap<>();

    @Override
    public ExchangeOutcome send(OperationId operation, ExchangeOrder order) {
        return line.send(operation, order)
                .fold(
                        queued -> new ExchangeOutcome.Sent(queued.remoteId(), List.of("extract")),
                        refused -> new ExchangeOutcome.Refused(refused.failure()),
                        unknown -> new ExchangeOutcome.Unknown(unknown.operation(), unknown.failure()));
    }

    @Override
    public ExchangeReconciliation reconcile(OperationId operation) {
        return line.reconcile(operation)
                .fold(
                        found -> new ExchangeReconciliation.Found(found.remoteId()),
                        absent -> new ExchangeReconciliation.Absent(absent.operation()),
                        still -> new ExchangeReconciliation.StillUnknown(still.failure()));
    }

    void accepted(String remoteId) {
        states.put(
                remoteId,
                new ExchangeStatus(
                        ExchangeStatus.Stage.ACCEPTED, "CONFIRMAT", Optional.of("E-2026-7"), Optional.empty()));
    }

    @Override
    public ExchangeStatus status(String remoteId) {
        return states.getOrDefault(
                remoteId,
                new ExchangeStatus(
                        ExchangeStatus.Stage.UNDER_WAY, "PENDENT_CONFIRMACIO", Optional.empty(), Optional.empty()));
    }
}
