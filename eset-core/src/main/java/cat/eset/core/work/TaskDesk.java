package cat.eset.core.work;

import cat.eset.core.Actor;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.Situation;
import cat.eset.core.internal.Rules;
import cat.eset.core.task.Task;
import cat.eset.core.task.TaskEvent;
import cat.eset.core.task.TaskId;
import cat.eset.core.task.TaskRequest;

/** Tasks of people and groups, in an expedient or in none (contract eset-model 5). Thread-safe. */
public final class TaskDesk {

    private final Desk desk;

    TaskDesk(Desk desk) {
        this.desk = desk;
    }

    /** Asks for something. From an expedient that is closed, or about to be, nothing more can be asked (contract eset-model 4). */
    public Task request(TaskRequest request, Actor by) {
        return desk.inTransaction(() -> {
            Task asked = desk.request(request, by);
            // Read after the task is written, so that a store makes whoever closes the expedient at the same moment
            // wait.
            request.expedient().ifPresent(number -> {
                Situation situation = desk.expedient(by.townHall(), number).situation();
                Rules.EXPEDIENT_CLOSING.require(situation != Situation.CLOSING, "asking for a task in " + number);
                Rules.EXPEDIENT_CLOSED.require(situation == Situation.OPEN, "asking for a task in " + number);
            });
            return asked;
        });
    }

    /** Begins it. */
    public Task start(TaskId task, Actor by) {
        return change(task, by, Task::start);
    }

    /** Gives it to somebody else. */
    public Task reassign(TaskId task, Assignee to, Actor by) {
        return change(task, by, (t, who, at) -> t.reassign(to, who, at));
    }

    /** Ends it. */
    public Task finish(TaskId task, String outcome, Actor by) {
        return change(task, by, (t, who, at) -> t.finish(outcome, who, at));
    }

    /** Sends it back with a reason. */
    public Task reject(TaskId task, String reason, Actor by) {
        return change(task, by, (t, who, at) -> t.reject(reason, who, at));
    }

    /** Drops it. */
    public Task cancel(TaskId task, String reason, Actor by) {
        return change(task, by, (t, who, at) -> t.cancel(reason, who, at));
    }

    /** A task, as it is now; those that are open are in {@link WorkStore#tasks()}. */
    public Task get(TaskId task) {
        return desk.store.tasks().find(task).orElseThrow(() -> Rules.NOT_FOUND.refuse("looking for task " + task));
    }

    private Task change(TaskId task, Actor by, Command<Task, TaskEvent> command) {
        return desk.inTransaction(() -> {
            Change<Task, TaskEvent> change = command.on(get(task), by, desk.now());
            desk.store.tasks().save(change);
            return change.state();
        });
    }
}
