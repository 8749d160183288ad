package cat.eset.core.registry;

import cat.eset.core.OperationId;
import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Event;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.id.Dir3;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What happens to a registry exchange. */
public sealed interface ExchangeEvent extends Event {

    /**
     * It was prepared, with its operation stored before any sending.
     *
     * @param operation identity of the sending
     * @param expedient from which expedient
     * @param exit number of its exit entry
     * @param document what is sent
     * @param office registry office of the destination
     * @param unit unit of the destination, if it is known
     */
    record ExchangePrepared(
            OperationId operation,
            ExpedientNumber expedient,
            RegistryNumber exit,
            DocumentId document,
            Dir3 office,
            Optional<Dir3> unit)
            implements ExchangeEvent {
        /** Checks the values. */
        public ExchangePrepared {
            Objects.requireNonNull(operation, "operation");
            Objects.requireNonNull(expedient, "expedient");
            Objects.requireNonNull(exit, "exit");
            Objects.requireNonNull(document, "document");
            Objects.requireNonNull(office, "office");
            Objects.requireNonNull(unit, "unit");
        }
    }

    /** The sending begins. From here on it is not known whether it arrived, until the outcome is kept. */
    record ExchangeStarted() implements ExchangeEvent {}

    /**
     * The service has it.
     *
     * @param remoteId its identity there
     * @param losses fields of the exit that did not fit; names of fields, never values
     */
    record ExchangeSent(String remoteId, List<String> losses) implements ExchangeEvent {
        /** Copies the list. */
        public ExchangeSent {
            losses = List.copyOf(losses);
        }
    }

    /**
     * The service refused it.
     *
     * @param reason why, without personal data
     */
    record ExchangeRefused(String reason) implements ExchangeEvent {
        /** Not the reason, which may hold personal data. */
        @Override
        public String toString() {
            return "ExchangeRefused[***]";
        }
    }

    /**
     * It is not known whether the service has it.
     *
     * @param reason what broke, without personal data
     */
    record ExchangeUnknown(String reason) implements ExchangeEvent {
        /** Not the reason, which may hold personal data. */
        @Override
        public String toString() {
            return "ExchangeUnknown[***]";
        }
    }

    /** The service certainly does not have it: it may be sent again, with the same operation. */
    record ExchangeFoundAbsent() implements ExchangeEvent {}

    /**
     * The service said where it is.
     *
     * @param status what it said
     */
    record ExchangeFollowed(ExchangeStatus status) implements ExchangeEvent {
        /** Checks the value. */
        public ExchangeFollowed {
            Objects.requireNonNull(status, "status");
        }
    }
}
