package cat.eset.testkit.internal.tsa;

import cat.eset.testkit.internal.http.Exchanges;
import cat.eset.testkit.pki.CertificateProfile;
import cat.eset.testkit.pki.TestIdentity;
import cat.eset.testkit.pki.TestPki;
import cat.eset.testkit.tsa.TimeStampDesk;
import cat.eset.testkit.tsa.TimeStampLie;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.jspecify.annotations.Nullable;

/** RFC 3161 over HTTP POST, honest or lying. */
public final class TimeStampAuthority implements TimeStampDesk {

    /** Policy of the stamps: an invented number below the example arc. */
    public static final String POLICY = "1.3.6.1.4.1.99999.1.1";

    private static final String OTHER_POLICY = "1.3.6.1.4.1.99999.1.2";
    private static final int MAX_REQUEST = 64 * 1024;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<String> DIGESTS =
            Set.of(TSPAlgorithms.SHA256.getId(), TSPAlgorithms.SHA384.getId(), TSPAlgorithms.SHA512.getId());

    private final TestPki pki;
    private final Clock clock;
    private final AtomicLong requests = new AtomicLong();
    private @Nullable TestIdentity expired;
    private TimeStampLie lie = TimeStampLie.NONE;

    /** Stamps with the keys of this infrastructure the time of this clock. */
    public TimeStampAuthority(TestPki pki, Clock clock) {
        this.pki = pki;
        this.clock = clock;
    }

    @Override
    public synchronized void lie(TimeStampLie value) {
        lie = value;
        notifyAll();
    }

    @Override
    public long requests() {
        return requests.get();
    }

    /** Answers one request. */
    public void handle(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (!exchange.getRequestMethod().equals("POST") || !"application/timestamp-query".equals(type)) {
            Exchanges.answer(exchange, 415, "text/plain", "POST application/timestamp-query");
            return;
        }
        byte[] query = Exchanges.read(exchange.getRequestBody(), MAX_REQUEST);
        TimeStampLie now = afterSilence();
        if (now == TimeStampLie.DOWN) {
            Exchanges.answer(exchange, 503, "text/plain", "down for maintenance");
        } else if (now == TimeStampLie.GARBAGE) {
            Exchanges.answer(exchange, 200, "text/html", "<html>It works!</html>");
        } else {
            try {
                Exchanges.answer(exchange, 200, "application/timestamp-reply", answer(query, now));
            } catch (TSPException | OperatorCreationException | CertificateEncodingException | IOException e) {
                Exchanges.answer(exchange, 400, "text/plain", "bad request");
            }
        }
    }

    /** A token over this SHA-256 digest, as the other simulated services get theirs. */
    public byte[] token(byte[] sha256) {
        TimeStampRequestGenerator request = new TimeStampRequestGenerator();
        request.setCertReq(true);
        try {
            return responses(TimeStampLie.NONE)
                    .generate(request.generate(TSPAlgorithms.SHA256, sha256), serial(), Date.from(clock.instant()))
                    .getTimeStampToken()
                    .getEncoded();
        } catch (TSPException | OperatorCreationException | CertificateEncodingException | IOException e) {
            throw new IllegalStateException("cannot stamp", e);
        }
    }

    private synchronized TimeStampLie afterSilence() {
        try {
            while (lie == TimeStampLie.SILENCE) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return lie;
    }

    private byte[] answer(byte[] query, TimeStampLie now)
            throws TSPException, OperatorCreationException, CertificateEncodingException, IOException {
        TimeStampRequest request = new TimeStampRequest(query);
        TimeStampResponseGenerator responses = responses(now);
        if (now == TimeStampLie.REFUSAL) {
            return responses
                    .generateRejectedResponse(new TSPException("not registered"))
                    .getEncoded();
        }
        Instant time = now == TimeStampLie.AN_HOUR_AGO ? clock.instant().minus(Duration.ofHours(1)) : clock.instant();
        byte[] out = responses
                .generateGrantedResponse(twisted(request, now), serial(), Date.from(time))
                .getEncoded();
        if (now == TimeStampLie.BROKEN_SIGNATURE) {
            out[out.length - 1] ^= 1;
        }
        return now == TimeStampLie.CUT_OFF ? Arrays.copyOf(out, out.length - 10) : out;
    }

    private TimeStampResponseGenerator responses(TimeStampLie now)
            throws TSPException, OperatorCreationException, CertificateEncodingException {
        TestIdentity identity = identity(now);
        DigestCalculator sha256 = new JcaDigestCalculatorProviderBuilder()
                .build()
                .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
        String policy = now == TimeStampLie.OTHER_POLICY ? OTHER_POLICY : POLICY;
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder()
                        .build("SHA256withRSA", identity.privateKey(), identity.certificate()),
                sha256,
                new ASN1ObjectIdentifier(policy));
        tokens.addCertificates(new JcaCertStore(now == TimeStampLie.NO_CERTIFICATE ? List.of() : identity.chain()));
        return new TimeStampResponseGenerator(tokens, DIGESTS);
    }

    private synchronized TestIdentity identity(TimeStampLie now) {
        if (now != TimeStampLie.EXPIRED_CERTIFICATE) {
            return pki.timeStampAuthority();
        }
        if (expired == null) {
            expired = expired();
        }
        return expired;
    }

    private TestIdentity expired() {
        Instant now = Instant.now();
        return pki.issue(
                "expired-time-stamp-authority",
                CertificateProfile.timeStampAuthority(
                                "Segell de temps caducat", "Autoritat simulada", "VATES-Q0801175A")
                        .withValidity(now.minus(Duration.ofDays(900)), now.minus(Duration.ofDays(1))));
    }

    private static TimeStampRequest twisted(TimeStampRequest asked, TimeStampLie now) throws IOException {
        byte[] digest = asked.getMessageImprintDigest();
        BigInteger nonce = asked.getNonce();
        if (now == TimeStampLie.OTHER_IMPRINT) {
            digest[0] ^= 1;
        } else if (now == TimeStampLie.NO_NONCE) {
            nonce = null;
        } else if (now == TimeStampLie.OTHER_NONCE && nonce != null) {
            nonce = nonce.add(BigInteger.ONE);
        } else if (now != TimeStampLie.OTHER_POLICY) { // which leaves out the policy asked for
            return asked;
        }
        TimeStampRequestGenerator out = new TimeStampRequestGenerator();
        out.setCertReq(asked.getCertReq());
        return nonce == null
                ? out.generate(asked.getMessageImprintAlgOID(), digest)
                : out.generate(asked.getMessageImprintAlgOID(), digest, nonce);
    }

    private static BigInteger serial() {
        return new BigInteger(63, RANDOM);
    }
}
