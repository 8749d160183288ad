package cat.eset.registry.sir;

import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.registry.sicres.EntryMark;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What became of a sending. There is no refusal by the service: its only error, {@code 502}, does not say whether the exchange exists
 * (contract sir, trap 7). What it would refuse for its form is refused before, by {@link DispatchBuilder#build()}.
 */
public sealed interface SendResult {

    /** One function per case. */
    <T> T fold(Function<? super Sent, ? extends T> sent, Function<? super Unknown, ? extends T> unknown);

    /** Identity of the sending. */
    OperationId operation();

    /**
     * SIR has it, once.
     *
     * @param operation identity of the sending
     * @param exchange identity in SIR
     * @param entry entry at the origin: the one that was sent, or the one that was made through MUX
     */
    record Sent(OperationId operation, ExchangeId exchange, Optional<EntryMark> entry) implements SendResult {
        /** Checks the values. */
        public Sent {
            Objects.requireNonNull(operation, "operation");
            Objects.requireNonNull(exchange, "exchange");
            Objects.requireNonNull(entry, "entry");
        }

        @Override
        public <T> T fold(Function<? super Sent, ? extends T> sent, Function<? super Unknown, ? extends T> unknown) {
            return sent.apply(this);
        }
    }

    /**
     * It is not known whether SIR has it. Do not send it with another operation: ask with {@link SirClient#reconcile(OperationId)}, or go
     * on with {@link SirClient#resume}.
     *
     * @param operation identity of the sending
     * @param attemptedAt when the last attempt began; keep it, the period of grace counts from it
     * @param failure why it is not known; its text is all that the service says about an error
     */
    record Unknown(OperationId operation, Instant attemptedAt, Failure failure) implements SendResult {
        /** Checks the values. */
        public Unknown {
            Objects.requireNonNull(operation, "operation");
            Objects.requireNonNull(attemptedAt, "attemptedAt");
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public <T> T fold(Function<? super Sent, ? extends T> sent, Function<? super Unknown, ? extends T> unknown) {
            return unknown.apply(this);
        }
    }
}
