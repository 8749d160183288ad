package cat.eset.registry.reconciliation;

import cat.eset.core.InvalidValueException;
import java.time.Duration;

/**
 * How the auxiliary registry is searched by time. No limit is published; the advice is to keep windows short and let them overlap (contract mux
 * 12.1).
 *
 * @param first how far back the first run looks
 * @param length longest window of one question
 * @param overlap how much of what was searched is searched again by the next run
 * @param margin how far from its presentation and its registration an entry whose documents are not found is looked for
 * @param tolerance how far apart the instants of presentation of one entry may be on both sides
 */
public record ReconciliationWindows(
        Duration first, Duration length, Duration overlap, Duration margin, Duration tolerance) {

    /** Checks that they are positive. */
    public ReconciliationWindows {
        if (!isPositive(first)
                || !isPositive(length)
                || overlap.isNegative()
                || !isPositive(margin)
                || tolerance.isNegative()) {
            throw InvalidValueException.of(
                    "ReconciliationWindows", "no duration is negative, and windows are not empty");
        }
    }

    /** A week back at first, six hours at a time, one hour again; an hour around an entry; one second apart. */
    public static ReconciliationWindows standard() {
        return new ReconciliationWindows(
                Duration.ofDays(7),
                Duration.ofHours(6),
                Duration.ofHours(1),
                Duration.ofHours(1),
                Duration.ofSeconds(1));
    }

    /** Another first look back. */
    public ReconciliationWindows withFirst(Duration value) {
        return new ReconciliationWindows(value, length, overlap, margin, tolerance);
    }

    /** Another longest window. */
    public ReconciliationWindows withLength(Duration value) {
        return new ReconciliationWindows(first, value, overlap, margin, tolerance);
    }

    /** Another overlap. */
    public ReconciliationWindows withOverlap(Duration value) {
        return new ReconciliationWindows(first, length, value, margin, tolerance);
    }

    /** Another margin around an entry. */
    public ReconciliationWindows withMargin(Duration value) {
        return new ReconciliationWindows(first, length, overlap, value, tolerance);
    }

    /** Another tolerance of instants. */
    public ReconciliationWindows withTolerance(Duration value) {
        return new ReconciliationWindows(first, length, overlap, margin, value);
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
