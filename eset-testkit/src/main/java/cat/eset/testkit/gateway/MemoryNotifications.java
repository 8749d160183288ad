package cat.eset.testkit.gateway;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Notifications in memory: deposited at once, accessed when told. Thread-safe. */
public final class MemoryNotifications implements NotificationGateway {

    private final Clock clock;
    private final Arrivals<NotificationOrder> arrived = new Arrivals<>("N-");
    private final Map<String, NotificationStatus> states = new ConcurrentHashMap<>();

    /** A service without notifications. */
    public MemoryNotifications(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public SendOutcome send(OperationId operation, NotificationOrder order) {
        SendOutcome outcome = arrived.send(operation, order);
        if (outcome instanceof SendOutcome.Queued queued) {
            states.putIfAbsent(
                    queued.remoteId(),
                    new NotificationStatus(
                            RemoteState.DEPOSITED, Optional.of(clock.instant()), Optional.empty(), Optional.empty()));
        }
        return outcome;
    }

    @Override
    public Reconciliation reconcile(OperationId operation) {
        return arrived.reconcile(operation);
    }

    @Override
    public NotificationStatus status(String remoteId) {
        arrived.require(remoteId);
        return Objects.requireNonNull(states.get(remoteId));
    }

    @Override
    public List<Evidence> evidence(String remoteId) {
        Evidence deposit = new Evidence(Evidence.Kind.DEPOSIT, xml("<diposit id=\"" + remoteId + "\"/>"));
        return status(remoteId).state().isPractised()
                ? List.of(deposit, new Evidence(Evidence.Kind.PRACTICE, xml("<practica id=\"" + remoteId + "\"/>")))
                : List.of(deposit);
    }

    /** What arrived by an operation. */
    public Optional<NotificationOrder> order(OperationId operation) {
        return arrived.find(operation);
    }

    /** The recipient accesses it now, rejects it, or its term runs out. */
    public void practised(String remoteId, RemoteState how) {
        NotificationStatus before = status(remoteId);
        states.put(
                remoteId,
                new NotificationStatus(how, before.depositedAt(), Optional.of(clock.instant()), Optional.empty()));
    }

    private static DocumentContent xml(String text) {
        return DocumentContent.of(text.getBytes(StandardCharsets.UTF_8), MediaType.XML);
    }
}
