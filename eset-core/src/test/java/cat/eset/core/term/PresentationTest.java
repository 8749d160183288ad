package cat.eset.core.term;

import static cat.eset.core.term.LegalExamples.catalonia;
import static cat.eset.core.term.LegalExamples.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.LegalTime;
import cat.eset.core.calendar.WorkingCalendar;
import cat.eset.core.calendar.WorkingCalendars;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PresentationTest {

    private static Presentation at(String local) {
        Instant instant = LocalDateTime.parse(local).atZone(LegalTime.ZONE).toInstant();
        return Presentation.of(instant, catalonia());
    }

    @Test
    void r24ANonWorkingDayCountsInTheFirstHourOfTheNextWorkingDay() {
        Presentation easter = at("2025-04-19T10:15:00");

        assertThat(easter.deferred()).isTrue();
        assertThat(easter.legal()).isEqualTo(LocalDateTime.parse("2025-04-22T00:00:00"));
        assertThat(easter.reasons().get(0).article().number()).isEqualTo("31.2.b");
        assertThat(easter.startFor(AdministrationStart.EFFECTIVE)).isEqualTo(day("19/4/2025"));
        assertThat(easter.startFor(AdministrationStart.LEGAL)).isEqualTo(day("22/4/2025"));
    }

    @Test
    void r16SaturdayComesBeforeMonday() {
        Presentation midnight = at("2025-03-10T00:00:00");
        Presentation monday = at("2025-03-10T00:01:00");
        Presentation saturday = at("2025-03-08T23:59:00");
        Presentation sunday = at("2025-03-09T00:30:00");
        Presentation friday = at("2025-03-07T23:59:59");

        List<Presentation> sorted = Stream.of(monday, midnight, sunday, saturday, friday)
                .sorted(Presentation.ORDER)
                .toList();

        assertThat(sorted).containsExactly(friday, saturday, sunday, midnight, monday);
    }

    @Test
    void aWorkingDayKeepsItsTime() {
        Presentation p = at("2025-12-31T23:59:30");

        assertThat(p.deferred()).isFalse();
        assertThat(p.legal()).isEqualTo(LocalDateTime.parse("2025-12-31T23:59:30"));
    }

    @Test
    void onlyTheSeatsCalendarCounts() {
        WorkingCalendars both = WorkingCalendars.of(WorkingCalendar.catalonia(), WorkingCalendar.catalonia());

        assertThatThrownBy(() -> Presentation.of(Instant.EPOCH, both)).hasMessageContaining("31.3");
    }

    @Test
    void r28TheDateOfTheCorrectionIsThatOfThePresentation() {
        Instant corrected = LocalDateTime.parse("2025-03-14T12:00:00")
                .atZone(LegalTime.ZONE)
                .toInstant();

        Presentation presentation = Presentation.ofCorrection(corrected, catalonia());

        assertThat(presentation.legalDate()).isEqualTo(day("14/3/2025"));
        assertThat(presentation.reasons().get(0).article().number()).isEqualTo("68.4");
    }
}
