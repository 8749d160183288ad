package cat.eset.core.decree;

import cat.eset.core.Actor;
import cat.eset.core.InvalidValueException;
import cat.eset.core.LegalTime;
import cat.eset.core.Office;
import cat.eset.core.TownHall;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentId;
import cat.eset.core.document.DocumentSignature;
import cat.eset.core.event.Aggregate;
import cat.eset.core.event.AggregateKey;
import cat.eset.core.event.Change;
import cat.eset.core.event.Recorded;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.internal.Rules;
import cat.eset.core.signature.SignatureGroup;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A decree of the mayor or of a delegate (decret d'alcaldia; LBRL art. 21; contract eset-model 7). Immutable. It has a number
 * if and only if it is approved; the number is of the year of the last compulsory signature and never changes. An
 * approved decree is never edited: another decree annuls or corrects it.
 *
 * @param townHall the entity it belongs to
 * @param document the document that holds its text, which identifies it
 * @param origin the expedient in which it was made
 * @param extract what the book says of it
 * @param group who has to sign
 * @param state where it is
 * @param reserved the number kept for it before its signature, if one is
 * @param number its number, once approved
 * @param approvedAt instant of the last compulsory signature, once approved
 * @param marks what was done with it since, oldest first
 * @param annulledBy the decree that leaves it without effect, if one does
 * @param correctedBy the decrees that correct it
 * @param amends the decrees that it annuls or corrects
 * @param version how many events made it
 */
public record Decree(
        TownHall townHall,
        DocumentId document,
        ExpedientNumber origin,
        String extract,
        SignatureGroup group,
        State state,
        Optional<DecreeNumber> reserved,
        Optional<DecreeNumber> number,
        Optional<Instant> approvedAt,
        List<DecreeEvent.Marked> marks,
        Optional<DecreeNumber> annulledBy,
        List<DecreeNumber> correctedBy,
        List<DecreeNumber> amends,
        long version)
        implements Aggregate {

    /** Where a decree is. */
    public enum State {
        /** Being written. */
        DRAFT,
        /** Proposed. */
        PROPOSED,
        /** Somebody has still to sign. */
        IN_SIGNATURE,
        /** Signed and numbered: it exists in law. */
        APPROVED,
        /** Transcribed in the book by the secretary. */
        TRANSCRIBED,
        /** Dropped before it existed in law. */
        DISCARDED
    }

    /** What may be done with an approved decree. */
    public enum Mark {
        /** Notified to somebody. */
        NOTIFIED,
        /** Published. */
        PUBLISHED,
        /** Copy or extract sent to the State and the Generalitat (ROF art. 196.3). */
        COMMUNICATED,
        /** Reported to the plenary (ROF art. 42). */
        REPORTED
    }

    /** Longest extract, in characters. */
    public static final int MAX_EXTRACT = 1000;

    /** Checks the values. */
    public Decree {
        Objects.requireNonNull(townHall, "townHall");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reserved, "reserved");
        Objects.requireNonNull(annulledBy, "annulledBy");
        marks = List.copyOf(marks);
        correctedBy = List.copyOf(correctedBy);
        amends = List.copyOf(amends);
        if (extract.isBlank() || extract.length() > MAX_EXTRACT) {
            throw InvalidValueException.of("Decree", "its extract has 1 to 1000 characters");
        }
        boolean approved = state == State.APPROVED || state == State.TRANSCRIBED;
        if (number.isPresent() != approved || approvedAt.isPresent() != approved) {
            throw InvalidValueException.of("Decree", "it has a number if and only if it is approved");
        }
    }

    /** Drafts a decree on a document of type {@code TD01-011}. */
    public static Change<Decree, DecreeEvent> draft(
            DocumentId document, ExpedientNumber origin, String extract, SignatureGroup group, Actor by, Instant at) {
        Recorded<DecreeEvent> event = new Recorded<>(new DecreeEvent.Drafted(document, origin, extract, group), by, at);
        return Change.of(DecreeTrail.first(event), event);
    }

    /**
     * The decree that a trail of events tells.
     *
     * @param events oldest first; the first one is a {@link DecreeEvent.Drafted}
     */
    public static Decree replay(List<Recorded<DecreeEvent>> events) {
        return DecreeTrail.replay(events);
    }

    /** Proposes it. */
    public Change<Decree, DecreeEvent> propose(Actor by, Instant at) {
        return in(EnumSet.of(State.DRAFT), "proposing", new DecreeEvent.Proposed(), by, at);
    }

    /** Keeps a number for it, for a town hall that wants it in the signed text. */
    public Change<Decree, DecreeEvent> reserve(DecreeNumber kept, Actor by, Instant at) {
        Rules.DECREE_NUMBER.require(reserved.isEmpty(), "reserving a number for decree " + document);
        return in(EnumSet.of(State.DRAFT, State.PROPOSED), "reserving", new DecreeEvent.NumberReserved(kept), by, at);
    }

    /**
     * Gives up the number that was kept: it stays in the book as void.
     *
     * @param diligence the diligence that says so
     */
    public Change<Decree, DecreeEvent> voidReservation(String diligence, Actor by, Instant at) {
        DecreeNumber kept =
                reserved.orElseThrow(() -> Rules.DECREE_NUMBER.refuse("voiding the reservation of decree " + document));
        return in(
                EnumSet.of(State.DRAFT, State.PROPOSED, State.IN_SIGNATURE),
                "voiding the reservation of",
                new DecreeEvent.ReservationVoided(kept, diligence),
                by,
                at);
    }

    /** Sends it to whoever has to sign. */
    public Change<Decree, DecreeEvent> sendToSignature(Actor by, Instant at) {
        return in(EnumSet.of(State.PROPOSED), "sending to signature", new DecreeEvent.SentToSignature(), by, at);
    }

    /** A signer refuses: it is a draft again. A reserved number has to be voided first. */
    public Change<Decree, DecreeEvent> reject(String reason, Actor by, Instant at) {
        requireNoReservation("rejecting");
        return in(
                EnumSet.of(State.PROPOSED, State.IN_SIGNATURE), "rejecting", new DecreeEvent.Rejected(reason), by, at);
    }

    /** Drops it; no number was ever given. A reserved number has to be voided first. */
    public Change<Decree, DecreeEvent> discard(String reason, Actor by, Instant at) {
        requireNoReservation("discarding");
        return in(
                EnumSet.of(State.DRAFT, State.PROPOSED, State.IN_SIGNATURE),
                "discarding",
                new DecreeEvent.Discarded(reason),
                by,
                at);
    }

    /**
     * Approves it: all compulsory signatures are on the document.
     *
     * @param given the next number of the book of the year of {@link #approvalOf}, or the one reserved
     * @param signed the current state of its document
     */
    public Change<Decree, DecreeEvent> approve(DecreeNumber given, Document signed, Actor by, Instant at) {
        Instant approved =
                approvalOf(signed).orElseThrow(() -> Rules.DECREE_SIGNATURES.refuse("approving decree " + document));
        Rules.DECREE_YEAR.require(given.year() == LegalTime.yearOf(approved), "approving decree " + document);
        Rules.DECREE_NUMBER.require(reserved.isEmpty() || reserved.get().equals(given), "approving decree " + document);
        return in(EnumSet.of(State.IN_SIGNATURE), "approving", new DecreeEvent.Approved(given, approved), by, at);
    }

    /**
     * The instant at which its signatures made it exist: that of the last compulsory one, by its time stamp if it has one;
     * empty if one is missing.
     */
    public Optional<Instant> approvalOf(Document signed) {
        if (!signed.id().equals(document)) {
            return Optional.empty();
        }
        long needed = group.slots().stream()
                .filter(slot -> slot.need() == SignatureGroup.Need.COMPULSORY)
                .count();
        List<Instant> given = signed.signatures().stream()
                .filter(signature -> signature.need() == SignatureGroup.Need.COMPULSORY)
                .map(DocumentSignature::legalInstant)
                .sorted()
                .toList();
        return given.size() < needed ? Optional.empty() : Optional.of(given.get(given.size() - 1));
    }

    /** The secretary transcribes it in the book; nobody else does (Reial decret 128/2018 art. 3.2.e). */
    public Change<Decree, DecreeEvent> transcribe(Actor by, Instant at) {
        Rules.TRANSCRIBE_SECRETARY.require(by.office().equals(Office.SECRETARY), "transcribing decree " + document);
        return in(EnumSet.of(State.APPROVED), "transcribing", new DecreeEvent.Transcribed(), by, at);
    }

    /** Notes what was done with it. */
    public Change<Decree, DecreeEvent> mark(Mark mark, String reference, Actor by, Instant at) {
        return approved("marking", new DecreeEvent.Marked(mark, reference), by, at);
    }

    /** Another approved decree leaves it without effect. */
    public Change<Decree, DecreeEvent> annulBy(Decree other, Actor by, Instant at) {
        Rules.DECREE_CORRECTION.require(annulledBy.isEmpty(), "annulling decree " + document);
        return approved("annulling", new DecreeEvent.AnnulledBy(numberOf(other)), by, at);
    }

    /** Another approved decree corrects an error of it. */
    public Change<Decree, DecreeEvent> correctBy(Decree other, Actor by, Instant at) {
        return approved("correcting", new DecreeEvent.CorrectedBy(numberOf(other)), by, at);
    }

    /** Notes that it annuls or corrects another approved decree. */
    public Change<Decree, DecreeEvent> amend(Decree other, Actor by, Instant at) {
        return approved("amending by", new DecreeEvent.Amends(numberOf(other)), by, at);
    }

    /** What to do about this decree if it was approved by mistake (contract eset-model 7). */
    public CorrectionPlan correctionPlan(boolean affectsThirdParties) {
        Rules.DECREE_CORRECTION.require(number.isPresent(), "correcting decree " + document);
        boolean notified = marks.stream().anyMatch(m -> m.mark() == Mark.NOTIFIED);
        return affectsThirdParties && !notified
                ? CorrectionPlan.ANNUL_AND_REPLACE_APART
                : CorrectionPlan.ANNUL_AND_REPLACE_IN_ONE;
    }

    /** Whether it exists in law and no decree leaves it without effect. */
    public boolean isInForce() {
        return number.isPresent() && annulledBy.isEmpty();
    }

    private DecreeNumber numberOf(Decree other) {
        Rules.DECREE_CORRECTION.require(
                other.townHall.equals(townHall) && !other.document.equals(document), "correcting decree " + document);
        return other.number.orElseThrow(() -> Rules.DECREE_CORRECTION.refuse("correcting decree " + document));
    }

    private void requireNoReservation(String step) {
        Rules.DECREE_NUMBER.require(reserved.isEmpty(), step + " decree " + document + " with a reserved number");
    }

    private Change<Decree, DecreeEvent> approved(String step, DecreeEvent event, Actor by, Instant at) {
        return in(EnumSet.of(State.APPROVED, State.TRANSCRIBED), step, event, by, at);
    }

    private Change<Decree, DecreeEvent> in(
            EnumSet<State> states, String step, DecreeEvent event, Actor by, Instant at) {
        Rules.DECREE_STATE.require(states.contains(state), step + " decree " + document + " in " + state);
        return Change.of(DecreeTrail.after(this, event), new Recorded<>(event, by, at));
    }

    @Override
    public AggregateKey key() {
        return new AggregateKey("Decree", document.value());
    }

    @Override
    public String toString() {
        return "Decree[" + number.map(DecreeNumber::text).orElse(document.value()) + ", " + state + "]";
    }
}
