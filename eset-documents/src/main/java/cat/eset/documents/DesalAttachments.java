package cat.eset.documents;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.core.MediaType;
import cat.eset.core.registry.Attachment;
import cat.eset.core.registry.AttachmentSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The core's port for documents that came as a reference, on top of {@link DesalClient}: MUX V3 gives the identity of each document in
 * DESA'L. Immutable and thread-safe.
 *
 * <p>Bytes stay in a folder under names of their own, which the caller empties when they are in the document store.
 */
public final class DesalAttachments implements AttachmentSource {

    private final DesalClient desal;
    private final Path folder;

    private DesalAttachments(DesalClient desal, Path folder) {
        this.desal = Objects.requireNonNull(desal, "desal");
        this.folder = Objects.requireNonNull(folder, "folder");
    }

    /**
     * The port. The caller goes on owning the client.
     *
     * @param folder an existing folder for the bytes that are fetched
     */
    public static DesalAttachments into(DesalClient desal, Path folder) {
        return new DesalAttachments(desal, folder);
    }

    /**
     * {@inheritDoc} Empty if it has no reference, or one that is no identity of DESA'L.
     *
     * @throws DesalException if DESA'L does not give it, or its bytes are not those that the attachment declares
     */
    @Override
    public Optional<DocumentContent> open(Attachment attachment) {
        return attachment.reference().flatMap(DesalAttachments::uuid).map(uuid -> fetch(uuid, attachment));
    }

    private DocumentContent fetch(UUID uuid, Attachment attachment) {
        // A name of our own each time: names of files that others chose are not trusted, and two callers may want the
        // same one.
        Path file = folder.resolve(uuid + "-" + UUID.randomUUID());
        DocumentContent content = desal.fetch(uuid.toString(), file);
        if (attachment
                .sha256()
                .filter(declared -> !declared.equals(content.sha256()))
                .isPresent()) {
            delete(file);
            throw new DesalException(
                    Failure.of(
                                    Failure.Fault.REMOTE,
                                    "The bytes of document " + uuid + " are not those that the entry declares")
                            .service("DESAL")
                            .remedy("Ask the application that sent the entry: the document was changed after it.")
                            .build(),
                    "");
        }
        return typed(content, attachment.mediaType());
    }

    /** DESA'L may not know the type, and the entry may. */
    private static DocumentContent typed(DocumentContent content, MediaType declared) {
        return content.mediaType().equals(MediaType.BINARY)
                ? DocumentContent.of(content.length(), declared, content.sha256(), content::open)
                : content;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new DesalException(
                    Failure.of(Failure.Fault.CALLER, "The file " + file.getFileName() + " cannot be deleted")
                            .service("DESAL")
                            .remedy("Delete it by hand: it is not what it should be.")
                            .cause(e)
                            .build(),
                    "");
        }
    }

    private static Optional<UUID> uuid(String reference) {
        try {
            return Optional.of(UUID.fromString(reference));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
