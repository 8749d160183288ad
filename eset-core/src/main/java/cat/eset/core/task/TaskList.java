package cat.eset.core.task;

import cat.eset.core.TownHall;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.ExpedientNumber;
import java.util.List;
import java.util.Optional;

/** Keeps tasks. Thread-safe; joins the {@link cat.eset.core.work.UnitOfWork} of the caller. */
public interface TaskList {

    /**
     * Stores a new state of a task, with its events.
     *
     * @throws cat.eset.core.event.StaleStateException if somebody else changed it first
     */
    void save(Change<Task, TaskEvent> change);

    /** A task. */
    Optional<Task> find(TaskId id);

    /** Tasks that are not done, oldest first. */
    List<Task> open(TownHall townHall);

    /** Tasks that hang from an expedient and are not done, oldest first. */
    List<Task> open(TownHall townHall, ExpedientNumber expedient);
}
