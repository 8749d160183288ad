package cat.eset.core.memory;

import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.notification.Notification;
import cat.eset.core.notification.NotificationEvent;
import cat.eset.core.notification.NotificationRepository;
import java.util.List;
import java.util.Optional;

/** Notifications of any number of town halls. */
final class MemoryNotifications implements NotificationRepository {

    private final MemoryTable<OperationId, Notification, NotificationEvent> notifications;

    MemoryNotifications(MemoryTransactions transactions, MemoryJournal journal) {
        this.notifications = new MemoryTable<>(transactions, journal, Notification::operation);
    }

    @Override
    public void save(Change<Notification, NotificationEvent> change) {
        notifications.save(change);
    }

    @Override
    public Optional<Notification> find(OperationId operation) {
        return notifications.find(operation);
    }

    @Override
    public List<Notification> in(TownHall townHall, Notification.State state) {
        return notifications.where(n -> n.townHall().equals(townHall) && n.state() == state);
    }

    @Override
    public List<Notification> of(TownHall townHall, ExpedientNumber expedient) {
        return notifications.where(
                n -> n.townHall().equals(townHall) && n.prepared().expedient().equals(expedient));
    }
}
