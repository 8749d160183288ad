package cat.eset.store;

import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.event.Change;
import cat.eset.core.event.Recorded;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.notification.Notification;
import cat.eset.core.notification.NotificationEvent;
import cat.eset.core.notification.NotificationRepository;
import java.util.List;
import java.util.Optional;

/** Notifications. */
final class JdbcNotifications implements NotificationRepository, Aggregates.Shape<Notification, NotificationEvent> {

    private static final String ORDER = "prepared_at, id";
    private static final String ONE = "t.id = ?";
    private static final String IN = "t.tenant = ? AND t.state = ?";
    private static final String OF_EXPEDIENT = "t.tenant = ? AND t.expedient_year = ? AND t.expedient_number = ?";

    private final Aggregates<Notification, NotificationEvent> notifications;

    JdbcNotifications(Ground ground) {
        this.notifications = ground.aggregates(this);
    }

    @Override
    public void save(Change<Notification, NotificationEvent> change) {
        notifications.save(change);
    }

    @Override
    public Optional<Notification> find(OperationId operation) {
        return notifications.one(ONE, operation.value());
    }

    @Override
    public List<Notification> in(TownHall townHall, Notification.State state) {
        return notifications.many(IN, ORDER, notifications.scope().tenant(townHall), state);
    }

    @Override
    public List<Notification> of(TownHall townHall, ExpedientNumber expedient) {
        return notifications.many(
                OF_EXPEDIENT, ORDER, notifications.scope().tenant(townHall), expedient.year(), expedient.sequence());
    }

    @Override
    public String kind() {
        return "Notification";
    }

    @Override
    public String table() {
        return "notification";
    }

    @Override
    public Row row(Notification notification) {
        return Row.of(table(), notification.townHall().ine10().value())
                .key("id", notification.operation().value())
                .set("state", notification.state())
                .set("prepared_at", notification.preparedAt())
                .set("expedient_year", notification.prepared().expedient().year())
                .set("expedient_number", notification.prepared().expedient().sequence());
    }

    @Override
    public Notification replay(List<Recorded<NotificationEvent>> events) {
        return Notification.replay(events);
    }
}
