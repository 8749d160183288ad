package cat.eset.testkit.gateway;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.core.notification.Reconciliation;
import cat.eset.core.notification.SendOutcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What arrived at a service, once per operation. Thread-safe. */
final class Arrivals<T> {

    private final String prefix;
    private final Map<OperationId, T> all = new LinkedHashMap<>();

    Arrivals(String prefix) {
        this.prefix = prefix;
    }

    synchronized SendOutcome send(OperationId operation, T what) {
        all.putIfAbsent(operation, what);
        return new SendOutcome.Queued(prefix + operation);
    }

    synchronized Reconciliation reconcile(OperationId operation) {
        return all.containsKey(operation)
                ? new Reconciliation.Found(prefix + operation)
                : new Reconciliation.Absent(operation);
    }

    /** What has this identity at the service. */
    synchronized T require(String remoteId) {
        return all.entrySet().stream()
                .filter(e -> (prefix + e.getKey()).equals(remoteId))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new EsetException(
                        Failure.of(Failure.Fault.CALLER, "There is nothing with the identity " + remoteId)
                                .build()));
    }

    synchronized Optional<T> find(OperationId operation) {
        return Optional.ofNullable(all.get(operation));
    }
}
