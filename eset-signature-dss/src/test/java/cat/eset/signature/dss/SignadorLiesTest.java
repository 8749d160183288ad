package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.DocumentContent;
import cat.eset.core.EsetException;
import cat.eset.core.Secret;
import cat.eset.signature.Cades;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureFormat;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.Xades;
import cat.eset.signature.signador.Delivery;
import cat.eset.signature.signador.JobToken;
import cat.eset.signature.signador.Signador;
import cat.eset.signature.signador.SignadorException;
import cat.eset.signature.signador.SignadorJob;
import cat.eset.signature.signador.SignadorKey;
import cat.eset.signature.signador.SignadorMode;
import cat.eset.signature.signador.SignadorOutcome;
import cat.eset.signature.signador.XmlOptions;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.http.HttpExchangeClient;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Signador that answers whatever it likes: nothing of it is handed out as signed that was not asked to be signed. */
class SignadorLiesTest {

    private static final String TOKEN = "0f8fad5b-d9cb-469f";
    private static final DocumentContent DECREE = Fixture.xml("<decret><text id=\"t1\">aprovar</text></decret>");
    private static final DocumentContent OTHER = Fixture.xml("<decret><text id=\"t1\">denegar</text></decret>");

    private HttpServer server;
    private HttpExchangeClient http;
    private String answer = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            boolean result = exchange.getRequestURI().getPath().endsWith("getSignature");
            byte[] body = (result ? answer : "{\"status\":\"OK\",\"token\":\"" + TOKEN + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        http = HttpExchangeClient.builder(ServerTrust.anchors(List.of(Fixture.PKI.root())))
                .build();
    }

    @AfterEach
    void stop() {
        http.close();
        server.stop(0);
    }

    @Test
    void signatureThatCarriesOtherContentDoesNotPassForOneBesideOurs() throws Exception {
        // The validator finds both intact: over what they carry.
        byte[] attached = attached(OTHER);
        assertDistrusted(SignadorMode.CADES_BES_DETACHED, DECREE, "CMS", attached);
        assertDistrusted(SignadorMode.CADES_BES_HASH, DECREE, "CMS", attached);
        byte[] enveloping = signed(OTHER, Xades.enveloping(SignatureLevel.B));
        assertDistrusted(SignadorMode.XADES_BES_DETACHED, DECREE, "XML", enveloping);
        assertDistrusted(SignadorMode.XADES_BES_HASH, DECREE, "XML", enveloping);
        assertDistrusted(
                SignadorMode.XADES_BES_ENVELOPED, DECREE, "XML", signed(OTHER, Xades.enveloped(SignatureLevel.B)));
    }

    @Test
    void goodAnswerAboutAnotherJobIsNotTaken() throws Exception {
        Signador signador = signador();
        JobToken token = signador.start(
                SignadorJob.builder(SignadorMode.XADES_BES_ENVELOPED, Delivery.redirect("/f"), "decret", DECREE)
                        .build());
        answer = ok("XML", Base64.getEncoder().encodeToString(signed(DECREE, Xades.enveloped(SignatureLevel.B))));
        assertThat(signador.result(token, Map.of("decret", DECREE))).isInstanceOf(SignadorOutcome.Signed.class);
        answer = answer.replace(TOKEN, "another-job");
        assertThat(signador.result(token, Map.of("decret", DECREE))).isInstanceOf(SignadorOutcome.Distrusted.class);
    }

    @Test
    void certificateOfAnotherJobIsNotTaken() throws Exception {
        SignadorKey key = signador().key();
        JobToken token = key.askCertificate(Delivery.redirect("/f"));
        X509Certificate mayor = Fixture.PKI.mayor().certificate();
        answer = ok("CERT", Base64.getEncoder().encodeToString(mayor.getEncoded()));
        assertThat(key.certificate(token)).contains(mayor);
        answer = answer.replace(TOKEN, "another-job");
        assertThatThrownBy(() -> key.certificate(token))
                .isInstanceOf(SignadorException.class)
                .hasMessageContaining("another job");
    }

