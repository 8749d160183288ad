package cat.eset.core.work;

import cat.eset.core.Actor;
import cat.eset.core.DocumentContent;
import cat.eset.core.LegalTime;
import cat.eset.core.TownHall;
import cat.eset.core.diligence.Diligence;
import cat.eset.core.document.ContentRef;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentEvent;
import cat.eset.core.document.DocumentId;
import cat.eset.core.document.DocumentMetadata;
import cat.eset.core.document.DocumentType;
import cat.eset.core.document.VerificationCode;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.DocumentLink;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientEvent;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.Opening;
import cat.eset.core.expedient.Phase;
import cat.eset.core.expedient.Step;
import cat.eset.core.expedient.StepType;
import cat.eset.core.expedient.WaitingTerm;
import cat.eset.core.internal.Rules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Expedients, their steps and their documents (contract eset-model 3 and 4). Thread-safe. */
public final class ExpedientDesk {

    private final Desk desk;

    ExpedientDesk(Desk desk) {
        this.desk = desk;
    }

    /** Opens an expedient that no entry starts. */
    public Expedient open(Opening opening, Actor by) {
        return desk.inTransaction(() -> {
            Instant at = desk.now();
            Change<Expedient, ExpedientEvent> opened = Expedient.open(
                    desk.store.expedients().nextNumber(by.townHall(), LegalTime.yearOf(at)), opening, by, at);
            desk.store.expedients().save(opened);
            return opened.state();
        });
    }

    /** An expedient. */
    public Expedient get(TownHall townHall, ExpedientNumber number) {
        return desk.expedient(townHall, number);
    }

    /** The documents of an expedient in their order, annulled and deleted ones too. */
    public List<Document> documents(TownHall townHall, ExpedientNumber number) {
        List<DocumentId> ids = desk.expedient(townHall, number).documents().stream()
                .map(DocumentLink::document)
                .toList();
        Map<DocumentId, Document> found = desk.store.documents().findAll(ids).stream()
                .collect(Collectors.toMap(Document::id, Function.identity()));
        return ids.stream()
                .map(id -> Optional.ofNullable(found.get(id))
                        .orElseThrow(() -> Rules.NOT_FOUND.refuse("looking for document " + id)))
                .toList();
    }

    /** Runs any command of an expedient on its current state and stores what it gives. */
    public Expedient change(ExpedientNumber number, Actor by, Command<Expedient, ExpedientEvent> command) {
        return desk.inTransaction(() -> {
            Change<Expedient, ExpedientEvent> change =
                    command.on(desk.expedient(by.townHall(), number), by, desk.now());
            desk.store.expedients().save(change);
            return change.state();
        });
    }

    /** Takes an expedient to a phase. */
    public Expedient phase(ExpedientNumber number, Phase phase, Actor by) {
        return change(number, by, (expedient, who, at) -> expedient.phase(phase, who, at));
    }

    /** Adds a standard step of work and gives it. */
    public Step addWork(ExpedientNumber number, StepType type, Assignee assignee, Optional<LocalDate> due, Actor by) {
        return addStep(number, new Step.Work(type, assignee, due), by);
    }

    /** Adds a standard step of waiting, with its term as the legal engine computed it, and gives it. */
    public Step addWaiting(ExpedientNumber number, StepType type, WaitingTerm term, Actor by) {
        return addStep(number, new Step.Waiting(type, term), by);
    }

    /** Adds any step and gives it. */
    public Step addStep(ExpedientNumber number, Step.What what, Actor by) {
        Expedient after = change(number, by, (expedient, who, at) -> expedient.addStep(what, who, at));
        return after.steps().get(after.steps().size() - 1);
    }

    /** Ends a step as done. */
    public Expedient finishStep(ExpedientNumber number, Step step, String outcome, Actor by) {
        return change(number, by, (expedient, who, at) -> expedient.finishStep(step.number(), outcome, who, at));
    }

    /** States a fact in a diligence, which the expedient notes (contract eset-model 6). */
    public Diligence diligence(ExpedientNumber number, String fact, Actor by) {
        return desk.inTransaction(() -> {
            Diligence stated = desk.state(fact, by);
            change(
                    number,
                    by,
                    (expedient, who, at) -> expedient.note(stated.id().value(), who, at));
            return stated;
        });
    }

    /** Brings a new document into an expedient, with a verification code if the town hall gives codes. */
    public Document addDocument(ExpedientNumber number, DocumentMetadata metadata, DocumentContent content, Actor by) {
        return addDocument(number, metadata, content, Optional.empty(), by);
    }

    /** Brings a new document into a folder of an expedient. */
    public Document addDocument(
            ExpedientNumber number,
            DocumentMetadata metadata,
            DocumentContent content,
            Optional<String> folder,
            Actor by) {
        ContentRef ref = desk.store.documents().put(content);
        return desk.inTransaction(
                () -> desk.capture(number, metadata, ref, desk.codes.next(by.townHall()), folder, by));
    }

    /** Puts a document that exists into one more expedient. */
    public Expedient incorporate(ExpedientNumber number, DocumentId document, Actor by) {
        desk.document(document);
        return change(number, by, (expedient, who, at) -> expedient.incorporate(document, who, at));
    }

    /** Gives an attachment its real type. */
    public Document retype(DocumentId document, DocumentType type, Actor by) {
        return changeDocument(document, by, (d, who, at) -> d.retype(type, who, at));
    }

    /**
     * Gives a document a verification code, if it came in without one: what is neither signed nor has a code keeps its expedient from closing.
     *
     * @throws cat.eset.core.ConfigurationException if the work model was built without verification codes
     */
    public Document giveCode(DocumentId document, Actor by) {
        VerificationCode code = desk.codes
                .next(by.townHall())
                .orElseThrow(() -> WorkModel.missing("verificationCodes(VerificationCodes)"));
        return changeDocument(document, by, (d, who, at) -> d.giveCode(code, who, at));
    }

    /** Runs any command of a document on its current state and stores what it gives. */
    public Document changeDocument(DocumentId document, Actor by, Command<Document, DocumentEvent> command) {
        return desk.inTransaction(() -> {
            Change<Document, DocumentEvent> change = command.on(desk.document(document), by, desk.now());
            desk.store.documents().save(change);
            return change.state();
        });
    }

    /** The bytes of a document. */
    public DocumentContent content(Document document) {
        return desk.content(document);
    }
}
