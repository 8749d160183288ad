package cat.eset.core.signature;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What checking the signatures of a document found.
 *
 * @param signatures one by one, in the order of signing; empty if the document has none
 */
public record SignatureReport(List<Line> signatures) {

    /** Outcome of checking one signature (ETSI EN 319 102-1). */
    public enum Indication {
        /** TOTAL-PASSED. */
        VALID,
        /** TOTAL-FAILED. */
        INVALID,
        /** It could not be decided with what is known. */
        INDETERMINATE
    }

    /**
     * One signature.
     *
     * @param indication the outcome
     * @param reason sub-indication or rule that failed, empty if valid
     * @param signerSubject subject of the certificate; personal data: show it, do not log it
     * @param signedAt signing time that the signature claims
     * @param timeStampedAt instant of its time stamp, if it has a valid one
     */
    public record Line(
            Indication indication,
            Optional<String> reason,
            String signerSubject,
            Optional<Instant> signedAt,
            Optional<Instant> timeStampedAt) {
        /** Checks the values. */
        public Line {
            Objects.requireNonNull(indication, "indication");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(signerSubject, "signerSubject");
            Objects.requireNonNull(signedAt, "signedAt");
            Objects.requireNonNull(timeStampedAt, "timeStampedAt");
        }

        /** Does not print the subject. */
        @Override
        public String toString() {
            return "Line[" + indication + reason.map(r -> ", " + r).orElse("") + "]";
        }
    }

    /** Copies the list. */
    public SignatureReport {
        signatures = List.copyOf(signatures);
    }

    /** Whether there is a signature and all are valid. */
    public boolean allValid() {
        return !signatures.isEmpty() && signatures.stream().allMatch(line -> line.indication() == Indication.VALID);
    }
}
