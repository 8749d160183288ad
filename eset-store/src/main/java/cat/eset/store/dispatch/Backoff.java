package cat.eset.store.dispatch;

import cat.eset.core.InvalidValueException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a message is tried again: twice as long after every attempt, and never twice the same, so that what failed together
 * is not tried together.
 *
 * @param first wait after the first attempt
 * @param longest wait after many
 */
public record Backoff(Duration first, Duration longest) {

    /** From ten seconds to an hour. */
    public static final Backoff DEFAULT = new Backoff(Duration.ofSeconds(10), Duration.ofHours(1));

    private static final int MAX_DOUBLINGS = 40;

    /** Checks the values. */
    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw InvalidValueException.of(
                    "Backoff", "a first wait of more than nothing, and a longest one that is not shorter");
        }
    }

    /** Between half and all of the wait after this attempt, 1 being the first. */
    Duration after(int attempt, RandomGenerator random) {
        int doublings = Math.min(MAX_DOUBLINGS, Math.max(0, attempt - 1));
        double full = Math.min((double) longest.toMillis(), first.toMillis() * Math.pow(2, doublings));
        return Duration.ofMillis((long) (full * (0.5 + random.nextDouble() / 2)));
    }
}
