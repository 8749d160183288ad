package cat.eset.core.effect;

import cat.eset.core.InvalidValueException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One electronic channel of a notification and what happened in it (RD 203/2021 art. 42.3: what must be kept).
 *
 * @param channel its name, for example {@code e-NOTUM} or {@code DEHú}
 * @param atDisposal when the notification was put at disposal
 * @param accessed when somebody entitled entered its <em>content</em>; reading the list is not access
 * @param rejected when it was expressly rejected
 */
public record ElectronicDelivery(
        String channel, Instant atDisposal, Optional<Instant> accessed, Optional<Instant> rejected) {

    /** Checks the values. */
    public ElectronicDelivery {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(atDisposal, "atDisposal");
        if (accessed.filter(atDisposal::isAfter).isPresent()
                || rejected.filter(atDisposal::isAfter).isPresent()) {
            throw InvalidValueException.of(
                    "ElectronicDelivery", "a notification is not accessed or rejected before it is put at disposal");
        }
    }

    /** Put at disposal in a channel. */
    public static ElectronicDelivery atDisposal(String channel, Instant when) {
        return new ElectronicDelivery(channel, when, Optional.empty(), Optional.empty());
    }

    /** The content was accessed. */
    public ElectronicDelivery accessedAt(Instant when) {
        return new ElectronicDelivery(channel, atDisposal, Optional.of(when), rejected);
    }

    /** It was expressly rejected. */
    public ElectronicDelivery rejectedAt(Instant when) {
        return new ElectronicDelivery(channel, atDisposal, accessed, Optional.of(when));
    }
}
