package cat.eset.core.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The calendars that count together: a day is a working day if it is one in all of them. For a registry, the seat's
 * alone (Llei 39/2015 art. 31.3); for a term that runs against a person, the seat's and that of the place where the
 * person lives (art. 30.6). Immutable and thread-safe; lookups take some nanoseconds.
 */
public final class WorkingCalendars {

    private static final byte UNKNOWN = 0;
    private static final byte WORKING = 1;
    private static final byte NON_WORKING = 2;

    private final List<WorkingCalendar> calendars;
    private final long firstDay;
    private final byte[] days;
    private final @Nullable NonWorkingDay[] why;
    private final Map<Integer, List<String>> withoutLocalHolidays = new HashMap<>();

    private WorkingCalendars(List<WorkingCalendar> calendars) {
        this.calendars = calendars;
        SortedSet<Integer> years = new TreeSet<>(calendars.get(0).years());
        calendars.forEach(c -> years.retainAll(c.years()));
        this.firstDay =
                years.isEmpty() ? 0 : LocalDate.ofYearDay(years.first(), 1).toEpochDay();
        this.days = years.isEmpty()
                ? new byte[0]
                : new byte[(int) (LocalDate.ofYearDay(years.last() + 1, 1).toEpochDay() - firstDay)];
        this.why = new NonWorkingDay[days.length];
        for (int year : years) {
            fill(year);
        }
    }

    private void fill(int year) {
        withoutLocalHolidays.put(
                year,
                calendars.stream()
                        .filter(c -> !c.hasLocalHolidays(year))
                        .map(WorkingCalendar::name)
                        .toList());
        LocalDate end = LocalDate.ofYearDay(year + 1, 1);
        for (LocalDate date = LocalDate.ofYearDay(year, 1); date.isBefore(end); date = date.plusDays(1)) {
            List<NonWorkingDay.Declared> declared = new ArrayList<>(1);
            for (WorkingCalendar calendar : calendars) {
                Optional<Holiday> holiday = calendar.holidayOn(date);
                if (holiday.isPresent()) {
                    declared.add(new NonWorkingDay.Declared(calendar.name(), holiday.get()));
                }
            }
            boolean working = declared.isEmpty() && !NonWorkingDay.isWeekend(date);
            int index = (int) (date.toEpochDay() - firstDay);
            days[index] = working ? WORKING : NON_WORKING;
            why[index] = working ? null : new NonWorkingDay(date, declared);
        }
    }

    /** The seat's calendar alone: what counts for the registry and for the administration. */
    public static WorkingCalendars of(WorkingCalendar seat) {
        return new WorkingCalendars(List.of(seat));
    }

    /** The seat's calendar and that of the place where the person lives (art. 30.6). */
    public static WorkingCalendars of(WorkingCalendar seat, WorkingCalendar residence) {
        return new WorkingCalendars(List.of(seat, residence));
    }

    /** The calendars, the seat's first. */
    public List<WorkingCalendar> calendars() {
        return calendars;
    }

    /**
     * Whether it is a working day in all calendars.
     *
     * @throws MissingCalendarException if a calendar has not that year
     */
    public boolean isWorking(LocalDate date) {
        return isWorking(date.toEpochDay());
    }

    private boolean isWorking(long epochDay) {
        long index = epochDay - firstDay;
        byte day = index < 0 || index >= days.length ? UNKNOWN : days[(int) index];
        if (day == UNKNOWN) {
            throw missing(LocalDate.ofEpochDay(epochDay).getYear());
        }
        return day == WORKING;
    }

    private MissingCalendarException missing(int year) {
        String name = calendars.stream()
                .filter(c -> !c.years().contains(year))
                .map(WorkingCalendar::name)
                .findFirst()
                .orElseThrow();
        return new MissingCalendarException(name, year);
    }

    /**
     * The nth working day after a date, which itself does not count.
     *
     * @param n how many, not negative; 0 gives the date itself
     * @throws MissingCalendarException if it lies beyond the years that are loaded
     */
    public LocalDate plusWorkingDays(LocalDate date, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("terms are counted forward");
        }
        long day = date.toEpochDay();
        for (int left = n; left > 0; ) {
            day++;
            if (isWorking(day)) {
                left--;
            }
        }
        return LocalDate.ofEpochDay(day);
    }

    /**
     * The date itself if it is a working day, else the next one that is (art. 30.5).
     *
     * @throws MissingCalendarException if it lies beyond the years that are loaded
     */
    public LocalDate workingOrNext(LocalDate date) {
        long day = date.toEpochDay();
        if (isWorking(day)) {
            return date;
        }
        do {
            day++;
        } while (!isWorking(day));
        return LocalDate.ofEpochDay(day);
    }

    /**
     * The non-working days between two dates, with the reason of each.
     *
     * @param after first limit, not included
     * @param to last limit, included
     * @throws MissingCalendarException if a year is not loaded
     */
    public List<NonWorkingDay> nonWorkingDays(LocalDate after, LocalDate to) {
        List<NonWorkingDay> result = new ArrayList<>();
        for (long day = after.toEpochDay() + 1; day <= to.toEpochDay(); day++) {
            if (!isWorking(day)) {
                result.add(explain(day));
            }
        }
        return List.copyOf(result);
    }

    /**
     * Why a day is not a working day; empty if it is one.
     *
     * @throws MissingCalendarException if the year is not loaded
     */
    public Optional<NonWorkingDay> whyNonWorking(LocalDate date) {
        return isWorking(date) ? Optional.empty() : Optional.of(explain(date.toEpochDay()));
    }

    private NonWorkingDay explain(long epochDay) {
        return Objects.requireNonNull(why[(int) (epochDay - firstDay)], "every non-working day has its reason");
    }

    /**
     * The names of the calendars that have no local holidays for that year: a result that depends on them is doubtful.
     *
     * @throws MissingCalendarException if the year is not loaded
     */
    public List<String> withoutLocalHolidays(int year) {
        List<String> names = withoutLocalHolidays.get(year);
        if (names == null) {
            throw missing(year);
        }
        return names;
    }

    @Override
    public String toString() {
        return "WorkingCalendars" + calendars;
    }
}
