package cat.eset.transport.pci;

import cat.eset.core.ConfigurationException;
import java.time.Duration;

/**
 * What the client may send again by itself (contract pci 11.3). Whatever certainly was not sent may go again with the same
 * identity; of what may have arrived, questions go again with a new identity, and things with an effect only with the
 * same one and only if {@link #effectAttempts} says so.
 *
 * @param connectAttempts attempts, the first included, while not a byte could be sent
 * @param queryAttempts attempts, the first included, of a question whose outcome is unknown; each is an audited access
 * @param effectAttempts attempts, the first included, with the same identity, of something with an effect whose outcome is
 *     unknown
 * @param firstPause before the second attempt; doubled before each further one, and shortened by up to half at random
 * @param longestPause no pause is longer
 * @param deadline no attempt but the first begins later than this after the call, however long a {@link Throttle} holds it
 *     back
 */
public record RetryPolicy(
        int connectAttempts,
        int queryAttempts,
        int effectAttempts,
        Duration firstPause,
        Duration longestPause,
        Duration deadline) {

    /** Checks the numbers. */
    public RetryPolicy {
        if (connectAttempts < 1
                || connectAttempts > 10
                || queryAttempts < 1
                || queryAttempts > 3
                || effectAttempts < 1
                || effectAttempts > 3) {
            throw ConfigurationException.of(
                    "A retry policy asks for too few or too many attempts",
                    "Choose 1 to 10 to connect, 1 to 3 for questions and for effects.");
        }
        if (firstPause.isNegative() || longestPause.compareTo(firstPause) < 0 || deadline.isNegative()) {
            throw ConfigurationException.of(
                    "The pauses of a retry policy contradict each other", "Let 0 <= first <= longest.");
        }
    }

    /** Two attempts to connect, two for questions, one for effects; pauses of half a second, a minute in all. */
    public static RetryPolicy standard() {
        return new RetryPolicy(2, 2, 1, Duration.ofMillis(500), Duration.ofSeconds(10), Duration.ofMinutes(1));
    }

    /** One attempt of everything. */
    public static RetryPolicy none() {
        return new RetryPolicy(1, 1, 1, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }
}
