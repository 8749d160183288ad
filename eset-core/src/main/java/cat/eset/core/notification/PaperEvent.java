package cat.eset.core.notification;

import cat.eset.core.OperationId;
import cat.eset.core.document.DocumentId;
import cat.eset.core.effect.PaperDelivery;
import cat.eset.core.event.Event;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.law.Reason;
import cat.eset.core.party.Party;
import cat.eset.core.registry.RegistryNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

/** What happens to a notification on paper. */
public sealed interface PaperEvent extends Event {

    /**
     * It was prepared and its exit registered.
     *
     * @param operation its identity
     * @param expedient from which expedient
     * @param document what is notified
     * @param recipient to whom
     * @param exit number of its exit entry
     */
    record PaperPrepared(
            OperationId operation, ExpedientNumber expedient, DocumentId document, Party recipient, RegistryNumber exit)
            implements PaperEvent {
        /** Checks the values. */
        public PaperPrepared {
            Objects.requireNonNull(operation, "operation");
            Objects.requireNonNull(expedient, "expedient");
            Objects.requireNonNull(document, "document");
            Objects.requireNonNull(recipient, "recipient");
            Objects.requireNonNull(exit, "exit");
        }
    }

    /**
     * Whoever delivers has it, and it is at disposal in the seat (Llei 39/2015 art. 42.1). Handed over again, its attempts begin again.
     *
     * @param carrier who delivers, or the number of the carrier's receipt
     */
    record HandedOver(String carrier) implements PaperEvent {}

    /**
     * A delivery was tried.
     *
     * @param at day and hour, local time of Madrid
     * @param outcome how it went
     * @param leadsTo where the delivery is afterwards
     * @param reasons why, by the calendars of that moment
     */
    record DeliveryAttempted(
            LocalDateTime at, PaperDelivery.Outcome outcome, PaperDelivery.State leadsTo, List<Reason> reasons)
            implements PaperEvent {
        /** Checks the values. */
        public DeliveryAttempted {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(leadsTo, "leadsTo");
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * It was announced in the official gazette (Llei 39/2015 art. 44).
     *
     * @param reference number of the announcement
     * @param on day of its publication
     */
    record AnnouncedInGazette(String reference, LocalDate on) implements PaperEvent {
        /** Checks the value. */
        public AnnouncedInGazette {
            Objects.requireNonNull(on, "on");
        }
    }

    /**
     * The recipient accessed it in the electronic seat.
     *
     * @param at when
     */
    record AccessedInSeat(Instant at) implements PaperEvent {
        /** Checks the value. */
        public AccessedInSeat {
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * A proof is in the expedient: the receipt of an attempt, or the announcement.
     *
     * @param document the document that holds it
     */
    record PaperProofStored(DocumentId document) implements PaperEvent {
        /** Checks the value. */
        public PaperProofStored {
            Objects.requireNonNull(document, "document");
        }
    }
}
