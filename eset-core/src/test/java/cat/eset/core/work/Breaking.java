package cat.eset.core.work;

import cat.eset.core.EsetException;
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
        REFUSAL,
        /** An exception, and certainly nothing was sent. */
        BEFORE_SENDING,
        /** An exception that does not know what became of it. */
        EXCEPTION;

        /** What a gateway tells by its answer and not by an exception. */
        static final List<Break> ANSWERED = List.of(NEVER, BEFORE_ARRIVAL, AFTER_ARRIVAL, REFUSAL);
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
        if (breaks == Break.BEFORE_SENDING) {
            throw new EsetException(failure);
        }
        if (breaks == Break.EXCEPTION) {
            throw new EsetException(Failure.of(Failure.Fault.NETWORK, "The connection broke")
                    .effect(Failure.Effect.UNKNOWN)
                    .build());
        }
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
