package cat.eset.notify;

import cat.eset.core.ConfigurationException;
import java.time.Duration;

/**
 * Limits of the service that its documentation leaves open or that depend on the town hall (contract enotum 5.3, 9, 15).
 * What exceeds them is refused before sending.
 *
 * @param attachedBytes most bytes of an attached document (error 914)
 * @param inlineBytes most bytes of all documents inside the message together (error 924)
 * @param registryAge oldest exit entry that may be sent (error 716): 30 days in prose, 60 in the error
 * @param expedientLength longest expedient: 50, or 34 where the town hall registers in S@RCAT (error 729)
 * @param evidenceBytes most bytes of an evidence PDF that are downloaded
 */
public record ServiceLimits(
        long attachedBytes, long inlineBytes, Duration registryAge, int expedientLength, long evidenceBytes) {

    private static final long MB = 1L << 20;

    /** Checks the numbers. */
    public ServiceLimits {
        if (attachedBytes < 1
                || inlineBytes < 0
                || registryAge.isNegative()
                || expedientLength < 3
                || evidenceBytes < 1) {
            throw ConfigurationException.of("A limit of e-NOTUM makes no sense", "Use positive numbers.");
        }
    }

    /** 6 MB attached, 1 MB inline as the consortium advises, 30 days, 50 characters, evidence of up to 64 MB. */
    public static ServiceLimits documented() {
        return new ServiceLimits(6 * MB, MB, Duration.ofDays(30), 50, 64 * MB);
    }

    /** The same for a town hall that registers in S@RCAT. */
    public ServiceLimits registeringInSarcat() {
        return new ServiceLimits(attachedBytes, inlineBytes, registryAge, 34, evidenceBytes);
    }

    /** The same with another size of attached documents, as set for the town hall in EACAT. */
    public ServiceLimits withAttachedBytes(long bytes) {
        return new ServiceLimits(bytes, inlineBytes, registryAge, expedientLength, evidenceBytes);
    }

    /** The same with another age of the exit entry. */
    public ServiceLimits withRegistryAge(Duration age) {
        return new ServiceLimits(attachedBytes, inlineBytes, age, expedientLength, evidenceBytes);
    }
}
