package cat.eset.core.calendar;

import cat.eset.core.InvalidValueException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The holidays of one year as the yearly order declares them, with the order as source.
 *
 * @param year the year
 * @param source the act that declares them, for example {@code Ordre EMT/85/2024}
 * @param holidays in order of date, each in that year and at most one per day
 */
public record CalendarYear(int year, String source, List<Holiday> holidays) {

    /** Checks the values and puts the holidays in order. */
    public CalendarYear {
        Objects.requireNonNull(source, "source");
        holidays = holidays.stream().sorted(Comparator.comparing(Holiday::date)).toList();
        if (source.isBlank()) {
            throw InvalidValueException.of("CalendarYear", "the act that declares its holidays must be named");
        }
        if (holidays.isEmpty()) {
            throw InvalidValueException.of("CalendarYear", "a year without holidays is a year that is not known");
        }
        int expected = year;
        if (holidays.stream().anyMatch(h -> h.date().getYear() != expected)) {
            throw InvalidValueException.of("CalendarYear", "each holiday must fall in the year of the calendar");
        }
        if (holidays.stream().map(Holiday::date).distinct().count() != holidays.size()) {
            throw InvalidValueException.of("CalendarYear", "a day may be declared once");
        }
    }

    /** A year with its source. */
    public static CalendarYear of(int year, String source, Collection<Holiday> holidays) {
        return new CalendarYear(year, source, List.copyOf(holidays));
    }
}
