package cat.eset.store;

import cat.eset.core.Actor;
import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.Office;
import cat.eset.core.OperationId;
import cat.eset.core.decree.BookKind;
import cat.eset.core.decree.Decree;
import cat.eset.core.decree.DecreeEvent;
import cat.eset.core.decree.OfficialBook;
import cat.eset.core.diligence.Diligence;
import cat.eset.core.diligence.DiligenceId;
import cat.eset.core.diligence.ProcessDecision;
import cat.eset.core.document.ContentRef;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentEvent;
import cat.eset.core.document.DocumentId;
import cat.eset.core.document.DocumentMetadata;
import cat.eset.core.document.DocumentType;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.Phase;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Nif;
import cat.eset.core.notification.Notification;
import cat.eset.core.notification.NotificationEvent;
import cat.eset.core.notification.NotificationOrder;
import cat.eset.core.notification.NotificationText;
import cat.eset.core.notification.PaperEvent;
import cat.eset.core.notification.PaperNotification;
import cat.eset.core.party.Party;
import cat.eset.core.publication.Edict;
import cat.eset.core.publication.Publication;
import cat.eset.core.publication.PublicationEvent;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.ExchangeEvent;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.registry.RegistryExchange;
import cat.eset.core.registry.RegistryNumber;
import cat.eset.core.signature.SignatureGroup;
import cat.eset.core.signature.SignatureResult;
import cat.eset.core.signature.Signer;
import cat.eset.core.task.Task;
import cat.eset.core.task.TaskId;
import cat.eset.core.task.TaskRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a town hall of {@link SameNamesTest} writes into its books; its name is in the texts, so that they show whose they are. */
final class SameNamesWork {

    static final Assignee URBANISM = Assignee.group("Urbanisme");
    static final LocalDate DUE = LocalDate.of(2026, 3, 3);
    static final ExpedientNumber EXPEDIENT = new ExpedientNumber(2026, 1, "0001/2026");
    static final RegistryNumber ENTRY = new RegistryNumber(Direction.ENTRY, 2026, 1, "2026/E/000001");

    private static final RegistryNumber EXIT = new RegistryNumber(Direction.EXIT, 2026, 1, "2026/S/000001");
    private static final Instant AT = Town.MORNING;

    private final JdbcStore store;
    private final Actor by;
    private final String name;

    private SameNamesWork(JdbcStore platform, Actor by) {
        this.store = platform.of(by.townHall());
        this.by = by;
        this.name = by.townHall().name();
    }

    static List<Deed> of(JdbcStore platform, Actor by) {
        SameNamesWork work = new SameNamesWork(platform, by);
        return List.of(
                // Both have a chain then, and nothing in it.
                Deed.ofBoth(() -> work.giveUp()),
                Deed.ofBoth(() -> Town.register(work.store, by, "Llicència de " + work.name)),
                Deed.ofBusy(() -> Town.register(work.store, by, "Llicència d'obres de " + work.name)),
                Deed.ofBusy(() -> Town.register(work.store, by, "Llicència d'activitat de " + work.name)),
                Deed.ofBusy(work::annulEntry),
                Deed.ofBoth(() -> Town.open(work.store, by, "Llicència de " + work.name)),
                Deed.ofBusy(() -> Town.open(work.store, by, "Llicència d'obres de " + work.name)),
                Deed.ofBusy(work::workOnExpedient),
                Deed.ofBoth(() -> work.request("1")),
                Deed.ofBusy(() -> work.request("2")),
                Deed.ofBusy(() -> work.finish("1")),
                Deed.ofBusy(() -> work.finish("2")),
                Deed.ofBoth(() -> work.state("1")),
                Deed.ofBusy(() -> work.state("2")),
                Deed.ofBoth(() -> work.decree("D1")),
                Deed.ofBusy(() -> work.decree("D2")),
                Deed.ofBoth(work::openBook),
                Deed.ofBusy(work::writeBook),
                Deed.ofBoth(() -> work.sendings("1")),
                Deed.ofBusy(() -> work.sendings("2")),
                Deed.ofBusy(work::moveSendings),
                Deed.ofBoth(() -> work.store.nextNumber(by.townHall(), "DILIGENCE", 2026)),
                Deed.ofBusy(() -> work.store.nextNumber(by.townHall(), "DILIGENCE", 2026)),
                Deed.ofBusy(() -> work.store.nextNumber(by.townHall(), "DILIGENCE", 2026)),
                Deed.ofBoth(() -> work.store.nextNumber(by.townHall(), "DILIGENCE", 2026)));
    }

    static TaskId task(String id) {
        return TaskId.of("T".repeat(25) + id);
    }

    static DiligenceId diligence(String id) {
        return DiligenceId.of("G".repeat(25) + id);
    }

    static OperationId operation(String id) {
        return OperationId.of("0".repeat(26 - id.length()) + id);
    }

    private String giveUp() {
        try {
            store.unitOfWork().run(() -> {
                Town.register(store, by, "Que no serà");
                throw new IllegalStateException("on purpose");
            });
            return "stored";
        } catch (IllegalStateException e) {
            return "rolled back";
        }
    }

    private void annulEntry() {
        RegistryEntry entry = store.registryBook().find(by.townHall(), ENTRY).orElseThrow();
        store.registryBook().save(entry.annul("G1", "per error", by, AT));
    }

