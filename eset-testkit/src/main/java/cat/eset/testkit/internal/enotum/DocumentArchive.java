package cat.eset.testkit.internal.enotum;

import java.util.Optional;

/** Where e-NOTUM looks for what a notification only refers to: DESA'L (contract enotum 9). */
public interface DocumentArchive {

    /** The bytes of an uploaded file that the antivirus has accepted ({@code UUIDFitxer}). */
    Optional<byte[]> file(String uuid);

    /** The bytes of a document that has such a file ({@code UUIDDocument}). */
    Optional<byte[]> document(String uuid);
}
