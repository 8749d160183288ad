package cat.eset.examples.day;

import static cat.eset.examples.day.Stage.VILAPROVA;
import static cat.eset.examples.day.Stage.check;

import cat.eset.core.DocumentContent;
import cat.eset.core.LegalTime;
import cat.eset.core.catalogue.StepCatalogue;
import cat.eset.core.decree.Decree;
import cat.eset.core.document.DocumentId;
import cat.eset.core.document.DocumentMetadata;
import cat.eset.core.document.DocumentType;
import cat.eset.core.effect.Appeals;
import cat.eset.core.effect.ElectronicDelivery;
import cat.eset.core.effect.ElectronicNotification;
import cat.eset.core.effect.NotificationEffect;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.ClosingReason;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.Phase;
import cat.eset.core.expedient.Step;
import cat.eset.core.expedient.WaitingTerm;
import cat.eset.core.notification.Evidence;
import cat.eset.core.notification.Notification;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.signature.SignatureReport;
import cat.eset.core.signature.Signer;
import cat.eset.core.term.Term;
import cat.eset.core.term.TermResult;
import cat.eset.core.work.EniExport;
import cat.eset.core.work.WorkModel;
import cat.eset.testkit.mux.MuxTransaction;
import cat.eset.testkit.mux.VendorAnswer;
import cat.eset.testkit.mux.VendorRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** The citizen whose application runs its whole course, from the registry to the archive. */
public final class FirstCitizen {

    private static final Timeline.Line LEGAL_ENGINE = new Timeline.Line("legal engine", "motor jurídic");
    private static final StepCatalogue STEPS = StepCatalogue.standard();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private final Stage stage;
    private final TownHallSoftware town;
    private final Procedure procedure;
    private final WorkModel work;

    /** Her procedure on this stage. */
    public FirstCitizen(Stage stage) {
        this.stage = stage;
        this.town = stage.software();
        this.procedure = new Procedure(stage);
        this.work = procedure.work();
    }

    /** Lives it. */
    public void live() {
        RegistryEntry entry = arrives();
        Expedient expedient = opens(entry);
        TermResult deadline = runs(expedient, entry);
        Decree decree = decides(expedient, entry);
        Notification notification = notifies(expedient, decree);
        takesEffect(expedient, decree, notification, deadline);
        closes(expedient);
    }

    private RegistryEntry arrives() {
        stage.step("MUX V3", "A citizen's application arrives", "Arriba la sol·licitud d'una ciutadana", step -> {
            stage.outside(() -> stage.consortium()
                    .mux()
                    .register(VendorRegistry.at(
                            town.registryAddress(), "MUX", VILAPROVA.ine10().value(), town.sharedSecret())));
            MuxTransaction application = procedure.application(
                    "0ba6-8133-af41-6006", "Llicència d'obres menors: coberta del carrer Major, 12");
            VendorAnswer first = procedure.post(application);
            VendorAnswer again = procedure.post(application);
            stage.results().text("inbound/transaction.json", first.requestBody());
            stage.results().text("inbound/answer.json", first.body());
            String number = procedure.lastEntry().number().text();
            check(first.body().equals(again.body()) && first.body().contains(number), "The same post got two answers");
            step.say(
                            "Registered as " + number + " in " + first.elapsed().toMillis()
                                    + " ms; the same post repeated got the same number.",
                            "Registrada amb el número " + number + " en "
                                    + first.elapsed().toMillis()
                                    + " ms; la mateixa petició repetida ha rebut el mateix número.")
                    .proof("transaction.json", "inbound/transaction.json")
                    .proof("answer.json", "inbound/answer.json");
            stage.figure("entry", "Entry", "Entrada", number);
        });
        return procedure.lastEntry();
    }

