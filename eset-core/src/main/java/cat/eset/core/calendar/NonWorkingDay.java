package cat.eset.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A day that does not count, and why.
 *
 * @param date the day
 * @param holidays what was declared on it and where; empty for a plain Saturday or Sunday
 */
public record NonWorkingDay(LocalDate date, List<Declared> holidays) {

    /**
     * A holiday and the calendar that has it.
     *
     * @param calendar name of the calendar
     * @param holiday the holiday
     */
    public record Declared(String calendar, Holiday holiday) {

        /** Checks the values. */
        public Declared {
            Objects.requireNonNull(calendar, "calendar");
            Objects.requireNonNull(holiday, "holiday");
        }
    }

    /** Checks the values. */
    public NonWorkingDay {
        Objects.requireNonNull(date, "date");
        holidays = List.copyOf(holidays);
        if (holidays.isEmpty() && !isWeekend(date)) {
            throw new IllegalArgumentException("a weekday needs a holiday not to be a working day");
        }
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    /** Why, in words: {@code Saturday}, or {@code Sant Joan, REGIONAL, Catalunya}. */
    public String why() {
        if (holidays.isEmpty()) {
            return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        }
        Declared first = holidays.get(0);
        return first.holiday().name() + ", " + first.holiday().scope() + ", " + first.calendar();
    }

    @Override
    public String toString() {
        return date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " " + date + " (" + why() + ")";
    }
}
