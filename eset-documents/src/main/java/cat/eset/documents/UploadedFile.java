package cat.eset.documents;

import java.util.Objects;

/**
 * Bytes that are in DESA'L, accepted by its antivirus, and belong to no document yet. Whoever knows the identity of such a file can download it; what
 * stays without document for a year is purged (contract desal 4.2).
 *
 * @param uuid its identity
 * @param document what was uploaded
 */
public record UploadedFile(String uuid, NewDocument document) {

    /** Checks the values. */
    public UploadedFile {
        Objects.requireNonNull(uuid, "uuid");
        Objects.requireNonNull(document, "document");
    }

    /** Identity only. */
    @Override
    public String toString() {
        return "UploadedFile[" + uuid + "]";
    }
}
