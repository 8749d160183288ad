package cat.eset.signature.dss;

import cat.eset.core.Sha256;
import cat.eset.signature.timestamp.TimeStamp;
import cat.eset.signature.timestamp.TimeStampAuthority;
import cat.eset.testkit.pki.TestIdentity;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time stamp authority in this process, made with Bouncy Castle so that it shares no code with ours. */
final class TestAuthority implements TimeStampAuthority {

    private final TestIdentity identity;
    private final AtomicLong serial = new AtomicLong(1);

    TestAuthority(TestIdentity identity) {
        this.identity = identity;
    }

    long given() {
        return serial.get() - 1;
    }

    @Override
    public String name() {
        return "test TSA";
    }

    @Override
    public TimeStamp stamp(Sha256 imprint) {
        try {
            TimeStampTokenGenerator generator = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder()
                            .build("SHA256withRSA", identity.privateKey(), identity.certificate()),
                    new JcaDigestCalculatorProviderBuilder()
                            .build()
                            .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                    new ASN1ObjectIdentifier("0.4.0.2023.1.1"));
            generator.addCertificates(new JcaCertStore(identity.chain()));
            TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
            requests.setCertReq(true);
            TimeStampRequest request = requests.generate(TSPAlgorithms.SHA256, imprint.bytes());
            return TimeStamp.read(generator
                    .generate(request, BigInteger.valueOf(serial.getAndIncrement()), Date.from(Instant.now()))
                    .getEncoded());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
