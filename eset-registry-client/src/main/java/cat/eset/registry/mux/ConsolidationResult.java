package cat.eset.registry.mux;

import cat.eset.core.Failure;
import java.util.Objects;
import java.util.function.Function;

/** What became of a consolidation. */
public sealed interface ConsolidationResult {

    /**
     * MUX has it.
     *
     * @param before whether MUX had it before this call, so that nothing was sent
     */
    record Done(boolean before) implements ConsolidationResult {
        @Override
        public <T> T fold(Function<Done, T> done, Function<Refused, T> refused, Function<Unknown, T> unknown) {
            return done.apply(this);
        }
    }

    /**
     * MUX refused it, or has another number for this leg. Somebody has to look.
     *
     * @param failure why, and what to do
     */
    record Refused(Failure failure) implements ConsolidationResult {
        /** Checks the value. */
        public Refused {
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public <T> T fold(Function<Done, T> done, Function<Refused, T> refused, Function<Unknown, T> unknown) {
            return refused.apply(this);
        }
    }

    /**
     * It is not known whether MUX has it. Consolidate again later: it asks before it sends.
     *
     * @param failure what broke
     */
    record Unknown(Failure failure) implements ConsolidationResult {
        /** Checks the value. */
        public Unknown {
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public <T> T fold(Function<Done, T> done, Function<Refused, T> refused, Function<Unknown, T> unknown) {
            return unknown.apply(this);
        }
    }

    /** One function per case. */
    <T> T fold(Function<Done, T> done, Function<Refused, T> refused, Function<Unknown, T> unknown);
}
