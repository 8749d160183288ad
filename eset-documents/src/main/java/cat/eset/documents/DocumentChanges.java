package cat.eset.documents;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What changes in a document; the rest stays (contract desal 4.3, modification). Immutable: each method gives another one. */
public final class DocumentChanges {

    private static final DocumentChanges NONE = new DocumentChanges(Map.of(), Optional.empty());

    private final Map<DocumentField, Optional<String>> fields;
    private final Optional<UploadedFile> file;

    private DocumentChanges(Map<DocumentField, Optional<String>> fields, Optional<UploadedFile> file) {
        this.fields = fields;
        this.file = file;
    }

    /** A field gets a value. */
    public static DocumentChanges set(DocumentField field, String value) {
        return NONE.andSet(field, value);
    }

    /** A field that is not compulsory loses its value. */
    public static DocumentChanges remove(DocumentField field) {
        return NONE.andRemove(field);
    }

    /** The document gets other bytes. Those it had are deleted for good if no other document has them. */
    public static DocumentChanges replaceFile(UploadedFile file) {
        return new DocumentChanges(Map.of(), Optional.of(file));
    }

    /** And another field gets a value. */
    public DocumentChanges andSet(DocumentField field, String value) {
        return with(field, Optional.of(field.checked(value)));
    }

    /** And another field loses its value. */
    public DocumentChanges andRemove(DocumentField field) {
        return with(field, Optional.empty());
    }

    private DocumentChanges with(DocumentField field, Optional<String> value) {
        Map<DocumentField, Optional<String>> more = new EnumMap<>(DocumentField.class);
        more.putAll(fields);
        more.put(Objects.requireNonNull(field, "field"), value);
        return new DocumentChanges(Map.copyOf(more), file);
    }

    /** The fields that change; empty: the value goes. */
    public Map<DocumentField, Optional<String>> fields() {
        return fields;
    }

    /** The bytes that take the place of the old ones. */
    public Optional<UploadedFile> file() {
        return file;
    }
}
