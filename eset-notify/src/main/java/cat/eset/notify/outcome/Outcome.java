package cat.eset.notify.outcome;

import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.effect.EffectDates;
import cat.eset.core.effect.EffectPolicy;
import cat.eset.core.effect.ElectronicDelivery;
import cat.eset.core.effect.ElectronicNotification;
import cat.eset.core.effect.NotificationEffect;
import cat.eset.core.law.Reason;
import cat.eset.core.party.ElectronicRelation;
import cat.eset.notify.notice.NoticeKind;
import cat.eset.notify.record.NotificationDetail.Status;
import cat.eset.notify.record.NotificationState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a state of e-NOTUM means in law: what happened, since when, why, and what may be done now (contract enotum 11.3;
 * contract legal-rules R6). The state of the service and the legal answer are not the same thing: an expiry is a rejection
 * only of somebody who is obliged to electronic means or has chosen them, and always after ten natural days, whatever the
 * days of life at the service were.
 *
 * @param what what happened
 * @param since since when
 * @param effect the answer of the legal engine, with its dates and articles; empty where there is nothing to compute
 * @param next what may be done now, in one sentence
 */
public record Outcome(What what, Optional<Instant> since, Optional<NotificationEffect> effect, Next next) {

    /** What happened. */
    public enum What {
        /** Not at disposal yet: nothing has been notified. */
        NOT_YET_AVAILABLE,
        /** At disposal: the duty to notify in term is met, and the ten days run if they run for this person. */
        AVAILABLE,
        /** Notified by access. */
        NOTIFIED,
        /** Rejected by an act of the person. */
        REJECTED,
        /** Taken as rejected after ten natural days. */
        DEEMED_REJECTED,
        /** It expired at the service and the law makes no rejection of it. */
        EXPIRED_WITHOUT_EFFECT,
        /** It expired at the service before the ten days of the law had passed. */
        EXPIRED_TOO_EARLY,
        /** A communication: nothing depends on it. */
        NO_LEGAL_EFFECT,
        /** A phase failed at the service: nothing notified by itself. */
        FAILED,
        /** Cancelled by the issuer: no effect by itself. */
        CANCELLED,
        /** The service told a state that is not known, or did not tell when. */
        UNCLEAR
    }

    /** What may be done now. */
    public enum Next {
        /** Wait. */
        WAIT,
        /** Count the terms from the day after the notification. */
        COUNT_TERMS,
        /** The procedure goes on: the step is taken as done. */
        GO_ON,
        /** Notify on paper (article 42). */
        NOTIFY_ON_PAPER,
        /** A person decides: notify again, or show that access was possible for ten days. */
        DECIDE,
        /** Ask the consortium to relaunch the failed phase. */
        ASK_FOR_RELAUNCH,
        /** Follow the act that annulled it. */
        FOLLOW_ANNULMENT,
        /** Read the evidence: it has the instants. */
        READ_EVIDENCE,
        /** Nothing. */
        NOTHING
    }

    private static final String CHANNEL = "e-NOTUM";

    /** Checks the values. */
    public Outcome {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(next, "next");
    }

    /** The rules applied, with their articles. */
    public List<Reason> reasons() {
        return effect.map(NotificationEffect::reasons).orElse(List.of());
    }

    /** The date of the notification on every reading, once it has one. */
    public Optional<EffectDates> notifiedOn() {
        return effect.flatMap(NotificationEffect::notifiedOn);
    }

