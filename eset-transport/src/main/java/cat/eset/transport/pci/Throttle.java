package cat.eset.transport.pci;

import cat.eset.core.ConfigurationException;
import java.time.Duration;

/**
 * How fast one client may speak with one product. Calls that come too fast wait their turn, in the order in which they
 * came; off until {@link PciClient.Builder#throttle} turns it on. Every attempt counts, those of {@link RetryPolicy} too.
 *
 * @param perSecond most calls that begin in a second; they are spaced evenly, without bursts
 * @param concurrent most calls that are under way at the same time
 * @param patience how long a call waits for its turn before it fails, unsent; a repetition never waits beyond the deadline
 *     of its {@link RetryPolicy}
 */
public record Throttle(int perSecond, int concurrent, Duration patience) {

    static final Duration MOST_PATIENCE = Duration.ofHours(1);

    /**
     * Where to start with e-NOTUM while the consortium publishes no limit: five calls a second and two at a time for each
     * town hall (contract enotum 15); waits up to a minute.
     */
    public static final Throttle ENOTUM_START = new Throttle(5, 2, Duration.ofMinutes(1));

    /** Checks the numbers. */
    public Throttle {
        if (perSecond < 1 || perSecond > 1000 || concurrent < 1 || concurrent > 1000) {
            throw ConfigurationException.of(
                    "A throttle lets nothing through, or everything", "Choose 1 to 1000 for each number.");
        }
        if (patience.isNegative() || patience.compareTo(MOST_PATIENCE) > 0) {
            throw ConfigurationException.of(
                    "The patience of a throttle is not between 0 and an hour", "Choose a minute.");
        }
    }
}
