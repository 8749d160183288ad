package cat.eset.core.representation;

import static cat.eset.core.term.LegalExamples.catalonia;
import static cat.eset.core.term.LegalExamples.day;
import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.id.Nif;
import cat.eset.core.representation.RepresentationCheck.Allowed;
import cat.eset.core.representation.RepresentationCheck.NotProven;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RepresentationCheckTest {

    private static final Nif GRANTOR = Nif.of("00000000T");
    private static final Nif ATTORNEY = Nif.of("00000001R");

    private static RepresentationCheck check(RepresentedAct act) {
        return new RepresentationCheck(GRANTOR, ATTORNEY, act, "L01080253", "LLICENCIA");
    }

    private static Power any(String registered) {
        return Power.registered(GRANTOR, ATTORNEY, new Power.AnyMatter(), day(registered));
    }

    @Test
    void r7APowerRegisteredOnALeapDayLapsesOnThe28thFiveYearsLater() {
        assertThat(any("29/2/2024").lapsesOn()).isEqualTo(day("28/2/2029"));
    }

    @Test
    void r16APowerRegisteredFiveYearsAgoTodayHasLapsed() {
        Power power = any("10/6/2020");

        assertThat(check(RepresentedAct.APPLICATION).on(day("9/6/2025"), List.of(power)))
                .isInstanceOf(Allowed.class);
        assertThat(check(RepresentedAct.APPLICATION).on(day("10/6/2025"), List.of(power)))
                .isInstanceOfSatisfying(
                        NotProven.class,
                        n -> assertThat(n.reasons())
                                .extracting(r -> r.article().number())
                                .containsExactly("6.6", "5.6"));
        assertThat(check(RepresentedAct.APPLICATION).on(day("10/6/2025"), List.of(power.extended(day("1/6/2025")))))
                .isInstanceOf(Allowed.class);
    }

    @Test
    void r16TypeCForAProcedureThatIsNotCovered() {
        Power covers = Power.registered(GRANTOR, ATTORNEY, new Power.Procedures(Set.of("LLICENCIA")), day("1/1/2025"));
        Power other = Power.registered(GRANTOR, ATTORNEY, new Power.Procedures(Set.of("PADRO")), day("1/1/2025"));

        assertThat(check(RepresentedAct.APPEAL).on(day("10/6/2025"), List.of(other)))
                .isInstanceOfSatisfying(
                        NotProven.class,
                        n -> assertThat(n.reasons().get(0).article().number()).isEqualTo("6.4"));
        assertThat(check(RepresentedAct.APPEAL).on(day("10/6/2025"), List.of(other, covers)))
                .isInstanceOf(Allowed.class);
    }

    @Test
    void typeBIsForOneBodyAndOnlyTheRightPersonsCount() {
        Power here = Power.registered(GRANTOR, ATTORNEY, new Power.OneBody("L01080253"), day("1/1/2025"));
        Power there = Power.registered(GRANTOR, ATTORNEY, new Power.OneBody("L01080193"), day("1/1/2025"));
        Power reverse = Power.registered(ATTORNEY, GRANTOR, new Power.AnyMatter(), day("1/1/2025"));

        assertThat(check(RepresentedAct.WAIVER).on(day("10/6/2025"), List.of(here)))
                .isInstanceOf(Allowed.class);
        assertThat(check(RepresentedAct.WAIVER).on(day("10/6/2025"), List.of(there)))
                .isInstanceOf(NotProven.class);
        assertThat(check(RepresentedAct.WAIVER).on(day("10/6/2025"), List.of(reverse)))
                .isInstanceOf(NotProven.class);
    }

    @Test
    void aPowerCountsFromItsRegistrationToItsEndOrRevocation() {
        Power power = any("2/6/2025").until(day("1/9/2025"));

        assertThat(check(RepresentedAct.APPEAL).on(day("1/6/2025"), List.of(power)))
                .isInstanceOf(NotProven.class);
        assertThat(check(RepresentedAct.APPEAL).on(day("2/6/2025"), List.of(power)))
                .isInstanceOf(Allowed.class);
        assertThat(check(RepresentedAct.APPEAL).on(day("1/9/2025"), List.of(power)))
                .isInstanceOf(NotProven.class);
        assertThat(check(RepresentedAct.APPEAL).on(day("10/6/2025"), List.of(power.revoked(day("9/6/2025")))))
                .isInstanceOfSatisfying(
                        NotProven.class,
                        n -> assertThat(n.reasons().get(0).text()).contains("revoked"));
    }

    @Test
    void mereStepsArePresumedAndMissingProofMayComeInTenDays() {
        assertThat(check(RepresentedAct.MERE_STEP).on(day("10/6/2025"), List.of()))
                .isInstanceOf(Allowed.class);
        NotProven no = (NotProven) check(RepresentedAct.WITHDRAWAL).on(day("10/3/2025"), List.of());
        assertThat(no.proofBy(day("10/3/2025"), catalonia()).end()).isEqualTo(day("24/3/2025"));
        assertThat(any("2/6/2025").toString()).doesNotContain("00000000T");
    }
}
