package cat.eset.signature.timestamp;

import cat.eset.testkit.pki.TestIdentity;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** An RFC 3161 authority on Bouncy Castle that tells the truth, or one lie. */
final class LyingAuthority {

    enum Lie {
        NONE,
        OTHER_IMPRINT,
        OTHER_NONCE,
        NO_NONCE,
        OTHER_POLICY,
        AN_HOUR_AGO,
        BROKEN_SIGNATURE,
        REFUSAL,
        GARBAGE,
        CUT_OFF,
        NO_CERTIFICATE
    }

    static final String POLICY = "0.4.0.2023.1.1";

    private final TestIdentity identity;

    LyingAuthority(TestIdentity identity) {
        this.identity = identity;
    }

    byte[] answer(byte[] der, Lie lie) {
        try {
            if (lie == Lie.GARBAGE) {
                return "<html>It works!</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            }
            TimeStampRequest request = lie(new TimeStampRequest(der), lie);
            Instant time = lie == Lie.AN_HOUR_AGO ? Instant.now().minus(Duration.ofHours(1)) : Instant.now();
            String policy = lie == Lie.OTHER_POLICY ? "1.2.3.4" : POLICY;
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder()
                            .build("SHA256withRSA", identity.privateKey(), identity.certificate()),
                    new JcaDigestCalculatorProviderBuilder()
                            .build()
                            .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                    new ASN1ObjectIdentifier(policy));
            tokens.addCertificates(new JcaCertStore(lie == Lie.NO_CERTIFICATE ? List.of() : identity.chain()));
            TimeStampResponseGenerator answers = new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED, null);
            byte[] out = lie == Lie.REFUSAL
                    ? answers.generateRejectedResponse(new IllegalStateException("not registered"))
                            .getEncoded()
                    : answers.generateGrantedResponse(request, BigInteger.valueOf(77), Date.from(time))
                            .getEncoded();
            if (lie == Lie.BROKEN_SIGNATURE) {
                out[out.length - 1] ^= 1;
            }
            return lie == Lie.CUT_OFF ? java.util.Arrays.copyOf(out, out.length - 10) : out;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static TimeStampRequest lie(TimeStampRequest asked, Lie lie) throws Exception {
        TimeStampRequestGenerator out = new TimeStampRequestGenerator();
        out.setCertReq(true);
        byte[] digest = asked.getMessageImprintDigest();
        if (lie == Lie.OTHER_IMPRINT) {
            digest[0] ^= 1;
        }
        if (lie == Lie.NO_NONCE || asked.getNonce() == null) {
            return out.generate(TSPAlgorithms.SHA256, digest);
        }
        BigInteger nonce = lie == Lie.OTHER_NONCE ? asked.getNonce().add(BigInteger.ONE) : asked.getNonce();
        return out.generate(TSPAlgorithms.SHA256, digest, nonce);
    }
}
