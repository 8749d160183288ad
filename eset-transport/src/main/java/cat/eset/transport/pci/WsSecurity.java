package cat.eset.transport.pci;

import cat.eset.core.ConfigurationException;
import java.time.Duration;
import java.util.Objects;

/**
 * How requests are signed (contract pci 10.2).
 *
 * @param algorithms pair of signature and digest
 * @param signTimestamp whether the time stamp is signed too
 * @param signMtom whether requests with MTOM parts are signed, against the guide (contract pci 9.2)
 * @param timeToLive from {@code Created} to {@code Expires}
 */
public record WsSecurity(Algorithms algorithms, boolean signTimestamp, boolean signMtom, Duration timeToLive) {

    /** Pairs of signature and digest algorithms. */
    public enum Algorithms {
        /** RSA-SHA1 with SHA-1, the documented pair. */
        SHA1,
        /** RSA-SHA256 with SHA-256; not known whether the PCI takes it. */
        SHA256
    }

    /** Checks the duration. */
    public WsSecurity {
        Objects.requireNonNull(algorithms, "algorithms");
        if (timeToLive.isNegative() || timeToLive.isZero() || timeToLive.compareTo(Duration.ofHours(1)) > 0) {
            throw ConfigurationException.of(
                    "The time to live of a message is not between 0 and an hour", "Choose 300 s.");
        }
    }

    /** As documented: SHA-1 pair, Body only, MTOM unsigned, 300 s. */
    public static WsSecurity documented() {
        return new WsSecurity(Algorithms.SHA1, false, false, Duration.ofMinutes(5));
    }

    /** The same with this pair. */
    public WsSecurity with(Algorithms value) {
        return new WsSecurity(value, signTimestamp, signMtom, timeToLive);
    }

    /** The same, signing the time stamp too. */
    public WsSecurity signingTimestamp() {
        return new WsSecurity(algorithms, true, signMtom, timeToLive);
    }

    /** The same, signing requests with MTOM parts too. */
    public WsSecurity signingMtom() {
        return new WsSecurity(algorithms, signTimestamp, true, timeToLive);
    }
}
