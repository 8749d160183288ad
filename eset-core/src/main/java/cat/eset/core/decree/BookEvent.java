package cat.eset.core.decree;

import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Event;
import cat.eset.core.expedient.ExpedientNumber;
import java.time.LocalDate;
import java.util.Objects;

/** What happens to an official book. */
public sealed interface BookEvent extends Event {

    /**
     * It was opened.
     *
     * @param kind which book
     * @param year of which year
     * @param expedient the expedient that it is
     */
    record BookOpened(BookKind kind, int year, ExpedientNumber expedient) implements BookEvent {
        /** Checks the values. */
        public BookOpened {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(expedient, "expedient");
        }
    }

    /**
     * A number was kept before the act existed.
     *
     * @param order its place
     */
    record PlaceReserved(int order) implements BookEvent {}

    /**
     * An act has its place.
     *
     * @param order its place
     * @param document the document that holds it
     * @param extract what it says, in short
     * @param date its legal date
     */
    record ActEntered(int order, DocumentId document, String extract, LocalDate date) implements BookEvent {
        /** Checks the values. */
        public ActEntered {
            Objects.requireNonNull(document, "document");
            Objects.requireNonNull(extract, "extract");
            Objects.requireNonNull(date, "date");
        }

        /** Not the extract, which may hold a person's name. */
        @Override
        public String toString() {
            return "ActEntered[" + order + ", " + document + "]";
        }
    }

    /**
     * A kept place stays without act.
     *
     * @param order its place
     * @param diligence the diligence that says why
     */
    record PlaceVoided(int order, String diligence) implements BookEvent {}

    /**
     * The secretary transcribed an act.
     *
     * @param order its place
     */
    record ActTranscribed(int order) implements BookEvent {}

    /**
     * It was closed.
     *
     * @param diligence the closing diligence, approved by the mayor
     * @param count how many places it has
     */
    record BookClosed(String diligence, int count) implements BookEvent {}
}
