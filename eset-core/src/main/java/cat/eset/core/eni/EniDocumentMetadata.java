package cat.eset.core.eni;

import cat.eset.core.InvalidValueException;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.EniDocumentId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The compulsory metadata of an ENI document (contract eni 2). Once written they change only to correct errors or
 * omissions.
 *
 * @param version the norm they follow (VersionNTI)
 * @param id identifier
 * @param organs DIR3 codes of the producer, or of the receiver of what a citizen brings; as written, at least one
 * @param capturedAt when it entered the system
 * @param origin who made it
 * @param elaboration how it was made
 * @param source identifier of the document it was copied from
 * @param type documentary type
 */
public record EniDocumentMetadata(
        String version,
        EniDocumentId id,
        List<String> organs,
        Instant capturedAt,
        EniOrigin origin,
        EniElaboration elaboration,
        Optional<EniDocumentId> source,
        EniDocumentType type) {

    /** Checks the values. */
    public EniDocumentMetadata {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(id, "id");
        organs = List.copyOf(organs);
        Objects.requireNonNull(capturedAt, "capturedAt");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(elaboration, "elaboration");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(type, "type");
        if (organs.isEmpty()) {
            throw InvalidValueException.of("EniDocumentMetadata", "at least one organ");
        }
    }

    /** An original. */
    public static EniDocumentMetadata original(
            EniDocumentId id, Dir3 organ, Instant capturedAt, EniOrigin origin, EniDocumentType type) {
        return of(id, organ, capturedAt, origin, EniElaboration.ORIGINAL, type);
    }

    /** Anything without a source document: an original, a copy of paper, a plain copy. */
    public static EniDocumentMetadata of(
            EniDocumentId id,
            Dir3 organ,
            Instant capturedAt,
            EniOrigin origin,
            EniElaboration elaboration,
            EniDocumentType type) {
        return new EniDocumentMetadata(
                EniNames.DOCUMENT, id, List.of(organ.value()), capturedAt, origin, elaboration, Optional.empty(), type);
    }

    /** A copy of another document: with change of format, or partial. */
    public EniDocumentMetadata copiedFrom(EniDocumentId value, EniElaboration how) {
        return new EniDocumentMetadata(version, id, organs, capturedAt, origin, how, Optional.of(value), type);
    }
}