    /**
     * What a state means at an instant.
     *
     * @param kind notification or communication
     * @param status what the service says
     * @param relation whether the recipient is obliged to electronic means, has chosen them, or neither
     * @param now the instant for which we ask
     * @param calendars calendars of the town hall and of the recipient
     * @param policy how the town hall reads what the law leaves open
     */
    public static Outcome of(
            NoticeKind kind,
            Status status,
            ElectronicRelation relation,
            Instant now,
            WorkingCalendars calendars,
            EffectPolicy policy) {
        NotificationState state = status.state();
        if (state.equals(NotificationState.CANCELLED)) {
            return plain(What.CANCELLED, status.cancelledAt(), Next.FOLLOW_ANNULMENT);
        }
        if (state.equals(NotificationState.ERROR)) {
            return plain(What.FAILED, Optional.empty(), Next.ASK_FOR_RELAUNCH);
        }
        if (!state.isKnown()) {
            return plain(What.UNCLEAR, Optional.empty(), Next.READ_EVIDENCE);
        }
        if (kind.equals(NoticeKind.COMMUNICATION)) {
            return plain(What.NO_LEGAL_EFFECT, status.practisedAt().or(status::depositedAt), Next.NOTHING);
        }
        if (state.equals(NotificationState.PENDING) || state.equals(NotificationState.REGISTERED)) {
            return plain(What.NOT_YET_AVAILABLE, Optional.empty(), Next.WAIT);
        }
        if (lacksInstants(status)) {
            return plain(What.UNCLEAR, Optional.empty(), Next.READ_EVIDENCE);
        }
        NotificationEffect effect = ElectronicNotification.of(relation, delivery(status))
                .under(policy)
                .effectAt(now, calendars);
        return effect.fold(
                pending -> open(status, pending),
                practised -> new Outcome(
                        What.NOTIFIED, Optional.of(practised.at()), Optional.of(practised), Next.COUNT_TERMS),
                rejected -> new Outcome(
                        rejected.how() == NotificationEffect.Rejected.How.EXPRESSLY
                                ? What.REJECTED
                                : What.DEEMED_REJECTED,
                        Optional.of(rejected.at()),
                        Optional.of(rejected),
                        Next.GO_ON));
    }

    /** Without its instants, or with instants that contradict each other, nothing can be computed. */
    private static boolean lacksInstants(Status status) {
        boolean byPerson = status.state().equals(NotificationState.ACCEPTED)
                || status.state().equals(NotificationState.REJECTED);
        return status.depositedAt().isEmpty()
                || (byPerson
                        && status.practisedAt()
                                .filter(at -> !at.isBefore(status.depositedAt().orElseThrow()))
                                .isEmpty());
    }

    private static ElectronicDelivery delivery(Status status) {
        ElectronicDelivery delivery =
                ElectronicDelivery.atDisposal(CHANNEL, status.depositedAt().orElseThrow());
        if (status.state().equals(NotificationState.ACCEPTED)) {
            return delivery.accessedAt(status.practisedAt().orElseThrow());
        }
        // An expiry of the service is a fact of the service: the law counts its own ten days.
        return status.state().equals(NotificationState.REJECTED)
                ? delivery.rejectedAt(status.practisedAt().orElseThrow())
                : delivery;
    }

    /** The law says that nothing has happened yet, whatever the service says. */
    private static Outcome open(Status status, NotificationEffect.Pending pending) {
        if (!status.state().equals(NotificationState.EXPIRED)) {
            return new Outcome(What.AVAILABLE, status.depositedAt(), Optional.of(pending), Next.WAIT);
        }
        return pending.expiresAt().isEmpty()
                ? new Outcome(
                        What.EXPIRED_WITHOUT_EFFECT, status.practisedAt(), Optional.of(pending), Next.NOTIFY_ON_PAPER)
                : new Outcome(What.EXPIRED_TOO_EARLY, status.practisedAt(), Optional.of(pending), Next.DECIDE);
    }

    private static Outcome plain(What what, Optional<Instant> since, Next next) {
        return new Outcome(what, since, Optional.empty(), next);
    }

    /** What happened, since when and what may be done, with the rules in several lines. */
    public String explain() {
        return toString() + effect.map(e -> "\n" + e.explain()).orElse("");
    }

    @Override
    public String toString() {
        return what + since.map(s -> " since " + s).orElse("") + ", next: " + next;
    }
}
