package cat.eset.core.calendar;

import cat.eset.core.InvalidValueException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The holidays that rule in one place, for the years that were loaded. Saturdays and Sundays are non-working besides
 * (Llei 39/2015 art. 30.2). Immutable and thread-safe.
 *
 * <p>A town starts from {@link #catalonia()}, takes its own name with {@link #of(String)}, and adds its two local
 * holidays of each year with {@link #withLocalHolidays}.
 */
public final class WorkingCalendar {

    private final String name;
    private final SortedMap<Integer, CalendarYear> years;
    private final Set<Integer> yearsWithLocalHolidays;
    private final Map<LocalDate, Holiday> byDate;

    private WorkingCalendar(String name, SortedMap<Integer, CalendarYear> years, Set<Integer> yearsWithLocalHolidays) {
        this.name = name;
        this.years = years;
        this.yearsWithLocalHolidays = yearsWithLocalHolidays;
        this.byDate = new HashMap<>();
        years.values().forEach(year -> year.holidays().forEach(h -> byDate.put(h.date(), h)));
    }

    /** The yearly calendars of Catalonia that come with the SDK (2024 to 2026), without local holidays. */
    public static WorkingCalendar catalonia() {
        return ShippedCalendars.catalonia();
    }

    /** A calendar with no year yet. */
    public static WorkingCalendar empty(String name) {
        if (name.isBlank()) {
            throw InvalidValueException.of("WorkingCalendar", "its name may not be blank");
        }
        return new WorkingCalendar(name, new TreeMap<>(), Set.of());
    }

    /** The same holidays under the name of a town. */
    public WorkingCalendar of(String town) {
        if (town.isBlank()) {
            throw InvalidValueException.of("WorkingCalendar", "its name may not be blank");
        }
        return new WorkingCalendar(town, years, yearsWithLocalHolidays);
    }

    /** Adds a year, or puts it in the place of the one there was, local holidays included. */
    public WorkingCalendar withYear(CalendarYear year) {
        SortedMap<Integer, CalendarYear> copy = new TreeMap<>(years);
        copy.put(year.year(), year);
        Set<Integer> local = new HashSet<>(yearsWithLocalHolidays);
        if (year.holidays().stream().anyMatch(h -> h.scope() == HolidayScope.LOCAL)) {
            local.add(year.year());
        } else {
            local.remove(year.year());
        }
        return new WorkingCalendar(name, copy, local);
    }

    /**
     * Adds the local holidays of a year that is already loaded.
     *
     * @throws MissingCalendarException if the year is not loaded
     */
    public WorkingCalendar withLocalHolidays(int year, LocalDate... days) {
        List<Holiday> holidays = new ArrayList<>();
        for (LocalDate day : days) {
            holidays.add(Holiday.local(day, "local holiday"));
        }
        return withLocalHolidays(year, holidays);
    }

    /**
     * Adds the local holidays of a year that is already loaded, with their names.
     *
     * @throws MissingCalendarException if the year is not loaded
     */
    public WorkingCalendar withLocalHolidays(int year, Collection<Holiday> days) {
        CalendarYear known = year(year);
        if (days.stream().anyMatch(h -> h.scope() != HolidayScope.LOCAL)) {
            throw InvalidValueException.of("WorkingCalendar", "a local holiday has scope LOCAL");
        }
        List<Holiday> all = new ArrayList<>(known.holidays());
        all.addAll(days);
        return withYear(CalendarYear.of(year, known.source(), all));
    }

    /**
     * The same calendar as it rules in Aran: 17 June instead of 26 December, unless 17 June is a Sunday (order of the
     * labour department, arts. 1-3).
     */
    public WorkingCalendar inAran() {
        WorkingCalendar result = this;
        for (CalendarYear year : years.values()) {
            LocalDate june = LocalDate.of(year.year(), Month.JUNE, 17);
            LocalDate december = LocalDate.of(year.year(), Month.DECEMBER, 26);
            boolean sunday = june.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (!sunday && byDate.containsKey(december)) {
                List<Holiday> all = new ArrayList<>(year.holidays());
                all.removeIf(h -> h.date().equals(december));
                all.add(new Holiday(june, HolidayScope.ARAN, "Festa d'Aran"));
                result = result.withYear(CalendarYear.of(year.year(), year.source(), all));
            }
        }
        return result;
    }

    /** Its name, for people. */
    public String name() {
        return name;
    }

    /** The years that are loaded. */
    public SortedSet<Integer> years() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(years.keySet()));
    }

    /**
     * A year.
     *
     * @throws MissingCalendarException if it is not loaded
     */
    public CalendarYear year(int year) {
        CalendarYear found = years.get(year);
        if (found == null) {
            throw new MissingCalendarException(name, year);
        }
        return found;
    }

    /** Whether local holidays were given for that year: every municipality has two. */
    public boolean hasLocalHolidays(int year) {
        return yearsWithLocalHolidays.contains(year);
    }

    /**
     * The holiday declared on that day, if any; Saturdays and Sundays are not holidays by themselves.
     *
     * @throws MissingCalendarException if the year is not loaded
     */
    public Optional<Holiday> holidayOn(LocalDate date) {
        Objects.requireNonNull(date, "date");
        year(date.getYear());
        return Optional.ofNullable(byDate.get(date));
    }

    @Override
    public String toString() {
        return "WorkingCalendar[" + name + ", " + years.keySet() + "]";
    }
}
