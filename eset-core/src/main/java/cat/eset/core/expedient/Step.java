package cat.eset.core.expedient;

import cat.eset.core.InvalidValueException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A tràmit of an expedient: the third of its three notions (contract eset-model 3 and 4).
 *
 * @param number 1, 2, 3... inside the expedient
 * @param what a standard step, a waiting step or a free task
 * @param startedAt when it was added
 * @param state open or ended
 * @param outcome what came of it, once ended
 */
public record Step(int number, What what, Instant startedAt, State state, Optional<String> outcome) {

    /** Whether a step is still pending. */
    public enum State {
        /** Work to do, or a term that runs. */
        OPEN,
        /** Done, or waited for. */
        DONE,
        /** Given up. */
        CANCELLED
    }

    /** What a step is. */
    public sealed interface What {
        /** What people read. */
        String title();

        /** Whether somebody has to do something. */
        boolean isWork();
    }

    /**
     * A standard step of work.
     *
     * @param type of the catalogue
     * @param assignee who does it
     * @param due until when, if said
     */
    public record Work(StepType type, Assignee assignee, Optional<LocalDate> due) implements What {
        /** Checks the values. */
        public Work {
            Objects.requireNonNull(assignee, "assignee");
            Objects.requireNonNull(due, "due");
            if (type.kind() != StepType.Kind.WORK) {
                throw InvalidValueException.of("Step", "a waiting step of the catalogue is not work");
            }
        }

        @Override
        public String title() {
            return type.name();
        }

        @Override
        public boolean isWork() {
            return true;
        }
    }

    /**
     * A standard step of waiting; nobody is assigned.
     *
     * @param type of the catalogue
     * @param term for which it waits
     */
    public record Waiting(StepType type, WaitingTerm term) implements What {
        /** Checks the values. */
        public Waiting {
            Objects.requireNonNull(term, "term");
            if (type.kind() != StepType.Kind.WAITING) {
                throw InvalidValueException.of("Step", "a step of work of the catalogue does not wait");
            }
        }

        @Override
        public String title() {
            return type.name();
        }

        @Override
        public boolean isWork() {
            return false;
        }
    }

    /**
     * A free task (tasca lliure): a step in one's own words, addressed to somebody.
     *
     * @param title the words
     * @param assignee who does it
     * @param due until when, if said
     */
    public record FreeTask(String title, Assignee assignee, Optional<LocalDate> due) implements What {
        /** Checks the values. */
        public FreeTask {
            Objects.requireNonNull(assignee, "assignee");
            Objects.requireNonNull(due, "due");
            if (title.isBlank()) {
                throw InvalidValueException.of("Step", "a free task says what is to be done");
            }
        }

        @Override
        public boolean isWork() {
            return true;
        }

        /** Not its title, which may hold a person's name. */
        @Override
        public String toString() {
            return "FreeTask[" + assignee + "]";
        }
    }

    /** Checks the values. */
    public Step {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(outcome, "outcome");
        if (number < 1) {
            throw InvalidValueException.of("Step", "numbers from 1");
        }
    }

    /** Not what came of it, which may hold personal data. */
    @Override
    public String toString() {
        return "Step[" + number + ", " + what + ", " + state + "]";
    }

    /** Whether it is still pending. */
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether it is late on a day; computed, never stored. */
    public boolean isOverdue(LocalDate today) {
        if (!isOpen()) {
            return false;
        }
        Optional<LocalDate> due = Optional.empty();
        if (what instanceof Work work) {
            due = work.due();
        } else if (what instanceof FreeTask task) {
            due = task.due();
        }
        return due.filter(today::isAfter).isPresent();
    }

    Step ended(State end, String result) {
        return new Step(number, what, startedAt, end, Optional.of(result));
    }
}
