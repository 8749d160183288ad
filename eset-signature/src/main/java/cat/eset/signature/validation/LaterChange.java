package cat.eset.signature.validation;

import java.util.Objects;

/**
 * Something that was added to a document after a signature.
 *
 * @param kind what kind of change
 * @param detail in words, without personal data
 */
public record LaterChange(Kind kind, String detail) {

    /** Kinds of change. */
    public enum Kind {
        /** Another signature or a document time stamp. Normal. */
        SIGNATURE,
        /**
         * Certificates, revocation data and time stamps for the long term, and what comes with them: the version and the metadata
         * of the file, which no page shows. Normal.
         */
        VALIDATION_DATA,
        /** A form was filled in. */
        FORM,
        /** Notes, stamps or marks over the pages. The signed page stays as it was underneath. */
        ANNOTATION,
        /** Pages look different, or there are more or fewer. */
        PAGES,
        /** Bytes after the end of the signed revision that are no revision. */
        TRAILING_BYTES,
        /** Attachments, scripts, or a change that could not be classified. */
        OTHER
    }

    /** Checks the values. */
    public LaterChange {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(detail, "detail");
    }

    /** Whether it is what signing again or archiving does, and nothing more. */
    public boolean isHarmless() {
        return kind == Kind.SIGNATURE || kind == Kind.VALIDATION_DATA;
    }
}
