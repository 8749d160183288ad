package cat.eset.core.registry;

import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import java.util.Objects;
import java.util.function.Function;

/** What asking the service about an unknown sending to another administration found. */
public sealed interface ExchangeReconciliation {

    /**
     * The service has it, once.
     *
     * @param remoteId its identity there
     */
    record Found(String remoteId) implements ExchangeReconciliation {
        /** Checks the value. */
        public Found {
            Objects.requireNonNull(remoteId, "remoteId");
        }

        @Override
        public <T> T fold(Function<Found, T> found, Function<Absent, T> absent, Function<StillUnknown, T> unknown) {
            return found.apply(this);
        }
    }

    /**
     * The grace period is over and the service shows nothing: send again, with the same operation.
     *
     * @param operation the one to send again
     */
    record Absent(OperationId operation) implements ExchangeReconciliation {
        /** Checks the value. */
        public Absent {
            Objects.requireNonNull(operation, "operation");
        }

        @Override
        public <T> T fold(Function<Found, T> found, Function<Absent, T> absent, Function<StillUnknown, T> unknown) {
            return absent.apply(this);
        }
    }

    /**
     * It cannot be said yet: the grace period runs, the service does not answer, or a person has to decide.
     *
     * @param failure why, and what to do
     */
    record StillUnknown(Failure failure) implements ExchangeReconciliation {
        /** Checks the value. */
        public StillUnknown {
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public <T> T fold(Function<Found, T> found, Function<Absent, T> absent, Function<StillUnknown, T> unknown) {
            return unknown.apply(this);
        }
    }

    /** One function per case. */
    <T> T fold(Function<Found, T> found, Function<Absent, T> absent, Function<StillUnknown, T> unknown);
}
