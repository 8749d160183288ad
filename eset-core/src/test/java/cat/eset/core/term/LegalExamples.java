package cat.eset.core.term;

import cat.eset.core.calendar.CalendarYear;
import cat.eset.core.calendar.WorkingCalendar;
import cat.eset.core.calendar.WorkingCalendars;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The calendars and the way of writing dates of the worked examples of the contract. */
public final class LegalExamples {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT);

    private LegalExamples() {}

    /** Catalonia without local holidays, as all examples unless said. */
    public static WorkingCalendars catalonia() {
        return WorkingCalendars.of(WorkingCalendar.catalonia());
    }

    /** A date as the contract writes it: {@code 14/4/2025}. */
    public static LocalDate day(String text) {
        return LocalDate.parse(text, DAY);
    }

    /** The calendar of Catalonia, with the local holidays of a town in 2025. */
    public static WorkingCalendar town(String name, String... localHolidays) {
        LocalDate[] days = new LocalDate[localHolidays.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = day(localHolidays[i]);
        }
        return WorkingCalendar.catalonia().of(name).withLocalHolidays(2025, days);
    }

    /** Only the years given, to see what happens beyond them. */
    public static WorkingCalendars only(int... years) {
        WorkingCalendar calendar = WorkingCalendar.empty("Catalunya");
        for (int year : years) {
            CalendarYear known = WorkingCalendar.catalonia().year(year);
            calendar = calendar.withYear(known);
        }
        return WorkingCalendars.of(calendar);
    }
}
