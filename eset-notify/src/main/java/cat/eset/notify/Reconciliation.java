package cat.eset.notify;

import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.notify.record.SearchHit;
import java.util.List;
import java.util.function.Function;

/** What asking e-NOTUM about a send of unknown outcome found. Asking has no effect there. */
public sealed interface Reconciliation {

    /** One function per case. */
    <T> T fold(
            Function<? super Found, ? extends T> found,
            Function<? super Several, ? extends T> several,
            Function<? super Absent, ? extends T> absent,
            Function<? super StillUnknown, ? extends T> stillUnknown);

    /**
     * e-NOTUM has it, once.
     *
     * @param operation identity of the send
     * @param hit what it has
     */
    record Found(OperationId operation, SearchHit hit) implements Reconciliation {
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
     * e-NOTUM has it more than once. Each has legal effect: a person has to decide which to cancel.
     *
     * @param operation identity of the send
     * @param hits what it has, at least two, the oldest first
     */
    record Several(OperationId operation, List<SearchHit> hits) implements Reconciliation {
        /** Copies the list. */
        public Several {
            hits = List.copyOf(hits);
        }

        /** The same for people. */
        public Failure failure() {
            List<String> ids = hits.stream().map(h -> h.id().toString()).toList();
            return Failure.of(Failure.Fault.REMOTE, "e-NOTUM has this send more than once: " + ids)
                    .service("e-NOTUM")
                    .operation(operation)
                    .effect(Failure.Effect.UNKNOWN)
                    .remedy("A person has to decide which ones to cancel; each has legal effect")
                    .build();
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
     * The period of grace is over and e-NOTUM has nothing: send again, with the same operation.
     *
     * @param operation identity of the send
     */
    record Absent(OperationId operation) implements Reconciliation {
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
     * Nothing was found yet, and it is too early to say that there is nothing: a new record takes a while to be found.
     *
     * @param operation identity of the send
     * @param failure with {@code retryAfter}: how long to wait before asking again
     */
    record StillUnknown(OperationId operation, Failure failure) implements Reconciliation {
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
