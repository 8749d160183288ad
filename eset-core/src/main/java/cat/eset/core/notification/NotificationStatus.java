package cat.eset.core.notification;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What the service says about a notification.
 *
 * @param state where it is
 * @param depositedAt since when it is at disposal
 * @param practisedAt when it was accepted, rejected or expired
 * @param expiresAt instant the service will use for expiry
 */
public record NotificationStatus(
        RemoteState state, Optional<Instant> depositedAt, Optional<Instant> practisedAt, Optional<Instant> expiresAt) {

    /** Checks the values. */
    public NotificationStatus {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(depositedAt, "depositedAt");
        Objects.requireNonNull(practisedAt, "practisedAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    /** A state without instants. */
    public static NotificationStatus of(RemoteState state) {
        return new NotificationStatus(state, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