    private Expedient opens(RegistryEntry entry) {
        stage.until(LocalDateTime.of(2026, 3, 2, 10, 5));
        ExpedientNumber[] opened = new ExpedientNumber[1];
        stage.step(
                new Timeline.Line("work model", "model de treball"),
                "The registrar accepts it and opens an expedient",
                "La registradora l'accepta i obre expedient",
                step -> {
                    Expedient expedient = procedure.open(entry);
                    opened[0] = expedient.number();
                    step.say(
                            "Process diligence: expedient " + expedient.number() + ", series "
                                    + procedure.series().code()
                                    + ", assigned to the municipal architect; the receipt is its first document.",
                            "Diligència de procés: expedient " + expedient.number() + ", sèrie "
                                    + procedure.series().code()
                                    + ", assignat a l'arquitecta municipal; el rebut n'és el primer document.");
                    stage.figure(
                            "expedient",
                            "Expedient",
                            "Expedient",
                            expedient.number().text());
                });
        return work.expedients().get(VILAPROVA, opened[0]);
    }

    private TermResult runs(Expedient expedient, RegistryEntry entry) {
        TermResult deadline = procedure.deadline(entry);
        ExpedientNumber number = expedient.number();
        stage.step(
                LEGAL_ENGINE,
                "The expedient runs: steps and terms",
                "L'expedient es tramita: tràmits i terminis",
                step -> {
                    LocalDate today = LegalTime.dateOf(stage.clock().instant());
                    TermResult reportTerm = Term.workingDays(10).from(today).on(procedure.calendars());
                    Assignee architect = Assignee.person(town.technician.person());
                    work.expedients().phase(number, Phase.INSTRUCTION, town.technician);
                    Step report = work.expedients()
                            .addWork(
                                    number,
                                    STEPS.get("INFORME_TECNIC"),
                                    architect,
                                    Optional.of(reportTerm.end()),
                                    town.registrar);
                    Step wait = work.expedients()
                            .addWaiting(
                                    number,
                                    STEPS.get("ESPERA_INFORME"),
                                    WaitingTerm.of("petició d'informe", reportTerm),
                                    town.registrar);
                    stage.until(LocalDateTime.of(2026, 3, 5, 12, 40));
                    LocalDate delivered = LegalTime.dateOf(stage.clock().instant());
                    work.expedients()
                            .addDocument(
                                    number,
                                    DocumentMetadata.ofTownHall("Informe tècnic favorable", DocumentType.REPORT),
                                    Papers.report(
                                            expedient,
                                            entry,
                                            town.technician.person().name(),
                                            delivered),
                                    town.technician);
                    work.expedients().finishStep(number, report, "Informe favorable", town.technician);
                    work.expedients().finishStep(number, wait, "Informe rebut", town.technician);
                    step.say(
                                    "Technical report asked " + DAY.format(today) + ": 10 working days, until "
                                            + DAY.format(reportTerm.end()) + " (Llei 39/2015 art. 80.2); delivered "
                                            + DAY.format(delivered) + ".",
                                    "Informe tècnic demanat el dia " + Papers.date(today)
                                            + ": 10 dies hàbils, fins al dia "
                                            + Papers.date(reportTerm.end())
                                            + " (Llei 39/2015, art. 80.2); lliurat el dia "
                                            + Papers.date(delivered) + ".")
                            .say(
                                    "To resolve and notify: 3 months from the entry (art. 21.3), until "
                                            + DAY.format(deadline.end()) + ".",
                                    "Per resoldre i notificar: 3 mesos des de l'entrada (art. 21.3), fins al dia "
                                            + Papers.date(deadline.end()) + ".");
                    deadline.reasons().forEach(why -> step.say("  because: " + why, "  perquè: " + why.article()));
                    stage.note("resolveAndNotifyUntil", deadline.end().toString());
                });
        return deadline;
    }

