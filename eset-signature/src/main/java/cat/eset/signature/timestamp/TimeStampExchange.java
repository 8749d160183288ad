package cat.eset.signature.timestamp;

import cat.eset.core.Failure;
import cat.eset.core.Failure.Fault;
import cat.eset.core.Failure.Retry;
import cat.eset.core.Sha256;
import cat.eset.signature.internal.der.DerException;
import cat.eset.signature.internal.der.DerReader;
import cat.eset.signature.internal.der.DerWriter;
import cat.eset.signature.timestamp.TimeStampException.Problem;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One request and what its answer must be (RFC 3161 sections 2.4.1 and 2.4.2). The checks come in the order of validador
 * section 6.
 *
 * @param authority its name, for messages
 * @param imprint what is to be stamped
 * @param nonce random number that the answer must repeat
 * @param policy policy that is asked for and must be followed
 * @param skew how far its time may be from ours
 * @param trust judges the signer
 */
record TimeStampExchange(
        String authority,
        Sha256 imprint,
        Optional<BigInteger> nonce,
        Optional<String> policy,
        Duration skew,
        TimeStampTrust trust) {

    private static final byte[] NULL = {0x05, 0x00};
    private static final byte[] TRUE = {0x01, 0x01, (byte) 0xff};

    /** The DER of TimeStampReq, always with certReq: without it nobody finds the authority's certificate. */
    byte[] request() {
        byte[] algorithm = DerWriter.value(DerReader.SEQUENCE, DerWriter.oid(TokenInfo.SHA_256), NULL);
        byte[] digest = DerWriter.value(DerReader.OCTET_STRING, imprint.bytes());
        byte[] empty = new byte[0];
        return DerWriter.value(
                DerReader.SEQUENCE,
                DerWriter.integer(BigInteger.ONE),
                DerWriter.value(DerReader.SEQUENCE, algorithm, digest),
                policy.map(DerWriter::oid).orElse(empty),
                nonce.map(DerWriter::integer).orElse(empty),
                TRUE);
    }

    /** Reads and checks the DER of TimeStampResp. */
    TimeStamp accept(byte[] response, Instant now) {
        try {
            DerReader whole = new DerReader(response).enter(DerReader.SEQUENCE);
            granted(whole.enter(DerReader.SEQUENCE));
            return acceptToken(whole.whole(), now);
        } catch (DerException e) {
            throw malformed(e);
        }
    }

    /** Checks the DER of a token that came without a TimeStampResp around it. */
    TimeStamp acceptToken(byte[] token, Instant now) {
        try {
            return check(token, SignedToken.parse(token), now);
        } catch (DerException e) {
            throw malformed(e);
        }
    }

    private TimeStampException malformed(DerException e) {
        return bad(
                Problem.MALFORMED_ANSWER,
                "its answer cannot be read: " + e.getMessage(),
                "Check that the address is that of an RFC 3161 service.");
    }

    private void granted(DerReader status) throws DerException {
        int code = status.integer().intValue();
        if (code == 0 || code == 1) {
            return;
        }
        StringBuilder text = new StringBuilder();
        if (status.nextIs(DerReader.SEQUENCE)) {
            for (DerReader texts = status.enter(DerReader.SEQUENCE); texts.hasNext(); ) {
                text.append(new String(texts.content(DerReader.UTF8_STRING), StandardCharsets.UTF_8));
            }
        }
        throw TimeStampException.of(
                Problem.REFUSED,
                Failure.of(Fault.REMOTE, "The time stamp authority refused")
                        .service(authority)
                        .remote("PKIStatus " + code, text.toString())
                        .retry(Retry.LATER)
                        .remedy("Check that the town hall is registered for the service, then try again."));
    }

    private TimeStamp check(byte[] token, SignedToken signed, Instant now) throws DerException {
        TokenInfo info = TokenInfo.parse(signed.info());
        if (!info.isOver(imprint)) {
            throw bad(Problem.WRONG_IMPRINT, "its stamp is over something else", distrust());
        }
        if (nonce.isPresent() && !nonce.equals(info.nonce())) {
            throw bad(
                    Problem.WRONG_NONCE,
                    "its stamp does not repeat the random number of the request",
                    "It may be replayed; if this authority supports none, say withoutNonce().");
        }
        if (policy.isPresent() && !policy.get().equals(info.policy())) {
            throw bad(
                    Problem.WRONG_POLICY,
                    "its stamp follows policy " + info.policy(),
                    "Ask for no policy, or for that one.");
        }
        if (Duration.between(now, info.time()).abs().compareTo(skew) > 0) {
            throw bad(
                    Problem.WRONG_TIME,
                    "it says it is " + info.time() + " and this machine says " + now,
                    "Synchronise this machine's clock; if it is right, use another authority.");
        }
        X509Certificate signer = signed.verifiedSigner()
                .orElseThrow(
                        () -> bad(Problem.BAD_SIGNATURE, "the signature of its stamp does not verify", distrust()));
        trust.check(signer, signed.certificates(), now).ifPresent(reason -> {
            throw bad(Problem.UNTRUSTED_SIGNER, reason, "Check its certificate and the trust anchors given.");
        });
        return info.stamp(token, signer);
    }

    private static String distrust() {
        return "Do not use this authority until it explains itself.";
    }

    private TimeStampException bad(Problem problem, String what, String remedy) {
        return TimeStampException.of(
                problem,
                Failure.of(Fault.REMOTE, "The time stamp authority's answer was refused: " + what)
                        .service(authority)
                        .retry(Retry.LATER)
                        .remedy(remedy));
    }
}
