package cat.eset.core.notification;

import cat.eset.core.Actor;
import cat.eset.core.InvalidValueException;
import cat.eset.core.LegalTime;
import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.document.DocumentId;
import cat.eset.core.effect.EffectDates;
import cat.eset.core.effect.PaperDelivery;
import cat.eset.core.event.Aggregate;
import cat.eset.core.event.AggregateKey;
import cat.eset.core.event.Change;
import cat.eset.core.event.Recorded;
import cat.eset.core.internal.Rules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A notification on paper: two attempts at home, and then an announcement in the official gazette (Llei 39/2015 arts. 42 and 44;
 * contract legal-rules R6.5 and R6.8). It is at disposal in the seat meanwhile, and the first in time counts (art. 41.7). Immutable.
 *
 * @param townHall the entity that notifies
 * @param prepared what is notified to whom
 * @param state where it is
 * @param delivery the attempts since it was last handed over
 * @param dutyMetAt the first attempt of all, which meets the duty to notify in time (art. 40.4), local time of Madrid
 * @param announcedOn day of its announcement in the gazette
 * @param accessedAt when the recipient accessed it in the seat
 * @param proofs documents that hold its proofs
 * @param version how many events made it
 */
public record PaperNotification(
        TownHall townHall,
        PaperEvent.PaperPrepared prepared,
        State state,
        PaperDelivery delivery,
        Optional<LocalDateTime> dutyMetAt,
        Optional<LocalDate> announcedOn,
        Optional<Instant> accessedAt,
        List<DocumentId> proofs,
        long version)
        implements Aggregate {

    /** Where a notification on paper is. */
    public enum State {
        /** Prepared, its exit registered. */
        PREPARED,
        /** Whoever delivers has it. */
        SENT,
        /** Nobody was there: a second attempt is due within three working days. */
        SECOND_ATTEMPT_DUE,
        /** The second attempt broke the rules: try in time, or hand it over again. */
        SECOND_ATTEMPT_VOID,
        /** Two valid attempts failed: it has to be announced in the gazette. */
        ANNOUNCEMENT_DUE,
        /** Delivered: notified. */
        DELIVERED,
        /** Refused: it counts as done (art. 41.5). */
        REFUSED,
        /** Announced in the gazette: notified. */
        ANNOUNCED,
        /** Accessed in the seat before anything else: notified. */
        ACCESSED;

        /** Whether it is notified. */
        public boolean isFinal() {
            return FINAL.contains(this);
        }
    }

    private static final EnumSet<State> FINAL =
            EnumSet.of(State.DELIVERED, State.REFUSED, State.ANNOUNCED, State.ACCESSED);
    private static final EnumSet<State> TRYING =
            EnumSet.of(State.SENT, State.SECOND_ATTEMPT_DUE, State.SECOND_ATTEMPT_VOID);

    /** Checks the values. */
    public PaperNotification {
        Objects.requireNonNull(townHall, "townHall");
        Objects.requireNonNull(prepared, "prepared");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(delivery, "delivery");
        Objects.requireNonNull(dutyMetAt, "dutyMetAt");
        Objects.requireNonNull(announcedOn, "announcedOn");
        Objects.requireNonNull(accessedAt, "accessedAt");
        proofs = List.copyOf(proofs);
    }

    /** Prepares a notification on paper. */
    public static Change<PaperNotification, PaperEvent> prepare(
            PaperEvent.PaperPrepared prepared, Actor by, Instant at) {
        Rules.CHANNEL_PUBLIC_BODY.require(!prepared.recipient().isPublicBody(), "notifying " + prepared.operation());
        Recorded<PaperEvent> event = new Recorded<>(prepared, by, at);
        return Change.of(first(event), event);
    }

    /**
     * The notification that a trail of events tells.
     *
     * @param events oldest first; the first one is a {@link PaperEvent.PaperPrepared}
     */
    public static PaperNotification replay(List<Recorded<PaperEvent>> events) {
        if (events.isEmpty()) {
            throw InvalidValueException.of("PaperNotification", "a trail has at least one event");
        }
        PaperNotification notification = first(events.get(0));
        for (Recorded<PaperEvent> event : events.subList(1, events.size())) {
            notification = notification.after(event.event());
        }
        return notification;
    }

    private static PaperNotification first(Recorded<PaperEvent> first) {
        if (!(first.event() instanceof PaperEvent.PaperPrepared e)) {
            throw InvalidValueException.of("PaperNotification", "its trail begins with its preparation");
        }
        return new PaperNotification(
                first.by().townHall(),
                e,
                State.PREPARED,
                PaperDelivery.sent(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                1);
    }

    /** Gives it to whoever delivers; again, if the second attempt broke the rules. */
    public Change<PaperNotification, PaperEvent> handOver(String carrier, Actor by, Instant at) {
        return in(EnumSet.of(State.PREPARED, State.SECOND_ATTEMPT_VOID), new PaperEvent.HandedOver(carrier), by, at);
    }

    /**
     * Notes an attempt to deliver it at home (art. 42.2).
     *
     * @param when day and hour of the attempt, local time of Madrid
     * @param calendars of the seat and of where the recipient lives
     * @throws cat.eset.core.calendar.MissingCalendarException if the three days reach a year that is not loaded
     */
    public Change<PaperNotification, PaperEvent> attempt(
            LocalDateTime when, PaperDelivery.Outcome outcome, WorkingCalendars calendars, Actor by, Instant at) {
        Rules.NOTIFICATION_STATE.require(
                TRYING.contains(state), "noting an attempt of notification " + operation() + " in " + state);
        PaperDelivery after = delivery.attempt(when, outcome);
        return in(
                TRYING,
                new PaperEvent.DeliveryAttempted(when, outcome, after.state(calendars), after.reasons(calendars)),
                by,
                at);
    }

    /** Notes its announcement in the official gazette, due after two attempts that failed (art. 44). */
    public Change<PaperNotification, PaperEvent> announce(String reference, LocalDate on, Actor by, Instant at) {
        return in(EnumSet.of(State.ANNOUNCEMENT_DUE), new PaperEvent.AnnouncedInGazette(reference, on), by, at);
    }

    /** Notes that the recipient accessed it in the seat, which has full effect (Reial decret 203/2021 art. 42.2). */
    public Change<PaperNotification, PaperEvent> accessedInSeat(Instant when, Actor by, Instant at) {
        Rules.NOTIFICATION_STATE.require(
                state != State.PREPARED && accessedAt.isEmpty(),
                "noting the access to notification " + operation() + " in " + state);
        return record(new PaperEvent.AccessedInSeat(when), by, at);
    }

    /** Notes that a proof is in the expedient. */
    public Change<PaperNotification, PaperEvent> proofStored(DocumentId document, Actor by, Instant at) {
        return record(new PaperEvent.PaperProofStored(document), by, at);
    }

    /** The date of the notification, once there is one: the first in time of its channels (art. 41.7). */
    public Optional<EffectDates> notifiedOn() {
        List<EffectDates> found = new ArrayList<>();
        delivery.notifiedOn().ifPresent(found::add);
        announcedOn.map(EffectDates::certain).ifPresent(found::add);
        accessedAt.map(LegalTime::dateOf).map(EffectDates::certain).ifPresent(found::add);
        return found.isEmpty() ? Optional.empty() : Optional.of(EffectDates.firstOf(found));
    }

    private Change<PaperNotification, PaperEvent> in(EnumSet<State> states, PaperEvent event, Actor by, Instant at) {
        Rules.NOTIFICATION_STATE.require(
                states.contains(state), event.type() + " for notification " + operation() + " in " + state);
        return record(event, by, at);
    }

    private Change<PaperNotification, PaperEvent> record(PaperEvent event, Actor by, Instant at) {
        return Change.of(after(event), new Recorded<>(event, by, at));
    }

    private PaperNotification after(PaperEvent event) {
        if (event instanceof PaperEvent.HandedOver) {
            return next(State.SENT, PaperDelivery.sent(), dutyMetAt, announcedOn, accessedAt, proofs);
        } else if (event instanceof PaperEvent.DeliveryAttempted e) {
            Optional<LocalDateTime> met = dutyMetAt.or(() -> Optional.of(e.at()));
            return next(of(e.leadsTo()), delivery.attempt(e.at(), e.outcome()), met, announcedOn, accessedAt, proofs);
        } else if (event instanceof PaperEvent.AnnouncedInGazette e) {
            return next(State.ANNOUNCED, delivery, dutyMetAt, Optional.of(e.on()), accessedAt, proofs);
        } else if (event instanceof PaperEvent.AccessedInSeat e) {
            State to = state.isFinal() ? state : State.ACCESSED;
            return next(to, delivery, dutyMetAt, announcedOn, Optional.of(e.at()), proofs);
        } else if (event instanceof PaperEvent.PaperProofStored e) {
            List<DocumentId> all = new ArrayList<>(proofs);
            all.add(e.document());
            return next(state, delivery, dutyMetAt, announcedOn, accessedAt, all);
        }
        throw InvalidValueException.of("PaperNotification", "a notification is prepared once");
    }

    private static State of(PaperDelivery.State delivery) {
        return switch (delivery) {
            case SENT -> State.SENT;
            case SECOND_ATTEMPT_DUE -> State.SECOND_ATTEMPT_DUE;
            case SECOND_ATTEMPT_INVALID -> State.SECOND_ATTEMPT_VOID;
            case ANNOUNCEMENT_DUE -> State.ANNOUNCEMENT_DUE;
            case DELIVERED -> State.DELIVERED;
            case REFUSED -> State.REFUSED;
        };
    }

    private PaperNotification next(
            State to,
            PaperDelivery attempts,
            Optional<LocalDateTime> duty,
            Optional<LocalDate> announced,
            Optional<Instant> accessed,
            List<DocumentId> all) {
        return new PaperNotification(townHall, prepared, to, attempts, duty, announced, accessed, all, version + 1);
    }

    /** Its identity. */
    public OperationId operation() {
        return prepared.operation();
    }

    @Override
    public AggregateKey key() {
        return new AggregateKey("PaperNotification", operation().value());
    }

    /** Does not print the recipient. */
    @Override
    public String toString() {
        return "PaperNotification[" + operation() + ", " + state + "]";
    }
}
