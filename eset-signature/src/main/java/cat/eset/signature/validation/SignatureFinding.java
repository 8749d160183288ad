package cat.eset.signature.validation;

import cat.eset.core.DocumentContent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was found about one signature.
 *
 * @param id an identifier inside this result
 * @param format form and level, for example {@code PAdES-BASELINE-T}
 * @param judgement valid, invalid or undetermined
 * @param intact whether what it signed is unaltered and its value matches the key, whoever's key that is; a signature that is
 *     not valid may still be intact
 * @param coverage whether it covers the document as it is now
 * @param changes what was added after it
 * @param signer who signed; absent when no certificate could be found
 * @param claimedTime when the signer says it was
 * @param provenTime the earliest instant that a good time stamp proves
 * @param timeStamps how many good time stamps it carries or is covered by
 * @param signedContent the bytes that were really signed: use these, not the document that carried them
 */
public record SignatureFinding(
        String id,
        String format,
        Judgement judgement,
        boolean intact,
        Coverage coverage,
        List<LaterChange> changes,
        Optional<SignerIdentity> signer,
        Optional<Instant> claimedTime,
        Optional<Instant> provenTime,
        int timeStamps,
        Optional<DocumentContent> signedContent) {

    /** How much of the document a signature covers. */
    public enum Coverage {
        /** All of it, to the last byte, but the signature itself. */
        FULL,
        /** A part or an earlier state: see {@link SignatureFinding#changes()} and {@link SignatureFinding#signedContent()}. */
        PARTIAL
    }

    /** Checks the values. */
    public SignatureFinding {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(judgement, "judgement");
        Objects.requireNonNull(coverage, "coverage");
        changes = List.copyOf(changes);
        Objects.requireNonNull(signer, "signer");
        Objects.requireNonNull(claimedTime, "claimedTime");
        Objects.requireNonNull(provenTime, "provenTime");
        Objects.requireNonNull(signedContent, "signedContent");
    }
}
