package cat.eset.store;

import cat.eset.core.DocumentContent;
import cat.eset.core.Sha256;
import java.io.IOException;
import java.util.Optional;

/**
 * Where the bytes of documents are kept, named by their digest: files ({@link FileContentStorage}), the database (when nothing else is
 * said), or any store of objects that a vendor has, such as one that speaks S3. Thread-safe.
 *
 * <p>Bytes are stored before the transaction that names them commits. What is never named does no harm; what is named is there.
 */
public interface ContentStorage {

    /**
     * Keeps bytes durably before it returns. Bytes that are there already are not written again.
     *
     * @param area the town hall by its INE10, or {@code "*"} for a whole platform; the same bytes in two areas are stored twice
     * @param content what to keep
     * @throws IOException if they cannot be read or written, or are not those of their digest; then nothing is there under that name
     */
    void put(String area, DocumentContent content) throws IOException;

    /**
     * Finds bytes by their digest. A stream that was opened fails at its end if the bytes are no longer those of the digest.
     *
     * @param area as in {@link #put}
     */
    Optional<DocumentContent.Source> find(String area, Sha256 digest) throws IOException;
}
