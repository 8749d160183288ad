package cat.eset.core.expedient;

import cat.eset.core.Actor;
import cat.eset.core.InvalidValueException;
import cat.eset.core.Office;
import cat.eset.core.TownHall;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Aggregate;
import cat.eset.core.event.AggregateKey;
import cat.eset.core.event.Change;
import cat.eset.core.event.Recorded;
import cat.eset.core.internal.Rules;
import cat.eset.core.law.Reason;
import cat.eset.core.party.Party;
import cat.eset.core.registry.RegistryNumber;
import cat.eset.core.retention.EliminationRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An expedient (art. 70 Llei 39/2015; contract eset-model 4). Immutable: a command takes who acts and when, and gives the
 * new state with its events. {@link Phase}, {@link Situation} and {@link Step} are independent of each other.
 *
 * <p>A closed expedient admits nothing but {@link #reopen}, {@link #transfer} and {@link #eliminate}. The order of steps is free: the method
 * sets none.
 */
public final class Expedient implements Aggregate {

    private final ExpedientState state;

    private Expedient(ExpedientState state) {
        this.state = state;
    }

    /** Opens an expedient; the number comes from {@link ExpedientRepository#nextNumber}. */
    public static Change<Expedient, ExpedientEvent> open(
            ExpedientNumber number, Opening opening, Actor by, Instant at) {
        Recorded<ExpedientEvent> event = new Recorded<>(new ExpedientEvent.Opened(number, opening), by, at);
        return Change.of(new Expedient(new ExpedientState(event)), event);
    }

    /**
     * The expedient that a trail of events tells.
     *
     * @param events oldest first; the first one is an {@link ExpedientEvent.Opened}
     */
    public static Expedient replay(List<Recorded<ExpedientEvent>> events) {
        if (events.isEmpty()) {
            throw InvalidValueException.of("Expedient", "a trail has at least one event");
        }
        ExpedientState state = new ExpedientState(events.get(0));
        for (Recorded<ExpedientEvent> event : events.subList(1, events.size())) {
            state = state.after(event);
        }
        return new Expedient(state);
    }

    /** Takes it to a phase, forwards or backwards. */
    public Change<Expedient, ExpedientEvent> phase(Phase to, Actor by, Instant at) {
        return open("changing the phase", new ExpedientEvent.PhaseChanged(state.phase, to), by, at);
    }

    /** Puts somebody else in charge. */
    public Change<Expedient, ExpedientEvent> reassign(Assignee to, Actor by, Instant at) {
        return open("reassigning", new ExpedientEvent.Reassigned(to), by, at);
    }

    /** Adds an interested party. */
    public Change<Expedient, ExpedientEvent> addParty(Party party, Actor by, Instant at) {
        return open("adding a party", new ExpedientEvent.PartyAdded(party), by, at);
    }

    /** Ties an entry or exit of the registry to it. */
    public Change<Expedient, ExpedientEvent> link(RegistryNumber entry, Actor by, Instant at) {
        Rules.ALREADY_LINKED.require(!state.entries.contains(entry), "linking entry " + entry + " to " + number());
        return open("linking an entry", new ExpedientEvent.EntryLinked(entry), by, at);
    }

    /** Ties another expedient to it. */
    public Change<Expedient, ExpedientEvent> relate(ExpedientNumber other, Actor by, Instant at) {
        Rules.ALREADY_LINKED.require(
                !state.related.contains(other) && !other.equals(number()), "relating " + number() + " to " + other);
        return open("relating", new ExpedientEvent.Related(other), by, at);
    }

    /** Keeps the last day to resolve, as the legal engine computed it. */
    public Change<Expedient, ExpedientEvent> resolutionDeadline(
            LocalDate lastDay, List<Reason> reasons, Actor by, Instant at) {
        return open("setting the deadline", new ExpedientEvent.ResolutionDeadlineSet(lastDay, reasons), by, at);
    }

    /** Adds a folder. */
    public Change<Expedient, ExpedientEvent> addFolder(String name, Actor by, Instant at) {
        Rules.ALREADY_LINKED.require(!state.folders.contains(name), "adding a folder twice to " + number());
        return open("adding a folder", new ExpedientEvent.FolderAdded(name), by, at);
    }

    /** Incorporates a document. */
    public Change<Expedient, ExpedientEvent> incorporate(DocumentId document, Actor by, Instant at) {
        return incorporate(document, Optional.empty(), Optional.empty(), by, at);
    }

    /**
     * Incorporates a document.
     *
     * @param folder in which folder, if in one
     * @param auxiliary why it is no part of the expedient, if it is none: notes, drafts, internal communications (Llei
     *     39/2015 art. 70.4)
     */
    public Change<Expedient, ExpedientEvent> incorporate(
            DocumentId document, Optional<String> folder, Optional<String> auxiliary, Actor by, Instant at) {
        Rules.ALREADY_LINKED.require(
                state.links.get(document).isEmpty(), "incorporating document " + document + " to " + number());
        requireFolder(folder);
        return open(
                "incorporating a document",
                new ExpedientEvent.DocumentIncorporated(document, folder, auxiliary),
                by,
                at);
    }

    /** Takes a document to a folder, or out of any. */
    public Change<Expedient, ExpedientEvent> move(DocumentId document, Optional<String> folder, Actor by, Instant at) {
        requireFolder(folder);
        linkOf(document);
        return open("moving a document", new ExpedientEvent.DocumentMoved(document, folder), by, at);
    }

    /** Leaves a document without effect here. It stays visible and may be restored. */
    public Change<Expedient, ExpedientEvent> annul(DocumentId document, String reason, Actor by, Instant at) {
        Rules.LINK_STATE.require(linkOf(document).state() == DocumentLink.State.LIVE, "annulling document " + document);
        return open("annulling a document", new ExpedientEvent.DocumentAnnulled(document, reason), by, at);
    }

    /** Makes an annulled document count again. */
    public Change<Expedient, ExpedientEvent> restore(DocumentId document, String reason, Actor by, Instant at) {
        Rules.LINK_STATE.require(
                linkOf(document).state() == DocumentLink.State.ANNULLED, "restoring document " + document);
        return open("restoring a document", new ExpedientEvent.DocumentRestored(document, reason), by, at);
    }

    /** Deletes a document here for good: only an administrator, and never one that is signed or numbered. */
    public Change<Expedient, ExpedientEvent> delete(Document document, String reason, Actor by, Instant at) {
        Rules.DELETE_ADMINISTRATOR.require(
                by.office().equals(Office.ADMINISTRATOR), "deleting document " + document.id());
        Rules.DELETE_SIGNED.require(!document.isUndeletable(), "deleting document " + document.id());
        Rules.LINK_STATE.require(
                linkOf(document.id()).state() != DocumentLink.State.DELETED, "deleting document " + document.id());
        return open("deleting a document", new ExpedientEvent.DocumentDeleted(document.id(), reason), by, at);
    }

    /** Adds a step. Tràmit 02 is done by the citizen and refused here. */
    public Change<Expedient, ExpedientEvent> addStep(Step.What what, Actor by, Instant at) {
        Rules.STEP_CITIZEN.require(
                !(what instanceof Step.Work work && work.type().code().equals(StepType.APPLICATION.code())),
                "adding a step to " + number());
        return open("adding a step", new ExpedientEvent.StepAdded(state.steps.size() + 1, what), by, at);
    }

    /** Ends a step as done: the work is finished, the term ran out, or what it waited for came. */
    public Change<Expedient, ExpedientEvent> finishStep(int step, String outcome, Actor by, Instant at) {
        return endStep(step, Step.State.DONE, outcome, by, at);
    }

    /** Gives a step up. */
    public Change<Expedient, ExpedientEvent> cancelStep(int step, String reason, Actor by, Instant at) {
        return endStep(step, Step.State.CANCELLED, reason, by, at);
    }

    /** Notes that a diligence was written about it. */
    public Change<Expedient, ExpedientEvent> note(String diligence, Actor by, Instant at) {
        return open("noting a diligence", new ExpedientEvent.DiligenceNoted(diligence), by, at);
    }

    /**
     * First phase of the closing: checks everything and builds the index. Until it is signed, the expedient admits nothing
     * but {@link #close} and {@link #abandonClosing}.
     *
     * @param documents the current state of its documents
     * @param openTasks tasks that hang from it and are not done
     * @throws ObstaclesException if anything is pending or incomplete
     */
    public Change<Expedient, ExpedientEvent> beginClosing(
            ClosingReason reason, Collection<Document> documents, Collection<String> openTasks, Actor by, Instant at) {
        requireOpen("closing");
        List<Obstacle> obstacles = obstacles(documents, openTasks);
        if (!obstacles.isEmpty()) {
            throw new ObstaclesException(number(), obstacles);
        }
        ExpedientIndex index = ClosingCheck.index(this, documents, at);
        return record(new ExpedientEvent.ClosingBegun(reason, index), by, at);
    }

    /** Everything that keeps it from closing, without trying. */
    public List<Obstacle> obstacles(Collection<Document> documents, Collection<String> openTasks) {
        return ClosingCheck.obstacles(this, documents, openTasks);
    }

    /** Gives the closing up before the index is signed. */
    public Change<Expedient, ExpedientEvent> abandonClosing(String reason, Actor by, Instant at) {
        Rules.CLOSING_NOT_BEGUN.require(state.situation == Situation.CLOSING, "abandoning the closing of " + number());
        return record(new ExpedientEvent.ClosingAbandoned(reason), by, at);
    }

    /** Second phase of the closing: the index is signed. */
    public Change<Expedient, ExpedientEvent> close(IndexSeal seal, Actor by, Instant at) {
        Rules.CLOSING_NOT_BEGUN.require(state.situation == Situation.CLOSING, "closing " + number());
        return record(new ExpedientEvent.Closed(seal), by, at);
    }

    /**
     * Opens it again, exceptionally. The index of the closing is kept.
     *
     * @param diligence the diligence that records it
     */
    public Change<Expedient, ExpedientEvent> reopen(String reason, String diligence, Actor by, Instant at) {
        Rules.EXPEDIENT_TRANSFERRED.require(state.situation != Situation.TRANSFERRED, "reopening " + number());
        Rules.EXPEDIENT_NOT_CLOSED.require(state.situation == Situation.CLOSED, "reopening " + number());
        return record(new ExpedientEvent.Reopened(reason, diligence), by, at);
    }

    /** Notes that the archive has it. */
    public Change<Expedient, ExpedientEvent> transfer(String receipt, Actor by, Instant at) {
        Rules.EXPEDIENT_NOT_CLOSED.require(state.situation == Situation.CLOSED, "transferring " + number());
        return record(new ExpedientEvent.Transferred(receipt), by, at);
    }

    /** Notes that its documents were eliminated, as its evaluation table says. What is said about it stays. */
    public Change<Expedient, ExpedientEvent> eliminate(EliminationRecord record, Actor by, Instant at) {
        Rules.EXPEDIENT_NOT_CLOSED.require(
                state.situation == Situation.CLOSED || state.situation == Situation.TRANSFERRED,
                "eliminating " + number());
        return record(new ExpedientEvent.Eliminated(record), by, at);
    }

    private Change<Expedient, ExpedientEvent> endStep(int step, Step.State end, String outcome, Actor by, Instant at) {
        Rules.UNKNOWN_STEP.require(step >= 1 && step <= state.steps.size(), "ending step " + step + " of " + number());
        Rules.STEP_STATE.require(state.steps.get(step - 1).isOpen(), "ending step " + step + " of " + number());
        return open("ending a step", new ExpedientEvent.StepEnded(step, end, outcome), by, at);
    }

    private Change<Expedient, ExpedientEvent> open(String step, ExpedientEvent event, Actor by, Instant at) {
        requireOpen(step);
        return record(event, by, at);
    }

    private void requireOpen(String step) {
        Rules.EXPEDIENT_CLOSING.require(state.situation != Situation.CLOSING, step + " in expedient " + number());
        Rules.EXPEDIENT_CLOSED.require(state.situation == Situation.OPEN, step + " in expedient " + number());
    }

    private void requireFolder(Optional<String> folder) {
        Rules.UNKNOWN_FOLDER.require(
                folder.isEmpty() || state.folders.contains(folder.get()), "using a folder of " + number());
    }

    private DocumentLink linkOf(DocumentId document) {
        return state.links
                .get(document)
                .orElseThrow(() -> Rules.NOT_LINKED.refuse("changing document " + document + " in " + number()));
    }

    private Change<Expedient, ExpedientEvent> record(ExpedientEvent event, Actor by, Instant at) {
        Recorded<ExpedientEvent> recorded = new Recorded<>(event, by, at);
        return Change.of(new Expedient(state.after(recorded)), recorded);
    }

    /** The entity it belongs to. */
    public TownHall townHall() {
        return state.townHall;
    }

    /** Its number. */
    public ExpedientNumber number() {
        return state.number;
    }

    /** What it is about. */
    public String title() {
        return state.opening.title();
    }

    /** Everything said when it was opened. */
    public Opening opening() {
        return state.opening;
    }

    /** Its class in the classification scheme. */
    public Series series() {
        return state.opening.series();
    }

    /** When it was opened. */
    public Instant openedAt() {
        return state.openedAt;
    }

    /** Its phase. */
    public Phase phase() {
        return state.phase;
    }

    /** Whether it is open. */
    public Situation situation() {
        return state.situation;
    }

    /** Who is in charge. */
    public Assignee responsible() {
        return state.responsible;
    }

    /** Interested parties. */
    public List<Party> parties() {
        return state.parties;
    }

    /** Entries and exits of the registry that belong to it. */
    public List<RegistryNumber> entries() {
        return state.entries;
    }

    /** Expedients that have to do with it. */
    public List<ExpedientNumber> related() {
        return state.related;
    }

    /** Its folders. */
    public List<String> folders() {
        return state.folders;
    }

    /** Diligences written about it. */
    public List<String> diligences() {
        return state.diligences;
    }

    /** Its steps, in order. */
    public List<Step> steps() {
        return state.steps;
    }

    /** Its closings, oldest first; the last one may still be under way. */
    public List<Closing> closings() {
        return state.closings;
    }

    /** Last day to resolve, if known. */
    public Optional<LocalDate> resolutionDeadline() {
        return state.resolutionDeadline;
    }

    /** Its documents in the order of incorporation, annulled and deleted ones too. */
    public List<DocumentLink> documents() {
        List<DocumentLink> all = new ArrayList<>(state.links.size());
        state.links.forEachValue(all::add);
        all.sort(Comparator.comparingLong(DocumentLink::sequence));
        return all;
    }

    /** How a document is in it. */
    public Optional<DocumentLink> document(DocumentId id) {
        return state.links.get(id);
    }

    @Override
    public AggregateKey key() {
        return new AggregateKey("Expedient", state.townHall.ine10() + ":" + state.number);
    }

    @Override
    public long version() {
        return state.version;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Expedient e && state.equals(e.state);
    }

    @Override
    public int hashCode() {
        return state.hashCode();
    }

    @Override
    public String toString() {
        return "Expedient[" + state.number + ", " + state.phase + ", " + state.situation + "]";
    }
}
