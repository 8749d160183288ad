package cat.eset.core.task;

import cat.eset.core.Actor;
import cat.eset.core.InvalidValueException;
import cat.eset.core.TownHall;
import cat.eset.core.event.Aggregate;
import cat.eset.core.event.AggregateKey;
import cat.eset.core.event.Change;
import cat.eset.core.event.Recorded;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.internal.Rules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that somebody has to do (contract eset-model 5). Immutable. That it is overdue is computed and never stored.
 *
 * @param townHall the entity it belongs to
 * @param id its identity
 * @param request what is asked
 * @param requestedBy who asks
 * @param createdAt when
 * @param assignee who is to do it now
 * @param state where it is
 * @param outcome what came of it, or why it was sent back or cancelled
 * @param version how many events made it
 */
public record Task(
        TownHall townHall,
        TaskId id,
        TaskRequest request,
        Actor requestedBy,
        Instant createdAt,
        Assignee assignee,
        State state,
        Optional<String> outcome,
        long version)
        implements Aggregate {

    /** Where a task is. */
    public enum State {
        /** Nobody has begun it. */
        PENDING,
        /** Somebody works on it. */
        IN_PROGRESS,
        /** It is done. */
        DONE,
        /** It was sent back with a reason. */
        REJECTED,
        /** It is no longer needed. */
        CANCELLED
    }

    /** Checks the values. */
    public Task {
        Objects.requireNonNull(townHall, "townHall");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(requestedBy, "requestedBy");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(assignee, "assignee");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(outcome, "outcome");
    }

    /** Asks for something. */
    public static Change<Task, TaskEvent> request(TaskId id, TaskRequest request, Actor by, Instant at) {
        Recorded<TaskEvent> event = new Recorded<>(new TaskEvent.Requested(id, request), by, at);
        return Change.of(requested(event), event);
    }

    /**
     * The task that a trail of events tells.
     *
     * @param events oldest first; the first one is a {@link TaskEvent.Requested}
     */
    public static Task replay(List<Recorded<TaskEvent>> events) {
        if (events.isEmpty()) {
            throw InvalidValueException.of("Task", "a trail has at least one event");
        }
        Task task = requested(events.get(0));
        for (Recorded<TaskEvent> event : events.subList(1, events.size())) {
            task = task.after(event.event());
        }
        return task;
    }

    private static Task requested(Recorded<TaskEvent> first) {
        if (!(first.event() instanceof TaskEvent.Requested e)) {
            throw InvalidValueException.of("Task", "its trail begins with its request");
        }
        return new Task(
                first.by().townHall(),
                e.id(),
                e.request(),
                first.by(),
                first.at(),
                e.request().assignee(),
                State.PENDING,
                Optional.empty(),
                1);
    }

    /** Begins it. */
    public Change<Task, TaskEvent> start(Actor by, Instant at) {
        Rules.TASK_STATE.require(state == State.PENDING, "starting task " + id + " in " + state);
        return record(new TaskEvent.Started(), by, at);
    }

    /** Gives it to somebody else. */
    public Change<Task, TaskEvent> reassign(Assignee to, Actor by, Instant at) {
        return open("reassigning", new TaskEvent.Reassigned(to), by, at);
    }

    /** Ends it. */
    public Change<Task, TaskEvent> finish(String result, Actor by, Instant at) {
        return open("finishing", new TaskEvent.Done(result), by, at);
    }

    /** Sends it back. */
    public Change<Task, TaskEvent> reject(String reason, Actor by, Instant at) {
        return open("rejecting", new TaskEvent.Rejected(reason), by, at);
    }

    /** Drops it. */
    public Change<Task, TaskEvent> cancel(String reason, Actor by, Instant at) {
        return open("cancelling", new TaskEvent.Cancelled(reason), by, at);
    }

    /** Whether somebody has still to do it. */
    public boolean isOpen() {
        return state == State.PENDING || state == State.IN_PROGRESS;
    }

    /** Whether it is late on a day. */
    public boolean isOverdue(LocalDate today) {
        return isOpen() && request.due().filter(today::isAfter).isPresent();
    }

    private Change<Task, TaskEvent> open(String step, TaskEvent event, Actor by, Instant at) {
        Rules.TASK_STATE.require(isOpen(), step + " task " + id + " in " + state);
        return record(event, by, at);
    }

    private Change<Task, TaskEvent> record(TaskEvent event, Actor by, Instant at) {
        return Change.of(after(event), new Recorded<>(event, by, at));
    }

    private Task after(TaskEvent event) {
        if (event instanceof TaskEvent.Started) {
            return next(assignee, State.IN_PROGRESS, outcome);
        } else if (event instanceof TaskEvent.Reassigned e) {
            return next(e.to(), state, outcome);
        } else if (event instanceof TaskEvent.Done e) {
            return next(assignee, State.DONE, Optional.of(e.outcome()));
        } else if (event instanceof TaskEvent.Rejected e) {
            return next(assignee, State.REJECTED, Optional.of(e.reason()));
        } else if (event instanceof TaskEvent.Cancelled e) {
            return next(assignee, State.CANCELLED, Optional.of(e.reason()));
        }
        throw InvalidValueException.of("Task", "a task is requested once");
    }

    private Task next(Assignee who, State to, Optional<String> result) {
        return new Task(townHall, id, request, requestedBy, createdAt, who, to, result, version + 1);
    }

    @Override
    public AggregateKey key() {
        return new AggregateKey("Task", id.value());
    }

    /** Does not print what is asked. */
    @Override
    public String toString() {
        return "Task[" + id + ", " + state + "]";
    }
}
