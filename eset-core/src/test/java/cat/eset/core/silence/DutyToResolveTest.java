package cat.eset.core.silence;

import static cat.eset.core.term.LegalExamples.catalonia;
import static cat.eset.core.term.LegalExamples.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.law.Article;
import cat.eset.core.law.Norm;
import cat.eset.core.rule.RuleBrokenException;
import cat.eset.core.silence.SilenceOutcome.Met;
import cat.eset.core.silence.SilenceOutcome.Running;
import cat.eset.core.silence.SilenceOutcome.Unmet;
import cat.eset.core.term.Suspension;
import cat.eset.core.term.Term;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutyToResolveTest {

    private static DutyToResolve duty(SilenceCase silence) {
        return DutyToResolve.of(ProcedureRule.ofDefault(silence), day("3/3/2025"));
    }

    private static SilenceOutcome unmet(SilenceCase silence) {
        return duty(silence).outcome(Optional.empty(), day("4/6/2025"), catalonia());
    }

    @ParameterizedTest(name = "legal-rules R4.4: {0} is {1}, {2}")
    @CsvSource({
        "ON_REQUEST, POSITIVE, art. 24.1 Llei 39/2015",
        "LAW_SAYS_NEGATIVE, NEGATIVE, art. 24.1 Llei 39/2015",
        "PETITION, NEGATIVE, art. 54.2.a Llei 26/2010",
        "PUBLIC_DOMAIN_OR_SERVICE, NEGATIVE, art. 54.2.c Llei 26/2010",
        "ENVIRONMENTAL_HARM, NEGATIVE, art. 54.2.d Llei 26/2010",
        "PATRIMONIAL_LIABILITY, NEGATIVE, art. 54.2.i Llei 26/2010",
        "GRANTS_AND_CLAIMS, NEGATIVE, art. 54.2.e Llei 26/2010",
        "CHALLENGE, NEGATIVE, art. 54.2.f Llei 26/2010",
        "REVISION_AT_REQUEST, NEGATIVE, art. 24.1 Llei 39/2015",
        "APPEAL_AGAINST_SILENCE, POSITIVE, art. 24.1 Llei 39/2015",
        "EX_OFFICIO_FAVOURABLE, NEGATIVE, art. 25.1.a Llei 39/2015",
        "EX_OFFICIO_BURDEN, EXPIRY, art. 25.1.b Llei 39/2015"
    })
    void senseOfSilence(SilenceCase silence, SilenceSense sense, String article) {
        assertThat(unmet(silence)).isInstanceOfSatisfying(Unmet.class, u -> {
            assertThat(u.sense()).isEqualTo(sense);
            assertThat(u.reasons()).extracting(r -> r.article().toString()).contains(article);
            assertThat(u.certificateBy().isPresent()).isEqualTo(silence.isAtRequest());
        });
    }

    @Test
    void r46CertificateOfSilence() {
        Unmet unmet = (Unmet) unmet(SilenceCase.ON_REQUEST);

        assertThat(unmet.deadline().end()).isEqualTo(day("3/6/2025"));
        assertThat(unmet.certificateBy().orElseThrow().end()).isEqualTo(day("25/6/2025"));
    }

    @Test
    void r43TheDutyIsMetByTheFirstOfAttemptDisposalAndNotification() {
        assertThat(DutyToResolve.metOn(
                        Optional.of(day("2/6/2025")), Optional.of(day("3/6/2025")), Optional.of(day("12/6/2025"))))
                .contains(day("2/6/2025"));
        assertThat(DutyToResolve.metOn(Optional.empty(), Optional.empty(), Optional.empty()))
                .isEmpty();
        DutyToResolve duty = duty(SilenceCase.ON_REQUEST);
        assertThat(duty.outcome(Optional.of(day("3/6/2025")), day("20/6/2025"), catalonia()))
                .isInstanceOf(Met.class);
        assertThat(duty.outcome(Optional.of(day("4/6/2025")), day("20/6/2025"), catalonia()))
                .isInstanceOf(Unmet.class);
        assertThat(duty.outcome(Optional.empty(), day("3/6/2025"), catalonia())).isInstanceOf(Running.class);
    }

    @Test
    void r16PositiveSilenceThenARefusingDecreeIsAnError() {
        SilenceOutcome positive = unmet(SilenceCase.ON_REQUEST);

        positive.checkResolution(Resolution.GRANT);
        assertThatThrownBy(() -> positive.checkResolution(Resolution.REFUSE))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessageContaining("24.3.a");
        unmet(SilenceCase.GRANTS_AND_CLAIMS).checkResolution(Resolution.REFUSE);
        unmet(SilenceCase.GRANTS_AND_CLAIMS).checkResolution(Resolution.GRANT);
    }

    @Test
    void anExpiredProcedureCanOnlyBeDeclaredSo() {
        SilenceOutcome expired = unmet(SilenceCase.EX_OFFICIO_BURDEN);

        expired.checkResolution(Resolution.DECLARE_EXPIRY);
        assertThatThrownBy(() -> expired.checkResolution(Resolution.REFUSE)).hasMessageContaining("25.1.b");
    }

    @Test
    void r41ThreeMonthsIfNoneIsSetAndSixAtMostUnlessALawSaysSo() {
        Article ordinance = Article.of(Norm.ESET, "ordinance");

        assertThat(ProcedureRule.ofDefault(SilenceCase.ON_REQUEST).maximum()).isEqualTo(Term.months(3));
        ProcedureRule.of(Term.months(6), SilenceCase.ON_REQUEST, ordinance);
        assertThatThrownBy(() -> ProcedureRule.of(Term.months(7), SilenceCase.ON_REQUEST, ordinance))
                .hasMessageContaining("21.2");
        assertThatThrownBy(() -> ProcedureRule.of(Term.years(1), SilenceCase.ON_REQUEST, ordinance))
                .hasMessageContaining("21.2");
        assertThat(ProcedureRule.byLaw(Term.years(1), SilenceCase.ON_REQUEST, Article.of(Norm.LBRL, "1"))
                        .maximum())
                .isEqualTo(Term.years(1));
    }

    @Test
    void anOpenSuspensionKeepsTheDutyRunningAndInterruptionStartsItAgain() {
        DutyToResolve suspended = duty(SilenceCase.ON_REQUEST)
                .suspended(
                        Suspension.stillOpen(Suspension.Cause.CORRECTION_REQUIRED, day("10/3/2025"), day("1/4/2025")));

        assertThat(suspended.outcome(Optional.empty(), day("31/7/2025"), catalonia()))
                .isInstanceOf(Running.class);
        assertThat(duty(SilenceCase.EX_OFFICIO_BURDEN)
                        .interrupted(day("2/5/2025"))
                        .deadline(catalonia())
                        .end())
                .isEqualTo(day("4/8/2025"));
        assertThat(duty(SilenceCase.ON_REQUEST).noticeOfStart(catalonia()).end())
                .isEqualTo(day("17/3/2025"));
    }

    @Test
    void r47ALateActIsAdmittedUntilTheDayTheLapseIsNotified() {
        assertThat(Lapse.admit(day("1/4/2025"), Optional.empty()).article().number())
                .isEqualTo("73.3");
        Lapse.admit(day("1/4/2025"), Optional.of(day("1/4/2025")));
        assertThatThrownBy(() -> Lapse.admit(day("2/4/2025"), Optional.of(day("1/4/2025"))))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessageContaining("73.3");
    }

    @Test
    void r48ThreeMonthsAfterTheWarningTheProcedureIsFiled() {
        assertThat(Lapse.expiryAtRequest(day("16/7/2025"), catalonia()).end()).isEqualTo(day("16/10/2025"));
    }
}
