package cat.eset.core.effect;

import static cat.eset.core.term.LegalExamples.catalonia;
import static cat.eset.core.term.LegalExamples.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.LegalTime;
import cat.eset.core.effect.EffectPolicy.RejectionDate;
import cat.eset.core.effect.NotificationEffect.Pending;
import cat.eset.core.effect.NotificationEffect.Practised;
import cat.eset.core.effect.NotificationEffect.Rejected;
import cat.eset.core.effect.PaperDelivery.Outcome;
import cat.eset.core.effect.PaperDelivery.State;
import cat.eset.core.party.ElectronicRelation;
import cat.eset.core.term.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NotificationEffectTest {

    private static final EffectPolicy TENTH = new EffectPolicy(RejectionDate.TENTH_DAY, false);
    private static final EffectPolicy ROLLED = new EffectPolicy(RejectionDate.TENTH_DAY, true);

    private static Instant at(String date, int hour) {
        return day(date).atTime(hour, 30).atZone(LegalTime.ZONE).toInstant();
    }

    private static Instant startOf(String date) {
        return day(date).atStartOfDay(LegalTime.ZONE).toInstant();
    }

    private static ElectronicNotification notice(ElectronicRelation relation, String disposal) {
        return ElectronicNotification.of(relation, ElectronicDelivery.atDisposal("e-NOTUM", at(disposal, 9)));
    }

    @ParameterizedTest(name = "legal-rules R6.4: at disposal {0}, last day {1}, rejection {2}, appeal {3} or {4}")
    @CsvSource({
        "2/6/2025, 12/6/2025, 13/6/2025, 14/7/2025, 14/7/2025",
        "8/4/2025, 18/4/2025, 19/4/2025, 19/5/2025, 19/5/2025",
        "5/8/2025, 15/8/2025, 16/8/2025, 15/9/2025, 16/9/2025",
        "16/12/2025, 26/12/2025, 27/12/2025, 26/1/2026, 27/1/2026"
    })
    void expiryOfWhoIsObliged(String disposal, String last, String rejection, String lastDay, String nextDay) {
        ElectronicNotification notice = notice(ElectronicRelation.OBLIGED, disposal);

        NotificationEffect before = notice.effectAt(startOf(rejection).minusMillis(1), catalonia());
        NotificationEffect after = notice.effectAt(startOf(rejection), catalonia());

        assertThat(before)
                .isInstanceOfSatisfying(
                        Pending.class, p -> assertThat(p.lastDay()).contains(day(last)));
        assertThat(after).isInstanceOfSatisfying(Rejected.class, r -> {
            assertThat(r.how()).isEqualTo(Rejected.How.BY_EXPIRY);
            assertThat(r.at()).isEqualTo(startOf(rejection));
            assertThat(r.dates().warning()).isEqualTo(day(last));
            assertThat(r.dates().legal()).isEqualTo(day(rejection));
            assertThat(month(r.dates().warning())).isEqualTo(day(lastDay));
            assertThat(month(r.dates().legal())).isEqualTo(day(nextDay));
            assertThat(r.reasons()).extracting(x -> x.article().number()).contains("43.2", "41.5", "RejectionDate");
        });
        Rejected tenth = (Rejected) notice.under(TENTH).effectAt(startOf(rejection), catalonia());
        assertThat(tenth.dates().legal()).isEqualTo(day(last));
    }

    private static LocalDate month(LocalDate notified) {
        return Term.months(1).from(notified).on(catalonia()).end();
    }

    @Test
    void theSafeDateIsTheLatestOfAllReadings() {
        ElectronicNotification notice = notice(ElectronicRelation.CHOSEN, "8/4/2025");

        EffectDates dates =
                notice.effectAt(at("30/4/2025", 9), catalonia()).notifiedOn().orElseThrow();
        assertThat(dates).isEqualTo(new EffectDates(day("19/4/2025"), day("18/4/2025"), day("23/4/2025")));

        NotificationEffect moved = notice.under(ROLLED).effectAt(at("22/4/2025", 9), catalonia());
        assertThat(moved)
                .isInstanceOfSatisfying(
                        Pending.class, p -> assertThat(p.lastDay()).contains(day("22/4/2025")));
        assertThat(notice.under(ROLLED)
                        .effectAt(startOf("23/4/2025"), catalonia())
                        .notifiedOn()
                        .orElseThrow()
                        .legal())
                .isEqualTo(day("22/4/2025"));
    }

    @ParameterizedTest
    @EnumSource(ElectronicRelation.class)
    void accessIsFullyEffectiveForEverybody(ElectronicRelation relation) {
        NotificationEffect effect = ElectronicNotification.of(
                        relation,
                        ElectronicDelivery.atDisposal("e-NOTUM", at("2/6/2025", 9))
                                .accessedAt(at("12/6/2025", 23)))
                .effectAt(at("30/6/2025", 9), catalonia());

        assertThat(effect).isInstanceOfSatisfying(Practised.class, p -> {
            assertThat(p.dates()).isEqualTo(EffectDates.certain(day("12/6/2025")));
            assertThat(p.dutyMetOn()).isEqualTo(day("2/6/2025"));
            assertThat(p.reasons().get(0).article().number())
                    .isEqualTo(relation == ElectronicRelation.NOT_CHOSEN ? "42.2" : "43.2");
        });
    }

    @Test
    void r16WhoIsNotObligedAndDidNotChooseNeverExpires() {
        NotificationEffect effect =
                notice(ElectronicRelation.NOT_CHOSEN, "2/6/2025").effectAt(at("31/12/2025", 9), catalonia());

        assertThat(effect).isInstanceOfSatisfying(Pending.class, p -> {
            assertThat(p.lastDay()).isEmpty();
            assertThat(p.expiresAt()).isEmpty();
        });
        assertThat(effect.notifiedOn()).isEqualTo(Optional.empty());
    }

    @Test
    void shownImpossibilityOfAccessPreventsExpiry() {
        NotificationEffect effect = notice(ElectronicRelation.OBLIGED, "2/6/2025")
                .accessImpossible()
                .effectAt(at("31/12/2025", 9), catalonia());

        assertThat(effect.reasons()).extracting(r -> r.article().toString()).contains("art. 56.4 Llei 26/2010");
        assertThat(effect).isInstanceOf(Pending.class);
    }

    @Test
    void r16AccessInOneChannelBeforeExpiryInTheOther() {
        ElectronicNotification notice = notice(ElectronicRelation.OBLIGED, "2/6/2025")
                .also(ElectronicDelivery.atDisposal("DEHú", at("3/6/2025", 9)).accessedAt(at("12/6/2025", 20)));

        assertThat(notice.effectAt(at("30/6/2025", 9), catalonia())).isInstanceOfSatisfying(Practised.class, p -> {
            assertThat(p.channel()).isEqualTo("DEHú");
            assertThat(p.reasons()).extracting(r -> r.article().toString()).contains("art. 42.1 Reial decret 203/2021");
        });
    }

    @Test
    void accessAfterExpiryComesTooLateAndAnExpressRejectionComesFirst() {
        ElectronicDelivery late =
                ElectronicDelivery.atDisposal("e-NOTUM", at("2/6/2025", 9)).accessedAt(at("13/6/2025", 8));
        ElectronicDelivery refused =
                ElectronicDelivery.atDisposal("e-NOTUM", at("2/6/2025", 9)).rejectedAt(at("5/6/2025", 8));

        assertThat(ElectronicNotification.of(ElectronicRelation.OBLIGED, late)
                        .effectAt(at("30/6/2025", 9), catalonia()))
                .isInstanceOf(Rejected.class);
        assertThat(ElectronicNotification.of(ElectronicRelation.OBLIGED, refused)
                        .effectAt(at("30/6/2025", 9), catalonia()))
                .isInstanceOfSatisfying(Rejected.class, r -> {
                    assertThat(r.how()).isEqualTo(Rejected.How.EXPRESSLY);
                    assertThat(r.dates()).isEqualTo(EffectDates.certain(day("5/6/2025")));
                });
    }

    @ParameterizedTest(name = "legal-rules R15: notified {0}, contentious until {1}")
    @CsvSource({
        "10/6/2025, 10/9/2025",
        "10/7/2025, 10/10/2025",
        "1/8/2025, 31/10/2025",
        "20/8/2025, 31/10/2025",
        "31/8/2025, 31/10/2025",
        "31/5/2025, 31/7/2025",
        "1/6/2025, 1/9/2025",
        "31/7/2025, 31/10/2025",
        "10/3/2025, 10/5/2025"
    })
    void contentiousAppealSkipsAugust(String notified, String end) {
        assertThat(Appeals.after(day(notified), catalonia()).contentious().end())
                .isEqualTo(day(end));
    }

    @Test
    void theContentiousTermKeepsBothReadingsOfANonWorkingEnd() {
        ContentiousTerm term = ContentiousTerm.afterNotification(day("10/3/2025"), catalonia());

        assertThat(term.end()).isEqualTo(day("10/5/2025"));
        assertThat(term.safe()).isEqualTo(day("12/5/2025"));
        assertThat(Appeals.after(day("10/3/2025"), catalonia()).firmFrom()).isEqualTo(day("13/5/2025"));
    }

    @Test
    void againstSilenceTheContentiousTermIsSixMonths() {
        assertThat(ContentiousTerm.afterSilence(day("3/6/2025"), catalonia()).end())
                .isEqualTo(day("3/1/2026"));
        assertThat(ContentiousTerm.afterSilence(day("3/9/2025"), catalonia()).end())
                .isEqualTo(day("3/3/2026"));
    }

    @Test
    void anUncertainDateGivesTwoAppealTerms() {
        EffectDates dates = notice(ElectronicRelation.OBLIGED, "5/8/2025")
                .effectAt(at("1/9/2025", 9), catalonia())
                .notifiedOn()
                .orElseThrow();

        AppealReadings readings = AppealReadings.after(dates, catalonia());
        assertThat(readings.warning().reposicio().end()).isEqualTo(day("15/9/2025"));
        assertThat(readings.legal().reposicio().end()).isEqualTo(day("16/9/2025"));
        assertThat(readings.safe().reposicio().end()).isEqualTo(day("19/9/2025"));
    }

    @ParameterizedTest(name = "legal-rules R6.5: first Thu 6/3/2025 {0}, second {1}: {2}")
    @CsvSource({
        "11:00, 2025-03-07T15:00, true",
        "11:00, 2025-03-10T19:00, true",
        "11:00, 2025-03-11T15:00, true",
        "11:00, 2025-03-12T15:00, false",
        "11:00, 2025-03-08T16:00, false",
        "11:00, 2025-03-07T14:59, false",
        "14:30, 2025-03-07T17:29, false",
        "14:30, 2025-03-07T17:30, true",
        "16:00, 2025-03-07T13:00, true",
        "16:00, 2025-03-07T13:01, false",
        "20:00, 2025-03-07T14:59, true",
        "20:00, 2025-03-07T15:00, false"
    })
    void secondPaperAttempt(String first, String second, boolean ok) {
        LocalDateTime at = day("6/3/2025").atTime(LocalTime.parse(first));
        SecondAttempt window = SecondAttempt.after(at, catalonia());

        assertThat(window.days()).containsExactly(day("7/3/2025"), day("10/3/2025"), day("11/3/2025"));
        assertThat(window.allows(LocalDateTime.parse(second))).isEqualTo(ok);
        assertThat(window.allows(day("7/3/2025").atTime(window.earliest()))).isTrue();
        assertThat(window.allows(day("7/3/2025").atTime(window.latest()))).isTrue();
    }

    @Test
    void paperGoesFromAbsentToTheGazette() {
        PaperDelivery first = PaperDelivery.sent().attempt(LocalDateTime.parse("2025-03-06T11:00"), Outcome.ABSENT);
        PaperDelivery valid = first.attempt(LocalDateTime.parse("2025-03-07T16:00"), Outcome.ABSENT);
        PaperDelivery tooEarly = first.attempt(LocalDateTime.parse("2025-03-07T12:00"), Outcome.ABSENT);

        assertThat(PaperDelivery.sent().state(catalonia())).isEqualTo(State.SENT);
        assertThat(first.state(catalonia())).isEqualTo(State.SECOND_ATTEMPT_DUE);
        assertThat(valid.state(catalonia())).isEqualTo(State.ANNOUNCEMENT_DUE);
        assertThat(tooEarly.state(catalonia())).isEqualTo(State.SECOND_ATTEMPT_INVALID);
        assertThat(tooEarly.attempt(LocalDateTime.parse("2025-03-10T16:00"), Outcome.ABSENT)
                        .state(catalonia()))
                .isEqualTo(State.ANNOUNCEMENT_DUE);
        assertThat(first.attempt(LocalDateTime.parse("2025-03-07T16:00"), Outcome.DELIVERED)
                        .state(catalonia()))
                .isEqualTo(State.DELIVERED);
        assertThat(valid.dutyMetAt()).contains(LocalDateTime.parse("2025-03-06T11:00"));
        assertThatThrownBy(() -> PaperDelivery.sent()
                        .attempt(LocalDateTime.parse("2025-03-06T11:00"), Outcome.DELIVERED)
                        .attempt(LocalDateTime.parse("2025-03-07T11:00"), Outcome.DELIVERED))
                .hasMessageContaining("no more attempts");
    }

    @Test
    void r66TheFirstChannelInTimeWins() {
        EffectDates paper = PaperDelivery.sent()
                .attempt(LocalDateTime.parse("2025-06-12T11:00"), Outcome.DELIVERED)
                .notifiedOn()
                .orElseThrow();
        EffectDates expired = notice(ElectronicRelation.OBLIGED, "2/6/2025")
                .effectAt(at("30/6/2025", 9), catalonia())
                .notifiedOn()
                .orElseThrow();

        assertThat(EffectDates.firstOf(java.util.List.of(paper, expired)))
                .isEqualTo(EffectDates.certain(day("12/6/2025")));
        assertThat(PaperDelivery.sent().notifiedOn()).isEmpty();
    }

    @Test
    void r62ANotificationWithSomethingMissingCountsWhenThePersonActsKnowingly() {
        NotificationContent defective = NotificationContent.without(NotificationContent.Element.APPEALS);
        NotificationContent empty = NotificationContent.without(NotificationContent.Element.FULL_TEXT);

        assertThat(NotificationContent.complete()
                        .countsFrom(day("2/6/2025"), Optional.empty())
                        .on())
                .contains(day("2/6/2025"));
        assertThat(defective.countsFrom(day("2/6/2025"), Optional.empty()).on()).isEmpty();
        assertThat(defective
                        .countsFrom(day("2/6/2025"), Optional.of(day("20/6/2025")))
                        .on())
                .contains(day("20/6/2025"));
        assertThat(defective
                        .countsFrom(day("2/6/2025"), Optional.empty())
                        .reason()
                        .article()
                        .number())
                .isEqualTo("40.3");
        assertThat(empty.countsFrom(day("2/6/2025"), Optional.of(day("20/6/2025")))
                        .on())
                .isEmpty();
    }

    @Test
    void theFooterNamesTheBodyAndAugustAndRefusesTaxMatters() {
        String mayor =
                AppealsFooter.endingTheRoute(AppealsFooter.Body.MAYOR, false).text();

        assertThat(mayor).contains("l'alcaldia", "un mes", "dos mesos", "agost", "Contra aquesta resolució");
        assertThat(AppealsFooter.endingTheRoute(AppealsFooter.Body.PLENARY, false)
                        .text())
                .contains("Contra aquest acord", "el Ple");
        assertThat(AppealsFooter.notEndingTheRoute("l'alcaldia").text()).contains("recurs d'alçada");
        assertThatThrownBy(() -> AppealsFooter.endingTheRoute(AppealsFooter.Body.MAYOR, true))
                .hasMessageContaining("tax");
    }
}
