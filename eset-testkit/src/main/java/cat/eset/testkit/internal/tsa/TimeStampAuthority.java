package cat.eset.testkit.internal.tsa;

import cat.eset.testkit.internal.http.Exchanges;
import cat.eset.testkit.pki.TestIdentity;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** RFC 3161 over HTTP POST. */
public final class TimeStampAuthority {

    /** Policy of the stamps: an invented number below the example arc. */
    public static final String POLICY = "1.3.6.1.4.1.99999.1.1";

    private static final int MAX_REQUEST = 64 * 1024;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Supplier<TestIdentity> identities;
    private final Clock clock;

    /** Stamps with this identity the time of this clock. */
    public TimeStampAuthority(Supplier<TestIdentity> identities, Clock clock) {
        this.identities = identities;
        this.clock = clock;
    }

    /** Answers one request. */
    public void handle(HttpExchange exchange) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (!exchange.getRequestMethod().equals("POST") || !"application/timestamp-query".equals(type)) {
            Exchanges.answer(exchange, 415, "text/plain", "POST application/timestamp-query");
            return;
        }
        byte[] query = Exchanges.read(exchange.getRequestBody(), MAX_REQUEST);
        byte[] reply;
        try {
            reply = stamp(new TimeStampRequest(query), clock.instant()).getEncoded();
        } catch (TSPException | OperatorCreationException | CertificateEncodingException | IOException e) {
            Exchanges.answer(exchange, 400, "text/plain", "bad request");
            return;
        }
        Exchanges.answer(exchange, 200, "application/timestamp-reply", reply);
    }

    private TimeStampResponse stamp(TimeStampRequest request, Instant when)
            throws TSPException, OperatorCreationException, CertificateEncodingException {
        TestIdentity identity = identities.get();
        DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder()
                        .build("SHA256withRSA", identity.privateKey(), identity.certificate()),
                digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                new ASN1ObjectIdentifier(POLICY));
        tokens.addCertificates(new JcaCertStore(identity.chain()));
        TimeStampResponseGenerator responses = new TimeStampResponseGenerator(
                tokens,
                Set.of(TSPAlgorithms.SHA256.getId(), TSPAlgorithms.SHA384.getId(), TSPAlgorithms.SHA512.getId()));
        return responses.generate(request, new BigInteger(63, RANDOM), Date.from(when));
    }
}
