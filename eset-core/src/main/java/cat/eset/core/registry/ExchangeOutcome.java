package cat.eset.core.registry;

import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What became of sending an exit to another administration. */
public sealed interface ExchangeOutcome {

    /**
     * The service has it.
     *
     * @param remoteId its identity there
     * @param losses fields of the exit that did not fit into the exchange, or were changed to fit; names of fields, never values
     */
    record Sent(String remoteId, List<String> losses) implements ExchangeOutcome {
        /** Checks the values. */
        public Sent {
            Objects.requireNonNull(remoteId, "remoteId");
            losses = List.copyOf(losses);
        }

        @Override
        public <T> T fold(Function<Sent, T> sent, Function<Refused, T> refused, Function<Unknown, T> unknown) {
            return sent.apply(this);
        }
    }

    /**
     * It was refused; nothing exists there.
     *
     * @param failure why, and what to do
     */
    record Refused(Failure failure) implements ExchangeOutcome {
        /** Checks the value. */
        public Refused {
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public <T> T fold(Function<Sent, T> sent, Function<Refused, T> refused, Function<Unknown, T> unknown) {
            return refused.apply(this);
        }
    }

    /**
     * It is not known whether the service has it. Do not send it as something new: ask with {@link RegistryGateway#reconcile}.
     *
     * @param operation to reconcile
     * @param failure what broke
     */
    record Unknown(OperationId operation, Failure failure) implements ExchangeOutcome {
        /** Checks the values. */
        public Unknown {
            Objects.requireNonNull(operation, "operation");
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public <T> T fold(Function<Sent, T> sent, Function<Refused, T> refused, Function<Unknown, T> unknown) {
            return unknown.apply(this);
        }
    }

    /** One function per case. */
    <T> T fold(Function<Sent, T> sent, Function<Refused, T> refused, Function<Unknown, T> unknown);
}
