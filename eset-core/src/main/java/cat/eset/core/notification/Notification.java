package cat.eset.core.notification;

import cat.eset.core.Actor;
import cat.eset.core.InvalidValueException;
import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Aggregate;
import cat.eset.core.event.AggregateKey;
import cat.eset.core.event.Change;
import cat.eset.core.event.Recorded;
import cat.eset.core.internal.Rules;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An electronic notification or communication (Llei 39/2015 arts. 41-43; contract legal-rules R6.8, enotum 4). Immutable.
 * Its identity is the {@link OperationId} of its sending, stored before anything is sent.
 *
 * @param townHall the entity that notifies
 * @param prepared what is notified to whom
 * @param preparedAt when it was prepared
 * @param state where it is
 * @param remoteId its identity at the service, once it has it
 * @param status what the service said last
 * @param evidence documents that hold its proofs
 * @param version how many events made it
 */
public record Notification(
        TownHall townHall,
        NotificationEvent.Prepared prepared,
        Instant preparedAt,
        State state,
        Optional<String> remoteId,
        Optional<NotificationStatus> status,
        Map<Evidence.Kind, DocumentId> evidence,
        long version)
        implements Aggregate {

    /** Where a notification is. */
    public enum State {
        /** Prepared and not sent, or certainly not arrived. */
        CREATED,
        /** Sent; it is not known whether it arrived. Never send again: reconcile. */
        UNKNOWN,
        /** Refused by the service. */
        REFUSED,
        /** The service has it. */
        QUEUED,
        /** At the disposal of the recipient: the duty to notify in time is met (art. 43.3). */
        AT_DISPOSAL,
        /** Accessed: notified (art. 43.2). */
        ACCESSED,
        /** Expressly rejected (art. 41.5). */
        REJECTED,
        /** The term ran out without access; what that means depends on the recipient (art. 43.2). */
        EXPIRED,
        /** Failed at the service, which may resume it. */
        FAILED,
        /** Cancelled by the town hall. */
        ANNULLED;

        /** Whether nothing but a cancellation can follow. */
        public boolean isFinal() {
            return this == ACCESSED || this == REJECTED || this == EXPIRED || this == ANNULLED || this == REFUSED;
        }
    }

    /** Checks the values. */
    public Notification {
        Objects.requireNonNull(townHall, "townHall");
        Objects.requireNonNull(prepared, "prepared");
        Objects.requireNonNull(preparedAt, "preparedAt");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(remoteId, "remoteId");
        Objects.requireNonNull(status, "status");
        evidence = Map.copyOf(evidence);
    }

    /** Prepares a notification. Store it before sending. */
    public static Change<Notification, NotificationEvent> prepare(
            NotificationEvent.Prepared prepared, Actor by, Instant at) {
        Rules.CHANNEL_PUBLIC_BODY.require(!prepared.recipient().isPublicBody(), "notifying " + prepared.operation());
        Recorded<NotificationEvent> event = new Recorded<>(prepared, by, at);
        return Change.of(first(event), event);
    }

    /**
     * The notification that a trail of events tells.
     *
     * @param events oldest first; the first one is a {@link NotificationEvent.Prepared}
     */
    public static Notification replay(List<Recorded<NotificationEvent>> events) {
        if (events.isEmpty()) {
            throw InvalidValueException.of("Notification", "a trail has at least one event");
        }
        Notification notification = first(events.get(0));
        for (Recorded<NotificationEvent> event : events.subList(1, events.size())) {
            notification = notification.after(event.event());
        }
        return notification;
    }

    private static Notification first(Recorded<NotificationEvent> first) {
        if (!(first.event() instanceof NotificationEvent.Prepared e)) {
            throw InvalidValueException.of("Notification", "its trail begins with its preparation");
        }
        return new Notification(
                first.by().townHall(), e, first.at(), State.CREATED, Optional.empty(), Optional.empty(), Map.of(), 1);
    }

    /**
     * The sending begins. Store it before calling the service: whatever breaks afterwards, the next thing to do is to
     * reconcile and never to send a second one.
     */
    public Change<Notification, NotificationEvent> startSending(Actor by, Instant at) {
        return in(EnumSet.of(State.CREATED), new NotificationEvent.SendingStarted(), by, at);
    }

    /** Keeps what became of the sending. */
    public Change<Notification, NotificationEvent> sent(SendOutcome outcome, Actor by, Instant at) {
        return outcome.fold(
                queued -> in(EnumSet.of(State.UNKNOWN), new NotificationEvent.Queued(queued.remoteId()), by, at),
                refused -> in(
                        EnumSet.of(State.UNKNOWN),
                        new NotificationEvent.Refused(refused.failure().toString()),
                        by,
                        at),
                unknown -> in(
                        EnumSet.of(State.UNKNOWN),
                        new NotificationEvent.OutcomeUnknown(unknown.failure().toString()),
                        by,
                        at));
    }

    /** Keeps what asking about an unknown sending found; no event if it is still unknown. */
    public Change<Notification, NotificationEvent> reconciled(Reconciliation found, Actor by, Instant at) {
        return found.fold(
                here -> in(EnumSet.of(State.UNKNOWN), new NotificationEvent.Queued(here.remoteId()), by, at),
                absent -> in(EnumSet.of(State.UNKNOWN), new NotificationEvent.FoundAbsent(), by, at),
                still -> new Change<>(this, List.of()));
    }

    /** Keeps where the service says it is; no event if it says nothing new. */
    public Change<Notification, NotificationEvent> followed(NotificationStatus now, Actor by, Instant at) {
        Rules.NOTIFICATION_STATE.require(remoteId.isPresent(), "following notification " + operation());
        if (status.equals(Optional.of(now))) {
            return new Change<>(this, List.of());
        }
        boolean allowed = !state.isFinal() || now.state() == RemoteState.ANNULLED;
        Rules.NOTIFICATION_STATE.require(
                allowed, "following notification " + operation() + " from " + state + " to " + now.state());
        return record(new NotificationEvent.Followed(now), by, at);
    }

    /** Notes that a proof is in the expedient. */
    public Change<Notification, NotificationEvent> evidenceStored(
            Evidence.Kind kind, DocumentId document, Actor by, Instant at) {
        return record(new NotificationEvent.EvidenceStored(kind, document), by, at);
    }

    private Change<Notification, NotificationEvent> in(
            EnumSet<State> states, NotificationEvent event, Actor by, Instant at) {
        Rules.NOTIFICATION_STATE.require(
                states.contains(state), event.type() + " for notification " + operation() + " in " + state);
        return record(event, by, at);
    }

    private Change<Notification, NotificationEvent> record(NotificationEvent event, Actor by, Instant at) {
        return Change.of(after(event), new Recorded<>(event, by, at));
    }

    private Notification after(NotificationEvent event) {
        if (event instanceof NotificationEvent.Queued e) {
            return next(State.QUEUED, Optional.of(e.remoteId()), status, evidence);
        } else if (event instanceof NotificationEvent.Refused) {
            return next(State.REFUSED, remoteId, status, evidence);
        } else if (event instanceof NotificationEvent.SendingStarted
                || event instanceof NotificationEvent.OutcomeUnknown) {
            return next(State.UNKNOWN, remoteId, status, evidence);
        } else if (event instanceof NotificationEvent.FoundAbsent) {
            return next(State.CREATED, remoteId, status, evidence);
        } else if (event instanceof NotificationEvent.Followed e) {
            return next(of(e.status().state()), remoteId, Optional.of(e.status()), evidence);
        } else if (event instanceof NotificationEvent.EvidenceStored e) {
            Map<Evidence.Kind, DocumentId> all = new LinkedHashMap<>(evidence);
            all.put(e.kind(), e.document());
            return next(state, remoteId, status, all);
        }
        throw InvalidValueException.of("Notification", "a notification is prepared once");
    }

    private State of(RemoteState remote) {
        return switch (remote) {
            case PENDING, REGISTERED -> State.QUEUED;
            case DEPOSITED -> State.AT_DISPOSAL;
            case ACCEPTED -> State.ACCESSED;
            case REJECTED -> State.REJECTED;
            case EXPIRED -> State.EXPIRED;
            case ERROR -> State.FAILED;
            case ANNULLED -> State.ANNULLED;
            case UNRECOGNISED -> state;
        };
    }

    private Notification next(
            State to, Optional<String> id, Optional<NotificationStatus> said, Map<Evidence.Kind, DocumentId> proofs) {
        return new Notification(townHall, prepared, preparedAt, to, id, said, proofs, version + 1);
    }

    /** Identity of its sending. */
    public OperationId operation() {
        return prepared.operation();
    }

    /** Since when it is at the disposal of the recipient. */
    public Optional<Instant> depositedAt() {
        return status.flatMap(NotificationStatus::depositedAt);
    }

    /** When it was accessed, rejected or expired. */
    public Optional<Instant> practisedAt() {
        return status.flatMap(NotificationStatus::practisedAt);
    }

    @Override
    public AggregateKey key() {
        return new AggregateKey("Notification", operation().value());
    }

    /** Does not print the recipient. */
    @Override
    public String toString() {
        return "Notification[" + operation() + ", " + state
                + remoteId.map(id -> ", " + id).orElse("") + "]";
    }
}
