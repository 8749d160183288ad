package cat.eset.core.work;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.core.notification.Evidence;
import cat.eset.core.notification.NotificationGateway;
import cat.eset.core.notification.NotificationOrder;
import cat.eset.core.notification.NotificationStatus;
import cat.eset.core.notification.Reconciliation;
import cat.eset.core.notification.RemoteState;
import cat.eset.core.notification.SendOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A notification service in memory, whose network can break before or after a sending arrives. */
final class NotifyingDouble implements NotificationGateway {

    enum Break {
        NEVER,
        BEFORE_ARRIVAL,
        AFTER_ARRIVAL
    }

    private final Clock clock;
    final Map<OperationId, NotificationOrder> arrived = new LinkedHashMap<>();
    final List<OperationId> calls = new ArrayList<>();
    private final Map<String, NotificationStatus> states = new LinkedHashMap<>();
    Break next = Break.NEVER;

    NotifyingDouble(Clock clock) {
        this.clock = clock;
    }

    @Override
    public SendOutcome send(OperationId operation, NotificationOrder order) {
        calls.add(operation);
        Break breaks = next;
        next = Break.NEVER;
        if (breaks != Break.BEFORE_ARRIVAL) {
            arrived.put(operation, order);
            states.put(idOf(operation), NotificationStatus.of(RemoteState.PENDING));
        }
        return breaks == Break.NEVER
                ? new SendOutcome.Queued(idOf(operation))
                : new SendOutcome.Unknown(
                        operation,
                        Failure.of(Failure.Fault.NETWORK, "The connection broke")
                                .build());
    }

    @Override
    public Reconciliation reconcile(OperationId operation) {
        return arrived.containsKey(operation)
                ? new Reconciliation.Found(idOf(operation))
                : new Reconciliation.Absent(operation);
    }

    void deposited(OperationId operation) {
        states.put(
                idOf(operation),
                new NotificationStatus(
                        RemoteState.DEPOSITED, Optional.of(clock.instant()), Optional.empty(), Optional.empty()));
    }

    void accepted(OperationId operation) {
        Optional<Instant> deposit = status(idOf(operation)).depositedAt();
        states.put(
                idOf(operation),
                new NotificationStatus(RemoteState.ACCEPTED, deposit, Optional.of(clock.instant()), Optional.empty()));
    }

    @Override
    public NotificationStatus status(String remoteId) {
        return Optional.ofNullable(states.get(remoteId)).orElseThrow();
    }

    @Override
    public List<Evidence> evidence(String remoteId) {
        List<Evidence> all = new ArrayList<>();
        if (status(remoteId).depositedAt().isPresent()) {
            all.add(new Evidence(Evidence.Kind.DEPOSIT, xml("<deposit id=\"" + remoteId + "\"/>")));
        }
        if (status(remoteId).state().isPractised()) {
            all.add(new Evidence(Evidence.Kind.PRACTICE, xml("<practice id=\"" + remoteId + "\"/>")));
            all.add(new Evidence(
                    Evidence.Kind.READABLE,
                    DocumentContent.of("%PDF-1.7 proof".getBytes(StandardCharsets.UTF_8), MediaType.PDF)));
        }
        return all;
    }

    private static DocumentContent xml(String text) {
        return DocumentContent.of(text.getBytes(StandardCharsets.UTF_8), MediaType.XML);
    }

    private static String idOf(OperationId operation) {
        return "N" + operation;
    }
}
