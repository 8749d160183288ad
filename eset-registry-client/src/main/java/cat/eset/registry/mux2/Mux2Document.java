package cat.eset.registry.mux2;

import cat.eset.core.Sha256;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What an entry says of one of its documents; the bytes travel by {@link Mux2#upload} (contract mux 5.2, {@code Document}).
 *
 * @param issuedAt date of the document; compulsory there
 * @param name 5 to 255 characters
 * @param description at most 1024 characters
 * @param mediaType 5 to 50 characters
 * @param sha256 digest of the bytes
 * @param guid identity in the system that holds it
 */
public record Mux2Document(
        Instant issuedAt,
        String name,
        Optional<String> description,
        Optional<String> mediaType,
        Optional<Sha256> sha256,
        Optional<String> guid) {

    static final int MIN_NAME = 5;

    private static final String TYPE = "Mux2Document";

    /** Checks the values. */
    public Mux2Document {
        Objects.requireNonNull(issuedAt, "issuedAt");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(guid, "guid");
        Lengths.check(TYPE, "a name", name, MIN_NAME, 255);
        Lengths.check(TYPE, "a description", description, 0, 1024);
        Lengths.check(TYPE, "a media type", mediaType, 5, 50);
    }
}
