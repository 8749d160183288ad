package cat.eset.core.document;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import java.util.Objects;

/**
 * Names bytes by their digest. The bytes themselves are in the {@link DocumentStore}.
 *
 * @param sha256 digest of the bytes
 * @param length number of bytes
 * @param mediaType their type
 */
public record ContentRef(Sha256 sha256, long length, MediaType mediaType) {

    /** Checks the values. */
    public ContentRef {
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(mediaType, "mediaType");
        if (length < 0) {
            throw InvalidValueException.of("ContentRef", "its length may not be negative");
        }
    }

    /** The name of this content. */
    public static ContentRef of(DocumentContent content) {
        return new ContentRef(content.sha256(), content.length(), content.mediaType());
    }
}
