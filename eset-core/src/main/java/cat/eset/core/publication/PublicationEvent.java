package cat.eset.core.publication;

import cat.eset.core.OperationId;
import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Event;
import cat.eset.core.expedient.ExpedientNumber;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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

    /** The sending begins. From here on it is not known whether it arrived, until the outcome is kept. */
    record PublishingStarted() implements PublicationEvent {}

    /**
     * The board refused it.
     *
     * @param reason why, without personal data
     */
    record EdictRefused(String reason) implements PublicationEvent {
        /** Not the reason, which may hold personal data. */
        @Override
        public String toString() {
            return "EdictRefused[***]";
        }
    }

    /**
     * It is not known whether the board has it.
     *
     * @param reason what broke, without personal data
     */
    record PublishingUnknown(String reason) implements PublicationEvent {
        /** Not the reason, which may hold personal data. */
        @Override
        public String toString() {
            return "PublishingUnknown[***]";
        }
    }

    /** The board certainly does not have it: it may be sent again, with the same operation. */
    record EdictFoundAbsent() implements PublicationEvent {}

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
    record EdictWithdrawn(String reason) implements PublicationEvent {
        /** Not the reason, which may hold personal data. */
        @Override
        public String toString() {
            return "EdictWithdrawn[***]";
        }
    }

    /**
     * Its time is over.
     *
     * @param diligence the diligence that says from when to when it was exposed (Reial decret 128/2018 art. 3.2.j)
     * @param certificate the document that holds the certificate of the board, if it gives one
     */
    record ExposureEnded(String diligence, Optional<DocumentId> certificate) implements PublicationEvent {
        /** Checks the value. */
        public ExposureEnded {
            Objects.requireNonNull(certificate, "certificate");
        }
    }

    /**
     * It was dropped before it was published.
     *
     * @param reason why
     */
    record PublicationCancelled(String reason) implements PublicationEvent {
        /** Not the reason, which may hold personal data. */
        @Override
        public String toString() {
            return "PublicationCancelled[***]";
        }
    }
}
