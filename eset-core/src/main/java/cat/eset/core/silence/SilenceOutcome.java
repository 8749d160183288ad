package cat.eset.core.silence;

import cat.eset.core.law.Reason;
import cat.eset.core.term.TermResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Where the duty to resolve stands. */
public sealed interface SilenceOutcome {

    /**
     * The term has not ended.
     *
     * @param deadline its last day
     */
    record Running(TermResult deadline) implements SilenceOutcome {
        /** Checks the value. */
        public Running {
            Objects.requireNonNull(deadline, "deadline");
        }

        @Override
        public <T> T fold(Function<Running, T> running, Function<Met, T> met, Function<Unmet, T> unmet) {
            return running.apply(this);
        }
    }

    /**
     * It was met in term.
     *
     * @param on the day
     * @param deadline the last day it had
     */
    record Met(LocalDate on, TermResult deadline) implements SilenceOutcome {
        /** Checks the values. */
        public Met {
            Objects.requireNonNull(on, "on");
            Objects.requireNonNull(deadline, "deadline");
        }

        @Override
        public <T> T fold(Function<Running, T> running, Function<Met, T> met, Function<Unmet, T> unmet) {
            return met.apply(this);
        }
    }

    /**
     * The term ended without it.
     *
     * @param deadline the last day it had
     * @param sense what silence did
     * @param certificateBy the last day to issue the certificate of silence ex officio (art. 24.4); none ex officio
     * @param reasons the rules applied
     */
    record Unmet(TermResult deadline, SilenceSense sense, Optional<TermResult> certificateBy, List<Reason> reasons)
            implements SilenceOutcome {
        /** Checks the values. */
        public Unmet {
            Objects.requireNonNull(deadline, "deadline");
            Objects.requireNonNull(sense, "sense");
            Objects.requireNonNull(certificateBy, "certificateBy");
            reasons = List.copyOf(reasons);
        }

        @Override
        public <T> T fold(Function<Running, T> running, Function<Met, T> met, Function<Unmet, T> unmet) {
            return unmet.apply(this);
        }
    }

    /** One function per case. */
    <T> T fold(Function<Running, T> running, Function<Met, T> met, Function<Unmet, T> unmet);

    /**
     * Lets an express resolution pass, or refuses it: after positive silence it may only confirm (art. 24.3.a), after
     * expiry it may only declare it (art. 25.1.b).
     *
     * @throws cat.eset.core.rule.RuleBrokenException if the law forbids it
     */
    default void checkResolution(Resolution resolution) {
        if (!(this instanceof Unmet unmet)) {
            return;
        }
        if (unmet.sense() == SilenceSense.POSITIVE && resolution != Resolution.GRANT) {
            throw Reason.l39("silence granted the request: a later resolution may only confirm it", "24.3.a")
                    .refusal("silence.positive", "confirm it, or start its revision ex officio");
        }
        if (unmet.sense() == SilenceSense.EXPIRY && resolution != Resolution.DECLARE_EXPIRY) {
            throw Reason.l39("the procedure has expired: a resolution declares it and orders filing", "25.1.b")
                    .refusal("silence.expired", "declare the expiry");
        }
    }
}
