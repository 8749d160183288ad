package cat.eset.core.copy;

import cat.eset.core.InvalidValueException;
import cat.eset.core.Sha256;
import cat.eset.core.id.Csv;
import cat.eset.core.id.EniDocumentId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is kept so that a document can be verified by its code (RD 203/2021 art. 21.2). A code belongs to one document for
 * ever: any change makes a new document with a new code. How often one may ask is limited by who serves it.
 *
 * @param csv the code
 * @param document the document
 * @param sha256 digest of the document as it is served
 * @param createdAt when the code was given
 * @param availableUntil until when it can be verified, as the act that creates the system says
 * @param revokedAt when it was withdrawn
 */
public record VerifiableDocument(
        Csv csv,
        EniDocumentId document,
        Sha256 sha256,
        Instant createdAt,
        Instant availableUntil,
        Optional<Instant> revokedAt) {

    /** What verifying found. */
    public enum Verification {
        /** The document is the one to which the code was given. */
        AUTHENTIC,
        /** What would be served is not the document to which the code was given: serve nothing, and look into it. */
        ALTERED,
        /** The time to verify it is over. */
        EXPIRED,
        /** The code was withdrawn. */
        REVOKED
    }

    /** Checks the values. */
    public VerifiableDocument {
        Objects.requireNonNull(csv, "csv");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(revokedAt, "revokedAt");
        if (!availableUntil.isAfter(createdAt)) {
            throw InvalidValueException.of("VerifiableDocument", "it can be verified for some time");
        }
    }

    /** Withdrawn. */
    public VerifiableDocument revoked(Instant at) {
        return new VerifiableDocument(csv, document, sha256, createdAt, availableUntil, Optional.of(at));
    }

    /**
     * Verifies what is about to be served.
     *
     * @param served digest of the bytes about to be served
     * @param now when
     */
    public Verification verify(Sha256 served, Instant now) {
        if (revokedAt.isPresent() && !now.isBefore(revokedAt.get())) {
            return Verification.REVOKED;
        }
        if (!now.isBefore(availableUntil)) {
            return Verification.EXPIRED;
        }
        return served.equals(sha256) ? Verification.AUTHENTIC : Verification.ALTERED;
    }
}
