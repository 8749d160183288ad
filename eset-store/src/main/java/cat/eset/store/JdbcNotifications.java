package cat.eset.store;

import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.notification.Notification;
import cat.eset.core.notification.NotificationEvent;
import cat.eset.core.notification.NotificationRepository;
import java.util.List;
import java.util.Optional;

/** Electronic notifications. */
final class JdbcNotifications implements NotificationRepository {

    private final Sendings<Notification, NotificationEvent> sendings;

    JdbcNotifications(Ground ground) {
        this.sendings = new Sendings<>(
                ground,
                "Notification",
                one -> new Sendings.Facts(
                        one.townHall(),
                        one.operation(),
                        one.state(),
                        one.prepared().expedient()),
                Notification::replay);
    }

    @Override
    public void save(Change<Notification, NotificationEvent> change) {
        sendings.save(change);
    }

    @Override
    public Optional<Notification> find(OperationId operation) {
        return sendings.find(operation);
    }

    @Override
    public List<Notification> in(TownHall townHall, Notification.State state) {
        return sendings.in(townHall, state);
    }

    @Override
    public List<Notification> of(TownHall townHall, ExpedientNumber expedient) {
        return sendings.of(townHall, expedient);
    }
}
