package cat.eset.registry.mux2;

import cat.eset.core.DocumentContent;
import java.util.Objects;
import java.util.Optional;

/**
 * A document to hang on an entry (contract mux 5.2, {@code CarregaDocumentacio}).
 *
 * @param name its name
 * @param description what it is
 * @param guid identity in the system that holds it
 * @param content its bytes
 * @param attached whether the bytes travel as a file of the PCI and are pointed at by {@code Id}; otherwise inside the XML
 */
public record Upload(
        String name, String description, Optional<String> guid, DocumentContent content, boolean attached) {

    /** Checks that nothing is null. */
    public Upload {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(guid, "guid");
        Objects.requireNonNull(content, "content");
    }

    /** Bytes inside the XML: with the 2 MB that the PCI takes, about 1.5 MB for all documents of one call. */
    public static Upload inline(String name, String description, DocumentContent content) {
        return new Upload(name, description, Optional.empty(), content, false);
    }

    /** Bytes as a file of the PCI. That {@code Id} points at one is inferred, not published. */
    public static Upload attached(String name, String description, DocumentContent content) {
        return new Upload(name, description, Optional.empty(), content, true);
    }

    /** With an identity of its own. */
    public Upload guid(String value) {
        return new Upload(name, description, Optional.of(value), content, attached);
    }

    /** Its content only: names of documents may hold personal data. */
    @Override
    public String toString() {
        return "Upload[" + content + "]";
    }
}
