package cat.eset.signature;

import cat.eset.core.DocumentContent;
import java.util.Objects;

/**
 * One document of a batch.
 *
 * @param id the caller's name for it
 * @param document what to sign
 * @param format the kind of signature
 */
public record BatchItem(String id, DocumentContent document, SignatureFormat format) {
    /** Checks the values. */
    public BatchItem {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(format, "format");
    }
}
