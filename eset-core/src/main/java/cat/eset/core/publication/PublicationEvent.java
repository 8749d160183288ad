package cat.eset.core.publication;

import cat.eset.core.OperationId;
import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Event;
import cat.eset.core.expedient.ExpedientNumber;
import java.util.List;
import java.util.Objects;

/** What happens to a publication. */
public sealed interface PublicationEvent extends Event {

    /**
     * It was prepared, with its operation stored before anything is sent.
     *
     * @param operation identity of the publication
     * @param expedient from which expedient
     * @param document what is published
     * @param annexes further documents
     * @param edict what the board says of it
     */
    record PublicationPrepared(
            OperationId operation,
            ExpedientNumber expedient,
            DocumentId document,
            List<DocumentId> annexes,
            Edict edict)
            implements PublicationEvent {
        /** Checks the values. */
        public PublicationPrepared {
            Objects.requireNonNull(operation, "operation");
            Objects.requireNonNull(expedient, "expedient");
            Objects.requireNonNull(document, "document");
            annexes = List.copyOf(annexes);
            Objects.requireNonNull(edict, "edict");
        }
    }

    /**
     * It is on the board.
     *
     * @param boardId its identity there
     */
    record EdictPublished(String boardId) implements PublicationEvent {}

    /**
     * It was taken down before its time.
     *
     * @param reason why
     */
    record EdictWithdrawn(String reason) implements PublicationEvent {}

    /**
     * Its time is over.
     *
     * @param diligence the diligence that says from when to when it was exposed (Reial decret 128/2018 art. 3.2.j)
     */
    record ExposureEnded(String diligence) implements PublicationEvent {}

    /**
     * It was dropped before it was published.
     *
     * @param reason why
     */
    record PublicationCancelled(String reason) implements PublicationEvent {}
}
