package cat.eset.core.work;

import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.core.notification.Reconciliation;
import cat.eset.core.notification.SendOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A service in memory whose network can break before or after a sending arrives. */
final class Breaking<T> {

    enum Break {
        NEVER,
        BEFORE_ARRIVAL,
        AFTER_ARRIVAL,
        REFUSAL
    }

    final Map<OperationId, T> arrived = new LinkedHashMap<>();
    final List<OperationId> calls = new ArrayList<>();
    final List<OperationId> doubled = new ArrayList<>();
    Break next = Break.NEVER;

    SendOutcome send(OperationId operation, T what) {
        calls.add(operation);
        Break breaks = next;
        next = Break.NEVER;
        Failure failure =
                Failure.of(Failure.Fault.NETWORK, "The connection broke").build();
        if (breaks == Break.REFUSAL) {
            return new SendOutcome.Refused(failure);
        }
        if (breaks != Break.BEFORE_ARRIVAL && arrived.put(operation, what) != null) {
            doubled.add(operation);
        }
        return breaks == Break.NEVER
                ? new SendOutcome.Queued(idOf(operation))
                : new SendOutcome.Unknown(operation, failure);
    }

    Reconciliation reconcile(OperationId operation) {
        return arrived.containsKey(operation)
                ? new Reconciliation.Found(idOf(operation))
                : new Reconciliation.Absent(operation);
    }

    static String idOf(OperationId operation) {
        return "R" + operation;
    }
}
