package cat.eset.core.calendar;

import static cat.eset.core.term.LegalExamples.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.InvalidValueException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    private static final WorkingCalendar CATALONIA = WorkingCalendar.catalonia();

    @ParameterizedTest(name = "calendars: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2024 | 1/1 6/1 29/3 1/4 1/5 24/6 15/8 11/9 12/10 1/11 6/12 25/12 26/12",
                "2025 | 1/1 6/1 18/4 21/4 1/5 24/6 15/8 11/9 1/11 6/12 8/12 25/12 26/12",
                "2026 | 1/1 6/1 3/4 6/4 1/5 24/6 15/8 11/9 12/10 8/12 25/12 26/12"
            })
    void shippedYears(int year, String days) {
        List<LocalDate> expected =
                List.of(days.split(" ")).stream().map(d -> day(d + "/" + year)).toList();

        assertThat(CATALONIA.year(year).holidays()).extracting(Holiday::date).containsExactlyElementsOf(expected);
        assertThat(CATALONIA.year(year).source()).isNotBlank();
    }

    @Test
    void aYearThatIsNotLoadedIsAnErrorAndNeverAYearWithoutHolidays() {
        WorkingCalendars calendars = WorkingCalendars.of(CATALONIA);

        assertThat(CATALONIA.years()).containsExactly(2024, 2025, 2026);
        for (String date : List.of("31/12/2023", "1/1/2027", "3/1/2027", "14/7/1999")) {
            assertThatThrownBy(() -> calendars.isWorking(day(date)))
                    .as(date)
                    .isInstanceOfSatisfying(
                            MissingCalendarException.class,
                            e -> assertThat(e.year()).isEqualTo(day(date).getYear()));
            assertThatThrownBy(() -> CATALONIA.holidayOn(day(date))).isInstanceOf(MissingCalendarException.class);
        }
    }

    @Test
    void aGapBetweenYearsIsAnErrorToo() {
        WorkingCalendar gap =
                WorkingCalendar.empty("Gap").withYear(CATALONIA.year(2024)).withYear(CATALONIA.year(2026));

        assertThatThrownBy(() -> WorkingCalendars.of(gap).isWorking(day("10/6/2025")))
                .isInstanceOf(MissingCalendarException.class)
                .hasMessageContaining("Gap")
                .hasMessageContaining("2025");
    }

    @Test
    void aYearMissingInOneOfTwoCalendarsNamesThatOne() {
        WorkingCalendar residence = WorkingCalendar.empty("Residence").withYear(CATALONIA.year(2025));

        assertThatThrownBy(() -> WorkingCalendars.of(CATALONIA, residence).isWorking(day("10/6/2026")))
                .hasMessageContaining("Residence");
    }

    @Test
    void aVendorAddsAYear() {
        WorkingCalendar more = CATALONIA.withYear(CalendarYear.of(
                2027, "Ordre fictícia", List.of(new Holiday(day("1/1/2027"), HolidayScope.NATIONAL, "Cap d'Any"))));

        assertThat(WorkingCalendars.of(more).isWorking(day("4/1/2027"))).isTrue();
        assertThat(WorkingCalendars.of(more).isWorking(day("1/1/2027"))).isFalse();
        assertThatThrownBy(() -> CalendarYear.of(2027, "Ordre", List.of())).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> CalendarYear.of(
                        2027, "Ordre", List.of(new Holiday(day("1/1/2026"), HolidayScope.NATIONAL, "x"))))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void localHolidaysAreOfOneTown() {
        WorkingCalendar bruc = CATALONIA.of("El Bruc").withLocalHolidays(2026, day("8/6/2026"), day("24/8/2026"));

        assertThat(WorkingCalendars.of(bruc).isWorking(day("8/6/2026"))).isFalse();
        assertThat(WorkingCalendars.of(CATALONIA).isWorking(day("8/6/2026"))).isTrue();
        assertThat(WorkingCalendars.of(bruc)
                        .whyNonWorking(day("8/6/2026"))
                        .orElseThrow()
                        .why())
                .isEqualTo("local holiday, LOCAL, El Bruc");
        assertThat(WorkingCalendars.of(bruc).withoutLocalHolidays(2026)).isEmpty();
        assertThat(WorkingCalendars.of(bruc).withoutLocalHolidays(2025)).containsExactly("El Bruc");
        assertThatThrownBy(() -> CATALONIA.withLocalHolidays(2027, day("8/6/2027")))
                .isInstanceOf(MissingCalendarException.class);
        assertThatThrownBy(() -> CATALONIA.withLocalHolidays(2026, day("24/6/2026")))
                .as("it is a holiday already")
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void inAranTheSeventeenthOfJuneTakesThePlaceOfSaintStephen() {
        WorkingCalendars aran = WorkingCalendars.of(CATALONIA.of("Aran").inAran());

        assertThat(aran.isWorking(day("17/6/2025"))).isFalse();
        assertThat(aran.isWorking(day("26/12/2025"))).isTrue();
        assertThat(aran.whyNonWorking(day("17/6/2026")).orElseThrow().why()).contains("ARAN");
        WorkingCalendar sunday = WorkingCalendar.empty("x")
                .withYear(CalendarYear.of(
                        2029,
                        "Ordre fictícia",
                        List.of(new Holiday(day("26/12/2029"), HolidayScope.REGIONAL, "Sant Esteve"))))
                .inAran();
        assertThat(sunday.holidayOn(day("26/12/2029")))
                .as("17/6/2029 is a Sunday")
                .isPresent();
    }

    @Test
    void augustAndTheEvesAreWorkingDays() {
        WorkingCalendars calendars = WorkingCalendars.of(CATALONIA);

        assertThat(calendars.isWorking(day("12/8/2026"))).isTrue();
        assertThat(calendars.isWorking(day("24/12/2026"))).isTrue();
        assertThat(calendars.isWorking(day("31/12/2026"))).isTrue();
    }
}
