package cat.eset.notify.track;

import cat.eset.core.OperationId;
import cat.eset.notify.record.ChannelChange;
import cat.eset.notify.record.NotificationId;
import cat.eset.notify.record.NotificationState;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something happened to a notification that is followed. Told at least once: after a crash the same event may be told
 * again, so whoever listens must not mind.
 */
public sealed interface TrackingEvent {

    /** One function per case. */
    <T> T fold(
            Function<? super StateChanged, ? extends T> stateChanged,
            Function<? super EvidenceKept, ? extends T> evidenceKept,
            Function<? super EvidenceMissing, ? extends T> evidenceMissing,
            Function<? super ChannelChosen, ? extends T> channelChosen,
            Function<? super DepositDelayed, ? extends T> depositDelayed);

    /** Number at e-NOTUM. */
    NotificationId id();

    /** Operation that sent it. */
    OperationId operation();

    /**
     * It is in another state.
     *
     * @param id number at e-NOTUM
     * @param operation operation that sent it
     * @param from state known before
     * @param to state now; steps between both may have been missed
     * @param depositedAt put at disposal, where known
     * @param practisedAt accepted or rejected, where known
     */
    record StateChanged(
            NotificationId id,
            OperationId operation,
            NotificationState from,
            NotificationState to,
            Optional<Instant> depositedAt,
            Optional<Instant> practisedAt)
            implements TrackingEvent {

        /** Whether somebody has to look: a phase failed, or it was cancelled after it had an outcome. */
        public boolean needsAttention() {
            return to.equals(NotificationState.ERROR)
                    || (to.equals(NotificationState.CANCELLED) && from.isPractised())
                    || !to.isKnown();
        }

        @Override
        public <T> T fold(
                Function<? super StateChanged, ? extends T> stateChanged,
                Function<? super EvidenceKept, ? extends T> evidenceKept,
                Function<? super EvidenceMissing, ? extends T> evidenceMissing,
                Function<? super ChannelChosen, ? extends T> channelChosen,
                Function<? super DepositDelayed, ? extends T> depositDelayed) {
            return stateChanged.apply(this);
        }
    }

    /**
     * Its evidence is in the archive.
     *
     * @param id number at e-NOTUM
     * @param operation operation that sent it
     * @param stage after which event
     */
    record EvidenceKept(NotificationId id, OperationId operation, EvidenceArchive.Stage stage)
            implements TrackingEvent {
        @Override
        public <T> T fold(
                Function<? super StateChanged, ? extends T> stateChanged,
                Function<? super EvidenceKept, ? extends T> evidenceKept,
                Function<? super EvidenceMissing, ? extends T> evidenceMissing,
                Function<? super ChannelChosen, ? extends T> channelChosen,
                Function<? super DepositDelayed, ? extends T> depositDelayed) {
            return evidenceKept.apply(this);
        }
    }

    /**
     * The service did not give all of the evidence for as long as the tracker waits. If it gave the XML, that is in the
     * archive. The tracker does not ask again: a person has to.
     *
     * @param id number at e-NOTUM
     * @param operation operation that sent it
     * @param stage after which event
     */
    record EvidenceMissing(NotificationId id, OperationId operation, EvidenceArchive.Stage stage)
            implements TrackingEvent {
        @Override
        public <T> T fold(
                Function<? super StateChanged, ? extends T> stateChanged,
                Function<? super EvidenceKept, ? extends T> evidenceKept,
                Function<? super EvidenceMissing, ? extends T> evidenceMissing,
                Function<? super ChannelChosen, ? extends T> channelChosen,
                Function<? super DepositDelayed, ? extends T> depositDelayed) {
            return evidenceMissing.apply(this);
        }
    }

    /**
     * The person chose how to be notified from now on: keep it.
     *
     * @param id number at e-NOTUM
     * @param operation operation that sent it
     * @param change the choice
     */
    record ChannelChosen(NotificationId id, OperationId operation, ChannelChange change) implements TrackingEvent {
        @Override
        public <T> T fold(
                Function<? super StateChanged, ? extends T> stateChanged,
                Function<? super EvidenceKept, ? extends T> evidenceKept,
                Function<? super EvidenceMissing, ? extends T> evidenceMissing,
                Function<? super ChannelChosen, ? extends T> channelChosen,
                Function<? super DepositDelayed, ? extends T> depositDelayed) {
            return channelChosen.apply(this);
        }
    }

    /**
     * It was sent long ago and is still not at disposal, so nothing has been notified: the registry or the document store may
     * be failing. Told every day while it lasts.
     *
     * @param id number at e-NOTUM
     * @param operation operation that sent it
     * @param state pending or registered
     */
    record DepositDelayed(NotificationId id, OperationId operation, NotificationState state) implements TrackingEvent {
        @Override
        public <T> T fold(
                Function<? super StateChanged, ? extends T> stateChanged,
                Function<? super EvidenceKept, ? extends T> evidenceKept,
                Function<? super EvidenceMissing, ? extends T> evidenceMissing,
                Function<? super ChannelChosen, ? extends T> channelChosen,
                Function<? super DepositDelayed, ? extends T> depositDelayed) {
            return depositDelayed.apply(this);
        }
    }
}
