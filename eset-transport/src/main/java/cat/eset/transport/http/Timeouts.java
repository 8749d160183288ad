package cat.eset.transport.http;

import cat.eset.core.ConfigurationException;
import java.time.Duration;

/**
 * How long to wait; never for ever.
 *
 * @param connect for the connection and its TLS handshake, each
 * @param read without a byte from the other side
 * @param write without a byte accepted by the other side
 * @param whole for the whole exchange, whatever trickles in
 */
public record Timeouts(Duration connect, Duration read, Duration write, Duration whole) {

    /** Checks that each is positive and at most a day. */
    public Timeouts {
        for (Duration d : new Duration[] {connect, read, write, whole}) {
            if (d.isNegative() || d.toMillis() == 0 || d.compareTo(Duration.ofDays(1)) > 0) {
                throw ConfigurationException.of("A timeout is not between 1 ms and a day", "Choose another.");
            }
        }
    }

    /** 10 s to connect, 60 s without a byte (contract pci 12), 2 minutes in all. */
    public static Timeouts standard() {
        return new Timeouts(
                Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMinutes(2));
    }

    /** For large documents: 10 s to connect, 2 minutes without a byte, 15 minutes in all. */
    public static Timeouts documents() {
        return new Timeouts(
                Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofMinutes(2), Duration.ofMinutes(15));
    }

    /** The same with another time to connect. */
    public Timeouts withConnect(Duration value) {
        return new Timeouts(value, read, write, whole);
    }

    /** The same with another time to wait for the answer; the whole grows to hold it. */
    public Timeouts withRead(Duration value) {
        Duration room = value.plus(connect).plus(write);
        return new Timeouts(connect, value, write, whole.compareTo(room) < 0 ? room : whole);
    }

    /** The same with another limit for the whole exchange. */
    public Timeouts withWhole(Duration value) {
        return new Timeouts(connect, read, write, value);
    }
}
