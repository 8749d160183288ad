package cat.eset.core.memory;

import cat.eset.core.TownHall;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.task.Task;
import cat.eset.core.task.TaskEvent;
import cat.eset.core.task.TaskId;
import cat.eset.core.task.TaskList;
import java.util.List;
import java.util.Optional;

/** Tasks of any number of town halls. */
final class MemoryTasks implements TaskList {

    private final MemoryTable<TaskId, Task, TaskEvent> tasks;

    MemoryTasks(MemoryTransactions transactions, MemoryJournal journal) {
        this.tasks = new MemoryTable<>(transactions, journal, Task::id);
    }

    @Override
    public void save(Change<Task, TaskEvent> change) {
        tasks.save(change);
    }

    @Override
    public Optional<Task> find(TaskId id) {
        return tasks.find(id);
    }

    @Override
    public List<Task> open(TownHall townHall) {
        return tasks.where(t -> t.isOpen() && t.townHall().equals(townHall));
    }

    @Override
    public List<Task> open(TownHall townHall, ExpedientNumber expedient) {
        return tasks.where(t -> t.isOpen()
                && t.townHall().equals(townHall)
                && t.request().expedient().equals(Optional.of(expedient)));
    }
}
