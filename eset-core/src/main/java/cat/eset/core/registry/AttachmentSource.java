package cat.eset.core.registry;

import cat.eset.core.DocumentContent;
import java.util.Optional;

/** Brings the bytes of attachments that came only as a reference, for example from DESA'L. Thread-safe. */
@FunctionalInterface
public interface AttachmentSource {

    /** Nothing can be fetched. */
    AttachmentSource NONE = attachment -> Optional.empty();

    /**
     * The bytes of an attachment; empty if it has no reference, or one that is of another system.
     *
     * @throws cat.eset.core.EsetException if the system that holds it cannot be asked or does not give it, or if its bytes
     *     are not those that the attachment declares
     */
    Optional<DocumentContent> open(Attachment attachment);
}
