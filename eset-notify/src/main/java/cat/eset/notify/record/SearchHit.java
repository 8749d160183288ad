package cat.eset.notify.record;

import cat.eset.notify.notice.AccessLevel;
import cat.eset.notify.notice.Channel;
import cat.eset.notify.notice.NoticeKind;
import java.time.Instant;
import java.util.Optional;

/**
 * One row of a search (contract enotum 6.3).
 *
 * @param id its number
 * @param issuer who sent it
 * @param title subject
 * @param reference reference of the issuer; the SDK puts the operation there
 * @param kind notification or communication
 * @param createdAt entry into the service
 * @param registryNumber number of the exit entry
 * @param registeredAt instant of the exit entry
 * @param depositedAt put at disposal
 * @param practisedAt accepted or rejected
 * @param state state
 * @param expiresAt the instant that the service will use for expiry ({@code DataLimit}): the best source for it
 * @param accessLevel assurance level needed to open it
 * @param seen whether somebody has looked at it
 * @param channel channel it was born on
 * @param expedient number of the expedient
 */
public record SearchHit(
        NotificationId id,
        Issuer issuer,
        String title,
        String reference,
        NoticeKind kind,
        Optional<Instant> createdAt,
        Optional<String> registryNumber,
        Optional<Instant> registeredAt,
        Optional<Instant> depositedAt,
        Optional<Instant> practisedAt,
        NotificationState state,
        Optional<Instant> expiresAt,
        Optional<AccessLevel> accessLevel,
        Optional<Boolean> seen,
        Optional<Channel> channel,
        Optional<String> expedient) {

    /** Number, reference and state. */
    @Override
    public String toString() {
        return "SearchHit[" + id + ", " + reference + ", " + state + "]";
    }
}
