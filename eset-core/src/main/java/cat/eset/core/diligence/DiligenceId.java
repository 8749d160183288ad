package cat.eset.core.diligence;

import cat.eset.core.InvalidValueException;
import cat.eset.core.OperationId;
import java.time.Clock;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Identity of a diligence.
 *
 * @param value 26 capitals and digits, ordered by time
 */
public record DiligenceId(String value) {

    /** Checks the form. */
    public DiligenceId {
        Objects.requireNonNull(value, "value");
        if (!value.matches("[A-Z0-9]{26}")) {
            throw InvalidValueException.of("DiligenceId", "26 capitals and digits");
        }
    }

    /** An identity that was stored. */
    public static DiligenceId of(String value) {
        return new DiligenceId(value);
    }

    /** A new identity. */
    public static DiligenceId next(Clock clock, RandomGenerator random) {
        return new DiligenceId(OperationId.next(clock, random).value());
    }

    @Override
    public String toString() {
        return value;
    }
}
