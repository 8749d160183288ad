package cat.eset.notify;

import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.notify.error.ENotumError;
import cat.eset.notify.record.NotificationId;
import java.util.List;
import java.util.function.Function;

/** What became of an action on a notification: a cancellation, or an acceptance or rejection that was recorded. */
public sealed interface ActionResult {

    /** One function per case. */
    <T> T fold(
            Function<? super Done, ? extends T> done,
            Function<? super AlreadyDone, ? extends T> alreadyDone,
            Function<? super Refused, ? extends T> refused,
            Function<? super Unknown, ? extends T> unknown);

    /**
     * Done now.
     *
     * @param id number of the notification
     */
    record Done(NotificationId id) implements ActionResult {
        @Override
        public <T> T fold(
                Function<? super Done, ? extends T> done,
                Function<? super AlreadyDone, ? extends T> alreadyDone,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unknown, ? extends T> unknown) {
            return done.apply(this);
        }
    }

    /**
     * It was not in a state for it any more: cancelled, accepted, rejected or expired before, perhaps by an earlier attempt
     * of the same action. Read its state.
     *
     * @param id number of the notification
     * @param error what the service said
     */
    record AlreadyDone(NotificationId id, ENotumError error) implements ActionResult {
        @Override
        public <T> T fold(
                Function<? super Done, ? extends T> done,
                Function<? super AlreadyDone, ? extends T> alreadyDone,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unknown, ? extends T> unknown) {
            return alreadyDone.apply(this);
        }
    }

    /**
     * Refused; nothing changed.
     *
     * @param id number of the notification
     * @param errors what the service said, the worst first; at least one
     * @param failure the same for people
     */
    record Refused(NotificationId id, List<ENotumError> errors, Failure failure) implements ActionResult {
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
                Function<? super Done, ? extends T> done,
                Function<? super AlreadyDone, ? extends T> alreadyDone,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unknown, ? extends T> unknown) {
            return refused.apply(this);
        }
    }

    /**
     * It is not known whether it was done. The service guards these actions by state: read the state, or do it again with
     * the same operation.
     *
     * @param operation identity of the action
     * @param failure why it is not known
     */
    record Unknown(OperationId operation, Failure failure) implements ActionResult {
        @Override
        public <T> T fold(
                Function<? super Done, ? extends T> done,
                Function<? super AlreadyDone, ? extends T> alreadyDone,
                Function<? super Refused, ? extends T> refused,
                Function<? super Unknown, ? extends T> unknown) {
            return unknown.apply(this);
        }
    }
}
