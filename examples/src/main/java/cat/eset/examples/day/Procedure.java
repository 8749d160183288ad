package cat.eset.examples.day;

import static cat.eset.examples.day.Stage.VILAPROVA;
import static cat.eset.examples.day.Stage.check;

import cat.eset.core.DocumentContent;
import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.LegalTime;
import cat.eset.core.calendar.WorkingCalendar;
import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.decree.Decree;
import cat.eset.core.diligence.ProcessDecision;
import cat.eset.core.document.DocumentId;
import cat.eset.core.document.DocumentMetadata;
import cat.eset.core.document.DocumentType;
import cat.eset.core.document.VerificationCodes;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.Opening;
import cat.eset.core.expedient.Series;
import cat.eset.core.id.Nif;
import cat.eset.core.notification.Evidence;
import cat.eset.core.notification.Notification;
import cat.eset.core.notification.NotificationText;
import cat.eset.core.party.Party;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.signature.SignatureGroup;
import cat.eset.core.term.Term;
import cat.eset.core.term.TermResult;
import cat.eset.core.work.WorkModel;
import cat.eset.notify.ENotumGateway;
import cat.eset.testkit.mux.MuxTransaction;
import cat.eset.testkit.mux.VendorAnswer;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What both citizens' procedures have in common: the town hall's people doing their work with the SDK. */
final class Procedure {

    private static final Party MARIA =
            Party.person(Nif.of("00000000T"), "Maria", "Exemple").email("maria@exemple.cat");
    private static final Series LICENCES = Series.of("1402", "Llicències d'obres menors");

    private final Stage stage;
    private final TownHallSoftware town;
    private final WorkModel work;
    private final WorkingCalendars calendars = WorkingCalendars.of(WorkingCalendar.catalonia()
            .of("Vilaprova")
            .withLocalHolidays(2026, LocalDate.of(2026, 5, 25), LocalDate.of(2026, 9, 8)));

    Procedure(Stage stage) {
        this.stage = stage;
        this.town = stage.software();
        this.work = WorkModel.builder(town.store(), stage.clock())
                .signatures(town.signatures())
                .notifications(ENotumGateway.of(town.enotum()))
                .verificationCodes(VerificationCodes.random("Decret d'alcaldia fictici 1/2026", new SecureRandom()))
                .build();
    }

    /** The work model. */
    WorkModel work() {
        return work;
    }

    /** The calendar of the town hall. */
    WorkingCalendars calendars() {
        return calendars;
    }

    /** The series of its expedients. */
    Series series() {
        return LICENCES;
    }

    /** The citizen. */
    Party citizen() {
        return MARIA;
    }

    /** An application as the citizen files it in e-TRAM. */
    MuxTransaction application(String id, String subject) {
        return MuxTransaction.entry(id, subject)
                .presented(stage.clock().instant().minusSeconds(90))
                .person(new MuxTransaction.Person(
                        "00000000T", "Maria", "Exemple", "maria@exemple.cat", Optional.empty()))
                .statement("Que cal fer l'obra que es descriu.", "La llicència per fer-la.")
                .build();
    }

    /** MUX posts it to the registry of the town hall. */
    VendorAnswer post(MuxTransaction transaction) {
        VendorAnswer[] answer = new VendorAnswer[1];
        stage.outside(() -> answer[0] = stage.consortium().mux().post(transaction));
        check(answer[0].arrived() && answer[0].status() == 200, "MUX got no answer: " + answer[0].failure());
        return answer[0];
    }

    /** The entry that was registered last. */
    RegistryEntry lastEntry() {
        List<RegistryEntry> entries = town.store()
                .registryBook()
                .year(VILAPROVA, Direction.ENTRY, LegalTime.yearOf(stage.clock().instant()));
        check(!entries.isEmpty(), "No entry was registered");
        return entries.get(entries.size() - 1);
    }

    /** The registrar accepts an entry and opens its expedient, with the receipt in it. */
    Expedient open(RegistryEntry entry) {
        work.entries().accept(entry.number(), town.registrar);
        Opening opening = Opening.atRequest(
                        entry.content().extract(), LICENCES, Assignee.person(town.technician.person()))
                .build();
        Expedient expedient = work.entries()
                .process(entry.number(), ProcessDecision.open(opening), town.registrar)
                .expedient()
                .orElseThrow();
        work.expedients()
                .addDocument(
                        expedient.number(),
                        DocumentMetadata.ofTownHall(
                                "Rebut de registre " + entry.number(), DocumentType.ACKNOWLEDGEMENT),
                        Papers.receipt(entry, "Maria Exemple", deadline(entry).end()),
                        town.registrar);
        return work.expedients().get(VILAPROVA, expedient.number());
    }

    /** Until when to resolve and notify: three months (Llei 39/2015 art. 21.3). */
    TermResult deadline(RegistryEntry entry) {
        return Term.months(3).from(LegalTime.dateOf(entry.presentedAt())).on(calendars);
    }

    /** Drafted, signed by the mayor, approved with its number, transcribed in the book. */
    Decree decree(Expedient expedient, String extract, String facts) {
        Decree draft = work.decrees()
                .draft(
                        expedient.number(),
                        "Decret: " + extract,
                        extract,
                        Papers.decree(
                                expedient, extract, facts, town.mayor.person().name()),
                        SignatureGroup.MAYOR_OR_DELEGATE,
                        town.technician);
        work.decrees().propose(draft.document(), town.technician);
        work.decrees().sign(draft.document(), town.mayor);
        work.decrees().approve(draft.document(), town.secretary);
        return work.decrees().transcribe(draft.document(), town.secretary);
    }

    /** The exit is registered and the notification is ready to be sent. */
    Notification prepare(ExpedientNumber expedient, Decree decree) {
        NotificationText letter = NotificationText.of(
                        "Notificació del decret " + decree.number().orElseThrow(), "Us notifiquem el decret adjunt.")
                .appeals(Papers.appeals());
        return work.notifications().prepare(expedient, decree.document(), MARIA, letter, town.secretary);
    }

    /** The bytes of a document. */
    DocumentContent content(DocumentId document) {
        return work.expedients().content(town.store().documents().find(document).orElseThrow());
    }

    /** The proof of a notification. */
    DocumentContent evidence(Notification notification, Evidence.Kind kind) {
        return content(Optional.ofNullable(notification.evidence().get(kind)).orElseThrow());
    }

    /** The notification is where it should be; otherwise the day stops and says what to do. */
    static void requireState(Notification notification, Notification.State state) {
        boolean unknown = notification.state() == Notification.State.UNKNOWN;
        if (notification.state() != state) {
            throw new EsetException(Failure.of(
                            unknown ? Failure.Fault.NETWORK : Failure.Fault.REMOTE,
                            "The notification is " + notification.state() + " instead of " + state)
                    .service("e-NOTUM")
                    .operation(notification.operation())
                    .effect(unknown ? Failure.Effect.UNKNOWN : Failure.Effect.NONE)
                    .remedy(
                            unknown
                                    ? "When the service answers again, reconcile the operation; do not send it anew."
                                    : "Look at what the service answered, in wire/.")
                    .build());
        }
    }
}
