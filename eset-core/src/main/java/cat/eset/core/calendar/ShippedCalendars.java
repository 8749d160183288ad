package cat.eset.core.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads the calendars that come with the SDK. */
final class ShippedCalendars {

    private static final WorkingCalendar CATALONIA = load("catalonia.csv", "Catalunya");

    private ShippedCalendars() {}

    static WorkingCalendar catalonia() {
        return CATALONIA;
    }

    private static WorkingCalendar load(String file, String name) {
        try (InputStream in =
                        Objects.requireNonNull(ShippedCalendars.class.getResourceAsStream(file), "calendar resource");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return parse(name, lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines {@code year;YYYY;source} followed by lines {@code date;scope;name}; {@code #} starts a comment. */
    private static WorkingCalendar parse(String name, List<String> lines) {
        WorkingCalendar calendar = WorkingCalendar.empty(name);
        int year = 0;
        String source = "";
        List<Holiday> holidays = new ArrayList<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] fields = line.split(";", 3);
            if (fields[0].equals("year")) {
                calendar = year == 0 ? calendar : calendar.withYear(CalendarYear.of(year, source, holidays));
                year = Integer.parseInt(fields[1]);
                source = fields[2];
                holidays.clear();
            } else {
                holidays.add(new Holiday(LocalDate.parse(fields[0]), HolidayScope.valueOf(fields[1]), fields[2]));
            }
        }
        return calendar.withYear(CalendarYear.of(year, source, holidays));
    }
}
