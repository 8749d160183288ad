package cat.eset.examples.day;

import static cat.eset.examples.day.Stage.VILAPROVA;

import cat.eset.core.LegalTime;
import cat.eset.core.catalogue.StepCatalogue;
import cat.eset.core.decree.Decree;
import cat.eset.core.effect.Appeals;
import cat.eset.core.effect.ElectronicDelivery;
import cat.eset.core.effect.ElectronicNotification;
import cat.eset.core.effect.NotificationEffect;
import cat.eset.core.expedient.ClosingReason;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.Step;
import cat.eset.core.expedient.WaitingTerm;
import cat.eset.core.notification.Evidence;
import cat.eset.core.notification.Notification;
import cat.eset.core.signature.Signer;
import cat.eset.core.term.TermResult;
import cat.eset.core.work.EniExport;
import cat.eset.core.work.WorkModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** What the first citizen's decree leads to: it is notified, takes effect, and the expedient closes. */
final class AfterTheDecree {

    private final Stage stage;
    private final TownHallSoftware town;
    private final Procedure procedure;
    private final WorkModel work;

    AfterTheDecree(Stage stage, Procedure procedure) {
        this.stage = stage;
        this.town = stage.software();
        this.procedure = procedure;
        this.work = procedure.work();
    }

    /** Lives it. */
    void live(Expedient expedient, Decree decree, TermResult deadline) {
        Notification notification = notifies(expedient, decree);
        takesEffect(expedient, decree, notification, deadline);
        closes(expedient);
    }

    private Notification notifies(Expedient expedient, Decree decree) {
        Notification[] done = new Notification[1];
        stage.step(
                "e-NOTUM 4.0 · PCI",
                "The decree is notified to the citizen",
                "Es notifica el decret a la ciutadana",
                step -> {
                    Notification prepared = procedure.prepare(expedient.number(), decree);
                    Notification queued = work.notifications().send(prepared.operation(), town.secretary);
                    Procedure.requireState(queued, Notification.State.QUEUED);
                    stage.until(LocalDateTime.of(2026, 3, 9, 10, 0));
                    Notification deposited = work.notifications().follow(prepared.operation(), town.secretary);
                    Procedure.requireState(deposited, Notification.State.AT_DISPOSAL);
                    stage.until(LocalDateTime.of(2026, 3, 11, 18, 5));
                    stage.outside(() -> stage.consortium()
                            .enotum()
                            .accept(Long.parseLong(deposited.remoteId().orElseThrow())));
                    stage.until(LocalDateTime.of(2026, 3, 11, 18, 30));
                    Procedure.requireState(
                            work.notifications().follow(prepared.operation(), town.secretary),
                            Notification.State.ACCESSED);
                    work.notifications().storeEvidence(prepared.operation(), town.secretary);
                    Notification proven = work.notifications().get(prepared.operation());
                    done[0] = proven;
                    stage.results()
                            .document("notification/evidence.xml", procedure.evidence(proven, Evidence.Kind.PRACTICE));
                    stage.results()
                            .document("notification/evidence.pdf", procedure.evidence(proven, Evidence.Kind.READABLE));
                    String exit = proven.prepared().exit().orElseThrow().text();
                    String id = proven.remoteId().orElseThrow();
                    step.say(
                                    "Exit " + exit + ", e-NOTUM id " + id
                                            + ": sent once, the PDF as MTOM attachment on mutual TLS; followed with signed requests.",
                                    "Sortida " + exit + ", id d'e-NOTUM " + id
                                            + ": enviada un sol cop, el PDF com a adjunt MTOM amb TLS mutu; seguida amb peticions signades.")
                            .say(
                                    "At disposal "
                                            + Timeline.minute(
                                                    proven.depositedAt().orElseThrow()) + ", accepted "
                                            + Timeline.minute(
                                                    proven.practisedAt().orElseThrow())
                                            + "; the evidence (XML and PDF) is in the expedient.",
                                    "A disposició el dia "
                                            + Papers.date(LegalTime.dateOf(
                                                    proven.depositedAt().orElseThrow()))
                                            + ", acceptada el dia "
                                            + Papers.date(LegalTime.dateOf(
                                                    proven.practisedAt().orElseThrow()))
                                            + "; les evidències (XML i PDF) són a l'expedient.")
                            .proof("evidence.pdf", "notification/evidence.pdf")
                            .proof("evidence.xml", "notification/evidence.xml");
                    stage.figure("exit", "Exit", "Sortida", exit);
                    stage.note("notification", id);
                    stage.note("notificationState", proven.state().name());
                });
        return done[0];
    }

