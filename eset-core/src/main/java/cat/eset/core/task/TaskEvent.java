package cat.eset.core.task;

import cat.eset.core.event.Event;
import cat.eset.core.expedient.Assignee;
import java.util.Objects;

/** What happens to a task. */
public sealed interface TaskEvent extends Event {

    /**
     * It was asked for.
     *
     * @param id its identity
     * @param request what is asked
     */
    record Requested(TaskId id, TaskRequest request) implements TaskEvent {
        /** Checks the values. */
        public Requested {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(request, "request");
        }
    }

    /** Somebody began it. */
    record Started() implements TaskEvent {}

    /**
     * Somebody else is to do it.
     *
     * @param to who
     */
    record Reassigned(Assignee to) implements TaskEvent {}

    /**
     * It is done.
     *
     * @param outcome what came of it
     */
    record Done(String outcome) implements TaskEvent {
        /** Not what came of it, which may hold personal data. */
        @Override
        public String toString() {
            return "Done[***]";
        }
    }

    /**
     * It was sent back.
     *
     * @param reason why
     */
    record Rejected(String reason) implements TaskEvent {
        /** Not the reason, which may hold personal data. */
        @Override
        public String toString() {
            return "Rejected[***]";
        }
    }

    /**
     * It is no longer needed.
     *
     * @param reason why
     */
    record Cancelled(String reason) implements TaskEvent {
        /** Not the reason, which may hold personal data. */
        @Override
        public String toString() {
            return "Cancelled[***]";
        }
    }
}
