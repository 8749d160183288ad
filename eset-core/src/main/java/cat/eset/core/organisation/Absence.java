package cat.eset.core.organisation;

import cat.eset.core.InvalidValueException;
import cat.eset.core.Person;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Days on which a holder cannot act, so that a substitute does (LBRL art. 23.3).
 *
 * @param person who is absent
 * @param from first day
 * @param to last day
 */
public record Absence(Person person, LocalDate from, LocalDate to) {

    /** Checks the values. */
    public Absence {
        Objects.requireNonNull(person, "person");
        if (to.isBefore(from)) {
            throw InvalidValueException.of("Absence", "it does not end before it begins");
        }
    }

    /** Whether it covers a day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
