package cat.eset.core.term;

import static cat.eset.core.term.LegalExamples.day;
import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.calendar.MissingCalendarException;
import cat.eset.core.calendar.WorkingCalendar;
import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.law.Article;
import cat.eset.core.law.Norm;
import cat.eset.core.term.NaiveTerms.Day;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every start day of 2024-2026 with every kind of term, against a second, naive count. */
class ExhaustiveTermsTest {

    private static final String UNKNOWN = "year not known";

    enum Place {
        CATALONIA(new NaiveTerms(), WorkingCalendars.of(WorkingCalendar.catalonia())),
        SEAT_AND_RESIDENCE(
                new NaiveTerms("8/9/2025", "19/5/2025", "29/8/2025", "7/7/2026", "24/8/2026"),
                WorkingCalendars.of(
                        WorkingCalendar.catalonia()
                                .of("Seat")
                                .withLocalHolidays(2025, day("8/9/2025"), day("19/5/2025"))
                                .withLocalHolidays(2026, day("7/7/2026")),
                        WorkingCalendar.catalonia()
                                .of("Residence")
                                .withLocalHolidays(2025, day("29/8/2025"))
                                .withLocalHolidays(2026, day("24/8/2026"))));

        private final transient NaiveTerms naive;
        private final transient WorkingCalendars calendars;

        Place(NaiveTerms naive, WorkingCalendars calendars) {
            this.naive = naive;
            this.calendars = calendars;
        }
    }

    private static String naive(Supplier<Day> count) {
        try {
            return count.get().iso();
        } catch (NaiveTerms.Unknown e) {
            return UNKNOWN;
        }
    }

    private static String engine(Term term, LocalDate start, WorkingCalendars calendars) {
        try {
            TermResult result = term.from(start).on(calendars);
            checkReasons(result, calendars);
            return result.end().toString();
        } catch (MissingCalendarException e) {
            return UNKNOWN;
        }
    }

    /** What is said to be skipped is exactly what is not working between the start, or the raw end, and the end. */
    private static void checkReasons(TermResult result, WorkingCalendars calendars) {
        LocalDate from =
                result.term().unit() == TermUnit.WORKING_DAYS ? result.start().plusDays(1) : result.raw();
        List<LocalDate> expected = new ArrayList<>();
        for (LocalDate d = from; d.isBefore(result.end()); d = d.plusDays(1)) {
            if (!calendars.isWorking(d)) {
                expected.add(d);
            }
        }
        assertThat(result.skipped().stream().map(s -> s.date()).toList()).isEqualTo(expected);
    }

    private static void forEveryStart(StartCheck check) {
        int starts = 0;
        for (LocalDate start = LocalDate.of(2024, 1, 1); start.getYear() < 2027; start = start.plusDays(1)) {
            check.check(start, new Day(start.getYear(), start.getMonthValue(), start.getDayOfMonth()));
            starts++;
        }
        assertThat(starts).isEqualTo(366 + 365 + 365);
    }

    private interface StartCheck {
        void check(LocalDate start, Day naiveStart);
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void workingDays(Place place) {
        forEveryStart((start, naive) -> {
            for (int n : new int[] {1, 2, 3, 5, 7, 10, 15, 20, 30, 45}) {
                assertThat(engine(Term.workingDays(n), start, place.calendars))
                        .as("%d working days from %s", n, start)
                        .isEqualTo(naive(() -> place.naive.workingDays(naive, n)));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void naturalDays(Place place) {
        forEveryStart((start, naive) -> {
            for (int n : new int[] {1, 2, 6, 10, 15, 30, 90}) {
                assertThat(engine(Term.naturalDays(n, Article.of(Norm.ROF, "196.3")), start, place.calendars))
                        .as("%d natural days from %s", n, start)
                        .isEqualTo(naive(() -> place.naive.naturalDays(naive, n)));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void monthsAndYears(Place place) {
        forEveryStart((start, naive) -> {
            for (int n : new int[] {1, 2, 3, 4, 5, 6, 9, 11, 12}) {
                assertThat(engine(Term.months(n), start, place.calendars))
                        .as("%d months from %s", n, start)
                        .isEqualTo(naive(() -> place.naive.months(naive, n)));
            }
            for (int n : new int[] {1, 2, 4}) {
                assertThat(engine(Term.years(n), start, place.calendars))
                        .as("%d years from %s", n, start)
                        .isEqualTo(naive(() -> place.naive.months(naive, 12 * n)));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void hours(Place place) {
        forEveryStart((start, naive) -> {
            for (int minute : new int[] {0, 1, 9 * 60 + 30, 18 * 60, 1439}) {
                for (int n : new int[] {1, 6, 12, 24}) {
                    assertThat(hours(n, start, minute, place.calendars))
                            .as("%d hours from %s minute %d", n, start, minute)
                            .isEqualTo(naiveHours(place.naive, naive, minute, n));
                }
            }
        });
    }

    private static String hours(int n, LocalDate start, int minute, WorkingCalendars calendars) {
        try {
            HourTermResult result =
                    Term.hours(n).from(start.atStartOfDay().plusMinutes(minute)).on(calendars);
            return result.endDate() + " " + result.endMinute();
        } catch (MissingCalendarException e) {
            return UNKNOWN;
        }
    }

    private static String naiveHours(NaiveTerms naive, Day start, int minute, int n) {
        try {
            return naive.hours(start, minute, n);
        } catch (NaiveTerms.Unknown e) {
            return UNKNOWN;
        }
    }

    @Test
    void suspensionsAreASetOfDays() {
        Random random = new Random(20260101);
        for (int round = 0; round < 20_000; round++) {
            LocalDate start = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(500));
            StartedTerm term = Term.months(1 + random.nextInt(6)).from(start);
            LocalDate plain = term.on(Place.CATALONIA.calendars).raw();
            Set<LocalDate> days = new HashSet<>();
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                LocalDate from = start.plusDays(random.nextInt(28));
                LocalDate to = from.plusDays(random.nextInt(120));
                boolean report = random.nextBoolean();
                term = term.suspended(
                        Suspension.of(report ? Suspension.Cause.MANDATORY_REPORT : Suspension.Cause.TESTS, from, to));
                LocalDate limit = from.plusMonths(3);
                for (LocalDate d = from.plusDays(1); !d.isAfter(to); d = d.plusDays(1)) {
                    if (!report || !d.isAfter(limit)) {
                        days.add(d);
                    }
                }
            }
            LocalDate raw = plain.plusDays(days.size());
            Day naive = new Day(raw.getYear(), raw.getMonthValue(), raw.getDayOfMonth());

            assertThat(term.on(Place.CATALONIA.calendars).end())
                    .hasToString(Place.CATALONIA.naive.roll(naive).iso());
        }
    }
}
