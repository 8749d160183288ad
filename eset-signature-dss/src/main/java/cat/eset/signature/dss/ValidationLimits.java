package cat.eset.signature.dss;

import cat.eset.core.InvalidValueException;
import java.time.Duration;

/**
 * What a validator looks into. Beyond it the answer is "undetermined", before anything is parsed. Each method returns a copy
 * with one thing changed.
 *
 * @param maximumLength largest document, in bytes
 * @param signatures most signatures in one document
 * @param revisions most revisions of a PDF
 * @param zipEntries most entries of a container
 * @param zipRatio most bytes that one compressed byte may become
 * @param xmlDepth deepest nesting of XML
 * @param time longest time for one document
 */
public record ValidationLimits(
        long maximumLength, int signatures, int revisions, int zipEntries, int zipRatio, int xmlDepth, Duration time) {

    /** Checks the values. */
    public ValidationLimits {
        if (maximumLength <= 0
                || signatures <= 0
                || revisions <= 0
                || zipEntries <= 0
                || zipRatio <= 0
                || xmlDepth <= 0
                || time.isNegative()
                || time.isZero()) {
            throw InvalidValueException.of("ValidationLimits", "limits are positive");
        }
    }

    /** 100 MB, 50 signatures, 100 revisions, 500 entries, ratio 200, depth 200, 60 seconds. */
    public static ValidationLimits defaults() {
        return new ValidationLimits(100L * 1024 * 1024, 50, 100, 500, 200, 200, Duration.ofSeconds(60));
    }

    /** Largest document, in bytes. */
    public ValidationLimits maximumLength(long bytes) {
        return new ValidationLimits(bytes, signatures, revisions, zipEntries, zipRatio, xmlDepth, time);
    }

    /** Longest time for one document. */
    public ValidationLimits time(Duration value) {
        return new ValidationLimits(maximumLength, signatures, revisions, zipEntries, zipRatio, xmlDepth, value);
    }
}
