package cat.eset.core.registry;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import java.util.Objects;
import java.util.Optional;

/**
 * A document that came or goes with an entry. Its bytes are in the document store, or still in a system that gave
 * only a reference.
 *
 * @param name file name, 1 to 80 characters (SICRES)
 * @param title what it is, in the words of the sender
 * @param mediaType declared type
 * @param length declared bytes, if said
 * @param sha256 declared digest, if said
 * @param reference identity in the system that holds it, for example the DESA'L UUID
 */
public record Attachment(
        String name,
        String title,
        MediaType mediaType,
        Optional<Long> length,
        Optional<Sha256> sha256,
        Optional<String> reference) {

    /** Checks the values. */
    public Attachment {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(length, "length");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(reference, "reference");
        if (name.isBlank() || name.length() > 80) {
            throw InvalidValueException.of("Attachment", "its name has 1 to 80 characters");
        }
    }

    /** Something held elsewhere, known by its reference; an {@link AttachmentSource} brings its bytes. */
    public static Attachment held(String name, MediaType mediaType, String reference) {
        return new Attachment(name, name, mediaType, Optional.empty(), Optional.empty(), Optional.of(reference));
    }

    /**
     * Something whose bytes are here. It keeps their digest and not the bytes: they go to the document store, by
     * {@link cat.eset.core.work.EntryCircuit#keep} for example, before the entry is processed.
     *
     * @param name file name, which is its title too until another one is given
     */
    public static Attachment of(String name, DocumentContent content) {
        return new Attachment(
                name,
                name,
                content.mediaType(),
                Optional.of(content.length()),
                Optional.of(content.sha256()),
                Optional.empty());
    }

    /** With a title. */
    public Attachment title(String value) {
        return new Attachment(name, value, mediaType, length, sha256, reference);
    }

    /** With the declared length and digest. */
    public Attachment declared(long bytes, Sha256 digest) {
        return new Attachment(name, title, mediaType, Optional.of(bytes), Optional.of(digest), reference);
    }

    /** Not its names, which may hold a person's. */
    @Override
    public String toString() {
        return "Attachment[" + mediaType + sha256.map(digest -> ", " + digest).orElse("") + "]";
    }
}
