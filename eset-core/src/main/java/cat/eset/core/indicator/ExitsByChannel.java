package cat.eset.core.indicator;

import cat.eset.core.InvalidValueException;
import java.util.OptionalDouble;

/**
 * How the exits of a period left, each counted once. What is prepared and not sent yet counts; what the service refused and what the
 * town hall cancelled is not here, because it reached nobody.
 *
 * @param notifications electronic notifications
 * @param communications electronic communications, without legal effect
 * @param exchanges registry exchanges with other administrations
 * @param onPaper notifications on paper
 * @param otherwise exits that were registered and whose way the work model does not know
 */
public record ExitsByChannel(long notifications, long communications, long exchanges, long onPaper, long otherwise) {

    /** Checks the values. */
    public ExitsByChannel {
        if (Math.min(Math.min(notifications, communications), Math.min(exchanges, Math.min(onPaper, otherwise))) < 0) {
            throw InvalidValueException.of("ExitsByChannel", "nothing is counted below 0");
        }
    }

    /** How many exits. */
    public long total() {
        return notifications + communications + exchanges + onPaper + otherwise;
    }

    /**
     * The share of electronic exits, from 0 to 1; empty without exits. It is the least it can be: an exit whose way is not known counts as
     * not electronic.
     */
    public OptionalDouble electronicShare() {
        return share(notifications + communications + exchanges, total());
    }

    /** The share of electronic notifications among those with legal effect, from 0 to 1; empty without notifications. */
    public OptionalDouble electronicNotificationShare() {
        return share(notifications, notifications + onPaper);
    }

    private static OptionalDouble share(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
