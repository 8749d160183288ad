package cat.eset.core.publication;

import cat.eset.core.Actor;
import cat.eset.core.InvalidValueException;
import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Aggregate;
import cat.eset.core.event.AggregateKey;
import cat.eset.core.event.Change;
import cat.eset.core.event.Recorded;
import cat.eset.core.internal.Rules;
import cat.eset.core.notification.Reconciliation;
import cat.eset.core.notification.SendOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An edict of the town hall on the notice board (contract eset-model 2.5). Immutable. Only an approved document is published.
 *
 * @param townHall the entity that publishes
 * @param prepared what is published
 * @param state where it is
 * @param boardId its identity on the board, once it is there
 * @param endReason why it is not there, if it was refused, dropped or taken down, or is over
 * @param version how many events made it
 */
public record Publication(
        TownHall townHall,
        PublicationEvent.PublicationPrepared prepared,
        State state,
        Optional<String> boardId,
        Optional<String> endReason,
        long version)
        implements Aggregate {

    /** Where a publication is. */
    public enum State {
        /** Prepared and not sent, or certainly not arrived. */
        PREPARED,
        /** Sent; it is not known whether it arrived. Never send again: reconcile. */
        UNKNOWN,
        /** Refused by the board. */
        REFUSED,
        /** On the board. */
        PUBLISHED,
        /** Taken down before its time. */
        WITHDRAWN,
        /** Its time is over. */
        ENDED,
        /** Dropped before it was published. */
        CANCELLED
    }

    /** Checks the values. */
    public Publication {
        Objects.requireNonNull(townHall, "townHall");
        Objects.requireNonNull(prepared, "prepared");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(boardId, "boardId");
        Objects.requireNonNull(endReason, "endReason");
    }

    /**
     * Prepares a publication. Store it before publishing.
     *
     * @param document the current state of what is published: signed
     */
    public static Change<Publication, PublicationEvent> prepare(
            PublicationEvent.PublicationPrepared prepared, Document document, Actor by, Instant at) {
        boolean approved = document.id().equals(prepared.document()) && document.state() == Document.State.SIGNED;
        Rules.PUBLICATION_APPROVED.require(approved, "publishing document " + prepared.document());
        Recorded<PublicationEvent> event = new Recorded<>(prepared, by, at);
        return Change.of(first(event), event);
    }

    /**
     * The publication that a trail of events tells.
     *
     * @param events oldest first; the first one is a {@link PublicationEvent.PublicationPrepared}
     */
    public static Publication replay(List<Recorded<PublicationEvent>> events) {
        if (events.isEmpty()) {
            throw InvalidValueException.of("Publication", "a trail has at least one event");
        }
        Publication publication = first(events.get(0));
        for (Recorded<PublicationEvent> event : events.subList(1, events.size())) {
            publication = publication.after(event.event());
        }
        return publication;
    }

    private static Publication first(Recorded<PublicationEvent> first) {
        if (!(first.event() instanceof PublicationEvent.PublicationPrepared e)) {
            throw InvalidValueException.of("Publication", "its trail begins with its preparation");
        }
        return new Publication(first.by().townHall(), e, State.PREPARED, Optional.empty(), Optional.empty(), 1);
    }

    /** The sending begins. Store it before calling the board: whatever breaks afterwards, the next thing is to reconcile. */
    public Change<Publication, PublicationEvent> startPublishing(Actor by, Instant at) {
        return in(State.PREPARED, new PublicationEvent.PublishingStarted(), by, at);
    }

    /** Keeps what became of the sending. */
    public Change<Publication, PublicationEvent> sent(SendOutcome outcome, Actor by, Instant at) {
        return in(
                State.UNKNOWN,
                outcome.fold(
                        queued -> new PublicationEvent.EdictPublished(queued.remoteId()),
                        refused -> new PublicationEvent.EdictRefused(
                                refused.failure().toString()),
                        unknown -> new PublicationEvent.PublishingUnknown(
                                unknown.failure().toString())),
                by,
                at);
    }

    /** Keeps what asking about an unknown publication found; no event if nothing is known yet. */
    public Change<Publication, PublicationEvent> reconciled(Reconciliation found, Actor by, Instant at) {
        return found.fold(
                here -> in(State.UNKNOWN, new PublicationEvent.EdictPublished(here.remoteId()), by, at),
                absent -> in(State.UNKNOWN, new PublicationEvent.EdictFoundAbsent(), by, at),
                still -> new Change<>(this, List.of()));
    }

    /** It was taken down before its time. */
    public Change<Publication, PublicationEvent> withdraw(String reason, Actor by, Instant at) {
        return in(State.PUBLISHED, new PublicationEvent.EdictWithdrawn(reason), by, at);
    }

    /**
     * Its time is over, and a diligence says so.
     *
     * @param certificate the document with the certificate of the board, if it gives one
     */
    public Change<Publication, PublicationEvent> end(
            String diligence, Optional<DocumentId> certificate, Actor by, Instant at) {
        return in(State.PUBLISHED, new PublicationEvent.ExposureEnded(diligence, certificate), by, at);
    }

    /** It is dropped before it is published. */
    public Change<Publication, PublicationEvent> cancel(String reason, Actor by, Instant at) {
        return in(State.PREPARED, new PublicationEvent.PublicationCancelled(reason), by, at);
    }

    private Change<Publication, PublicationEvent> in(State needed, PublicationEvent event, Actor by, Instant at) {
        Rules.PUBLICATION_STATE.require(
                state == needed, event.type() + " for publication " + operation() + " in " + state);
        return Change.of(after(event), new Recorded<>(event, by, at));
    }

    private Publication after(PublicationEvent event) {
        if (event instanceof PublicationEvent.PublishingStarted
                || event instanceof PublicationEvent.PublishingUnknown) {
            return next(State.UNKNOWN, boardId, endReason);
        } else if (event instanceof PublicationEvent.EdictRefused e) {
            return next(State.REFUSED, boardId, Optional.of(e.reason()));
        } else if (event instanceof PublicationEvent.EdictFoundAbsent) {
            return next(State.PREPARED, boardId, endReason);
        } else if (event instanceof PublicationEvent.EdictPublished e) {
            return next(State.PUBLISHED, Optional.of(e.boardId()), endReason);
        } else if (event instanceof PublicationEvent.EdictWithdrawn e) {
            return next(State.WITHDRAWN, boardId, Optional.of(e.reason()));
        } else if (event instanceof PublicationEvent.ExposureEnded e) {
            return next(State.ENDED, boardId, Optional.of(e.diligence()));
        } else if (event instanceof PublicationEvent.PublicationCancelled e) {
            return next(State.CANCELLED, boardId, Optional.of(e.reason()));
        }
        throw InvalidValueException.of("Publication", "a publication is prepared once");
    }

    private Publication next(State to, Optional<String> id, Optional<String> reason) {
        return new Publication(townHall, prepared, to, id, reason, version + 1);
    }

    /** Identity of its sending. */
    public OperationId operation() {
        return prepared.operation();
    }

    @Override
    public AggregateKey key() {
        return new AggregateKey("Publication", operation().value());
    }

    @Override
    public String toString() {
        return "Publication[" + operation() + ", " + state + "]";
    }
}
