package cat.eset.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.Secret;
import cat.eset.testkit.mux.MuxExecution;
import cat.eset.testkit.mux.MuxLeg;
import cat.eset.testkit.mux.MuxTransaction;
import cat.eset.testkit.mux.VendorAnswer;
import cat.eset.testkit.mux.VendorRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** MUX V3 of contract mux 4, 6 and 7. */
class MuxTest {

    private static final String KEY = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9w";
    private static final String ID = "0ba6-8133-af41-6006";

    private Consortium consortium;
    private Vendor vendor;

    @BeforeEach
    void start() throws IOException {
        consortium = Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 15)));
        vendor = new Vendor();
        consortium
                .mux()
                .register(new VendorRegistry(
                        vendor.address(), "eACTA", "0899990001", Secret.of(KEY), Duration.ofSeconds(2)));
    }

    @AfterEach
    void stop() {
        vendor.close();
        consortium.close();
    }

    private static MuxTransaction application() {
        return MuxTransaction.entry(ID, "Sol·licitud de llicència d'obres \"menors\"")
                .person(MuxTransaction.Person.of("00000000T", "Maria", "Exemple"))
                .document(new MuxTransaction.Attachment(
                        "ba51a9be-ad53-4fc4-ba90-53355456e2cf", "instancia.pdf", "application/pdf", 48_213, "47DEQ="))
                .build();
    }

    private static String success(String number) {
        return "{\"resultat\":true,\"idTransaccio\":\"" + ID + "\",\"tipus\":\"E\",\"numeroAssentament\":\"" + number
                + "\",\"dataAssentament\":\"02/03/2026T09:15:00.120+01:00\","
                + "\"dataPresentacio\":\"02/03/2026T09:15:00.000+01:00\"}";
    }

    @Test
    void thePostIsTheTransactionOfTheContractWithATokenOfTheAgreedSecret() throws Exception {
        vendor.answer(200, success("2026/E/1"));
        VendorAnswer answer = consortium.mux().post(application());
        assertThat(answer.arrived()).isTrue();
        assertThat(answer.body()).isEqualTo(success("2026/E/1"));
        assertThat(vendor.received()).containsExactly(answer.requestBody());
        assertThat(answer.requestBody())
                .contains("\"idTransaccio\":\"" + ID + "\"")
                .contains("\"resum\":\"Sol·licitud de llicència d'obres \\\"menors\\\"\"")
                .contains("\"ine10\":\"0899990001\"")
                .contains("\"indicadorProva\":{\"clau\":\"0\"")
                .contains("\"dataPresentacio\":1772439300000");
        String token = vendor.authorisations().get(0).substring("Bearer ".length());
        String content = token.substring(0, token.lastIndexOf('.'));
        assertThat(token.substring(token.lastIndexOf('.') + 1)).isEqualTo(hmac(content));
        String claims = new String(
                Base64.getUrlDecoder().decode(content.substring(content.indexOf('.') + 1)), StandardCharsets.UTF_8);
        assertThat(claims)
                .contains("\"aud\":[null]")
                .contains("\"iss\":\"eACTA\"")
                .contains("\"sub\":\"0899990001\"");
    }

    @Test
    void aLegWithANumberIsNotPostedAgain() {
        vendor.answer(200, success("2026/E/1"));
        assertThat(consortium.mux().execute(application()).number()).isEqualTo("2026/E/1");
        MuxExecution again = consortium.mux().execute(application());
        assertThat(again.number()).isEqualTo("2026/E/1");
        assertThat(again.answer()).isEmpty();
        assertThat(vendor.received()).hasSize(1);
    }

    @Test
    void executionsInTurnAreAllPostedUntilOneHasANumber() {
        vendor.answer(500, "");
        vendor.answer(200, success("2026/E/1"));
        MuxTransaction changed = MuxTransaction.entry(ID, "Altres dades").build();

        MuxExecution execution = consortium.mux().executeInTurn(List.of(application(), changed, application()));

        assertThat(execution.number()).isEqualTo("2026/E/1");
        assertThat(execution.auxiliary()).isFalse();
        assertThat(vendor.received()).hasSize(2);
        assertThat(vendor.received().get(1)).contains("Altres dades").contains("\"execucions\":1");
    }

    @Test
    void theAuxiliaryRegistryComesOnlyAfterTheLastExecution() {
        vendor.answer(500, "");

        MuxExecution execution = consortium.mux().executeInTurn(List.of(application(), application()));

        assertThat(execution.number()).isEqualTo("E/000001-2026");
        assertThat(vendor.received()).hasSize(2);
    }

    @Test
    void anAnswerWithAWrongDateFormIsNoNumber() {
        vendor.answer(200, success("2026/E/1").replace("02/03/2026T", "2026/03/02T"));
        MuxExecution execution = consortium.mux().execute(application());
        assertThat(execution.auxiliary()).isTrue();
        assertThat(execution.number()).isEqualTo("E/000001-2026");
    }

    @Test
    void anElementOfTheMailboxIsReadAndConsolidated() throws Exception {
        vendor.answer(500, "");
        consortium.mux().execute(application());
        consortium.mux().allowClient("VENDOR", Secret.of(KEY));
        String box = "bustia/" + consortium.mux().mailboxId();

        assertThat(rest("GET", box + "/posicio", "")).contains("\"element\":0");
        assertThat(rest("GET", box + "/llegir", "")).contains("\"ko\"");
        assertThat(rest("GET", box + "/seguent", "")).isEqualTo("{\"resultat\":\"ok\",\"element\":1}");
        assertThat(rest("GET", box + "/llegir", ""))
                .contains("\"transaccio\":{\"idTransaccio\":\"" + ID)
                .contains("\"auxiliar\":[{")
                .contains("E/000001-2026");
        assertThat(rest("GET", box + "/seguent", ""))
                .isEqualTo(
                        "{\"resultat\":\"buida\",\"missatge\":\"No hi ha elements nous a la bústia\",\"element\":1}");
        assertThat(rest("GET", box + "/anterior", "")).contains("\"ko\"").contains("número 1");
        assertThat(rest("GET", box + "/situar/9", "")).contains("\"ko\"");
        assertThat(rest("GET", "bustia/000000000000/seguent", "")).contains("No existeix cap bústia");

        String consolidation = "{\"sentit\":\"E\",\"numeroAssentamentPerConsolidar\":\"E/000001-2026\","
                + "\"numeroAssentament\":\"2026/E/7\",\"dataAssentament\":\"02/03/2026 10:00:00.000+01:00\","
                + "\"dataPresentacio\":\"02/03/2026 09:15:00.000+01:00\"}";
        String path = "transaccio/" + ID + "/consolidacio";
        assertThat(rest("POST", path, consolidation.replace("2026 10", "2026T10")))
                .contains("\"ko\"");
        assertThat(rest("POST", path, consolidation.replace("E/000001", "E/000009")))
                .contains("\"ko\"");
        assertThat(rest("POST", path, consolidation))
                .contains("\"resultat\":\"ok\"")
                .contains("2026/E/7");
        assertThat(rest("GET", path, "")).contains("\"consolidacio\":{\"numeroAssentament\":\"2026/E/7\"");
        assertThat(consortium.mux().legs())
                .extracting(MuxLeg::consolidatedNumber)
                .containsExactly("2026/E/7");
        assertThat(rest("DELETE", path + "/E?assentament=E%2F000001-2026", "")).contains("\"ok\"");
        assertThat(consortium.mux().legs())
                .extracting(MuxLeg::consolidatedNumber)
                .containsExactly("");
        assertThat(rest("POST", box + "/compactar/9", "")).contains("\"ko\"");
        assertThat(rest("POST", box + "/compactar/1", "")).contains("\"element\":1");
        assertThat(rest("GET", box + "/llegir", "")).contains("\"ko\"");
    }

    @Test
    void receiptsAreThereWhenTheyWereAdded() throws Exception {
        consortium.mux().allowClient("VENDOR", Secret.of(KEY));
        String path = "transaccio/" + ID + "/rebuts";
        assertThat(rest("GET", path, "")).contains("\"ko\"");
        consortium.mux().addReceipt(ID, "E", "ba51a9be-ad53-4fc4-ba90-53355456e2cf");
        assertThat(rest("GET", path + "/E", "")).contains("\"rebutEntrada\":\"ba51a9be");
        assertThat(rest("GET", path + "/S", "")).contains("\"ko\"");
    }

    @Test
    void aTokenThatIsNotOfTheContractIsForbidden() throws Exception {
        consortium.mux().allowClient("VENDOR", Secret.of(KEY));
        long now = Instant.now().getEpochSecond();
        assertThat(status(token("HS256", claims(now, "mux_v3", "0899990001")))).isEqualTo(200);
        assertThat(status(token("none", claims(now, "mux_v3", "0899990001")))).isEqualTo(403);
        assertThat(status(token("HS256", claims(now, "mux_v2", "0899990001")))).isEqualTo(403);
        assertThat(status(token("HS256", claims(now, "mux_v3", "0000000000")))).isEqualTo(403);
        assertThat(status(token("HS256", claims(now - 3600, "mux_v3", "0899990001"))))
                .isEqualTo(403);
        assertThat(status(token("HS256", claims(now * 1000, "mux_v3", "0899990001"))))
                .isEqualTo(403);
    }

    private String rest(String method, String path, String body) throws Exception {
        String token = token("HS256", claims(Instant.now().getEpochSecond(), "mux_v3", "0899990001"));
        return call(method, path, body, token).body();
    }

    private int status(String token) throws Exception {
        return call("GET", "bustia/" + consortium.mux().mailboxId() + "/posicio", "", token)
                .statusCode();
    }

    private HttpResponse<String> call(String method, String path, String body, String token) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(consortium.pki().trustStore());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(
                        HttpRequest.newBuilder(consortium.endpoints().mux().resolve(path))
                                .header("Authorization", "Bearer " + token)
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String claims(long now, String audience, String subject) {
        return "{\"iss\":\"VENDOR\",\"sub\":\"" + subject + "\",\"aud\":\"" + audience + "\",\"nbf\":" + now
                + ",\"iat\":" + now + ",\"exp\":" + (now + 20) + "}";
    }

    private static String token(String algorithm, String claims) {
        Base64.Encoder url = Base64.getUrlEncoder().withoutPadding();
        String header = "{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}";
        String content = url.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + url.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return content + "." + hmac(content);
    }

    private static String hmac(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