    private void takesEffect(Expedient expedient, Decree decree, Notification notification, TermResult deadline) {
        stage.step(
                FirstCitizen.LEGAL_ENGINE,
                "What the notification does in law",
                "Què produeix la notificació en dret",
                step -> {
                    NotificationEffect effect = ElectronicNotification.of(
                                    procedure.citizen().relation(),
                                    ElectronicDelivery.atDisposal(
                                                    "e-NOTUM",
                                                    notification.depositedAt().orElseThrow())
                                            .accessedAt(
                                                    notification.practisedAt().orElseThrow()))
                            .effectAt(stage.clock().instant(), procedure.calendars());
                    LocalDate notified = effect.notifiedOn().orElseThrow().legal();
                    Appeals appeals = Appeals.after(notified, procedure.calendars());
                    long spare = ChronoUnit.DAYS.between(effect.dutyMetOn(), deadline.end());
                    step.say(
                            "Decree " + decree.number().orElseThrow() + ": " + effect + "; the duty to notify was met "
                                    + spare + " days before its end.",
                            "Decret " + decree.number().orElseThrow() + ": notificat el dia " + Papers.date(notified)
                                    + "; l'obligació de notificar es va complir " + spare + " dies abans del termini.");
                    effect.reasons().forEach(why -> step.say("  because: " + why, "  perquè: " + why.article()));
                    step.say(
                            "Reposició until "
                                    + Timeline.day(appeals.reposicio().end()) + moved(appeals.reposicio())
                                    + " (Llei 39/2015 arts. 123-124), contentious appeal until "
                                    + Timeline.day(appeals.contentious().end()) + " (Llei 29/1998 art. 46).",
                            "Reposició fins al dia "
                                    + Papers.date(appeals.reposicio().end())
                                    + " (Llei 39/2015, arts. 123 i 124), contenciós fins al dia "
                                    + Papers.date(appeals.contentious().end()) + " (Llei 29/1998, art. 46).");
                    Step wait = work.expedients()
                            .addWaiting(
                                    expedient.number(),
                                    StepCatalogue.standard().get("ESPERA_RECURS"),
                                    WaitingTerm.of("notificació", appeals.reposicio()),
                                    town.secretary);
                    stage.until(appeals.reposicio().end().plusDays(1).atTime(9, 0));
                    work.expedients().finishStep(expedient.number(), wait, "Sense recurs", town.secretary);
                    stage.note("notifiedOn", notified.toString());
                    stage.figure(
                            "reposicioUntil",
                            "Appeal (reposició) until",
                            "Recurs de reposició fins al",
                            appeals.reposicio().end().toString());
                    stage.note("contentiousUntil", appeals.contentious().end().toString());
                });
    }

    private void closes(Expedient expedient) {
        stage.step("ENI · XAdES", "The expedient closes and is exported", "L'expedient es tanca i s'exporta", step -> {
            ExpedientNumber number = expedient.number();
            work.closing().begin(number, ClosingReason.RESOLUTION_EXECUTED, town.secretary);
            work.closing().sign(number, Signer.official(town.secretary), town.secretary);
            Expedient closed = work.expedients().get(VILAPROVA, number);
            EniExport export = work.closing().export(VILAPROVA, number);
            try {
                export.writeTo(stage.results().path("expedient"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            int documents = export.documents().size();
            step.say(
                            "Nothing pending; index of " + documents + " documents signed by the secretary; "
                                    + closed.situation() + "; exported as ENI XML.",
                            "Res pendent; índex de " + documents + " documents signat pel secretari; "
                                    + "tancat; exportat en XML de l'ENI.")
                    .proof("expedient-eni.xml", "expedient/expedient-eni.xml")
                    .proof("index.xml", "expedient/index.xml");
            stage.figure("documents", "Documents in the index", "Documents a l'índex", String.valueOf(documents));
            stage.note("expedientState", closed.situation().name());
        });
    }

    private static String moved(TermResult term) {
        return term.raw().equals(term.end()) ? "" : ", moved from " + Timeline.day(term.raw()) + ", not a working day";
    }
}
