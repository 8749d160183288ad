package cat.eset.core.signature;

import cat.eset.core.DocumentContent;
import cat.eset.core.Sha256;
import java.time.Instant;
import java.util.Objects;

/** Time stamps of RFC 3161. Thread-safe. */
public interface TimeStampGateway {

    /**
     * A time stamp.
     *
     * @param at the instant it attests
     * @param token the DER of the {@code TimeStampToken}
     */
    record TimeStamp(Instant at, DocumentContent token) {
        /** Checks the values. */
        public TimeStamp {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(token, "token");
        }
    }

    /** Stamps a digest. */
    TimeStamp stamp(Sha256 digest);
}
