package cat.eset.core.eni;

import cat.eset.core.InvalidValueException;
import cat.eset.core.id.EniDocumentId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Something in an index: a document, a folder, or a nested expedient. */
public sealed interface EniIndexItem {

    /**
     * A document.
     *
     * @param id its identifier
     * @param fingerprint its fingerprint
     * @param incorporatedAt when it entered the expedient
     * @param order its place in the expedient, as written
     */
    record Document(EniDocumentId id, Fingerprint fingerprint, Optional<Instant> incorporatedAt, Optional<String> order)
            implements EniIndexItem {
        /** Checks the values. */
        public Document {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(fingerprint, "fingerprint");
            Objects.requireNonNull(incorporatedAt, "incorporatedAt");
            Objects.requireNonNull(order, "order");
        }

        /** A document with its place, from 1. */
        public static Document of(EniDocumentId id, Fingerprint fingerprint, Instant incorporatedAt, int order) {
            return new Document(id, fingerprint, Optional.of(incorporatedAt), Optional.of(Integer.toString(order)));
        }

        @Override
        public <T> T fold(
                Function<Document, T> document, Function<Folder, T> folder, Function<Expedient, T> expedient) {
            return document.apply(this);
        }
    }

    /**
     * A folder.
     *
     * @param name its identifier
     * @param items at least one
     */
    record Folder(String name, List<EniIndexItem> items) implements EniIndexItem {
        /** Checks the values. */
        public Folder {
            Objects.requireNonNull(name, "name");
            items = List.copyOf(items);
            if (items.isEmpty()) {
                throw InvalidValueException.of("EniIndexItem.Folder", "at least one item");
            }
        }

        @Override
        public <T> T fold(
                Function<Document, T> document, Function<Folder, T> folder, Function<Expedient, T> expedient) {
            return folder.apply(this);
        }
    }

    /**
     * A nested expedient, which has a date and items but no identifier.
     *
     * @param index its index
     */
    record Expedient(EniIndexContent index) implements EniIndexItem {
        /** Checks the value. */
        public Expedient {
            Objects.requireNonNull(index, "index");
        }

        @Override
        public <T> T fold(
                Function<Document, T> document, Function<Folder, T> folder, Function<Expedient, T> expedient) {
            return expedient.apply(this);
        }
    }

    /** One function per case. */
    <T> T fold(Function<Document, T> document, Function<Folder, T> folder, Function<Expedient, T> expedient);
}
