package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.Credentials;
import cat.eset.core.DocumentContent;
import cat.eset.signature.Cades;
import cat.eset.signature.Pades;
import cat.eset.signature.PreparedSignature;
import cat.eset.signature.SignatureFormat;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.SigningKey;
import cat.eset.signature.Xades;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys on elliptic curves sign and validate like RSA ones. */
class EllipticCurveTest {

    private static Credentials key;
    private static DssValidator validator;

    @BeforeAll
    static void makeKey() throws Exception {
        key = credentials("secp256r1");
        validator = DssValidator.builder(Trust.anchors(List.of(key.certificate(), Fixture.PKI.root()))
                        .crls(List.of(Fixture.crl())))
                .build();
    }

    @Test
    void everyFormatIsValid() {
        DocumentContent xml = Fixture.xml("<decret>aprovar</decret>");
        assertThat(verdict(Fixture.pdf(), Pades.level(SignatureLevel.T))).isEqualTo("valid");
        assertThat(verdict(xml, Xades.enveloped(SignatureLevel.T))).isEqualTo("valid");
        DssSigner signer = signer(key);
        try (SignedDocument beside = signer.sign(xml, Cades.level(SignatureLevel.T))) {
            assertThat(SignAndValidateTest.verdict(validator.validate(beside.content(), xml)))
                    .isEqualTo("valid");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp384r1", "secp521r1"})
    void largerCurvesSignToo(String curve) throws Exception {
        Credentials other = credentials(curve);
        DssValidator trusting = DssValidator.builder(Trust.anchors(List.of(other.certificate())))
                .build();
        try (SignedDocument signed = signer(other).sign(Fixture.pdf(), Pades.level(SignatureLevel.B))) {
            assertThat(SignAndValidateTest.verdict(trusting.validate(signed.content())))
                    .isEqualTo("valid");
        }
    }

    @Test
    void twoPhasesWorkWithValuesThatAreNeverTheSameTwice() {
        DocumentContent pdf = Fixture.pdf();
        SignatureFormat format = Pades.level(SignatureLevel.B);
        DssTwoPhaseSigner signer = DssTwoPhaseSigner.builder().build();
        PreparedSignature prepared = signer.prepare(pdf, format, key.chain());
        byte[] value = SigningKey.of(key).sign(prepared.toBeSigned());
        try (SignedDocument signed = signer.complete(pdf, format, prepared, value)) {
            assertThat(SignAndValidateTest.verdict(validator.validate(signed.content())))
                    .isEqualTo("valid");
        }
    }

    private static String verdict(DocumentContent document, SignatureFormat format) {
        try (SignedDocument signed = signer(key).sign(document, format)) {
            return SignAndValidateTest.verdict(validator.validate(signed.content()));
        }
    }

    private static DssSigner signer(Credentials credentials) {
        return DssSigner.builder(credentials).timeStamps(Fixture.TSA).build();
    }

    private static Credentials credentials(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        KeyPair pair = generator.generateKeyPair();
        Instant now = Instant.now();
        X500Name name = new X500Name("CN=Clau de corba " + curve + ",SERIALNUMBER=IDCES-00000000T");
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.valueOf(now.toEpochMilli()),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(1))),
                name,
                pair.getPublic());
        builder.addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        return Credentials.of(pair.getPrivate(), List.of(certificate));
    }
}
