package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.eset.core.Credentials;
import cat.eset.core.DocumentContent;
import cat.eset.core.TownHall;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.SigningException;
import cat.eset.signature.SigningException.Problem;
import cat.eset.signature.validation.Judgement;
import cat.eset.signature.validation.SignatureFinding;
import cat.eset.testkit.pki.CertificateProfile;
import cat.eset.testkit.pki.TestIdentity;
import cat.eset.testkit.pki.TestPki;
import cat.eset.transport.http.Timeouts;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Revocation data from the addresses inside certificates: fetched through sockets, and only as far as the guards let. */
class FetchingTest {

    private static final List<TownHall> TOWN = List.of(TestPki.VILAPROVA);
    private static final Set<String> HERE = Set.of("localhost");

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch released = new CountDownLatch(1);
    private HttpServer server;
    private TestPki pki;
    private byte[] issuer = new byte[0];
    private boolean ocsp = true;
    private String behaviour = "good";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        URI base = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
        pki = TestPki.create(TOWN, Optional.of(base));
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        byte[] request = exchange.getRequestBody().readAllBytes();
        byte[] answer = switch (path) {
            case "/ocsp" -> ocsp ? pki.ocsp(request) : new byte[0];
            case "/ca.crl", "/elsewhere" -> pki.crl();
            case "/issuer.cer" -> issuer;
            default -> new byte[0];
        };
        switch (behaviour) {
            case "redirect" -> {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
                exchange.sendResponseHeaders(302, -1);
            }
            case "slow" -> {
                await();
                exchange.close();
            }
            default -> {
                exchange.sendResponseHeaders(answer.length == 0 ? 404 : 200, answer.length == 0 ? -1 : answer.length);
                exchange.getResponseBody().write(answer);
            }
        }
        exchange.close();
    }

    private void await() {
        try {
            released.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void ltAndLtaAreReachedAndValidatedByOcspAlone() {
        try (SignedDocument signed = signer(here(), pki.mayor()).sign(Fixture.pdf(), Pades.level(SignatureLevel.LTA))) {
            assertThat(asked).contains("/ocsp").doesNotContain("/ca.crl");
            DssValidator offline =
                    DssValidator.builder(Trust.anchors(List.of(pki.root()))).build();
            assertThat(SignAndValidateTest.verdict(offline.validate(signed.content())))
                    .as("its own revocation data suffices")
                    .isEqualTo("valid");
        }
    }

    @Test
    void whereThereIsNoOcspTheRevocationListServes() {
        ocsp = false;
        try (SignedDocument signed = signer(here(), pki.mayor()).sign(Fixture.pdf(), Pades.level(SignatureLevel.LT))) {
            assertThat(asked).contains("/ocsp", "/ca.crl");
            assertThat(SignAndValidateTest.verdict(validator(here()).validate(signed.content())))
                    .isEqualTo("valid");
        }
    }

    @Test
    void revocationIsLearntFromTheResponder() {
        TestIdentity person = pki.issue("person", CertificateProfile.person("Rosa", "Revocada", "00000000T"));
        DocumentContent signed = signed(person, SignatureLevel.B);
        assertThat(judgement(validator(here()), signed)).isInstanceOf(Judgement.Valid.class);

        pki.revoke(person.certificate());

        assertThat(judgement(validator(here()), signed).toString()).contains("REVOKED");
        assertThat(problem(here(), signed(person, SignatureLevel.T))).isEqualTo(Problem.CERTIFICATE_REVOKED);
    }

    @Test
    void privateAddressesAreNotCalledUnlessTheyAreAllowed() {
        DocumentContent signed = signed(pki.mayor(), SignatureLevel.T);
        try (Fetching guarded = Fetching.guarded()) {
            assertThat(problem(guarded, signed)).isEqualTo(Problem.NO_REVOCATION_DATA);
            assertThat(judgement(validator(guarded), signed)).isInstanceOf(Judgement.Undetermined.class);
        }
        try (Fetching elsewhere = Fetching.guarded().withPrivateAddresses().hosts(Set.of("ca.example"))) {
            assertThat(problem(elsewhere, signed)).isEqualTo(Problem.NO_REVOCATION_DATA);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void redirectsAreNotFollowed() {
        DocumentContent signed = signed(pki.mayor(), SignatureLevel.T);
        behaviour = "redirect";
        assertThat(problem(here(), signed)).isEqualTo(Problem.NO_REVOCATION_DATA);
        assertThat(asked).contains("/ca.crl").doesNotContain("/elsewhere");
    }

    @Test
    void answersAreCutOffBySizeAndTime() {
        DocumentContent signed = signed(pki.mayor(), SignatureLevel.T);
        assertThat(problem(here().mostBytes(20), signed)).isEqualTo(Problem.NO_REVOCATION_DATA);
        behaviour = "slow";
        Timeouts impatient =
                Timeouts.standard().withRead(Duration.ofMillis(200)).withWhole(Duration.ofMillis(400));
        assertThat(problem(here().timeouts(impatient), signed)).isEqualTo(Problem.NO_REVOCATION_DATA);
    }

    @Test
    void certificatesWithoutPathToAnAnchorLeadNowhere() {
        DocumentContent signed = signed(pki.mayor(), SignatureLevel.B);
        asked.clear();
        DssValidator stranger = DssValidator.builder(
                        Trust.anchors(List.of(Fixture.PKI.root())).fetching(here()))
                .build();
        assertThat(judgement(stranger, signed)).isInstanceOf(Judgement.Undetermined.class);
        assertThat(asked).as("neither OCSP nor revocation lists").doesNotContain("/ocsp", "/ca.crl");
    }

    @Test
    void issuerThatTheSignatureFailsToCarryIsFetched() throws Exception {
        KeyPair rootKey = keys();
        KeyPair issuerKey = keys();
        KeyPair leafKey = keys();
        X509Certificate root = certificate("Arrel", "Arrel", rootKey, rootKey, true);
        X509Certificate middle = certificate("Arrel", "Emissora", rootKey, issuerKey, true);
        X509Certificate leaf = certificate("Emissora", "Persona", issuerKey, leafKey, false);
        issuer = middle.getEncoded();
        DocumentContent signed = DssSigner.builder(Credentials.of(leafKey.getPrivate(), List.of(leaf)))
                .build()
                .sign(Fixture.pdf(), Pades.level(SignatureLevel.B))
                .content();
        Trust trust = Trust.anchors(List.of(root));

        assertThat(judgement(DssValidator.builder(trust).build(), signed).toString())
                .contains("NO_CERTIFICATE_CHAIN_FOUND");
        assertThat(asked).isEmpty();
        assertThat(judgement(DssValidator.builder(trust.fetching(here())).build(), signed)
                        .toString())
                .as("the chain is there; nobody says whether it is revoked")
                .contains("No revocation data found")
                .doesNotContain("NO_CERTIFICATE_CHAIN_FOUND");
        assertThat(asked).contains("/issuer.cer");
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private X509Certificate certificate(String by, String of, KeyPair issuerKey, KeyPair key, boolean authority)
            throws Exception {
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name("CN=" + by),
                BigInteger.valueOf(now.toEpochMilli() + of.hashCode()),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(1))),
                new X500Name("CN=" + of),
                key.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.nonRepudiation));
        if (!authority) {
            String address = "http://localhost:" + server.getAddress().getPort() + "/issuer.cer";
            builder.addExtension(
                    Extension.authorityInfoAccess,
                    false,
                    new AuthorityInformationAccess(
                            AccessDescription.id_ad_caIssuers,
                            new GeneralName(GeneralName.uniformResourceIdentifier, address)));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKey.getPrivate())));
    }

    private static Fetching here() {
        return Fetching.guarded().withPrivateAddresses().hosts(HERE);
    }

    private DssSigner signer(Fetching fetching, TestIdentity who) {
        return DssSigner.builder(who.credentials())
                .timeStamps(new TestAuthority(pki.timeStampAuthority()))
                .trust(Trust.anchors(List.of(pki.root())).fetching(fetching))
                .build();
    }

    private DssValidator validator(Fetching fetching) {
        List<X509Certificate> root = List.of(pki.root());
        return DssValidator.builder(Trust.anchors(root).fetching(fetching)).build();
    }

    private DocumentContent signed(TestIdentity who, SignatureLevel level) {
        return signer(here(), who).sign(Fixture.pdf(), Pades.level(level)).content();
    }

    private Problem problem(Fetching fetching, DocumentContent signed) {
        SigningException error = catchThrowableOfType(
                SigningException.class, () -> signer(fetching, pki.mayor()).augment(signed, SignatureLevel.LT));
        assertThat(error).isNotNull();
        return error.problem();
    }

    private static Judgement judgement(DssValidator validator, DocumentContent signed) {
        List<SignatureFinding> findings = validator.validate(signed).signatures();
        return findings.get(0).judgement();
    }
}
