package cat.eset.notify.record;

import cat.eset.core.InvalidValueException;
import java.time.Instant;

/**
 * From one instant to another, both included.
 *
 * @param from first instant
 * @param to last instant, not before the first
 */
public record Period(Instant from, Instant to) {

    /** Checks the order. */
    public Period {
        if (to.isBefore(from)) {
            throw InvalidValueException.of("Period", "its end may not come before its start");
        }
    }
}
