package cat.eset.core.notification;

import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import java.util.Objects;
import java.util.function.Function;

/** What became of a sending, of whatever kind: every gateway that sends answers so. */
public sealed interface SendOutcome {

    /**
     * The service has it.
     *
     * @param remoteId its identity there
     */
    record Queued(String remoteId) implements SendOutcome {
        /** Checks the value. */
        public Queued {
            Objects.requireNonNull(remoteId, "remoteId");
        }

        @Override
        public <T> T fold(Function<Queued, T> queued, Function<Refused, T> refused, Function<Unknown, T> unknown) {
            return queued.apply(this);
        }
    }

    /**
     * The service refused it; nothing exists there.
     *
     * @param failure why, and what to do
     */
    record Refused(Failure failure) implements SendOutcome {
        /** Checks the value. */
        public Refused {
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public <T> T fold(Function<Queued, T> queued, Function<Refused, T> refused, Function<Unknown, T> unknown) {
            return refused.apply(this);
        }
    }

    /**
     * It is not known whether the service has it. Do not send again: ask the gateway to reconcile.
     *
     * @param operation to reconcile
     * @param failure what broke
     */
    record Unknown(OperationId operation, Failure failure) implements SendOutcome {
        /** Checks the values. */
        public Unknown {
            Objects.requireNonNull(operation, "operation");
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public <T> T fold(Function<Queued, T> queued, Function<Refused, T> refused, Function<Unknown, T> unknown) {
            return unknown.apply(this);
        }
    }

    /** One function per case. */
    <T> T fold(Function<Queued, T> queued, Function<Refused, T> refused, Function<Unknown, T> unknown);
}
