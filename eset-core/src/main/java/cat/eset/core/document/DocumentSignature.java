package cat.eset.core.document;

import cat.eset.core.signature.SignatureGroup;
import cat.eset.core.signature.Signer;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A signature that a document bears.
 *
 * @param signer who signed
 * @param need whether the act needed it
 * @param signedAt signing time that the signature claims
 * @param timeStampedAt instant of its time stamp, if it has one
 */
public record DocumentSignature(
        Signer signer, SignatureGroup.Need need, Instant signedAt, Optional<Instant> timeStampedAt) {

    /** Checks the values. */
    public DocumentSignature {
        Objects.requireNonNull(signer, "signer");
        Objects.requireNonNull(need, "need");
        Objects.requireNonNull(signedAt, "signedAt");
        Objects.requireNonNull(timeStampedAt, "timeStampedAt");
    }

    /** The instant that counts in law: that of the time stamp, or else the claimed one. */
    public Instant legalInstant() {
        return timeStampedAt.orElse(signedAt);
    }
}
