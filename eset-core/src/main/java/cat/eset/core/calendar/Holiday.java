package cat.eset.core.calendar;

import cat.eset.core.InvalidValueException;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A declared public holiday.
 *
 * @param date the day
 * @param scope who declared it and where it rules
 * @param name its usual name, for people
 */
public record Holiday(LocalDate date, HolidayScope scope, String name) {

    /** Checks the values. */
    public Holiday {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(scope, "scope");
        if (name.isBlank()) {
            throw InvalidValueException.of("Holiday", "its name may not be blank");
        }
    }

    /** A local holiday. */
    public static Holiday local(LocalDate date, String name) {
        return new Holiday(date, HolidayScope.LOCAL, name);
    }
}
