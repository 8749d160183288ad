package cat.eset.registry.sicres;

import cat.eset.core.InvalidValueException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Number and instant of an entry in the registry of one of the sides.
 *
 * @param number as that registry prints it
 * @param at when it was given; empty if what was written is no date
 */
public record EntryMark(String number, Optional<Instant> at) {

    /** Checks the values. */
    public EntryMark {
        Objects.requireNonNull(at, "at");
        if (number.isBlank()) {
            throw InvalidValueException.of("EntryMark", "a number");
        }
    }

    /** A number and its instant. */
    public static EntryMark of(String number, Instant at) {
        return new EntryMark(number, Optional.of(at));
    }
}
