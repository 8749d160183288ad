package cat.eset.notify.internal;

import cat.eset.core.OperationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When this client last tried each send, for as long as the period of grace: whoever asks without knowing the last attempt
 * must not be told too early that there is nothing. Thread-safe; holds only what is younger than the grace.
 */
public final class RecentAttempts {

    private final Map<OperationId, Instant> attempts = new ConcurrentHashMap<>();
    private final Duration grace;

    /** Remembers for this long. */
    public RecentAttempts(Duration grace) {
        this.grace = grace;
    }

    void note(OperationId operation, Instant now) {
        attempts.values().removeIf(at -> at.plus(grace).isBefore(now));
        attempts.put(operation, now);
    }

    Instant latest(OperationId operation, Instant known) {
        Instant own = attempts.getOrDefault(operation, known);
        return own.isAfter(known) ? own : known;
    }
}
