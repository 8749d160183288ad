package cat.eset.core.effect;

import cat.eset.core.law.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What a notification has done so far. Every case carries its reasons. Immutable and thread-safe. */
public sealed interface NotificationEffect {

    /**
     * Nothing yet.
     *
     * @param lastDay the last day to access before it is taken as rejected; empty if silence of access never rejects
     * @param expiresAt the instant from which it is taken as rejected, by the policy of the town hall
     * @param dutyMetOn the day on which the duty to notify in term was met
     * @param reasons the rules applied
     */
    record Pending(Optional<LocalDate> lastDay, Optional<Instant> expiresAt, LocalDate dutyMetOn, List<Reason> reasons)
            implements NotificationEffect {
        /** Checks the values. */
        public Pending {
            Objects.requireNonNull(lastDay, "lastDay");
            Objects.requireNonNull(expiresAt, "expiresAt");
            Objects.requireNonNull(dutyMetOn, "dutyMetOn");
            reasons = List.copyOf(reasons);
        }

        @Override
        public <T> T fold(
                Function<Pending, T> pending, Function<Practised, T> practised, Function<Rejected, T> rejected) {
            return pending.apply(this);
        }

        @Override
        public String toString() {
            return "pending"
                    + lastDay.map(d -> ", may be accessed until " + d + " at 24:00")
                            .orElse("");
        }
    }

    /**
     * Practised: the content was accessed.
     *
     * @param at when
     * @param channel where
     * @param dates the date of the notification
     * @param dutyMetOn the day on which the duty to notify in term was met
     * @param reasons the rules applied
     */
    record Practised(Instant at, String channel, EffectDates dates, LocalDate dutyMetOn, List<Reason> reasons)
            implements NotificationEffect {
        /** Checks the values. */
        public Practised {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(dates, "dates");
            Objects.requireNonNull(dutyMetOn, "dutyMetOn");
            reasons = List.copyOf(reasons);
        }

        @Override
        public <T> T fold(
                Function<Pending, T> pending, Function<Practised, T> practised, Function<Rejected, T> rejected) {
            return practised.apply(this);
        }

        @Override
        public String toString() {
            return "practised by access on " + dates;
        }
    }

    /**
     * Rejected: the step is taken as done and the procedure goes on (Llei 39/2015 art. 41.5).
     *
     * @param how expressly, or by ten natural days without access
     * @param at when the rejection arose
     * @param channel where
     * @param dates the date of the notification
     * @param dutyMetOn the day on which the duty to notify in term was met
     * @param reasons the rules applied
     */
    record Rejected(How how, Instant at, String channel, EffectDates dates, LocalDate dutyMetOn, List<Reason> reasons)
            implements NotificationEffect {

        /** How it was rejected. */
        public enum How {
            /** By an act of the person. */
            EXPRESSLY,
            /** By ten natural days without access (art. 43.2). */
            BY_EXPIRY
        }

        /** Checks the values. */
        public Rejected {
            Objects.requireNonNull(how, "how");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(dates, "dates");
            Objects.requireNonNull(dutyMetOn, "dutyMetOn");
            reasons = List.copyOf(reasons);
        }

        @Override
        public <T> T fold(
                Function<Pending, T> pending, Function<Practised, T> practised, Function<Rejected, T> rejected) {
            return rejected.apply(this);
        }

        @Override
        public String toString() {
            return "rejected " + (how == How.BY_EXPIRY ? "by expiry" : "expressly") + ", notified on " + dates;
        }
    }

    /** The rules applied, with their articles. */
    List<Reason> reasons();

    /** The day on which the duty to notify in term was met (arts. 40.4, 43.3), whatever came after. */
    LocalDate dutyMetOn();

    /** The date of the notification on every reading, once it has one. */
    default Optional<EffectDates> notifiedOn() {
        return fold(p -> Optional.empty(), p -> Optional.of(p.dates()), r -> Optional.of(r.dates()));
    }

    /** One function per case. */
    <T> T fold(Function<Pending, T> pending, Function<Practised, T> practised, Function<Rejected, T> rejected);

    /** The answer and its reasons in several lines. */
    default String explain() {
        StringBuilder text = new StringBuilder(toString());
        reasons().forEach(r -> text.append("\n  - ").append(r));
        return text.toString();
    }
}
