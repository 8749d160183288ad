package cat.eset.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.Failure;
import cat.eset.core.archive.ArchiveDeposit;
import cat.eset.core.archive.ArchiveStatus;
import cat.eset.core.document.DocumentId;
import cat.eset.core.document.DocumentMetadata;
import cat.eset.core.document.DocumentType;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.ClosingReason;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientIndex;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.Opening;
import cat.eset.core.expedient.Series;
import cat.eset.core.expedient.Situation;
import cat.eset.core.notification.SendOutcome;
import cat.eset.core.retention.Disposition;
import cat.eset.core.retention.EliminationRecord;
import cat.eset.core.retention.EvaluationTable;
import cat.eset.core.rule.RuleBrokenException;
import cat.eset.core.signature.Signer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Opening again, the archive and retention (contract eset-model 2.6 and 4, legal-rules R13). */
class AfterClosingTest {

    private static final EvaluationTable TABLE =
            new EvaluationTable("TAAD 10", EvaluationTable.Kind.DESTRUCTION, Period.ofYears(5));

    private final Town town = new Town();
    private final WorkModel work = town.builder()
            .evaluationTables(series -> series.code().equals("1373") ? Optional.of(TABLE) : Optional.empty())
            .build();

    private ExpedientNumber closed(String series) {
        ExpedientNumber number = open(series);
        close(number);
        return number;
    }

    private ExpedientNumber open(String series) {
        ExpedientNumber number = work.expedients()
                .open(
                        Opening.exOfficio("Expedient", Series.of(series, "Llicències"), Assignee.group("Urbanisme"))
                                .build(),
                        town.technician)
                .number();
        work.expedients()
                .addDocument(
                        number,
                        DocumentMetadata.ofTownHall("Informe", DocumentType.REPORT),
                        Town.pdf("informe"),
                        town.technician);
        return number;
    }

    private void close(ExpedientNumber number) {
        work.closing().begin(number, ClosingReason.RESOLUTION_EXECUTED, town.secretary);
        work.closing().sign(number, Signer.seal(Town.EL_BRUC), town.secretary);
    }

    private Situation situation(ExpedientNumber number) {
        return work.expedients().get(Town.EL_BRUC, number).situation();
    }

    @Test
    void aClosedExpedientIsOpenedAgainByADiligenceAndKeepsItsIndex() {
        ExpedientNumber number = closed("1373");
        Expedient again = work.closing().reopen(number, "recurs estimat", town.secretary);
        assertThat(again.situation()).isEqualTo(Situation.OPEN);
        assertThat(again.diligences()).hasSize(1);
        assertThat(town.store
                        .diligences()
                        .find(cat.eset.core.diligence.DiligenceId.of(
                                again.diligences().get(0))))
                .isPresent();
        close(number);
        assertThat(work.expedients().get(Town.EL_BRUC, number).closings()).hasSize(2);
        assertThatThrownBy(() -> work.closing().reopen(open("1373"), "no és tancat", town.secretary))
                .isInstanceOf(RuleBrokenException.class);
    }

    @Test
    void r16ADocumentInTwoExpedientsIsAnnulledInOne() {
        // legal-rules R16.12
        ExpedientNumber one = open("1373");
        ExpedientNumber other = open("1373");
        DocumentId shared =
                work.expedients().documents(Town.EL_BRUC, one).get(0).id();
        work.expedients().incorporate(other, shared, town.technician);
        work.expedients().change(other, town.technician, (e, by, at) -> e.annul(shared, "no hi pertoca", by, at));
        close(one);
        close(other);
        assertThat(indexed(one)).containsExactly(shared);
        assertThat(indexed(other)).hasSize(1).doesNotContain(shared);
        assertThat(work.expedients().get(Town.EL_BRUC, other).document(shared)).isPresent();
    }

    private List<DocumentId> indexed(ExpedientNumber number) {
        return work.expedients().get(Town.EL_BRUC, number).closings().get(0).index().items().stream()
                .map(ExpedientIndex.Item::document)
                .toList();
    }

    @Test
    void theArchiveTakesAClosedExpedientOnce() {
        ExpedientNumber number = closed("1373");
        assertThat(work.archive().transfer(number, ArchiveDeposit.Access.RESTRICTED, town.secretary))
                .isInstanceOf(SendOutcome.Queued.class);
        assertThat(work.archive().transfer(number, ArchiveDeposit.Access.RESTRICTED, town.secretary))
                .isInstanceOf(SendOutcome.Queued.class);
        assertThat(town.archive.line.calls).hasSize(1);
        ArchiveDeposit deposit = town.archive.line.arrived.values().iterator().next();
        assertThat(deposit.reference()).isEqualTo("L01080253/" + number);
        assertThat(deposit.documents()).hasSize(1);
        assertThat(deposit.titles()).containsValue("Informe");

        assertThat(work.archive().follow(number, town.secretary)).isInstanceOf(ArchiveStatus.InProcess.class);
        assertThat(situation(number)).isEqualTo(Situation.CLOSED);
        town.archive.decides = new ArchiveStatus.Kept("urn:arxiu:7");
        work.archive().follow(number, town.secretary);
        work.archive().follow(number, town.secretary);
        assertThat(situation(number)).isEqualTo(Situation.TRANSFERRED);
    }

