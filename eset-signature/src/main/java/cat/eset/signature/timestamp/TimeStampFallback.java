package cat.eset.signature.timestamp;

import cat.eset.core.ConfigurationException;
import cat.eset.core.Sha256;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Authorities one behind another: the next is asked only when the one before gave no good stamp. Immutable and thread-safe.
 */
public final class TimeStampFallback implements TimeStampAuthority {

    private static final Logger LOG = LoggerFactory.getLogger(TimeStampFallback.class);

    private final List<TimeStampAuthority> authorities;

    private TimeStampFallback(List<TimeStampAuthority> authorities) {
        this.authorities = authorities;
    }

    /** These, in this order. */
    public static TimeStampFallback of(List<TimeStampAuthority> authorities) {
        if (authorities.isEmpty()) {
            throw ConfigurationException.of("There is no time stamp authority", "Give at least one.");
        }
        return new TimeStampFallback(List.copyOf(authorities));
    }

    @Override
    public String name() {
        return authorities.stream().map(TimeStampAuthority::name).collect(Collectors.joining(", then "));
    }

    @Override
    public TimeStamp stamp(Sha256 imprint) {
        TimeStampException last = null;
        for (TimeStampAuthority authority : authorities) {
            try {
                return authority.stamp(imprint);
            } catch (TimeStampException e) {
                LOG.warn("time stamp authority {} gave no stamp: {}", authority.name(), e.problem());
                if (last != null) {
                    e.addSuppressed(last);
                }
                last = e;
            }
        }
        throw java.util.Objects.requireNonNull(last);
    }
}
