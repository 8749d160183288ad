package cat.eset.registry.internal.mux;

import cat.eset.registry.mux.MuxError;
import cat.eset.registry.mux.MuxRefusedException;
import cat.eset.registry.mux.MuxTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Nothing is presented after it is registered, except for clocks that are apart and hours without a zone. Thread-safe. */
public final class PresentationRule {

    private final Clock clock;
    private final Duration ahead;

    /** As far ahead of this clock. */
    public PresentationRule(Clock clock, Duration ahead) {
        this.clock = clock;
        this.ahead = ahead;
    }

    /**
     * Checks the instant of presentation, if there is one.
     *
     * @throws MuxRefusedException if it is too far ahead
     */
    public void check(MuxTransaction transaction) {
        Instant latest = clock.instant().plus(ahead);
        if (transaction.draft().presentedAt().filter(latest::isBefore).isPresent()) {
            throw new MuxRefusedException(
                    MuxError.INVALID_PAYLOAD, "Data impossible a assumpte.dataPresentacio: encara no ha arribat");
        }
    }
}