    @Test
    void aTransferOfUnknownOutcomeAsksBeforeItSendsAgain() {
        ExpedientNumber number = closed("1373");
        town.archive.line.next = Breaking.Break.AFTER_ARRIVAL;
        assertThat(work.archive().transfer(number, ArchiveDeposit.Access.PUBLIC, town.secretary))
                .isInstanceOf(SendOutcome.Unknown.class);
        assertThat(work.archive().transfer(number, ArchiveDeposit.Access.PUBLIC, town.secretary))
                .isInstanceOf(SendOutcome.Queued.class);
        assertThat(town.archive.line.calls).hasSize(1);

        ExpedientNumber lost = closed("1373");
        town.archive.line.next = Breaking.Break.BEFORE_ARRIVAL;
        work.archive().transfer(lost, ArchiveDeposit.Access.PUBLIC, town.secretary);
        work.archive().transfer(lost, ArchiveDeposit.Access.PUBLIC, town.secretary);
        assertThat(town.archive.line.calls).hasSize(3);
        assertThat(town.archive.line.calls.get(1)).isEqualTo(town.archive.line.calls.get(2));
    }

    @Test
    void whatTheArchiveRefusesStaysClosedAndOnlyWhatIsClosedGoes() {
        ExpedientNumber number = closed("1373");
        work.archive().transfer(number, ArchiveDeposit.Access.PUBLIC, town.secretary);
        town.archive.decides = new ArchiveStatus.Rejected(
                Failure.of(Failure.Fault.REMOTE, "A field is missing").build());
        assertThat(work.archive().follow(number, town.secretary)).isInstanceOf(ArchiveStatus.Rejected.class);
        assertThat(situation(number)).isEqualTo(Situation.CLOSED);
        work.archive().transfer(number, ArchiveDeposit.Access.PUBLIC, town.secretary);
        assertThat(town.archive.line.calls).hasSize(2).doesNotHaveDuplicates();
        town.archive.decides = new ArchiveStatus.Kept("urn:arxiu:8");
        work.archive().follow(number, town.secretary);
        assertThat(situation(number)).isEqualTo(Situation.TRANSFERRED);
        assertThatThrownBy(() -> work.archive().transfer(open("1373"), ArchiveDeposit.Access.PUBLIC, town.secretary))
                .isInstanceOf(RuleBrokenException.class);
    }

    @Test
    void retentionFollowsTheTableTheClosingAndTheBlocks() {
        ExpedientNumber number = closed("1373");
        assertThat(disposition(number)).isInstanceOf(Disposition.Keep.class);
        assertThat(disposition(open("1373"))).isInstanceOf(Disposition.Blocked.class);
        assertThat(disposition(closed("1400"))).isInstanceOf(Disposition.Permanent.class);
        town.clock.advance(Duration.ofDays(5 * 366));
        assertThat(disposition(number)).isInstanceOf(Disposition.Eliminable.class);
        assertThat(work.retention().disposition(Town.EL_BRUC, number, Set.of(Disposition.Block.APPEAL_OR_LAWSUIT)))
                .isInstanceOf(Disposition.Blocked.class);
    }

    @Test
    void onlyWhatMayBeEliminatedIsAndWhatIsSaidAboutItStays() {
        ExpedientNumber number = closed("1373");
        EliminationRecord record = record("1373");
        assertThatThrownBy(() -> work.retention().eliminate(number, record, Set.of(), town.secretary))
                .isInstanceOf(RuleBrokenException.class);
        town.clock.advance(Duration.ofDays(5 * 366));
        assertThatThrownBy(() -> work.retention()
                        .eliminate(number, record, Set.of(Disposition.Block.NOT_APPROVED), town.secretary))
                .isInstanceOf(RuleBrokenException.class);
        assertThatThrownBy(() -> work.retention().eliminate(number, record("1400"), Set.of(), town.secretary))
                .isInstanceOf(RuleBrokenException.class);
        Expedient gone = work.retention().eliminate(number, record, Set.of(), town.secretary);
        assertThat(gone.situation()).isEqualTo(Situation.ELIMINATED);
        assertThat(gone.title()).isEqualTo("Expedient");
        assertThatThrownBy(() -> work.closing().reopen(number, "massa tard", town.secretary))
                .isInstanceOf(RuleBrokenException.class);
        assertThatThrownBy(() -> work.retention().eliminate(number, record, Set.of(), town.secretary))
                .isInstanceOf(RuleBrokenException.class);
    }

    private Disposition disposition(ExpedientNumber number) {
        return work.retention().disposition(Town.EL_BRUC, number, Set.of());
    }

    private static EliminationRecord record(String series) {
        return new EliminationRecord(
                series,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                "1 expedient",
                "TAAD 10",
                "Resolució fictícia 1/2031",
                LocalDate.of(2031, 4, 1),
                "Secretaria");
    }
}
