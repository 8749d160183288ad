package cat.eset.notify.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.LegalTime;
import cat.eset.core.calendar.WorkingCalendar;
import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.effect.EffectPolicy;
import cat.eset.core.party.ElectronicRelation;
import cat.eset.notify.notice.NoticeKind;
import cat.eset.notify.outcome.Outcome.Next;
import cat.eset.notify.outcome.Outcome.What;
import cat.eset.notify.record.NotificationDetail.Status;
import cat.eset.notify.record.NotificationState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** From the states of the service to the outcomes of contract enotum 11.3. */
class OutcomeTest {

    private static final WorkingCalendars CATALONIA = WorkingCalendars.of(WorkingCalendar.catalonia());
    private static final Instant DEPOSIT = at("2026-03-02T09:17:40");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(LegalTime.ZONE).toInstant();
    }

    private static Status status(NotificationState state, @Nullable Instant practised) {
        return new Status(
                state, Optional.of(DEPOSIT), Optional.ofNullable(practised), Optional.empty(), Optional.empty());
    }

    private static Outcome outcome(Status status, ElectronicRelation relation, String now) {
        return Outcome.of(NoticeKind.NOTIFICATION, status, relation, at(now), CATALONIA, EffectPolicy.SUGGESTED);
    }

    @Test
    void depositedIsAvailableAndMeetsTheDuty() {
        Outcome outcome =
                outcome(status(NotificationState.DEPOSITED, null), ElectronicRelation.OBLIGED, "2026-03-03T10:00:00");

        assertThat(outcome.what()).isEqualTo(What.AVAILABLE);
        assertThat(outcome.since()).hasValue(DEPOSIT);
        assertThat(outcome.effect().orElseThrow().dutyMetOn()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(outcome.reasons()).anySatisfy(r -> assertThat(r.toString()).contains("43.3"));
    }

    @ParameterizedTest
    @EnumSource(ElectronicRelation.class)
    void acceptedIsNotifiedAtTheAccessForEverybody(ElectronicRelation relation) {
        Outcome outcome =
                outcome(status(NotificationState.ACCEPTED, at("2026-03-04T18:05:11")), relation, "2026-03-05T00:00:00");

        assertThat(outcome.what()).isEqualTo(What.NOTIFIED);
        assertThat(outcome.next()).isEqualTo(Next.COUNT_TERMS);
        assertThat(outcome.notifiedOn().orElseThrow().legal()).isEqualTo(LocalDate.of(2026, 3, 4));
    }

    @Test
    void rejectedLetsTheProcedureGoOn() {
        Outcome outcome = outcome(
                status(NotificationState.REJECTED, at("2026-03-05T12:00:00")),
                ElectronicRelation.NOT_CHOSEN,
                "2026-03-06T00:00:00");

        assertThat(outcome.what()).isEqualTo(What.REJECTED);
        assertThat(outcome.next()).isEqualTo(Next.GO_ON);
        assertThat(outcome.explain()).contains("41.5");
    }

    @ParameterizedTest(name = "expired, {0}: {1}, {2}")
    @CsvSource({
        "OBLIGED, DEEMED_REJECTED, GO_ON",
        "CHOSEN, DEEMED_REJECTED, GO_ON",
        "NOT_CHOSEN, EXPIRED_WITHOUT_EFFECT, NOTIFY_ON_PAPER"
    })
    void expiredIsARejectionOnlyForWhomTheLawSays(ElectronicRelation relation, What what, Next next) {
        Outcome outcome = outcome(status(NotificationState.EXPIRED, null), relation, "2026-03-13T08:00:00");

        assertThat(outcome.what()).isEqualTo(what);
        assertThat(outcome.next()).isEqualTo(next);
    }

    @Test
    void fewerDaysAtTheServiceThanInTheLawAreNoRejectionYet() {
        Status expired = status(NotificationState.EXPIRED, at("2026-03-07T09:17:40"));

        assertThat(outcome(expired, ElectronicRelation.OBLIGED, "2026-03-08T00:00:00")
                        .what())
                .isEqualTo(What.EXPIRED_TOO_EARLY);
    }

    @Test
    void moreDaysAtTheServiceDoNotMoveTheLegalDate() {
        Status open = status(NotificationState.DEPOSITED, null);
        Status late = status(NotificationState.ACCEPTED, at("2026-03-20T10:00:00"));

        assertThat(outcome(open, ElectronicRelation.OBLIGED, "2026-03-13T00:00:00")
                        .what())
                .isEqualTo(What.DEEMED_REJECTED);
        Outcome afterTenDays = outcome(late, ElectronicRelation.OBLIGED, "2026-03-21T00:00:00");
        assertThat(afterTenDays.what()).isEqualTo(What.DEEMED_REJECTED);
        assertThat(afterTenDays.since()).hasValue(at("2026-03-13T00:00:00"));
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource({
        "PENDENT, NOT_YET_AVAILABLE, WAIT",
        "REGISTRADA, NOT_YET_AVAILABLE, WAIT",
        "ERROR, FAILED, ASK_FOR_RELAUNCH",
        "ANUL·LADA, CANCELLED, FOLLOW_ANNULMENT",
        "NOVETAT, UNCLEAR, READ_EVIDENCE",
        "ACCEPTADA, UNCLEAR, READ_EVIDENCE"
    })
    void statesWithoutAnEffectHaveNoDate(String state, What what, Next next) {
        Outcome outcome =
                outcome(status(NotificationState.of(state), null), ElectronicRelation.OBLIGED, "2026-04-01T00:00:00");

        assertThat(outcome.what()).isEqualTo(what);
        assertThat(outcome.next()).isEqualTo(next);
        assertThat(outcome.notifiedOn()).isEmpty();
    }

    @Test
    void instantsThatContradictEachOtherAreNotComputedWith() {
        Status impossible = status(NotificationState.ACCEPTED, DEPOSIT.minusSeconds(1));

        assertThat(outcome(impossible, ElectronicRelation.OBLIGED, "2026-04-01T00:00:00")
                        .what())
                .isEqualTo(What.UNCLEAR);
    }

    @Test
    void nothingDependsOnACommunication() {
        Outcome outcome = Outcome.of(
                NoticeKind.COMMUNICATION,
                status(NotificationState.ACCEPTED, at("2026-03-04T18:05:11")),
                ElectronicRelation.OBLIGED,
                at("2026-04-01T00:00:00"),
                CATALONIA,
                EffectPolicy.SUGGESTED);

        assertThat(outcome.what()).isEqualTo(What.NO_LEGAL_EFFECT);
        assertThat(outcome.notifiedOn()).isEmpty();
    }
}
