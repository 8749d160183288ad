package cat.eset.core.calendar;

import cat.eset.core.ConfigurationException;
import cat.eset.core.Failure;

/**
 * A term reaches into a year whose calendar nobody has loaded. It is an error and not a year without holidays: a date
 * computed without the holidays would be wrong and nobody would notice (contract legal-rules R1).
 */
public final class MissingCalendarException extends ConfigurationException {

    private static final long serialVersionUID = 1L;

    private final String calendar;
    private final int year;

    MissingCalendarException(String calendar, int year) {
        super(Failure.of(
                        Failure.Fault.CONFIGURATION,
                        "the working calendar of " + calendar + " has no holidays for " + year)
                .remedy("load the holidays of " + year + " with WorkingCalendar.withYear, from the order of that year")
                .build());
        this.calendar = calendar;
        this.year = year;
    }

    /** Name of the calendar. */
    public String calendar() {
        return calendar;
    }

    /** The year that is missing. */
    public int year() {
        return year;
    }
}
