package cat.eset.notify;

import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.notify.error.ENotumError;
import cat.eset.notify.record.NotificationId;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What became of a send. */
public sealed interface SendResult {

    /** One function per case. */
    <T> T fold(
            Function<? super Queued, ? extends T> queued,
            Function<? super Refused, ? extends T> refused,
            Function<? super Unknown, ? extends T> unknown);

    /** Identity of the send. */
    OperationId operation();

    /**
     * e-NOTUM has it, once. It is not at disposal yet: that may still fail, minutes later.
     *
     * @param operation identity of the send
     * @param id number at e-NOTUM
     */
    record Queued(OperationId operation, NotificationId id) implements SendResult {
        @Override
        public <T> T fold(
                Function<? super Queued, ? extends T> queued,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unknown, ? extends T> unknown) {
            return queued.apply(this);
        }
    }

    /**
     * e-NOTUM refused it and nothing exists there.
     *
     * @param operation identity of the send
     * @param errors what it said, the worst first; at least one
     * @param failure the same for people, with personal data masked
     */
    record Refused(OperationId operation, List<ENotumError> errors, Failure failure) implements SendResult {
        /** Copies the list. */
        public Refused {
            errors = List.copyOf(errors);
        }

        /** The worst of its errors. */
        public ENotumError error() {
            return errors.get(0);
        }

        @Override
        public <T> T fold(
                Function<? super Queued, ? extends T> queued,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unknown, ? extends T> unknown) {
            return refused.apply(this);
        }
    }

    /**
     * It is not known whether e-NOTUM has it. Do not send it with another operation: ask with
     * {@link ENotum#reconcile(OperationId)}, or go on with {@link ENotum#resume}.
     *
     * @param operation identity of the send
     * @param attemptedAt when the last attempt began; keep it, the period of grace counts from it
     * @param failure why it is not known
     */
    record Unknown(OperationId operation, Instant attemptedAt, Failure failure) implements SendResult {
        @Override
        public <T> T fold(
                Function<? super Queued, ? extends T> queued,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unknown, ? extends T> unknown) {
            return unknown.apply(this);
        }
    }
}