    @Test
    void documentThatCameBackAsItWasSentIsNotSignedAgain() throws Exception {
        DocumentContent before =
                Fixture.xml(new String(signed(DECREE, Xades.enveloped(SignatureLevel.B)), StandardCharsets.UTF_8));
        assertDistrusted(SignadorMode.XADES_BES_ENVELOPED, before, "XML", before.readAllBytes());
        DocumentContent pdf =
                DocumentContent.of(signed(Fixture.pdf(), Pades.level(SignatureLevel.B)), cat.eset.core.MediaType.PDF);
        assertDistrusted(SignadorMode.PADES_BES, pdf, "PDF", pdf.readAllBytes());
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        longer.writeBytes(pdf.readAllBytes());
        longer.writeBytes("\n% comment\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        assertDistrusted(SignadorMode.PADES_BES, pdf, "PDF", longer.toByteArray());
    }

    @Test
    void elementThatIsHiddenBehindAnotherOfItsIdIsFound() throws Exception {
        String honest =
                new String(signed(DECREE, Xades.internallyDetached(SignatureLevel.B, "t1")), StandardCharsets.UTF_8);
        SignadorJob job = SignadorJob.builder(
                        SignadorMode.XADES_BES_ENVELOPED, Delivery.redirect("/f"), "decret", DECREE)
                .xml(XmlOptions.none().onlyElements(List.of("t1")))
                .build();
        for (String wrapped : List.of(
                honest.replace("</decret>", "<text id=\"t1\">denegar</text></decret>"),
                honest.replace(">aprovar<", ">denegar<"),
                "<decret><text id=\"t1\">denegar</text><wrapper>" + honest + "</wrapper></decret>")) {
            answer = ok("XML", Base64.getEncoder().encodeToString(wrapped.getBytes(StandardCharsets.UTF_8)));
            Signador signador = signador();
            JobToken token = signador.start(job);
            assertThat(signador.result(token, Map.of("decret", DECREE))).isInstanceOf(SignadorOutcome.Distrusted.class);
        }
    }

    @Test
    void filesOfTheSameNameInAZipAreAllLookedAt() throws Exception {
        byte[] one = signed(DECREE, Cades.level(SignatureLevel.B));
        byte[] two = signed(OTHER, Cades.level(SignatureLevel.B));
        answer = ok("ZIP", Base64.getEncoder().encodeToString(zip("signatura.p7s", one, "a/signatura.p7s", two)));
        Signador signador = signador();
        JobToken token = signador.start(
                SignadorJob.builder(SignadorMode.CADES_BES_HASH, Delivery.redirect("/f"), "decret", DECREE)
                        .document("altre", OTHER)
                        .build());
        assertThat(signador.result(token, Map.of("decret", DECREE, "altre", OTHER)))
                .isInstanceOfSatisfying(
                        SignadorOutcome.Signed.class,
                        signed -> assertThat(signed.results()).containsOnlyKeys("decret", "altre"));
        answer = ok("ZIP", Base64.getEncoder().encodeToString(zip("a", one, "b", one)));
        assertThat(signador.result(token, Map.of("decret", DECREE, "altre", OTHER)))
                .isInstanceOf(SignadorOutcome.Distrusted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"OK\",\"token\":\"another-token-1\",\"type\":\"XML\",\"signResult\":\"PGEvPg==\"}",
                "{\"status\":\"OK\",\"type\":\"XML\",\"signResult\":\"no base64 !!\"}",
                "{\"status\":\"OK\",\"type\":\"XML\",\"signResult\":\"http://elsewhere.example/x\"}",
                "{\"status\":\"OK\",\"type\":\"XML\",\"signResult\":\"http://[\"}",
                "{\"status\":\"OK\",\"type\":\"ZIP\",\"signResult\":\"PGEvPg==\"}",
                "{\"status\":\"OK\",\"type\":\"NEW\",\"signResult\":\"PGEvPg==\"}",
                "{\"status\":\"OK\",\"type\":\"XML\",\"signResult\":\"PGEvPg==\"}"
            })
    void whatCannotBeASignatureIsDistrustedWithoutBeingFetchedElsewhere(String lie) {
        answer = lie;
        Signador signador = signador();
        JobToken token = signador.start(
                SignadorJob.builder(SignadorMode.XADES_BES_HASH, Delivery.redirect("/f"), "decret", DECREE)
                        .build());
        assertThat(signador.result(token, Map.of("decret", DECREE))).isInstanceOf(SignadorOutcome.Distrusted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>proxy</html>", "[]", "{\"status\":\"OK\",", "\"text\""})
    void whatIsNoAnswerIsAnErrorWithItsRemedy(String lie) {
        answer = lie;
        Signador signador = signador();
        JobToken token = signador.start(
                SignadorJob.builder(SignadorMode.XADES_BES_HASH, Delivery.redirect("/f"), "decret", DECREE)
                        .build());
        assertThatThrownBy(() -> signador.result(token, Map.of("decret", DECREE)))
                .isInstanceOfSatisfying(
                        EsetException.class,
                        e -> assertThat(e.failure().remedy()).isPresent());
    }

    private void assertDistrusted(SignadorMode mode, DocumentContent document, String type, byte[] result) {
        answer = ok(type, Base64.getEncoder().encodeToString(result));
        Signador signador = signador();
        JobToken token = signador.start(SignadorJob.builder(mode, Delivery.redirect("/f"), "decret", document)
                .build());
        assertThat(signador.result(token, Map.of("decret", document)))
                .as(mode.toString())
                .isInstanceOf(SignadorOutcome.Distrusted.class);
    }

    private static String ok(String type, String result) {
        return "{\"status\":\"OK\",\"token\":\"" + TOKEN + "\",\"type\":\"" + type + "\",\"signResult\":\"" + result
                + "\"}";
    }

    private Signador signador() {
        return Signador.builder(
                        URI.create("http://localhost:" + server.getAddress().getPort() + "/signador"),
                        "https://ajuntament.example",
                        Secret.of("legalizeit"),
                        http,
                        Fixture.validator())
                .build();
    }

    private static byte[] signed(DocumentContent document, SignatureFormat format) throws Exception {
        try (SignedDocument signed = Fixture.mayor().build().sign(document, format)) {
            return signed.content().readAllBytes();
        }
    }

    /** CMS with its content: we do not make such ones, others do. */
    private static byte[] attached(DocumentContent content) throws Exception {
        org.bouncycastle.cms.CMSSignedDataGenerator generator = new org.bouncycastle.cms.CMSSignedDataGenerator();
        var mayor = Fixture.PKI.mayor();
        generator.addSignerInfoGenerator(new org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder()
                .build("SHA256withRSA", mayor.privateKey(), mayor.certificate()));
        generator.addCertificates(new org.bouncycastle.cert.jcajce.JcaCertStore(mayor.chain()));
        return generator
                .generate(new org.bouncycastle.cms.CMSProcessableByteArray(content.readAllBytes()), true)
                .getEncoded();
    }

    private static byte[] zip(String name, byte[] content, String other, byte[] otherContent) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.putNextEntry(new ZipEntry(other));
            zip.write(otherContent);
        }
        return out.toByteArray();
    }
}
