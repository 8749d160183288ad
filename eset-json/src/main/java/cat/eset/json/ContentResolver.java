package cat.eset.json;

import cat.eset.core.DocumentContent;
import cat.eset.core.Sha256;

/**
 * Finds the bytes of a document again. JSON holds only their length, media type and digest.
 */
@FunctionalInterface
public interface ContentResolver {

    /** The bytes with this digest; called when the JSON is read, opened when somebody wants the bytes. */
    DocumentContent.Source find(Sha256 digest);
}
