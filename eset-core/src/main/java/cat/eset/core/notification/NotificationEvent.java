package cat.eset.core.notification;

import cat.eset.core.OperationId;
import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Event;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.party.Party;
import cat.eset.core.registry.RegistryNumber;
import java.util.Objects;
import java.util.Optional;

/** What happens to a notification. */
public sealed interface NotificationEvent extends Event {

    /**
     * It was prepared, with its operation stored before any sending.
     *
     * @param operation identity of the sending
     * @param kind with or without legal effect
     * @param expedient from which expedient
     * @param document what is notified
     * @param recipient to whom
     * @param exit number of its exit entry
     * @param text what the recipient reads
     */
    record Prepared(
            OperationId operation,
            NotificationOrder.Kind kind,
            ExpedientNumber expedient,
            DocumentId document,
            Party recipient,
            Optional<RegistryNumber> exit,
            NotificationText text)
            implements NotificationEvent {
        /** Checks the values. */
        public Prepared {
            Objects.requireNonNull(operation, "operation");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(expedient, "expedient");
            Objects.requireNonNull(document, "document");
            Objects.requireNonNull(recipient, "recipient");
            Objects.requireNonNull(exit, "exit");
            Objects.requireNonNull(text, "text");
        }
    }

    /** The sending begins. From here on it is not known whether it arrived, until the outcome is kept. */
    record SendingStarted() implements NotificationEvent {}

    /**
     * The service has it.
     *
     * @param remoteId its identity there
     */
    record Queued(String remoteId) implements NotificationEvent {}

    /**
     * The service refused it.
     *
     * @param reason why, without personal data
     */
    record Refused(String reason) implements NotificationEvent {
        /** Not the reason, which may hold personal data. */
        @Override
        public String toString() {
            return "Refused[***]";
        }
    }

    /**
     * It is not known whether the service has it.
     *
     * @param reason what broke, without personal data
     */
    record OutcomeUnknown(String reason) implements NotificationEvent {
        /** Not the reason, which may hold personal data. */
        @Override
        public String toString() {
            return "OutcomeUnknown[***]";
        }
    }

    /** The service certainly does not have it: it may be sent again, with the same operation. */
    record FoundAbsent() implements NotificationEvent {}

    /**
     * The service said where it is.
     *
     * @param status what it said
     */
    record Followed(NotificationStatus status) implements NotificationEvent {
        /** Checks the value. */
        public Followed {
            Objects.requireNonNull(status, "status");
        }
    }

    /**
     * A proof is in the expedient.
     *
     * @param kind of what
     * @param document the document that holds it
     */
    record EvidenceStored(Evidence.Kind kind, DocumentId document) implements NotificationEvent {
        /** Checks the values. */
        public EvidenceStored {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(document, "document");
        }
    }
}
