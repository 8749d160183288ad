package cat.eset.core.work;

import cat.eset.core.DocumentContent;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A notification service in memory, whose network can break before or after a sending arrives. */
final class NotifyingDouble implements NotificationGateway {

    private final Clock clock;
    final Breaking<NotificationOrder> line = new Breaking<>();
    private final Map<String, NotificationStatus> states = new HashMap<>();

    NotifyingDouble(Clock clock) {
        this.clock = clock;
    }

    @Override
    public SendOutcome send(OperationId operation, NotificationOrder order) {
        return line.send(operation, order);
    }

    @Override
    public Reconciliation reconcile(OperationId operation) {
        return line.reconcile(operation);
    }

    void deposited(OperationId operation) {
        states.put(
                Breaking.idOf(operation),
                new NotificationStatus(
                        RemoteState.DEPOSITED, Optional.of(clock.instant()), Optional.empty(), Optional.empty()));
    }

    void accepted(OperationId operation) {
        Optional<Instant> deposit = status(Breaking.idOf(operation)).depositedAt();
        states.put(
                Breaking.idOf(operation),
                new NotificationStatus(RemoteState.ACCEPTED, deposit, Optional.of(clock.instant()), Optional.empty()));
    }

    @Override
    public NotificationStatus status(String remoteId) {
        return states.getOrDefault(remoteId, NotificationStatus.of(RemoteState.PENDING));
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
}
