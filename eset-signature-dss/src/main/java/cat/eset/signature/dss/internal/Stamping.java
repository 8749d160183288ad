package cat.eset.signature.dss.internal;

import cat.eset.core.Failure;
import cat.eset.core.Sha256;
import cat.eset.signature.SigningException;
import cat.eset.signature.timestamp.TimeStamp;
import cat.eset.signature.timestamp.TimeStampAuthority;
import cat.eset.signature.timestamp.TimeStampException;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Our time stamp authority as DSS sees it, for one operation; remembers the first stamp given. Not thread-safe. */
final class Stamping implements TSPSource {

    private static final long serialVersionUID = 1L;

    private final transient Optional<TimeStampAuthority> authority;
    private @Nullable Instant first;

    Stamping(Optional<TimeStampAuthority> authority) {
        this.authority = authority;
    }

    /** The instant of the first stamp of this operation. */
    Optional<Instant> first() {
        return Optional.ofNullable(first);
    }

    @Override
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        if (algorithm != DigestAlgorithm.SHA256) {
            throw new IllegalStateException("time stamps are asked with SHA-256 here");
        }
        try {
            TimeStamp stamp = authority.orElseThrow(Stamping::notConfigured).stamp(Sha256.ofDigest(digest));
            if (first == null) {
                first = stamp.time();
            }
            return new TimestampBinary(stamp.token());
        } catch (TimeStampException e) {
            throw SigningException.of(
                    SigningException.Problem.NO_TIME_STAMP,
                    Failure.of(
                                    e.failure().fault(),
                                    "No time stamp could be had: " + e.failure().what())
                            .retry(e.failure().retry())
                            .remedy("Sign at level B now and augment later, or name a second authority.")
                            .cause(e));
        }
    }

    static SigningException notConfigured() {
        return SigningException.of(
                SigningException.Problem.NO_TIME_STAMP,
                Failure.of(Failure.Fault.CONFIGURATION, "The level asked for needs a time stamp authority")
                        .remedy("Give one to the builder with timeStamps(...), or sign at level B."));
    }
}
