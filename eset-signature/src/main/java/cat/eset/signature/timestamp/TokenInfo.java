package cat.eset.signature.timestamp;

import cat.eset.core.Failure;
import cat.eset.core.Failure.Fault;
import cat.eset.core.Sha256;
import cat.eset.signature.internal.der.DerException;
import cat.eset.signature.internal.der.DerReader;
import cat.eset.signature.timestamp.TimeStampException.Problem;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** The TSTInfo of a token (RFC 3161 section 2.4.2), read and not judged. */
final class TokenInfo {

    static final String SHA_256 = "2.16.840.1.101.3.4.2.1";
    private static final int BOOLEAN = 0x01;

    private final String policy;
    private final String algorithm;
    private final byte[] digest;
    private final BigInteger serial;
    private final Instant time;
    private final Optional<BigInteger> nonce;

    private TokenInfo(DerReader info) throws DerException {
        info.integer();
        this.policy = info.oid();
        DerReader imprint = info.enter(DerReader.SEQUENCE);
        this.algorithm = imprint.enter(DerReader.SEQUENCE).oid();
        this.digest = imprint.content(DerReader.OCTET_STRING);
        this.serial = info.integer();
        this.time = info.time();
        if (info.nextIs(DerReader.SEQUENCE)) {
            info.skip(); // accuracy
        }
        if (info.nextIs(BOOLEAN)) {
            info.skip(); // ordering
        }
        this.nonce = info.nextIs(DerReader.INTEGER) ? Optional.of(info.integer()) : Optional.empty();
    }

    static TokenInfo parse(byte[] der) throws DerException {
        return new TokenInfo(new DerReader(der).enter(DerReader.SEQUENCE));
    }

    static TimeStamp read(byte[] token) {
        try {
            SignedToken signed = SignedToken.parse(token);
            TokenInfo info = parse(signed.info());
            if (!info.algorithm.equals(SHA_256) || info.digest.length != 32) {
                throw refused(Problem.WRONG_IMPRINT, "The time stamp is not over a SHA-256 digest");
            }
            X509Certificate signer = signed.verifiedSigner()
                    .orElseThrow(
                            () -> refused(Problem.BAD_SIGNATURE, "The signature of the time stamp does not verify"));
            return info.stamp(token, signer);
        } catch (DerException e) {
            throw refused(Problem.MALFORMED_ANSWER, "The time stamp cannot be read: " + e.getMessage());
        }
    }

    boolean isOver(Sha256 imprint) {
        return algorithm.equals(SHA_256) && Arrays.equals(digest, imprint.bytes());
    }

    String policy() {
        return policy;
    }

    Instant time() {
        return time;
    }

    Optional<BigInteger> nonce() {
        return nonce;
    }

    TimeStamp stamp(byte[] token, X509Certificate signer) {
        return new TimeStamp(token, time, Sha256.ofDigest(digest), policy, serial, signer);
    }

    private static TimeStampException refused(Problem problem, String what) {
        return TimeStampException.of(
                problem, Failure.of(Fault.CALLER, what).remedy("Give the token as it was received."));
    }
}
