package cat.eset.core.work;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.catalogue.StepCatalogue;
import cat.eset.core.decree.Decree;
import cat.eset.core.diligence.ProcessDecision;
import cat.eset.core.document.DocumentId;
import cat.eset.core.document.DocumentMetadata;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.Step;
import cat.eset.core.expedient.WaitingTerm;
import cat.eset.core.id.Nif;
import cat.eset.core.indicator.ExitsByChannel;
import cat.eset.core.indicator.Indicator;
import cat.eset.core.indicator.Indicators;
import cat.eset.core.law.Reason;
import cat.eset.core.notification.NotificationOrder;
import cat.eset.core.notification.NotificationText;
import cat.eset.core.party.Party;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryNumber;
import cat.eset.core.signature.SignatureGroup;
import cat.eset.core.task.Task;
import cat.eset.core.task.TaskId;
import cat.eset.core.task.TaskRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The indicators of contract eset-model 11. */
class IndicatorsTest {

    private final Town town = new Town();
    private final WorkModel work = town.work;
    private final StepCatalogue steps = StepCatalogue.standard();

    private Indicators now() {
        return Indicators.of(town.store, Town.EL_BRUC, town.clock.instant());
    }

    private Expedient open() {
        return work.expedients().get(Town.EL_BRUC, town.expedient());
    }

    @Test
    void entriesCountUntilTheyAreInAnExpedientOrAReasonSaysWhyNot() {
        var entry = work.entries().receive(EntryDraft.entry("Instància").build(), town.registrar);
        town.clock.advance(Duration.ofDays(3));
        assertThat(now().entriesToDealWith()).isEqualTo(new Indicator(List.of(new Indicator.Item("2026/E/000001", 3))));
        work.entries().accept(entry.number(), town.registrar);
        assertThat(now().entriesToDealWith().count()).isEqualTo(1);
        work.entries().process(entry.number(), new ProcessDecision.File("publicitat"), town.registrar);
        assertThat(now().entriesToDealWith().count()).isZero();
    }

    @Test
    void anExpedientIsStuckWhenNothingIsPendingInIt() {
        Expedient expedient = open();
        assertThat(now().stuckExpedients().count()).isEqualTo(1);
        Step step = work.expedients()
                .addWaiting(
                        expedient.number(),
                        steps.get("ESPERA_ESMENA"),
                        new WaitingTerm(
                                "requeriment notificat",
                                LocalDate.of(2026, 3, 2),
                                LocalDate.of(2026, 3, 16),
                                List.of(Reason.l39("ten working days to correct", "68.1"))),
                        town.technician);
        assertThat(now().stuckExpedients().count()).isZero();
        town.clock.advance(Duration.ofDays(14));
        assertThat(now().overdueSteps().count()).isZero();
        town.clock.advance(Duration.ofDays(1));
        assertThat(now().overdueSteps().items()).containsExactly(new Indicator.Item(expedient.number() + "/1", 15));
        assertThat(now().expedientsReadyToClose().count()).isZero();
        work.expedients().finishStep(expedient.number(), step, "esmenat", town.technician);
        assertThat(now().expedientsReadyToClose().count()).isEqualTo(1);
        assertThat(now().openedSince(town.clock.instant().minus(Duration.ofDays(20))))
                .isEqualTo(1);
        assertThat(now().closedSince(town.clock.instant().minus(Duration.ofDays(20))))
                .isZero();
    }

    @Test
    void lateTasksUntypedDocumentsAndWaitingSignaturesCount() {
        Expedient expedient = open();
        town.store
                .tasks()
                .save(Task.request(
                        TaskId.next(town.clock, new Random(1)),
                        TaskRequest.of("Trucar", Assignee.group("OAC")).due(LocalDate.of(2026, 3, 4)),
                        town.registrar,
                        town.clock.instant()));
        work.expedients()
                .addDocument(expedient.number(), DocumentMetadata.ofCitizen("Adjunt"), Town.pdf("a"), town.technician);
        Decree decree = work.decrees()
                .draft(
                        expedient.number(),
                        "Decret",
                        "Extracte",
                        Town.pdf("decret"),
                        SignatureGroup.MAYOR_OR_DELEGATE,
                        town.technician);
        work.decrees().propose(decree.document(), town.technician);
        town.clock.advance(Duration.ofDays(2));
        assertThat(now().overdueTasks().count()).isZero();
        town.clock.advance(Duration.ofDays(1));
        assertThat(now().overdueTasks().count()).isEqualTo(1);
        assertThat(now().untypedDocuments().count()).isEqualTo(1);
        assertThat(now().documentsInSignature(Duration.ofDays(5)).count()).isZero();
        assertThat(now().documentsInSignature(Duration.ofDays(2)).items())
                .containsExactly(new Indicator.Item(decree.document().value(), 3));
        work.decrees().sign(decree.document(), town.mayor);
        work.decrees().approve(decree.document(), town.secretary);
        town.clock.advance(Duration.ofDays(15));
        assertThat(now().decreesToNotify(2026, Duration.ofDays(14)).count()).isEqualTo(1);
        work.decrees()
                .change(decree.document(), town.secretary, (d, by, at) -> d.mark(Decree.Mark.NOTIFIED, "n", by, at));
        assertThat(now().decreesToNotify(2026, Duration.ofDays(14)).count()).isZero();
        assertThat(Optional.of(now().decreesToNotify(2026, Duration.ZERO).oldestDays()))
                .contains(0L);
    }

