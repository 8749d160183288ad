package cat.eset.core.term;

import static cat.eset.core.term.LegalExamples.catalonia;
import static cat.eset.core.term.LegalExamples.day;
import static cat.eset.core.term.LegalExamples.town;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.LegalTime;
import cat.eset.core.calendar.MissingCalendarException;
import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.law.Article;
import cat.eset.core.law.Norm;
import cat.eset.core.law.Reason;
import cat.eset.core.rule.RuleBrokenException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermExamplesTest {

    @ParameterizedTest(name = "legal-rules R3.1: {0} + {1} working days = {2}")
    @CsvSource({
        "14/4/2025, 10, 30/4/2025, 18/4/2025 21/4/2025",
        "20/6/2025, 10, 7/7/2025, 24/6/2025",
        "31/7/2025, 10, 14/8/2025, ''",
        "1/8/2025, 10, 18/8/2025, 15/8/2025",
        "5/9/2025, 10, 22/9/2025, 11/9/2025",
        "22/12/2025, 5, 31/12/2025, 25/12/2025 26/12/2025"
    })
    void workingDays(String start, int n, String end, String holidays) {
        TermResult result = Term.workingDays(n).from(day(start)).on(catalonia());

        assertThat(result.end()).isEqualTo(day(end));
        assertThat(result.skipped().stream()
                        .filter(d -> !d.holidays().isEmpty())
                        .map(d -> d.date()))
                .containsExactlyElementsOf(
                        holidays.isBlank()
                                ? java.util.List.<LocalDate>of()
                                : java.util.Arrays.stream(holidays.split(" "))
                                        .map(LegalExamples::day)
                                        .toList());
        assertThat(result.reasons()).extracting(r -> r.article().toString()).contains("art. 30.2 Llei 39/2015");
    }

    @Test
    void r31ResidenceAndSeatBothCount() {
        WorkingCalendars both = WorkingCalendars.of(town("Seat", "8/9/2025"), town("Residence", "29/8/2025"));

        assertThat(Term.workingDays(10).from(day("25/8/2025")).on(catalonia()).end())
                .isEqualTo(day("8/9/2025"));
        TermResult result = Term.workingDays(10).from(day("25/8/2025")).on(both);
        assertThat(result.end()).isEqualTo(day("10/9/2025"));
        assertThat(result.reasons()).extracting(r -> r.article().number()).contains("30.6");
    }

    @ParameterizedTest(name = "legal-rules R3.3: {0} + {1} months, raw {2} = {3}")
    @CsvSource({
        "31/1/2025, 1, 28/2/2025, 28/2/2025",
        "28/2/2025, 1, 28/3/2025, 28/3/2025",
        "18/3/2025, 1, 18/4/2025, 22/4/2025",
        "16/7/2025, 1, 16/8/2025, 18/8/2025",
        "15/7/2025, 1, 15/8/2025, 18/8/2025",
        "6/9/2025, 3, 6/12/2025, 9/12/2025",
        "30/11/2025, 3, 28/2/2026, 2/3/2026"
    })
    void months(String start, int n, String raw, String end) {
        TermResult result = Term.months(n).from(day(start)).on(catalonia());

        assertThat(result.raw()).isEqualTo(day(raw));
        assertThat(result.end()).isEqualTo(day(end));
        boolean moved = !raw.equals(end);
        assertThat(result.reasons().stream().anyMatch(r -> r.article().number().equals("30.5")))
                .isEqualTo(moved);
    }

    @Test
    void r33Years() {
        assertThat(Term.years(1).from(day("29/2/2024")).on(catalonia()).end()).isEqualTo(day("28/2/2025"));
    }

    @Test
    void r33MonthsAreNeverChained() {
        LocalDate once = Term.months(1).from(day("31/1/2025")).on(catalonia()).end();

        assertThat(Term.months(1).from(once).on(catalonia()).end()).isEqualTo(day("28/3/2025"));
        assertThat(Term.months(2).from(day("31/1/2025")).on(catalonia()).end()).isEqualTo(day("31/3/2025"));
    }

    @Test
    void r32NaturalDaysMoveToAWorkingDay() {
        TermResult result = Term.naturalDays(10, Article.of(Norm.ROF, "196.3"))
                .from(day("8/4/2025"))
                .on(catalonia());

        assertThat(result.raw()).isEqualTo(day("18/4/2025"));
        assertThat(result.end()).isEqualTo(day("22/4/2025"));
    }

    @ParameterizedTest(name = "legal-rules R3.4: {0} + {1} h = {2} {3}")
    @CsvSource({
        "2025-04-17T18:00, 24, 22/4/2025, 18:00",
        "2025-04-17T18:00, 6, 17/4/2025, 24:00",
        "2025-04-17T18:00, 7, 22/4/2025, 01:00",
        "2025-04-19T10:15, 24, 22/4/2025, 24:00",
        "2025-03-28T12:30, 24, 31/3/2025, 12:30",
        "2025-10-24T23:59, 1, 27/10/2025, 00:59"
    })
    void hours(String start, int n, String end, String time) {
        HourTermResult result = Term.hours(n).from(LocalDateTime.parse(start)).on(catalonia());

        assertThat(result.endDate()).isEqualTo(day(end));
        assertThat(result.endTime()).isEqualTo(time);
    }

    @Test
    void r34MoreThan24HoursIsRefusedWithItsArticle() {
        assertThatThrownBy(() -> Term.hours(25))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessageContaining("30.1");
    }

    @Test
    void r35SuspensionsAreUnitedAndAdded() {
        TermResult result = Term.months(3)
                .from(day("3/3/2025"))
                .suspended(Suspension.of(Suspension.Cause.CORRECTION_REQUIRED, day("10/3/2025"), day("24/3/2025")))
                .suspended(Suspension.of(Suspension.Cause.TESTS, day("20/3/2025"), day("2/4/2025")))
                .on(catalonia());

        assertThat(result.suspendedDays()).isEqualTo(23);
        assertThat(result.end()).isEqualTo(day("26/6/2025"));
        assertThat(result.reasons()).extracting(r -> r.article().number()).contains("22.1.a", "22.1.e");
        assertThat(Term.months(3).from(day("3/3/2025")).on(catalonia()).end()).isEqualTo(day("3/6/2025"));
    }

    @Test
    void r16MandatoryReportCountsThreeMonthsAtMost() {
        Suspension report = Suspension.of(Suspension.Cause.MANDATORY_REPORT, day("10/3/2025"), day("10/9/2025"));
        TermResult result =
                Term.months(3).from(day("3/3/2025")).suspended(report).on(catalonia());

        // 10/3 to 10/6 are 92 days.
        assertThat(result.suspendedDays()).isEqualTo(92);
        assertThat(result.raw()).isEqualTo(day("3/6/2025").plusDays(92));
        assertThat(result.explain()).contains("cut at three months");
    }

    @Test
    void r16SuspensionAfterTheEndIsRefused() {
        StartedTerm term = Term.months(3).from(day("3/3/2025"));
        Suspension late = Suspension.of(Suspension.Cause.TESTS, day("4/6/2025"), day("10/6/2025"));
        Suspension lastDay = Suspension.of(Suspension.Cause.TESTS, day("3/6/2025"), day("10/6/2025"));

        assertThatThrownBy(() -> term.suspended(late).on(catalonia()))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessageContaining("after the term had ended on 2025-06-03");
        assertThat(term.suspended(lastDay).on(catalonia()).end()).isEqualTo(day("10/6/2025"));
        // The first suspension moves the end, so the second one comes in time.
        assertThat(term.suspended(lastDay).suspended(late).on(catalonia()).end())
                .isEqualTo(day("10/6/2025"));
    }

    @Test
    void anOpenSuspensionMakesTheEndProvisional() {
        StartedTerm term = Term.months(3).from(day("3/3/2025"));
        TermResult open = term.suspended(
                        Suspension.stillOpen(Suspension.Cause.TESTS, day("10/3/2025"), day("24/3/2025")))
                .on(catalonia());

        assertThat(open.isProvisional()).isTrue();
        assertThat(open.end()).isEqualTo(day("17/6/2025"));
        assertThat(term.suspended(Suspension.stillOpen(
                                Suspension.Cause.MANDATORY_REPORT, day("10/3/2025"), day("24/6/2025")))
                        .on(catalonia())
                        .isProvisional())
                .as("after three months the report holds nothing back")
                .isFalse();
    }

    @Test
    void suspendedDaysDoNotCountInATermOfWorkingDays() {
        TermResult result = Term.workingDays(30)
                .from(day("3/3/2025"))
                .suspended(Suspension.of(Suspension.Cause.TESTS, day("7/3/2025"), day("14/3/2025")))
                .on(catalonia());

        assertThat(result.end())
                .isEqualTo(Term.workingDays(35)
                        .from(day("3/3/2025"))
                        .on(catalonia())
                        .end());
    }

    @Test
    void r4CorrectionOfAnApplicationAndItsExtension() {
        StartedTerm correction = Term.workingDays(10).from(day("10/3/2025"));

        assertThat(correction.on(catalonia()).end()).isEqualTo(day("24/3/2025"));
        assertThat(correction
                        .extended(Extension.of(Extension.Ground.CORRECTION, 5, day("20/3/2025")))
                        .on(catalonia())
                        .end())
                .isEqualTo(day("31/3/2025"));
        assertThatThrownBy(() -> correction
                        .extended(Extension.of(Extension.Ground.CORRECTION, 6, day("20/3/2025")))
                        .on(catalonia()))
                .hasMessageContaining("68.2");
    }

    @Test
    void r16ExtensionAskedInTimeButDecidedLateIsRefused() {
        StartedTerm term = Term.workingDays(10).from(day("10/3/2025"));
        Extension late = Extension.atRequest(Extension.Ground.GENERAL, 5, day("24/3/2025"), day("25/3/2025"));
        Extension inTime = Extension.atRequest(Extension.Ground.GENERAL, 5, day("24/3/2025"), day("24/3/2025"));

        assertThatThrownBy(() -> term.extended(late).on(catalonia()))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessageContaining("32.3");
        assertThat(term.extended(inTime).on(catalonia()).end()).isEqualTo(day("31/3/2025"));
    }

    @Test
    void anExtensionIsAtMostHalfAndTheRoundingIsAParameter() {
        StartedTerm seven = Term.workingDays(7).from(day("10/3/2025"));
        Extension four = Extension.of(Extension.Ground.GENERAL, 4, day("11/3/2025"));

        assertThatThrownBy(() -> seven.extended(four).on(catalonia())).hasMessageContaining("32.1");
        assertThat(seven.extended(four, HalfRounding.UP).on(catalonia()).term().amount())
                .isEqualTo(11);
    }

    @Test
    void urgencyHalvesExceptApplicationsAndAppeals() {
        assertThat(Term.workingDays(15).urgent(TermPurpose.OTHER).amount()).isEqualTo(8);
        assertThat(Term.workingDays(15)
                        .urgent(TermPurpose.OTHER, HalfRounding.DOWN)
                        .amount())
                .isEqualTo(7);
        assertThatThrownBy(() -> Term.months(1).urgent(TermPurpose.APPEAL)).hasMessageContaining("33.1");
        assertThatThrownBy(() -> Term.months(1).urgent(TermPurpose.APPLICATION))
                .isInstanceOf(RuleBrokenException.class);
    }

    @Test
    void r16NotifiedOnASundayStartsOnMonday() {
        TermResult result = Term.workingDays(1).from(day("9/3/2025")).on(catalonia());

        assertThat(result.start()).isEqualTo(day("9/3/2025"));
        assertThat(result.end()).isEqualTo(day("10/3/2025"));
    }

    @Test
    void r16MonthsEndingOnAHolidayOfTheResidenceOnly() {
        WorkingCalendars both = WorkingCalendars.of(town("Seat", "8/9/2025"), town("Residence", "29/8/2025"));
        TermResult result = Term.months(1).from(day("29/7/2025")).on(both);

        assertThat(Term.months(1).from(day("29/7/2025")).on(catalonia()).end()).isEqualTo(day("29/8/2025"));
        assertThat(result.end()).isEqualTo(day("1/9/2025"));
        assertThat(result.skipped().get(0).why()).contains("Residence").contains("LOCAL");
    }

    @Test
    void r16AYearWithoutCalendarIsAnError() {
        WorkingCalendars only2025 = LegalExamples.only(2025);

        assertThatThrownBy(() -> Term.workingDays(10).from(day("22/12/2025")).on(only2025))
                .isInstanceOfSatisfying(MissingCalendarException.class, e -> {
                    assertThat(e.year()).isEqualTo(2026);
                    assertThat(e.failure().remedy().orElseThrow()).contains("withYear");
                });
        assertThatThrownBy(() -> Term.months(1).from(day("22/12/2025")).on(only2025))
                .isInstanceOf(MissingCalendarException.class);
        assertThatThrownBy(() -> Term.months(3).from(day("1/12/2026")).on(catalonia()))
                .isInstanceOf(MissingCalendarException.class);
    }

    @Test
    void aResultExplainsItselfWithArticlesAndDays() {
        TermResult result = Term.workingDays(10).from(day("14/4/2025")).on(catalonia());

        assertThat(result).hasToString("10 working days from Mon 2025-04-14 end on Wed 2025-04-30 at 24:00");
        assertThat(result.explain())
                .contains("(art. 30.2 Llei 39/2015)", "(art. 30.3 Llei 39/2015)")
                .contains("skipped: Fri 2025-04-18 (Divendres Sant, NATIONAL, Catalunya)")
                .contains("skipped: Sat 2025-04-19 (Saturday)")
                .contains("caution: no local holidays loaded for Catalunya in 2025");
    }

    @Test
    void aTermIsOverAtTheMidnightOfMadridThatEndsItsLastDay() {
        TermResult result = Term.workingDays(1).from(day("27/3/2025")).on(catalonia());
        var midnight = day("29/3/2025").atStartOfDay(LegalTime.ZONE).toInstant();

        assertThat(result.endInstant()).isEqualTo(midnight);
        assertThat(result.isOver(midnight.minusMillis(1))).isFalse();
        assertThat(result.isOver(midnight)).isTrue();
    }

    @Test
    void reasonsNameTheirArticle() {
        assertThat(Reason.l39("text", "30.2")).hasToString("text (art. 30.2 Llei 39/2015)");
    }
}
