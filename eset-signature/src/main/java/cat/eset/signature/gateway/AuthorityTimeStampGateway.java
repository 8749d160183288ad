package cat.eset.signature.gateway;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import cat.eset.core.signature.TimeStampGateway;
import cat.eset.signature.timestamp.TimeStampAuthority;
import java.util.Objects;

/** The work model's time stamps from an RFC 3161 authority. Thread-safe. */
public final class AuthorityTimeStampGateway implements TimeStampGateway {

    private static final MediaType TOKEN = new MediaType("application/vnd.etsi.timestamp-token");

    private final TimeStampAuthority authority;

    private AuthorityTimeStampGateway(TimeStampAuthority authority) {
        this.authority = authority;
    }

    /** Stamps of this authority. */
    public static AuthorityTimeStampGateway of(TimeStampAuthority authority) {
        return new AuthorityTimeStampGateway(Objects.requireNonNull(authority, "authority"));
    }

    @Override
    public TimeStamp stamp(Sha256 digest) {
        cat.eset.signature.timestamp.TimeStamp stamp = authority.stamp(digest);
        return new TimeStamp(stamp.time(), DocumentContent.of(stamp.token(), TOKEN));
    }
}
