package cat.eset.documents;

import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import java.util.Objects;
import java.util.Optional;

/**
 * A document in DESA'L (contract desal 4.3).
 *
 * @param uuid its identity: what other services call its reference
 * @param fileUuid identity of its bytes, if they are in DESA'L
 * @param fileName name with extension, as given; not safe as the name of a file here
 * @param title name for people
 * @param mediaType declared type, if it is one
 * @param length bytes, if they are in DESA'L
 * @param sha256 digest, if it is one
 * @param csv secure verification code
 * @param registryNumber number of a registry entry it belongs to
 * @param externalReference address or identity elsewhere, if the bytes are not in DESA'L
 * @param contentReady false while the antivirus has not yet released the bytes
 */
public record DesalDocument(
        String uuid,
        Optional<String> fileUuid,
        String fileName,
        String title,
        Optional<MediaType> mediaType,
        Optional<Long> length,
        Optional<Sha256> sha256,
        Optional<String> csv,
        Optional<String> registryNumber,
        Optional<String> externalReference,
        boolean contentReady) {

    /** Checks the values. */
    public DesalDocument {
        Objects.requireNonNull(uuid, "uuid");
        Objects.requireNonNull(fileUuid, "fileUuid");
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(length, "length");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(csv, "csv");
        Objects.requireNonNull(registryNumber, "registryNumber");
        Objects.requireNonNull(externalReference, "externalReference");
    }

    /** Identity and size; titles and file names may hold names of people. */
    @Override
    public String toString() {
        return "DesalDocument[" + uuid
                + length.map(bytes -> ", " + bytes + " bytes").orElse("") + "]";
    }
}
