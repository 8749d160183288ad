package cat.eset.core.document;

import cat.eset.core.InvalidValueException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What is said about a document and may be corrected later, with a reason (contract eset-model 9; NTI document V.1.c).
 *
 * @param title its name, 1 to 256 characters
 * @param type its type
 * @param origin who made it
 * @param elaboration whether it is an original or a copy
 * @param language ISO 639-1 code
 * @param managementDate date that matters for its handling, if it is not that of capture
 */
public record DocumentMetadata(
        String title,
        DocumentType type,
        Origin origin,
        Elaboration elaboration,
        String language,
        Optional<LocalDate> managementDate) {

    /** Checks the values. */
    public DocumentMetadata {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(elaboration, "elaboration");
        Objects.requireNonNull(managementDate, "managementDate");
        if (title.isBlank() || title.length() > 256) {
            throw InvalidValueException.of("DocumentMetadata", "its title has 1 to 256 characters");
        }
        if (!language.matches("[a-z]{2}")) {
            throw InvalidValueException.of("DocumentMetadata", "two letters of ISO 639-1 as language");
        }
    }

    /** An original of the town hall, in Catalan. */
    public static DocumentMetadata ofTownHall(String title, DocumentType type) {
        return new DocumentMetadata(title, type, Origin.ADMINISTRATION, Elaboration.ORIGINAL, "ca", Optional.empty());
    }

    /** Something a citizen presented, in Catalan, still without a type. */
    public static DocumentMetadata ofCitizen(String title) {
        return new DocumentMetadata(
                title, DocumentType.UNTYPED, Origin.CITIZEN, Elaboration.ORIGINAL, "ca", Optional.empty());
    }

    /** With another type. */
    public DocumentMetadata type(DocumentType value) {
        return new DocumentMetadata(title, value, origin, elaboration, language, managementDate);
    }

    /** With another title. */
    public DocumentMetadata title(String value) {
        return new DocumentMetadata(value, type, origin, elaboration, language, managementDate);
    }

    /** With another state of elaboration. */
    public DocumentMetadata elaboration(Elaboration value) {
        return new DocumentMetadata(title, type, origin, value, language, managementDate);
    }

    /** With another language. */
    public DocumentMetadata language(String value) {
        return new DocumentMetadata(title, type, origin, elaboration, value, managementDate);
    }

    /** Not its title, which may hold a person's name. */
    @Override
    public String toString() {
        return "DocumentMetadata[" + type + ", " + origin + "]";
    }
}
