package cat.eset.registry.sir;

import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.registry.sicres.EntryMark;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What became of a decision about an exchange that was received. */
public sealed interface DecisionResult {

    /** One function per case. */
    <T> T fold(
            Function<? super Done, ? extends T> done,
            Function<? super NotDone, ? extends T> notDone,
            Function<? super Overtaken, ? extends T> overtaken,
            Function<? super Unknown, ? extends T> unknown);

    /**
     * Decided.
     *
     * @param exchange which exchange
     * @param entry the entry that the consortium made, after a confirmation
     */
    record Done(ExchangeId exchange, Optional<EntryMark> entry) implements DecisionResult {
        /** Checks the values. */
        public Done {
            Objects.requireNonNull(exchange, "exchange");
            Objects.requireNonNull(entry, "entry");
        }

        @Override
        public <T> T fold(
                Function<? super Done, ? extends T> done,
                Function<? super NotDone, ? extends T> notDone,
                Function<? super Overtaken, ? extends T> overtaken,
                Function<? super Unknown, ? extends T> unknown) {
            return done.apply(this);
        }
    }

    /**
     * Nothing was decided: the exchange still waits. Decide again, with a new operation.
     *
     * @param exchange which exchange
     * @param state its state
     */
    record NotDone(ExchangeId exchange, ExchangeState state) implements DecisionResult {
        /** Checks the values. */
        public NotDone {
            Objects.requireNonNull(exchange, "exchange");
            Objects.requireNonNull(state, "state");
        }

        @Override
        public <T> T fold(
                Function<? super Done, ? extends T> done,
                Function<? super NotDone, ? extends T> notDone,
                Function<? super Overtaken, ? extends T> overtaken,
                Function<? super Unknown, ? extends T> unknown) {
            return notDone.apply(this);
        }
    }

    /**
     * Something else was decided about it, here or elsewhere.
     *
     * @param exchange which exchange
     * @param state its state
     */
    record Overtaken(ExchangeId exchange, ExchangeState state) implements DecisionResult {
        /** Checks the values. */
        public Overtaken {
            Objects.requireNonNull(exchange, "exchange");
            Objects.requireNonNull(state, "state");
        }

        @Override
        public <T> T fold(
                Function<? super Done, ? extends T> done,
                Function<? super NotDone, ? extends T> notDone,
                Function<? super Overtaken, ? extends T> overtaken,
                Function<? super Unknown, ? extends T> unknown) {
            return overtaken.apply(this);
        }
    }

    /**
     * It is not known whether it was decided. Ask with {@link SirClient#settle}.
     *
     * @param operation identity of the decision
     * @param exchange which exchange
     * @param decision what was to be decided
     * @param failure why it is not known
     */
    record Unknown(OperationId operation, ExchangeId exchange, Decision decision, Failure failure)
            implements DecisionResult {
        /** Checks the values. */
        public Unknown {
            Objects.requireNonNull(operation, "operation");
            Objects.requireNonNull(exchange, "exchange");
            Objects.requireNonNull(decision, "decision");
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public <T> T fold(
                Function<? super Done, ? extends T> done,
                Function<? super NotDone, ? extends T> notDone,
                Function<? super Overtaken, ? extends T> overtaken,
                Function<? super Unknown, ? extends T> unknown) {
            return unknown.apply(this);
        }
    }
}
