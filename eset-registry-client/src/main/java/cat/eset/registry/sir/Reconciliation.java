package cat.eset.registry.sir;

import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What synchronising found about a sending of unknown outcome. */
public sealed interface Reconciliation {

    /** One function per case. */
    <T> T fold(
            Function<? super Found, ? extends T> found,
            Function<? super Several, ? extends T> several,
            Function<? super Absent, ? extends T> absent,
            Function<? super StillUnknown, ? extends T> stillUnknown);

    /**
     * SIR has it, once.
     *
     * @param operation identity of the sending
     * @param last the last that was told about it
     */
    record Found(OperationId operation, ExchangeEvent last) implements Reconciliation {
        /** Checks the values. */
        public Found {
            Objects.requireNonNull(operation, "operation");
            Objects.requireNonNull(last, "last");
        }

        @Override
        public <T> T fold(
                Function<? super Found, ? extends T> found,
                Function<? super Several, ? extends T> several,
                Function<? super Absent, ? extends T> absent,
                Function<? super StillUnknown, ? extends T> stillUnknown) {
            return found.apply(this);
        }
    }

    /**
     * SIR has it more than once: a person has to settle it with the destination.
     *
     * @param operation identity of the sending
     * @param exchanges its identities in SIR, at least two
     */
    record Several(OperationId operation, List<ExchangeId> exchanges) implements Reconciliation {
        /** Checks the values and copies the list. */
        public Several {
            Objects.requireNonNull(operation, "operation");
            exchanges = List.copyOf(exchanges);
        }

        @Override
        public <T> T fold(
                Function<? super Found, ? extends T> found,
                Function<? super Several, ? extends T> several,
                Function<? super Absent, ? extends T> absent,
                Function<? super StillUnknown, ? extends T> stillUnknown) {
            return several.apply(this);
        }
    }

    /**
     * The period of grace is over and SIR shows nothing: send again, with the same operation.
     *
     * @param operation identity of the sending
     */
    record Absent(OperationId operation) implements Reconciliation {
        /** Checks the value. */
        public Absent {
            Objects.requireNonNull(operation, "operation");
        }

        @Override
        public <T> T fold(
                Function<? super Found, ? extends T> found,
                Function<? super Several, ? extends T> several,
                Function<? super Absent, ? extends T> absent,
                Function<? super StillUnknown, ? extends T> stillUnknown) {
            return absent.apply(this);
        }
    }

    /**
     * Nothing was told yet, and it is too early to say that there is nothing.
     *
     * @param operation identity of the sending
     * @param failure with {@code retryAfter}: how long to wait before asking again
     */
    record StillUnknown(OperationId operation, Failure failure) implements Reconciliation {
        /** Checks the values. */
        public StillUnknown {
            Objects.requireNonNull(operation, "operation");
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public <T> T fold(
                Function<? super Found, ? extends T> found,
                Function<? super Several, ? extends T> several,
                Function<? super Absent, ? extends T> absent,
                Function<? super StillUnknown, ? extends T> stillUnknown) {
            return stillUnknown.apply(this);
        }
    }
}