    @Test
    void anExpedientIsLateFromTheDayAfterItsLastDayToResolve() {
        Expedient expedient = open();
        work.expedients()
                .change(
                        expedient.number(),
                        town.technician,
                        (e, by, at) -> e.resolutionDeadline(LocalDate.of(2026, 3, 4), List.of(), by, at));
        town.clock.advance(Duration.ofDays(2));
        assertThat(now().expedientsPastDeadline().count()).isZero();
        town.clock.advance(Duration.ofDays(1));
        assertThat(now().expedientsPastDeadline().items())
                .containsExactly(new Indicator.Item(expedient.number().text(), 3));
    }

    @Test
    void whatIsLateCountsForWhoeverIsInCharge() {
        Expedient expedient = open();
        Assignee desk = Assignee.group("OAC");
        Assignee technician = Assignee.person(town.technician.person());
        LocalDate due = LocalDate.of(2026, 3, 4);
        work.tasks().request(TaskRequest.of("Trucar", desk).due(due), town.registrar);
        work.tasks().request(TaskRequest.of("Sense termini", desk), town.registrar);
        work.expedients()
                .addWork(
                        expedient.number(), steps.get("INFORME_TECNIC"), technician, Optional.of(due), town.technician);
        work.expedients()
                .addStep(
                        expedient.number(),
                        new Step.FreeTask("Mesurar", technician, Optional.of(due)),
                        town.technician);
        town.clock.advance(Duration.ofDays(2));
        assertThat(now().overdueByAssignee()).isEmpty();
        town.clock.advance(Duration.ofDays(1));
        assertThat(now().overdueByAssignee()).isEqualTo(Map.of(desk, 1L, technician, 2L));
    }

    private PreparedExit leaves(Expedient expedient, DocumentId document, Party recipient) {
        return work.exits()
                .prepare(
                        expedient.number(), document, recipient, NotificationText.of("Decret", "Text"), town.secretary);
    }

    @Test
    void exitsCountOnceEachByTheWayTheyLeft() {
        Party obliged = Party.company(Nif.of("P0828500I"), "Empresa Fictícia");
        Party onPaper = Party.person(Nif.of("00000000T"), "Maria", "Exemple");
        Party body = Party.publicBody(DirectoryDouble.BODY, "Departament Fictici");
        Expedient expedient = open();
        DocumentId decree = town.approvedDecree(expedient.number());
        leaves(expedient, decree, onPaper);
        town.clock.advance(Duration.ofDays(1));
        Instant from = town.clock.instant();
        assertThat(now().exitsSince(from).total()).isZero();
        assertThat(now().exitsSince(from).electronicShare()).isEmpty();
        assertThat(now().exitsSince(from).electronicNotificationShare()).isEmpty();

        leaves(expedient, decree, obliged);
        leaves(expedient, decree, obliged);
        leaves(expedient, decree, obliged);
        work.notifications()
                .prepare(
                        NotificationOrder.Kind.COMMUNICATION,
                        expedient.number(),
                        decree,
                        onPaper,
                        NotificationText.of("Avís", "Text"),
                        town.secretary);
        leaves(expedient, decree, body);
        leaves(expedient, decree, onPaper);
        work.exits().register(expedient.number(), EntryDraft.exit("A mà").build(), town.registrar);
        town.clock.advance(Duration.ofDays(1));
        assertThat(now().exitsSince(from)).isEqualTo(new ExitsByChannel(3, 1, 1, 1, 1));
        assertThat(now().exitsSince(from).electronicShare()).hasValue(5.0 / 7);
        assertThat(now().exitsSince(from).electronicNotificationShare()).hasValue(0.75);
        assertThat(now().exitsSince(from.minus(Duration.ofDays(1))).onPaper()).isEqualTo(2);
        assertThat(now().exitsSince(from.minus(Duration.ofDays(400))).total()).isEqualTo(8);
    }

    @Test
    void whatWasRefusedCancelledOrAnnulledReachedNobody() {
        Expedient expedient = open();
        Instant from = town.clock.instant();
        DocumentId decree = town.approvedDecree(expedient.number());
        Party obliged = Party.company(Nif.of("P0828500I"), "Empresa Fictícia");
        Party body = Party.publicBody(DirectoryDouble.BODY, "Departament Fictici");

        town.notifying.line.next = Breaking.Break.REFUSAL;
        work.notifications().send(leaves(expedient, decree, obliged).operation(), town.secretary);
        town.exchanging.line.next = Breaking.Break.REFUSAL;
        work.exchanges().send(leaves(expedient, decree, body).operation(), town.secretary);
        RegistryNumber byHand = work.exits()
                .register(expedient.number(), EntryDraft.exit("A mà").build(), town.registrar)
                .number();
        assertThat(now().exitsSince(from)).isEqualTo(new ExitsByChannel(0, 0, 0, 0, 1));
        work.entries().annul(byHand, "no va sortir", town.secretary);
        assertThat(now().exitsSince(from).total()).isZero();
    }
}
