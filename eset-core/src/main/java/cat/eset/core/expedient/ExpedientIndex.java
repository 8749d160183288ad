package cat.eset.core.expedient;

import cat.eset.core.InvalidValueException;
import cat.eset.core.Sha256;
import cat.eset.core.document.DocumentId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The index of an expedient at an instant: its live documents in the order of incorporation, with their digests (Llei
 * 39/2015 art. 70.3; Llei 26/2010 art. 46.2). A snapshot: later documents need a new one.
 *
 * @param expedient of which expedient
 * @param generatedAt instant of generation
 * @param items positions 1, 2, 3... without gaps
 */
public record ExpedientIndex(ExpedientNumber expedient, Instant generatedAt, List<Item> items) {

    /**
     * A document in the index.
     *
     * @param position 1, 2, 3...
     * @param document which document
     * @param digest of its bytes
     * @param incorporatedAt when it came into the expedient
     * @param folder in which folder, if in one
     */
    public record Item(
            int position, DocumentId document, Sha256 digest, Instant incorporatedAt, Optional<String> folder) {
        /** Checks the values. */
        public Item {
            Objects.requireNonNull(document, "document");
            Objects.requireNonNull(digest, "digest");
            Objects.requireNonNull(incorporatedAt, "incorporatedAt");
            Objects.requireNonNull(folder, "folder");
        }
    }

    /** Checks the values. */
    public ExpedientIndex {
        Objects.requireNonNull(expedient, "expedient");
        Objects.requireNonNull(generatedAt, "generatedAt");
        items = List.copyOf(items);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).position() != i + 1) {
                throw InvalidValueException.of("ExpedientIndex", "positions 1 to n without gaps");
            }
        }
    }
}
