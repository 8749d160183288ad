package cat.eset.core.term;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * A second, naive way to count terms, which shares nothing with the engine: years, months and days as integers, holidays
 * as texts, a walk from day to day. A day beyond 2024-2026 is {@link Unknown}.
 */
final class NaiveTerms {

    /** The walk left the years that are known. */
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** As the yearly orders list them, day/month/year. */
    private static final String CATALONIA =
            "1/1/2024 6/1/2024 29/3/2024 1/4/2024 1/5/2024 24/6/2024 15/8/2024 11/9/2024"
                    + " 12/10/2024 1/11/2024 6/12/2024 25/12/2024 26/12/2024"
                    + " 1/1/2025 6/1/2025 18/4/2025 21/4/2025 1/5/2025 24/6/2025 15/8/2025 11/9/2025 1/11/2025 6/12/2025"
                    + " 8/12/2025 25/12/2025 26/12/2025"
                    + " 1/1/2026 6/1/2026 3/4/2026 6/4/2026 1/5/2026 24/6/2026 15/8/2026 11/9/2026 12/10/2026 8/12/2026"
                    + " 25/12/2026 26/12/2026";

    private static final int[] LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private final Set<String> holidays = new HashSet<>(Arrays.asList(CATALONIA.split(" ")));

    NaiveTerms(String... localHolidays) {
        holidays.addAll(Arrays.asList(localHolidays));
    }

    /** A day: year, month, day of month. */
    record Day(int year, int month, int day) {

        Day next() {
            if (day < length(year, month)) {
                return new Day(year, month, day + 1);
            }
            return month < 12 ? new Day(year, month + 1, 1) : new Day(year + 1, 1, 1);
        }

        Day plus(int days) {
            Day result = this;
            for (int i = 0; i < days; i++) {
                result = result.next();
            }
            return result;
        }

        Day plusMonths(int months) {
            int y = year;
            int m = month;
            for (int i = 0; i < months; i++) {
                m++;
                if (m == 13) {
                    m = 1;
                    y++;
                }
            }
            return new Day(y, m, Math.min(day, length(y, m)));
        }

        /** 0 Sunday to 6 Saturday, by the rule of Sakamoto. */
        int weekday() {
            int[] t = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
            int y = month < 3 ? year - 1 : year;
            return (y + y / 4 - y / 100 + y / 400 + t[month - 1] + day) % 7;
        }

        private static int length(int year, int month) {
            boolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
            return month == 2 && leap ? 29 : LENGTHS[month - 1];
        }

        String iso() {
            return String.format(java.util.Locale.ROOT, "%04d-%02d-%02d", year, month, day);
        }
    }

    boolean isWorking(Day d) {
        if (d.year() < 2024 || d.year() > 2026) {
            throw new Unknown();
        }
        return d.weekday() != 0 && d.weekday() != 6 && !holidays.contains(d.day() + "/" + d.month() + "/" + d.year());
    }

    Day roll(Day d) {
        Day result = d;
        while (!isWorking(result)) {
            result = result.next();
        }
        return result;
    }

    Day workingDays(Day start, int n) {
        Day d = start;
        int counted = 0;
        while (counted < n) {
            d = d.next();
            if (isWorking(d)) {
                counted++;
            }
        }
        return d;
    }

    Day naturalDays(Day start, int n) {
        return roll(start.plus(n));
    }

    Day months(Day start, int n) {
        return roll(start.plusMonths(n));
    }

    /** Minute by minute; the answer is the day and the minute of that day, 1 to 1440. */
    String hours(Day start, int startMinute, int hours) {
        Day d = start;
        int minute = startMinute;
        int left = hours * 60;
        boolean working = isWorking(d);
        while (left > 0) {
            if (minute == 1440) {
                minute = 0;
                d = d.next();
                working = isWorking(d);
            }
            minute++;
            if (working) {
                left--;
            }
        }
        return d.iso() + " " + minute;
    }
}
