package cat.eset.signature.timestamp;

import cat.eset.core.Sha256;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/** A checked RFC 3161 time stamp. Immutable and thread-safe. */
public final class TimeStamp {

    private final byte[] token;
    private final Instant time;
    private final Sha256 imprint;
    private final String policy;
    private final BigInteger serialNumber;
    private final X509Certificate signer;

    TimeStamp(
            byte[] token,
            Instant time,
            Sha256 imprint,
            String policy,
            BigInteger serialNumber,
            X509Certificate signer) {
        this.token = token;
        this.time = Objects.requireNonNull(time, "time");
        this.imprint = Objects.requireNonNull(imprint, "imprint");
        this.policy = Objects.requireNonNull(policy, "policy");
        this.serialNumber = Objects.requireNonNull(serialNumber, "serialNumber");
        this.signer = Objects.requireNonNull(signer, "signer");
    }

    /**
     * Reads a token, for instance one from an archive. Its signature is verified; whether its signer is to be believed is
     * for a validator to say.
     *
     * @param token CMS SignedData in DER
     * @throws TimeStampException if it is none, is over anything but SHA-256, or its signature does not verify
     */
    public static TimeStamp read(byte[] token) {
        return TokenInfo.read(token.clone());
    }

    /**
     * Reads a token that an authority just gave for a digest, by whatever way, and checks it as
     * {@link TimeStampClient} does, except for the random number that such ways do not carry: imprint, time within five
     * minutes, signature, purpose of the certificate, path to an anchor.
     *
     * @param authority its name, for messages
     * @param token CMS SignedData in DER
     * @param imprint what it must be over
     * @param anchors whom to believe
     * @param now the time here
     * @throws TimeStampException if anything is wrong with it
     */
    public static TimeStamp checked(
            String authority, byte[] token, Sha256 imprint, Collection<X509Certificate> anchors, Instant now) {
        return new TimeStampExchange(
                        authority,
                        imprint,
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ofMinutes(5),
                        new TimeStampTrust(anchors))
                .acceptToken(token.clone(), now);
    }

    /** The token itself: CMS SignedData in DER, as tools and archives expect it. */
    public byte[] token() {
        return token.clone();
    }

    /** The instant it proves. */
    public Instant time() {
        return time;
    }

    /** What it was made over. */
    public Sha256 imprint() {
        return imprint;
    }

    /** The authority's policy, a dotted object identifier. */
    public String policy() {
        return policy;
    }

    /** The number the authority gave it. */
    public BigInteger serialNumber() {
        return serialNumber;
    }

    /** The authority's certificate. */
    public X509Certificate signer() {
        return signer;
    }

    @Override
    public String toString() {
        return "TimeStamp[" + time + ", policy " + policy + ", serial " + serialNumber.toString(16) + "]";
    }
}
