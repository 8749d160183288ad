package cat.eset.core.decree;

import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Event;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.signature.SignatureGroup;
import java.time.Instant;
import java.util.Objects;

/** What happens to a decree. */
public sealed interface DecreeEvent extends Event {

    /**
     * It was drafted.
     *
     * @param document the document that holds its text
     * @param origin the expedient in which it was made
     * @param extract what the book will say of it
     * @param group who has to sign
     */
    record Drafted(DocumentId document, ExpedientNumber origin, String extract, SignatureGroup group)
            implements DecreeEvent {
        /** Checks the values. */
        public Drafted {
            Objects.requireNonNull(document, "document");
            Objects.requireNonNull(origin, "origin");
            Objects.requireNonNull(extract, "extract");
            Objects.requireNonNull(group, "group");
        }

        /** Not the extract, which may hold a person's name. */
        @Override
        public String toString() {
            return "Drafted[" + document + "]";
        }
    }

    /** It was proposed. */
    record Proposed() implements DecreeEvent {}

    /**
     * A number was kept for it before its signature, because the town hall wants it in the signed text.
     *
     * @param number the number
     */
    record NumberReserved(DecreeNumber number) implements DecreeEvent {}

    /**
     * The number that was kept for it stays in the book as void.
     *
     * @param number the number
     * @param diligence the diligence that says so
     */
    record ReservationVoided(DecreeNumber number, String diligence) implements DecreeEvent {}

    /** It waits for signatures. */
    record SentToSignature() implements DecreeEvent {}

    /**
     * A signer refused; it is a draft again.
     *
     * @param reason why
     */
    record Rejected(String reason) implements DecreeEvent {
        /** Not the reason, which may hold personal data. */
        @Override
        public String toString() {
            return "Rejected[***]";
        }
    }

    /**
     * It was dropped before it existed in law.
     *
     * @param reason why
     */
    record Discarded(String reason) implements DecreeEvent {
        /** Not the reason, which may hold personal data. */
        @Override
        public String toString() {
            return "Discarded[***]";
        }
    }

    /**
     * All compulsory signatures are there: it exists, with its number.
     *
     * @param number its number
     * @param approvedAt instant of the last compulsory signature
     */
    record Approved(DecreeNumber number, Instant approvedAt) implements DecreeEvent {
        /** Checks the values. */
        public Approved {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(approvedAt, "approvedAt");
        }
    }

    /** The secretary transcribed it in the book (Reial decret 128/2018 art. 3.2.e). */
    record Transcribed() implements DecreeEvent {}

    /**
     * Something was done with it.
     *
     * @param mark what
     * @param reference which notification, publication, communication or session
     */
    record Marked(Decree.Mark mark, String reference) implements DecreeEvent {}

    /**
     * Another decree leaves it without effect; its number stays.
     *
     * @param by the other
     */
    record AnnulledBy(DecreeNumber by) implements DecreeEvent {}

    /**
     * Another decree corrects an error of it (Llei 39/2015 art. 109.2).
     *
     * @param by the other
     */
    record CorrectedBy(DecreeNumber by) implements DecreeEvent {}

    /**
     * It annuls or corrects another decree, which says so too.
     *
     * @param number of the other
     */
    record Amends(DecreeNumber number) implements DecreeEvent {
        /** Checks the value. */
        public Amends {
            Objects.requireNonNull(number, "number");
        }
    }
}
