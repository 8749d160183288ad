package cat.eset.core.effect;

import cat.eset.core.InvalidValueException;
import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.law.Reason;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A paper notification at home (Llei 39/2015 art. 42.2): at most two attempts, the second within the three working days
 * that follow, one before 15:00 and the other after, at least three hours apart. Immutable and thread-safe.
 *
 * @param attempts in order of time
 */
public record PaperDelivery(List<Attempt> attempts) {

    /**
     * One attempt.
     *
     * @param at local time of Madrid
     * @param outcome how it went
     */
    public record Attempt(LocalDateTime at, Outcome outcome) {

        /** Checks the values. */
        public Attempt {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(outcome, "outcome");
        }
    }

    /** How an attempt went. */
    public enum Outcome {
        /** Taken by the person, or by anyone over 14 who was there and showed identity. */
        DELIVERED,
        /** Refused: the step counts as done (art. 41.5). */
        REFUSED,
        /** Nobody was there. */
        ABSENT
    }

    /** Where a paper notification is. */
    public enum State {
        /** No attempt yet. */
        SENT,
        /** Nobody was there: a second attempt is due. */
        SECOND_ATTEMPT_DUE,
        /** Delivered. */
        DELIVERED,
        /** Refused. */
        REFUSED,
        /** Two valid attempts failed: announcement in the official gazette (art. 44). */
        ANNOUNCEMENT_DUE,
        /** The second attempt broke the rules: another one is due. */
        SECOND_ATTEMPT_INVALID
    }

    private static final Reason HOUSEHOLD =
            Reason.l39("may be taken by anyone over 14 at home who shows identity", "42.2");
    private static final Reason REFUSED = Reason.l39("a refused notification counts as done", "41.5");
    private static final Reason GAZETTE = Reason.l39("two attempts failed: announcement in the official gazette", "44");
    private static final Reason SECOND = Reason.l39("nobody was there: one second attempt within three days", "42.2");

    /** Checks the values. */
    public PaperDelivery {
        attempts = List.copyOf(attempts);
        for (int i = 1; i < attempts.size(); i++) {
            if (!attempts.get(i - 1).at().isBefore(attempts.get(i).at())) {
                throw InvalidValueException.of("PaperDelivery", "its attempts are in order of time");
            }
            if (attempts.get(i - 1).outcome() != Outcome.ABSENT) {
                throw InvalidValueException.of(
                        "PaperDelivery", "a notification delivered or refused has no more attempts");
            }
        }
    }

    /** Handed to the carrier, no attempt yet. */
    public static PaperDelivery sent() {
        return new PaperDelivery(List.of());
    }

    /**
     * One more attempt.
     *
     * @param at day and hour, local time of Madrid
     */
    public PaperDelivery attempt(LocalDateTime at, Outcome outcome) {
        List<Attempt> more = new ArrayList<>(attempts);
        more.add(new Attempt(at, outcome));
        return new PaperDelivery(more);
    }

    /**
     * Day and hour of the first proven attempt, local time of Madrid: with the full text, enough for the duty to notify within the maximum term
     * (art. 40.4).
     */
    public Optional<LocalDateTime> dutyMetAt() {
        return attempts.stream().findFirst().map(Attempt::at);
    }

    /** The date of the notification, once it was delivered or refused. */
    public Optional<EffectDates> notifiedOn() {
        return attempts.stream()
                .filter(a -> a.outcome() != Outcome.ABSENT)
                .findFirst()
                .map(a -> EffectDates.certain(a.at().toLocalDate()));
    }

    /**
     * Where it is.
     *
     * @throws cat.eset.core.calendar.MissingCalendarException if the three days reach a year that is not loaded
     */
    public State state(WorkingCalendars calendars) {
        if (attempts.isEmpty()) {
            return State.SENT;
        }
        Attempt last = attempts.get(attempts.size() - 1);
        return switch (last.outcome()) {
            case DELIVERED -> State.DELIVERED;
            case REFUSED -> State.REFUSED;
            case ABSENT -> {
                if (attempts.size() == 1) {
                    yield State.SECOND_ATTEMPT_DUE;
                }
                SecondAttempt window = SecondAttempt.after(attempts.get(0).at(), calendars);
                boolean valid = attempts.stream().skip(1).anyMatch(a -> window.allows(a.at()));
                yield valid ? State.ANNOUNCEMENT_DUE : State.SECOND_ATTEMPT_INVALID;
            }
        };
    }

    /** Why it is where it is. */
    public List<Reason> reasons(WorkingCalendars calendars) {
        return switch (state(calendars)) {
            case SENT -> List.of();
            case DELIVERED -> List.of(HOUSEHOLD);
            case REFUSED -> List.of(REFUSED);
            case SECOND_ATTEMPT_DUE -> List.of(SECOND);
            case ANNOUNCEMENT_DUE -> List.of(GAZETTE);
            case SECOND_ATTEMPT_INVALID ->
                SecondAttempt.after(attempts.get(0).at(), calendars).reasons();
        };
    }
}
