package cat.eset.endpoint;

import cat.eset.core.ConfigurationException;
import java.time.Duration;

/**
 * How much of a request an adapter accepts.
 *
 * @param maxBodyBytes longest body that is kept in memory and handled
 * @param discardBytes of a body that is too long, or that nobody needs because its head was answered, how much is read and thrown away so
 *     that the sender reads our answer instead of a broken connection; beyond it the connection is cut
 * @param bodyTime how long the whole body may take to arrive
 */
public record EndpointLimits(int maxBodyBytes, long discardBytes, Duration bodyTime) {

    /** Checks that everything is positive. */
    public EndpointLimits {
        if (maxBodyBytes < 1 || discardBytes < 0 || bodyTime.isZero() || bodyTime.isNegative()) {
            throw ConfigurationException.of(
                    "Endpoint limits must be positive", "Give a body size of at least 1 byte and a time above zero.");
        }
    }

    /**
     * 8 MB of body, 64 MB thrown away, 10 s. A transaction of MUX takes some 20 kB, and directory trees inside it make "at
     * least a few MB" prudent (contract mux 7.1).
     */
    public static EndpointLimits defaults() {
        return new EndpointLimits(8 << 20, 64L << 20, Duration.ofSeconds(10));
    }

    /** The same with another body size. */
    public EndpointLimits withMaxBodyBytes(int value) {
        return new EndpointLimits(value, discardBytes, bodyTime);
    }

    /** The same, throwing away at most this much of a body that is too long. */
    public EndpointLimits withDiscardBytes(long value) {
        return new EndpointLimits(maxBodyBytes, value, bodyTime);
    }

    /** The same with another time. */
    public EndpointLimits withBodyTime(Duration value) {
        return new EndpointLimits(maxBodyBytes, discardBytes, value);
    }
}
