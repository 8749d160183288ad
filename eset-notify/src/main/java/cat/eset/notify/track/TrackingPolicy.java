package cat.eset.notify.track;

import cat.eset.core.ConfigurationException;
import java.time.Duration;
import java.time.Period;

/**
 * How the tracker looks (contract enotum 12, where every figure is a suggestion).
 *
 * @param overlap how far behind the last look each look begins, because a change takes a while to be found
 * @param errorLookBack how old a notification may be whose failure is still noticed
 * @param cancellationLookBack how old a notification may be whose cancellation is still noticed
 * @param reportCatchUp most days whose daily report is read after an absence
 * @param depositPatience how long it may take to be put at disposal before somebody is told, once a day
 * @param evidencePatience how long to wait for a PDF before its XML is kept alone
 */
public record TrackingPolicy(
        Duration overlap,
        Period errorLookBack,
        Period cancellationLookBack,
        int reportCatchUp,
        Duration depositPatience,
        Duration evidencePatience) {

    /** Checks the values. */
    public TrackingPolicy {
        if (overlap.isNegative()
                || depositPatience.isNegative()
                || evidencePatience.isNegative()
                || reportCatchUp < 0) {
            throw ConfigurationException.of("A policy of tracking makes no sense", "Use zero or more.");
        }
    }

    /** Two hours of overlap, failures of 200 days, cancellations of a year, 31 days to catch up, deposits within a day, PDFs in a week. */
    public static TrackingPolicy standard() {
        return new TrackingPolicy(
                Duration.ofHours(2), Period.ofDays(200), Period.ofYears(1), 31, Duration.ofDays(1), Duration.ofDays(7));
    }
}
