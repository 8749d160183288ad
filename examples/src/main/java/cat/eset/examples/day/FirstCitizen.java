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
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.Phase;
import cat.eset.core.expedient.Step;
import cat.eset.core.expedient.WaitingTerm;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.signature.SignatureReport;
import cat.eset.core.term.Term;
import cat.eset.core.term.TermResult;
import cat.eset.core.work.WorkModel;
import cat.eset.testkit.mux.MuxTransaction;
import cat.eset.testkit.mux.VendorAnswer;
import cat.eset.testkit.mux.VendorRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** The citizen whose application runs its whole course, from the registry to the archive. */
public final class FirstCitizen {

    static final Timeline.Line LEGAL_ENGINE = new Timeline.Line("legal engine", "motor jurídic");
    private static final StepCatalogue STEPS = StepCatalogue.standard();

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
        new AfterTheDecree(stage, procedure).live(expedient, decree, deadline);
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
                                    "Technical report asked " + Timeline.day(today) + ": 10 working days, until "
                                            + Timeline.day(reportTerm.end()) + " (Llei 39/2015 art. 80.2); delivered "
                                            + Timeline.day(delivered) + ".",
                                    "Informe tècnic demanat el dia " + Papers.date(today)
                                            + ": 10 dies hàbils, fins al dia "
                                            + Papers.date(reportTerm.end())
                                            + " (Llei 39/2015, art. 80.2); lliurat el dia "
                                            + Papers.date(delivered) + ".")
                            .say(
                                    "To resolve and notify: 3 months from the entry (art. 21.3), until "
                                            + Timeline.day(deadline.end()) + ".",
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
                                            + Timeline.minute(stamped) + ", checked: valid.",
                                    "Decret " + number
                                            + " del llibre de l'any; PAdES-T de l'alcaldessa, segell de temps del dia "
                                            + Papers.date(LegalTime.dateOf(stamped)) + ", comprovat: vàlid.")
                            .proof("decree.pdf", "decree.pdf");
                    stage.figure("decree", "Decree", "Decret", number);
                    stage.note("decreeDate", LegalTime.dateOf(stamped).toString());
                });
        return work.decrees().get(decided[0]);
    }
}