    private void workOnExpedient() {
        store.expedients()
                .save(store.expedients()
                        .find(by.townHall(), EXPEDIENT)
                        .orElseThrow()
                        .incorporate(DocumentId.of("D1"), by, AT)
                        .then(expedient -> expedient.resolutionDeadline(DUE, List.of(), by, AT))
                        .then(expedient -> expedient.phase(Phase.INSTRUCTION, by, AT)));
    }

    private void request(String id) {
        store.tasks()
                .save(Task.request(
                        task(id),
                        TaskRequest.of("Fer a " + name, URBANISM).due(DUE).in(EXPEDIENT),
                        by,
                        AT));
    }

    private void finish(String id) {
        Task task = store.tasks().find(task(id)).orElseThrow();
        store.tasks().save(task.start(by, AT).then(started -> started.finish("fet", by, AT)));
    }

    private void state(String id) {
        store.diligences()
                .save(Diligence.state(
                        diligence(id),
                        new Diligence.ProcessNote(ENTRY, new ProcessDecision.File("A " + name), Optional.of(DUE)),
                        by,
                        AT));
    }

    private void decree(String id) {
        store.documents().save(captured(id, by));
        store.unitOfWork()
                .run(() -> store.decreeBook()
                        .save(inSignature(id, "Concedir a " + name, by)
                                .then(decree -> decree.approve(
                                        store.decreeBook().nextNumber(by.townHall(), 2026), signed(id, by), by, AT))));
    }

    private static Change<Document, DocumentEvent> captured(String id, Actor by) {
        return Document.capture(
                DocumentId.of(id),
                DocumentMetadata.ofTownHall("Decret de " + by.townHall().name(), DocumentType.DECREE),
                ContentRef.of(pdf("decret")),
                Optional.empty(),
                by,
                AT);
    }

    /** A document that everybody signed who had to. */
    static Document signed(String id, Actor by) {
        return captured(id, by)
                .then(document -> document.sendToSignature(SignatureGroup.of(Office.REGISTRAR), by, AT))
                .then(document -> document.sign(
                        new SignatureResult.Signed(pdf("signat"), Signer.official(by), AT, Optional.empty()), by, AT))
                .state();
    }

    /** A decree on such a document, before it has its number. */
    static Change<Decree, DecreeEvent> inSignature(String id, String extract, Actor by) {
        return Decree.draft(DocumentId.of(id), EXPEDIENT, extract, SignatureGroup.of(Office.REGISTRAR), by, AT)
                .then(decree -> decree.propose(by, AT))
                .then(decree -> decree.sendToSignature(by, AT));
    }

    private void openBook() {
        store.decreeBook().saveBook(OfficialBook.open(BookKind.DECREES, 2026, EXPEDIENT, by, AT));
    }

    private void writeBook() {
        OfficialBook book =
                store.decreeBook().book(by.townHall(), BookKind.DECREES, 2026).orElseThrow();
        store.decreeBook().saveBook(book.enter(1, DocumentId.of("D1"), "De " + name, DUE, by, AT));
    }

    private void sendings(String id) {
        OperationId operation = operation(id);
        DocumentId document = DocumentId.of("D1");
        Party person = Party.person(Nif.of("00000000T"), "Maria", "Exemple").postalAddress("Carrer Fictici, 1");
        store.exchanges()
                .save(RegistryExchange.prepare(
                        new ExchangeEvent.ExchangePrepared(
                                operation, EXPEDIENT, EXIT, document, Dir3.of("O00000002"), Optional.empty()),
                        by,
                        AT));
        // Each of its own kind under its own identity: a table holds them all.
        store.notifications()
                .save(Notification.prepare(
                        new NotificationEvent.Prepared(
                                operation("4" + id),
                                NotificationOrder.Kind.NOTIFICATION,
                                EXPEDIENT,
                                document,
                                person,
                                Optional.empty(),
                                NotificationText.of("Resolució de " + name, "Text")),
                        by,
                        AT));
        store.papers()
                .save(PaperNotification.prepare(
                        new PaperEvent.PaperPrepared(operation("5" + id), EXPEDIENT, document, person, EXIT), by, AT));
        publish(operation("6" + id));
    }

    private void publish(OperationId operation) {
        Document document = signed("D9", by);
        Edict edict = new Edict("De " + name, "Exposició pública", DUE, Optional.of(DUE), true, Optional.empty());
        store.publications()
                .save(Publication.prepare(
                        new PublicationEvent.PublicationPrepared(operation, EXPEDIENT, document.id(), List.of(), edict),
                        document,
                        by,
                        AT));
    }

    private void moveSendings() {
        store.exchanges()
                .save(store.exchanges().find(operation("1")).orElseThrow().startSending(by, AT));
        store.notifications()
                .save(store.notifications().find(operation("41")).orElseThrow().startSending(by, AT));
        store.papers().save(store.papers().find(operation("51")).orElseThrow().handOver("Correus", by, AT));
    }

    static DocumentContent pdf(String text) {
        return DocumentContent.of(("%PDF-1.7\n" + text).getBytes(StandardCharsets.UTF_8), MediaType.PDF);
    }
}
