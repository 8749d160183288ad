package cat.eset.core.work;

import cat.eset.core.Actor;
import cat.eset.core.DocumentContent;
import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.decree.Decree;
import cat.eset.core.diligence.Diligence;
import cat.eset.core.diligence.DiligenceEvent;
import cat.eset.core.diligence.DiligenceId;
import cat.eset.core.document.ContentRef;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentEvent;
import cat.eset.core.document.DocumentId;
import cat.eset.core.document.DocumentMetadata;
import cat.eset.core.document.VerificationCode;
import cat.eset.core.document.VerificationCodes;
import cat.eset.core.event.AggregateKey;
import cat.eset.core.event.Change;
import cat.eset.core.event.Event;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.internal.Rules;
import cat.eset.core.party.Party;
import cat.eset.core.registry.Attachment;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.registry.RegistryEvent;
import cat.eset.core.task.Task;
import cat.eset.core.task.TaskEvent;
import cat.eset.core.task.TaskId;
import cat.eset.core.task.TaskRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** What every circuit works with. */
final class Desk {

    final WorkStore store;
    final Clock clock;
    final RandomGenerator random;
    final VerificationCodes codes;

    Desk(WorkStore store, Clock clock, RandomGenerator random, VerificationCodes codes) {
        this.store = store;
        this.clock = clock;
        this.random = random;
        this.codes = codes;
    }

    Instant now() {
        return clock.instant();
    }

    OperationId nextOperation() {
        return OperationId.next(clock, random);
    }

    <T> T inTransaction(Supplier<T> work) {
        return store.unitOfWork().call(work);
    }

    /**
     * Calls a gateway that sends. If it throws and certainly nothing was sent, what was begun is undone first, so that it may be sent again at
     * once; after anything else the outcome stays unknown.
     */
    <T> T sending(Supplier<T> send, Runnable undo) {
        try {
            return send.get();
        } catch (EsetException e) {
            if (e.failure().effect() == Failure.Effect.NONE) {
                try {
                    store.unitOfWork().run(undo);
                } catch (EsetException changed) {
                    e.addSuppressed(changed);
                }
            }
            throw e;
        }
    }

    /** The last event of an aggregate. */
    Optional<Event> lastEvent(AggregateKey key) {
        return store.journal().of(key).stream()
                .reduce((earlier, later) -> later)
                .map(line -> line.recorded().event());
    }

    Expedient expedient(TownHall townHall, ExpedientNumber number) {
        return store.expedients()
                .find(townHall, number)
                .orElseThrow(() -> Rules.NOT_FOUND.refuse("looking for expedient " + number));
    }

    Document document(DocumentId id) {
        return store.documents().find(id).orElseThrow(() -> Rules.NOT_FOUND.refuse("looking for document " + id));
    }

    DocumentContent content(Document document) {
        return store.documents()
                .open(document.content())
                .orElseThrow(() -> new EsetException(Failure.of(
                                Failure.Fault.CONFIGURATION,
                                "The bytes of document " + document.id() + " are not in the document store")
                        .remedy("Put them there under digest "
                                + document.content().sha256())
                        .build()));
    }

    /** Registers an exit and ties it to its expedient: everything that leaves also lives in one. Inside a transaction. */
    RegistryEntry registerExit(ExpedientNumber expedient, EntryDraft exit, Actor by) {
        RegistryEntry numbered = store.registryBook().register(exit, by);
        Instant at = numbered.registeredAt();
        store.expedients().save(expedient(by.townHall(), expedient).link(numbered.number(), by, at));
        Change<RegistryEntry, RegistryEvent> linked = numbered.link(expedient.text(), by, at);
        store.registryBook().save(linked);
        return linked.state();
    }

    /** Registers the exit of a document to somebody; inside a transaction. */
    RegistryEntry registerExit(ExpedientNumber expedient, String extract, Document document, Party to, Actor by) {
        EntryDraft exit = EntryDraft.exit(extract)
                .party(to)
                .attachment(Attachment.of(fileName(document), content(document)).title(document.title()))
                .build();
        return registerExit(expedient, exit, by);
    }

    /** A document that may leave: signed. */
    Document signed(DocumentId id) {
        Document document = document(id);
        Rules.LEAVES_SIGNED.require(document.state() == Document.State.SIGNED, "sending document " + id);
        return document;
    }

    /** File names without accents: the services refuse them (contract enotum 5.5). */
    static String fileName(Document document) {
        MediaType type = document.content().mediaType();
        String extension = type.equals(MediaType.PDF) ? "pdf" : type.equals(MediaType.XML) ? "xml" : "bin";
        return document.type().code() + "-" + document.id() + "." + extension;
    }

    /** States a diligence; inside a transaction. */
    Diligence state(Diligence.Content content, Actor by) {
        Change<Diligence, DiligenceEvent> stated = Diligence.state(DiligenceId.next(clock, random), content, by, now());
        store.diligences().save(stated);
        return stated.state();
    }

    /** States a fact; inside a transaction. */
    Diligence state(String fact, Actor by) {
        return state(new Diligence.Fact(fact, Optional.empty(), Optional.empty()), by);
    }

    /** Asks for a task; inside a transaction. */
    Task request(TaskRequest request, Actor by) {
        Change<Task, TaskEvent> asked = Task.request(TaskId.next(clock, random), request, by, now());
        store.tasks().save(asked);
        return asked.state();
    }

    /** Notes on a decree what was done with it, if the document is an approved one; inside a transaction. */
    void markDecree(DocumentId document, Decree.Mark mark, OperationId operation, Actor by) {
        store.decreeBook()
                .find(document)
                .filter(d -> d.number().isPresent())
                .ifPresent(d -> store.decreeBook().save(d.mark(mark, operation.value(), by, now())));
    }

    /** The operation of a request, stored before the first sending and the same for every other. */
    OperationId operationOf(String key) {
        return inTransaction(() -> {
            Optional<String> stored = store.trackingState().read(key);
            if (stored.isPresent()) {
                return OperationId.of(stored.get());
            }
            OperationId operation = nextOperation();
            store.trackingState().replace(key, Optional.empty(), operation.value());
            return operation;
        });
    }

    /** Captures a document and puts it into an expedient; inside a transaction. */
    Document capture(
            ExpedientNumber expedient,
            DocumentMetadata metadata,
            ContentRef content,
            Optional<VerificationCode> code,
            Optional<String> folder,
            Actor by) {
        Instant at = now();
        Change<Document, DocumentEvent> captured =
                Document.capture(DocumentId.next(clock, random), metadata, content, code, by, at);
        store.documents().save(captured);
        store.expedients()
                .save(expedient(by.townHall(), expedient)
                        .incorporate(captured.state().id(), folder, Optional.empty(), by, at));
        return captured.state();
    }
}
