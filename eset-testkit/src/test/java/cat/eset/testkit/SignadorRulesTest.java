package cat.eset.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.Secret;
import cat.eset.testkit.internal.http.Site;
import cat.eset.testkit.internal.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the simulated Signador, asked without our client; and the OCSP responder of the test PKI. */
class SignadorRulesTest {

    private static final String DOMAIN = "https://ajuntament.example";
    private static final String DOCUMENT = Base64.getEncoder().encodeToString("text".getBytes(StandardCharsets.UTF_8));

    private static final String DIGEST = Base64.getEncoder().encodeToString(new byte[32]);

    private static Consortium consortium;
    private static HttpClient http;

    @BeforeAll
    static void start() {
        // The second vector of contract signador 3 is of 22/11/2026 09:05.
        consortium = Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 11, 22, 9, 5)));
        consortium.signador().register(DOMAIN, Secret.of("legalizeit"));
        http = HttpClient.newBuilder()
                .sslContext(Site.clientTls(consortium.pki()))
                .build();
    }

    @AfterAll
    static void stop() {
        consortium.close();
    }

    private String token = "";

    @BeforeEach
    void newToken() throws Exception {
        token = Json.string(init("SC jYqq83VOisi5+YjDHQBapSyJx2KIy7bH8huigOUDO3g=", "22/11/2026 09:05"), "token");
    }

    @Test
    void vectorOfTheContractOpensTheDoorAndNothingElseDoes() throws Exception {
        assertThat(token).isNotEmpty();
        assertThat(init("SC boITGjG7MpFQmdxN+FMHpR3FcGmQptfBTu5yEtV8t6g=", "22/11/2026 09:05"))
                .containsEntry("status", "KO");
        assertThat(init("SC jYqq83VOisi5+YjDHQBapSyJx2KIy7bH8huigOUDO3g=", "22/11/2026 09:06"))
                .containsEntry("status", "KO");
        assertThat(init("jYqq83VOisi5+YjDHQBapSyJx2KIy7bH8huigOUDO3g=", "22/11/2026 09:05"))
                .containsEntry("status", "KO");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"redirectUrl\":\"/a\",\"callbackUrl\":\"/b\",\"applet_cfg\":{APPLET}",
                "\"applet_cfg\":{APPLET}",
                "\"redirectUrl\":\"https://elsewhere.example/a\",\"applet_cfg\":{APPLET}",
                "\"redirectUrl\":\"/a\"",
                "\"redirectUrl\":\"/a\",\"applet_cfg\":{APPLET,\"keystore_type\":\"2\"}",
                "\"redirectUrl\":\"/a\",\"applet_cfg\":{APPLET,\"signature_mode\":\"17\"}",
                "\"redirectUrl\":\"/a\",\"applet_cfg\":{APPLET,\"signature_mode\":\"24\",\"doc_type\":\"3\"}",
                "\"redirectUrl\":\"/a\",\"applet_cfg\":{APPLET,\"signature_mode\":\"23\"}",
                "\"redirectUrl\":\"/a\",\"applet_cfg\":{APPLET,\"doc_name\":\"a;b\"}",
                "\"redirectUrl\":\"/a\",\"applet_cfg\":{APPLET,\"document_to_sign\":\"no Base64\"}",
                "\"redirectUrl\":\"/a\",\"applet_cfg\":{APPLET,\"ades_cfg\":{\"signature_policy\":\"1.2.3\"}}",
                "\"redirectUrl\":\"/a\",\"applet_cfg\":{APPLET,\"hash_algorithm\":\"MD5\"}",
                "\"redirectUrl\":\"/a\",\"applet_cfg\":{APPLET,\"pkcs11_files\":\"no id\"}",
                "\"redirectUrl\":\"/a\",\"applet_cfg\":{APPLET,\"signature_mode\":\"23\",\"doc_type\":\"3\"}",
                "\"redirectUrl\":\"/a\",\"applet_cfg\":{APPLET,\"doc_type\":\"2\",\"multiple\":\"true\"}",
                "\"redirectUrl\":\"/a\",\"applet_cfg\":{APPLET,\"signature_mode\":\"15\"}",
                "\"redirectUrl\":\"/a\",\"applet_cfg\":{APPLET,\"xml_cfg\":{\"n_detached\":\"true\"}}",
                "\"redirectUrl\":\"/a\",\"applet_cfg\":{APPLET,\"xml_cfg\":{\"uris_to_be_signed\":\"a\"}}",
                "\"redirectUrl\":\"/a\",\"applet_cfg\":{APPLET,\"pdf_cfg\":{\"pdf_signature_rotation\":\"45\"}}",
                "\"redirectUrl\":\"/a\",\"applet_cfg\":{APPLET,\"pdf_cfg\":{\"pdf_certification_level\":\"4\"}}",
                "\"redirectUrl\":\"/a\",\"applet_cfg\":{APPLET,\"certs_cfg\":{\"keyUsage\":\"XX\"}}",
                "\"redirectUrl\":\"/a\",\"applet_cfg\":{APPLET,\"certs_cfg\":{\"no_such_option\":\"a\"}}"
            })
    void jobThatBreaksARuleIsRefused(String job) throws Exception {
        assertThat(start(job).get("status")).as(job).isEqualTo("KO");
        assertThat(start("\"redirectUrl\":\"/a\",\"applet_cfg\":{APPLET}").get("status"))
                .as("the same job without the mistake")
                .isEqualTo("OK");
    }

    @Test
    void twentySixDocumentsAreTooManyAndFiftyHashesAreNot() throws Exception {
        assertThat(start(many(26, "22", "4")).get("status")).isEqualTo("KO");
        assertThat(start(many(50, "23", "3")).get("status")).isEqualTo("OK");
    }

    @Test
    void bodyOverSevenMegabytesIsRefusedByTheFrontEnd() throws Exception {
        HttpResponse<String> answer =
                send("POST", "startSignProcess", "{\"token\":\"" + "a".repeat(7 * 1024 * 1024) + "\"}");
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void documentsAreAddedOnlyToJobsThatSaidSo() throws Exception {
        start("\"redirectUrl\":\"/a\",\"applet_cfg\":{APPLET}");
        assertThat(add().get("status")).isEqualTo("KO");
        newToken();
        start("\"redirectUrl\":\"/a\",\"applet_cfg\":{APPLET,\"multiple\":\"true\"}");
        assertThat(add().get("status")).isEqualTo("OK");
        assertThat(add().get("status")).as("the same name twice").isEqualTo("KO");
        consortium.signador().sign(token, consortium.pki().mayor());
        assertThat(add().get("status")).as("signed already").isEqualTo("KO");
    }

    @Test
    void personSignsOnlyWhatWaits() throws Exception {
        String waiting = token;
        start("\"redirectUrl\":\"/a\",\"applet_cfg\":{APPLET}");
        consortium.signador().refuse(waiting);
        assertThatThrownBy(() ->
                        consortium.signador().sign(waiting, consortium.pki().mayor()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> consortium.signador().refuse("no such job"))
                .isInstanceOf(java.util.NoSuchElementException.class);
    }

    @Test
    void responderSaysGoodRevokedAndUnknown() throws Exception {
        cat.eset.testkit.pki.TestPki pki = consortium.pki();
        assertThat(status(pki, pki.mayor())).isEqualTo(CertificateStatus.GOOD);
        pki.revoke(pki.secretary().certificate());
        assertThat(status(pki, pki.secretary())).isInstanceOf(RevokedStatus.class);
        cat.eset.testkit.pki.TestPki other = cat.eset.testkit.pki.TestPki.create();
        assertThat(status(other, pki.mayor())).isNotEqualTo(CertificateStatus.GOOD);
    }

    private static @Nullable CertificateStatus status(
            cat.eset.testkit.pki.TestPki responder, cat.eset.testkit.pki.TestIdentity identity) throws Exception {
        CertificateID id = new CertificateID(
                new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                new org.bouncycastle.cert.jcajce.JcaX509CertificateHolder(
                        identity.chain().get(1)),
                identity.certificate().getSerialNumber());
        byte[] answer =
                responder.ocsp(new OCSPReqBuilder().addRequest(id).build().getEncoded());
        BasicOCSPResp basic = (BasicOCSPResp) new OCSPResp(answer).getResponseObject();
        assertThat(basic.isSignatureValid(new org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder()
                        .build(responder.root())))
                .isTrue();
        return basic.getResponses()[0].getCertStatus();
    }

    private static String many(int count, String mode, String type) {
        String names = IntStream.range(0, count).mapToObj(i -> "d" + i).collect(Collectors.joining(";"));
        String document = type.equals("3") ? DIGEST : DOCUMENT;
        String documents = IntStream.range(0, count).mapToObj(i -> document).collect(Collectors.joining(";"));
        return "\"redirectUrl\":\"/a\",\"applet_cfg\":{APPLET,\"signature_mode\":\"" + mode + "\",\"doc_type\":\""
                + type + "\",\"doc_name\":\"" + names + "\",\"document_to_sign\":\"" + documents + "\"}";
    }

    /** A later field replaces an earlier one of the same name. */
    private Map<String, @Nullable Object> start(String job) throws Exception {
        String applet = "\"keystore_type\":\"0\",\"signature_mode\":\"22\",\"doc_type\":\"4\",\"doc_name\":\"a\","
                + "\"document_to_sign\":\"" + DOCUMENT + "\",\"hash_algorithm\":\"SHA-256\"";
        String body = "{\"token\":\"" + token + "\"," + job.replace("APPLET", applet) + "}";
        return Json.readObject(send("POST", "startSignProcess", body).body());
    }

    private Map<String, @Nullable Object> add() throws Exception {
        String body = "{\"token_id\":\"" + token + "\",\"doc_name\":\"b\",\"document_to_sign\":\"" + DOCUMENT + "\"}";
        return Json.readObject(send("PUT", "addDocumentToSign", body).body());
    }

    private static Map<String, @Nullable Object> init(String authorization, String date) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address("initProcess"))
                .header("Authorization", authorization)
                .header("Origin", DOMAIN)
                .header("Date", date)
                .timeout(Duration.ofSeconds(20))
                .build();
        return Json.readObject(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static HttpResponse<String> send(String method, String call, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address(call))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Origin", DOMAIN)
                .timeout(Duration.ofSeconds(20))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static URI address(String call) {
        return URI.create(consortium.endpoints().signador() + "/" + call);
    }
}
