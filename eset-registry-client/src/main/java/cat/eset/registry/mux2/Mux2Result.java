package cat.eset.registry.mux2;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What became of something that MUX V2 was told to do. */
public sealed interface Mux2Result {

    /** One function per case. */
    <T> T fold(Function<Done, T> done, Function<Refused, T> refused, Function<Unknown, T> unknown);

    /** Identity of what was asked. */
    OperationId operation();

    /**
     * MUX did it.
     *
     * @param operation identity of what was asked
     * @param number the number that its answer says, if it says one: the form of this answer is not published
     * @param raw its answer, as XML; personal data
     */
    record Done(OperationId operation, Optional<String> number, DocumentContent raw) implements Mux2Result {
        /** Checks that nothing is null. */
        public Done {
            Objects.requireNonNull(operation, "operation");
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(raw, "raw");
        }

        @Override
        public <T> T fold(Function<Done, T> done, Function<Refused, T> refused, Function<Unknown, T> unknown) {
            return done.apply(this);
        }
    }

    /**
     * MUX said no. It has one code for all errors, so the text alone says why.
     *
     * @param operation identity of what was asked
     * @param failure why, and what to do
     */
    record Refused(OperationId operation, Failure failure) implements Mux2Result {
        /** Checks that nothing is null. */
        public Refused {
            Objects.requireNonNull(operation, "operation");
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public <T> T fold(Function<Done, T> done, Function<Refused, T> refused, Function<Unknown, T> unknown) {
            return refused.apply(this);
        }
    }

    /**
     * It is not known whether MUX did it. Never ask it again as something new: look first, as the remedy says.
     *
     * @param operation identity of what was asked
     * @param failure why it is not known, and how to look
     */
    record Unknown(OperationId operation, Failure failure) implements Mux2Result {
        /** Checks that nothing is null. */
        public Unknown {
            Objects.requireNonNull(operation, "operation");
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public <T> T fold(Function<Done, T> done, Function<Refused, T> refused, Function<Unknown, T> unknown) {
            return unknown.apply(this);
        }
    }
}
