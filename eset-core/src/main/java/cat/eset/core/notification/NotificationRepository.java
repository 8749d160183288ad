package cat.eset.core.notification;

import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.ExpedientNumber;
import java.util.List;
import java.util.Optional;

/** Keeps notifications. Thread-safe; joins the {@link cat.eset.core.work.UnitOfWork} of the caller. */
public interface NotificationRepository {

    /**
     * Stores a new state of a notification, with its events.
     *
     * @throws cat.eset.core.event.StaleStateException if somebody else changed it first
     */
    void save(Change<Notification, NotificationEvent> change);

    /** A notification by its operation. */
    Optional<Notification> find(OperationId operation);

    /** Notifications in a state, oldest first. */
    List<Notification> in(TownHall townHall, Notification.State state);

    /** Notifications of an expedient, oldest first. */
    List<Notification> of(TownHall townHall, ExpedientNumber expedient);
}
