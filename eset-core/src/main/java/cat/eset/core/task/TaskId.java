package cat.eset.core.task;

import cat.eset.core.InvalidValueException;
import cat.eset.core.OperationId;
import java.time.Clock;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Identity of a task.
 *
 * @param value 26 capitals and digits, ordered by time
 */
public record TaskId(String value) {

    /** Checks the form. */
    public TaskId {
        Objects.requireNonNull(value, "value");
        if (!value.matches("[A-Z0-9]{26}")) {
            throw InvalidValueException.of("TaskId", "26 capitals and digits");
        }
    }

    /** An identity that was stored. */
    public static TaskId of(String value) {
        return new TaskId(value);
    }

    /** A new identity. */
    public static TaskId next(Clock clock, RandomGenerator random) {
        return new TaskId(OperationId.next(clock, random).value());
    }

    @Override
    public String toString() {
        return value;
    }
}
