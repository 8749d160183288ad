package cat.eset.signature.dss;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import cat.eset.signature.Cades;
import cat.eset.signature.LocalSigner;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A Signador written from the contract, with a person behind it who signs, signs badly, or does nothing. */
final class FakeSignador implements AutoCloseable {

    static final String DOMAIN = "https://ajuntament.example";
    static final String KEY = "legalizeit";

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, List<byte[]>> jobs = new ConcurrentHashMap<>();
    private final Map<String, String> modes = new ConcurrentHashMap<>();
    private final Map<String, String> results = new ConcurrentHashMap<>();

    FakeSignador() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/signador/initProcess", this::init);
        server.createContext("/signador/startSignProcess", this::start);
        server.createContext("/signador/addDocumentToSign", this::add);
        server.createContext("/signador/getSignature", this::result);
        server.start();
    }

    URI base() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/signador");
    }

    /** The person signs everything in the job, in reverse order: order inside the ZIP is not documented. */
    void personSigns(String token, LocalSigner person) throws IOException {
        personSigns(token, person, job(token));
    }

    /** The same, over other documents: a Signador gone wrong. */
    void personSigns(String token, LocalSigner person, List<byte[]> documents) throws IOException {
        List<byte[]> signatures = new ArrayList<>();
        boolean pdf = List.of("24", "28").contains(modes.getOrDefault(token, ""));
        for (byte[] document : documents) {
            DocumentContent content = pdf
                    ? DocumentContent.of(document, MediaType.PDF)
                    : DocumentContent.of(
                            1,
                            MediaType.BINARY,
                            Sha256.ofDigest(document),
                            () -> new ByteArrayInputStream(new byte[1]));
            try (SignedDocument signed =
                    person.sign(content, pdf ? Pades.level(SignatureLevel.B) : Cades.level(SignatureLevel.B))) {
                signatures.add(signed.content().readAllBytes());
            }
        }
        Collections.reverse(signatures);
        String type = signatures.size() > 1 ? "ZIP" : pdf ? "PDF" : "CMS";
        byte[] result = signatures.size() > 1 ? zip(signatures) : signatures.get(0);
        results.put(
                token,
                JSON.writeValueAsString(Map.of(
                        "status",
                        "OK",
                        "token",
                        token,
                        "type",
                        type,
                        "signResult",
                        Base64.getEncoder().encodeToString(result),
                        "urlRedirect",
                        DOMAIN + "/firma")));
    }

    private List<byte[]> job(String token) {
        return Objects.requireNonNull(jobs.get(token), "no such job");
    }

    private static byte[] zip(List<byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < files.size(); i++) {
                zip.putNextEntry(new ZipEntry("../" + i));
                zip.write(files.get(i));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private void init(HttpExchange exchange) throws IOException {
        if (!authentic(exchange)) {
            ko(exchange, "message", "Error validant la capçalera d'autorització");
            return;
        }
        String token = UUID.randomUUID().toString();
        jobs.put(token, new ArrayList<>());
        answer(exchange, "{\"status\":\"OK\",\"token\":\"" + token + "\",\"message\":\"\",\"signResult\":null}");
    }

    private void start(HttpExchange exchange) throws IOException {
        JsonNode json = JSON.readTree(exchange.getRequestBody().readAllBytes());
        String token = json.path("token").asText();
        JsonNode applet = json.path("applet_cfg");
        boolean known = jobs.containsKey(token)
                && DOMAIN.equals(exchange.getRequestHeaders().getFirst("Origin"));
        if (!known) {
            ko(exchange, "message", "token");
            return;
        }
        modes.put(token, applet.path("signature_mode").asText());
        for (String document : applet.path("document_to_sign").asText().split(";", -1)) {
            job(token).add(Base64.getDecoder().decode(document));
        }
        answer(exchange, "{\"status\":\"OK\",\"token\":\"" + token + "\",\"message\":\"\"}");
    }

    private void add(HttpExchange exchange) throws IOException {
        JsonNode json = JSON.readTree(exchange.getRequestBody().readAllBytes());
        job(json.path("token_id").asText())
                .add(Base64.getDecoder().decode(json.path("document_to_sign").asText()));
        answer(exchange, "{\"status\":\"OK\"}");
    }

    private void result(HttpExchange exchange) throws IOException {
        if (!authentic(exchange)) {
            ko(exchange, "error", "authorization");
            return;
        }
        String token = exchange.getRequestURI().getQuery().replace("identificador=", "");
        String result = results.get(token);
        if (result == null) {
            ko(exchange, "error", "");
        } else {
            answer(exchange, result);
        }
    }

    private static boolean authentic(HttpExchange exchange) {
        try {
            String date = exchange.getRequestHeaders().getFirst("Date");
            String origin = exchange.getRequestHeaders().getFirst("Origin");
            LocalDateTime sent = LocalDateTime.parse(date, DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm"));
            Duration off = Duration.between(sent, LocalDateTime.now(MADRID)).abs();
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] data = (DOMAIN + "_" + date).getBytes(StandardCharsets.UTF_8);
            String expected = "SC " + Base64.getEncoder().encodeToString(mac.doFinal(data));
            return DOMAIN.equals(origin)
                    && off.compareTo(Duration.ofHours(1)) < 0
                    && expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    private static void ko(HttpExchange exchange, String field, String reason) throws IOException {
        answer(exchange, JSON.writeValueAsString(Map.of("status", "KO", field, reason)));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().put("Content-Type", Arrays.asList("application/json"));
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