    private Decree decides(Expedient expedient, RegistryEntry entry) {
        stage.until(LocalDateTime.of(2026, 3, 9, 9, 15));
        DocumentId[] decided = new DocumentId[1];
        stage.step(
                "PAdES-T · RFC 3161",
                "The mayor signs the decree, which gets its number",
                "L'alcaldessa signa el decret, que rep el seu número",
                step -> {
                    work.expedients().phase(expedient.number(), Phase.RESOLUTION, town.technician);
                    Decree decree = procedure.decree(
                            expedient,
                            "Atorgar la llicència d'obres menors per reparar la coberta del carrer Major, 12",
                            "1. El " + Papers.date(LegalTime.dateOf(entry.presentedAt()))
                                    + " la persona interessada va demanar la llicència (registre d'entrada "
                                    + entry.number()
                                    + ").\n2. L'arquitecta municipal va informar favorablement.");
                    decided[0] = decree.document();
                    DocumentContent pdf = procedure.content(decree.document());
                    stage.results().document("decree.pdf", pdf);
                    SignatureReport report = town.signatures().verify(pdf);
                    check(report.allValid(), "The signature of the decree is not valid: " + report);
                    Instant stamped = report.signatures().get(0).timeStampedAt().orElseThrow();
                    String number = decree.number().orElseThrow().text();
                    step.say(
                                    "Decree " + number + " of the year's book; PAdES-T by the mayor, time stamp "
                                            + MINUTE.format(LegalTime.dateTimeOf(stamped)) + ", checked: valid.",
                                    "Decret " + number
                                            + " del llibre de l'any; PAdES-T de l'alcaldessa, segell de temps del dia "
                                            + Papers.date(LegalTime.dateOf(stamped)) + ", comprovat: vàlid.")
                            .proof("decree.pdf", "decree.pdf");
                    stage.figure("decree", "Decree", "Decret", number);
                    stage.note("decreeDate", LegalTime.dateOf(stamped).toString());
                });
        return work.decrees().get(decided[0]);
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
                                    "At disposal " + minute(proven.depositedAt()) + ", accepted "
                                            + minute(proven.practisedAt())
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
        stage.step(LEGAL_ENGINE, "What the notification does in law", "Què produeix la notificació en dret", step -> {
            NotificationEffect effect = ElectronicNotification.of(
                            procedure.citizen().relation(),
                            ElectronicDelivery.atDisposal(
                                            "e-NOTUM",
                                            notification.depositedAt().orElseThrow())
                                    .accessedAt(notification.practisedAt().orElseThrow()))
                    .effectAt(stage.clock().instant(), procedure.calendars());
            LocalDate notified = effect.notifiedOn().orElseThrow().legal();
            Appeals appeals = Appeals.after(notified, procedure.calendars());
            long spare = ChronoUnit.DAYS.between(effect.dutyMetOn(), deadline.end());
            step.say(
                    "Decree " + decree.number().orElseThrow() + ": " + effect + "; the duty to notify was met " + spare
                            + " days before its end.",
                    "Decret " + decree.number().orElseThrow() + ": notificat el dia " + Papers.date(notified)
                            + "; l'obligació de notificar es va complir " + spare + " dies abans del termini.");
            effect.reasons().forEach(why -> step.say("  because: " + why, "  perquè: " + why.article()));
            step.say(
                    "Reposició until " + DAY.format(appeals.reposicio().end()) + moved(appeals.reposicio())
                            + " (Llei 39/2015 arts. 123-124), contentious appeal until "
                            + DAY.format(appeals.contentious().end()) + " (Llei 29/1998 art. 46).",
                    "Reposició fins al dia " + Papers.date(appeals.reposicio().end())
                            + " (Llei 39/2015, arts. 123 i 124), contenciós fins al dia "
                            + Papers.date(appeals.contentious().end()) + " (Llei 29/1998, art. 46).");
            Step wait = work.expedients()
                    .addWaiting(
                            expedient.number(),
                            STEPS.get("ESPERA_RECURS"),
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
        return term.raw().equals(term.end()) ? "" : ", moved from " + DAY.format(term.raw()) + ", not a working day";
    }

    private static String minute(Optional<Instant> instant) {
        return instant.map(i -> MINUTE.format(LegalTime.dateTimeOf(i))).orElse("never");
    }
}
