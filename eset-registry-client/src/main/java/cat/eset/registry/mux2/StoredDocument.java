package cat.eset.registry.mux2;

import java.util.Objects;
import java.util.Optional;

/**
 * A document of an entry that MUX has (contract mux 5.3).
 *
 * @param name as it came: it holds slashes, so it is no name of a file
 * @param fileName the same as a safe name of a file, at most 80 characters
 * @param kind what it is, from an open list: {@code XML_TRAMIT}, {@code PDF_ORIGINAL}, {@code ADJUNT}, {@code TIQUET}...
 * @param guid with which its bytes are fetched, at an address that depends on the application (contract mux 11.3)
 * @param uuid another identity
 */
public record StoredDocument(
        String name, String fileName, Optional<String> kind, Optional<String> guid, Optional<String> uuid) {

    /** Checks that nothing is null. */
    public StoredDocument {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(guid, "guid");
        Objects.requireNonNull(uuid, "uuid");
    }

    /** Kind only: names of documents may hold personal data. */
    @Override
    public String toString() {
        return "StoredDocument[" + kind.orElse("?") + "]";
    }
}
