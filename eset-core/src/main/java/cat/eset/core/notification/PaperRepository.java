package cat.eset.core.notification;

import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.ExpedientNumber;
import java.util.List;
import java.util.Optional;

/** Keeps notifications on paper. Thread-safe; joins the {@link cat.eset.core.work.UnitOfWork} of the caller. */
public interface PaperRepository {

    /**
     * Stores a new state of a notification, with its events.
     *
     * @throws cat.eset.core.event.StaleStateException if somebody else changed it first
     */
    void save(Change<PaperNotification, PaperEvent> change);

    /** A notification by its identity. */
    Optional<PaperNotification> find(OperationId operation);

    /** Notifications in a state, oldest first. */
    List<PaperNotification> in(TownHall townHall, PaperNotification.State state);

    /** Notifications of an expedient, oldest first. */
    List<PaperNotification> of(TownHall townHall, ExpedientNumber expedient);
}
