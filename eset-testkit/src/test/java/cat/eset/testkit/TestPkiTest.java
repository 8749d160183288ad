package cat.eset.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.ConfigurationException;
import cat.eset.core.Credentials;
import cat.eset.core.Secret;
import cat.eset.core.id.Nif;
import cat.eset.testkit.pki.CertificateProfile;
import cat.eset.testkit.pki.TestIdentity;
import cat.eset.testkit.pki.TestPki;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestPkiTest {

    private static final TestPki PKI = TestPki.create();

    @Test
    void everyChainIsValidForTheJdkAndCredentialsAcceptIt() throws Exception {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(PKI.root(), null)));
        parameters.setRevocationEnabled(false);
        for (TestIdentity identity : List.of(
                PKI.tlsServer(),
                PKI.pciResponseSigner(),
                PKI.townHallSeal(),
                PKI.mayor(),
                PKI.secretary(),
                PKI.enotumSeal())) {
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(List.of(identity.certificate())),
                            parameters);
            assertThat(identity.credentials().chain()).hasSize(2);
        }
    }

    @Test
    void subjectsAreShapedLikeTheRealOnes() throws Exception {
        assertThat(name(PKI.pciResponseSigner())).contains("2.5.4.97=VATES-Q0801175A");
        assertThat(name(PKI.mayor())).contains("IDCES-00000001R");
        String seal = name(PKI.townHallSeal());
        String number = seal.replaceFirst("(?s).*VATES-(P\\d{7}[A-J]).*", "$1");
        assertThat(Nif.of(number).hasValidControl()).isTrue();
        assertThat(PKI.timeStampAuthority().certificate().getCriticalExtensionOIDs())
                .contains("2.5.29.37");
        assertThat(PKI.timeStampAuthority().certificate().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.8");
    }

    private static String name(TestIdentity identity) {
        return identity.certificate()
                .getSubjectX500Principal()
                .getName("RFC1779", java.util.Map.of())
                .replace("OID.", "");
    }

    @Test
    void anExpiredIdentityIsRefusedByCredentialsButCanBeUsedRaw() {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        TestIdentity expired = PKI.issue(
                "expired",
                CertificateProfile.person("Persona", "Caducada", "00000003A")
                        .withValidity(yesterday.minus(Duration.ofDays(10)), yesterday));
        assertThatThrownBy(expired::credentials).isInstanceOf(ConfigurationException.class);
        assertThat(expired.chain()).hasSize(2);
    }

    @Test
    void keyStoresAndPemFilesCanBeReadBack(@TempDir Path directory) throws Exception {
        Secret password = Secret.of("clau");
        Path file = PKI.mayor().writePkcs12(directory.resolve("mayor.p12"), password);
        assertThat(Credentials.pkcs12(file, password).certificate())
                .isEqualTo(PKI.mayor().certificate());
        for (Path pem : PKI.writePem(directory.resolve("trust"))) {
            String text = Files.readString(pem);
            assertThat(text).doesNotContain("PRIVATE");
            assertThat(CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII))))
                    .isNotNull();
        }
        PKI.store(directory.resolve("all"), password);
        TestPki copy = TestPki.load(directory.resolve("all"), PKI.townHalls(), Optional.empty(), password);
        assertThat(copy.root()).isEqualTo(PKI.root());
        copy.issue("new", CertificateProfile.seal("Nou", "Nou", "VATES-X"))
                .certificate()
                .verify(PKI.root().getPublicKey());
    }

    @Test
    void theServedCrlListsWhatWasRevokedAndCertificatesNameIt() throws Exception {
        try (Consortium consortium =
                Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0)))) {
            X509Certificate victim = consortium.pki().secretary().certificate();
            URI address = consortium.endpoints().revocation().resolve("ca.crl");
            assertThat(crl(address).isRevoked(victim)).isFalse();
            consortium.pki().revoke(victim);
            X509CRL crl = crl(address);
            crl.verify(consortium.pki().root().getPublicKey());
            assertThat(crl.isRevoked(victim)).isTrue();
            assertThat(new String(victim.getExtensionValue("2.5.29.31"), StandardCharsets.ISO_8859_1))
                    .contains(address.toString());
        }
    }

    @Test
    void aTimeStampHoldsForWhatWasStamped() throws Exception {
        try (Consortium consortium =
                Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0)))) {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest("decret".getBytes(StandardCharsets.UTF_8));
            TimeStampRequest request = generator.generate(TSPAlgorithms.SHA256, digest, BigInteger.valueOf(42));
            HttpResponse<byte[]> answer = post(consortium.endpoints().timeStamps(), request.getEncoded());
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/timestamp-reply");
            TimeStampResponse response = new TimeStampResponse(answer.body());
            response.validate(request);
            assertThat(response.getTimeStampToken().getTimeStampInfo().getNonce())
                    .isEqualTo(BigInteger.valueOf(42));
            assertThat(response.getTimeStampToken()
                            .getTimeStampInfo()
                            .getGenTime()
                            .toInstant())
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(5));
        }
    }

    private static X509CRL crl(URI address) throws Exception {
        byte[] body = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
        return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(body));
    }

    private static HttpResponse<byte[]> post(URI address, byte[] body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Content-Type", "application/timestamp-query")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }
}
