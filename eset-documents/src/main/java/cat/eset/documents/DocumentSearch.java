package cat.eset.documents;

import cat.eset.core.InvalidValueException;
import cat.eset.core.Sha256;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What documents are looked for: everything that is said has to be so (contract desal 4.5). DESA'L gives 100 at most and no second page: split by
 * {@link #storedBetween} when {@link Hits#isCut()} says so. Immutable: each method gives another one.
 */
public final class DocumentSearch {

    private final Map<DocumentField, String> fields;
    private final Optional<Sha256> digest;
    private final Optional<Instant> from;
    private final Optional<Instant> to;

    private DocumentSearch(
            Map<DocumentField, String> fields, Optional<Sha256> digest, Optional<Instant> from, Optional<Instant> to) {
        this.fields = fields;
        this.digest = digest;
        this.from = from;
        this.to = to;
    }

    /** Those of which a field has this value. */
    public static DocumentSearch where(DocumentField field, String value) {
        return new DocumentSearch(Map.of(), Optional.empty(), Optional.empty(), Optional.empty()).and(field, value);
    }

    /** Those with these bytes. */
    public static DocumentSearch ofBytes(Sha256 digest) {
        return new DocumentSearch(Map.of(), Optional.of(digest), Optional.empty(), Optional.empty());
    }

    /** Those stored in a window, ends included, to the millisecond. */
    public static DocumentSearch storedBetween(Instant from, Instant to) {
        return new DocumentSearch(Map.of(), Optional.empty(), Optional.empty(), Optional.empty()).andStored(from, to);
    }

    /** And another field has this value. */
    public DocumentSearch and(DocumentField field, String value) {
        Map<DocumentField, String> more = new EnumMap<>(DocumentField.class);
        more.putAll(fields);
        more.put(field, field.checked(value));
        return new DocumentSearch(Map.copyOf(more), digest, from, to);
    }

    /** And stored in a window, ends included, to the millisecond. */
    public DocumentSearch andStored(Instant start, Instant end) {
        if (start.isAfter(end)) {
            throw InvalidValueException.of("DocumentSearch", "a window that does not end before it begins");
        }
        return new DocumentSearch(fields, digest, Optional.of(start), Optional.of(end));
    }

    /** Values that fields must have. */
    public Map<DocumentField, String> fields() {
        return fields;
    }

    /** The bytes they must have. */
    public Optional<Sha256> digest() {
        return digest;
    }

    /** Start of the window. */
    public Optional<Instant> from() {
        return from;
    }

    /** End of the window. */
    public Optional<Instant> to() {
        return to;
    }
}
