package cat.eset.documents;

import cat.eset.core.Secret;
import cat.eset.core.Sha256;
import cat.eset.testkit.pki.TestIdentity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** DESA'L as small as it can be: files and documents in memory, and a list of codes to answer first. */
final class DesalStub implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    final Map<String, byte[]> files = new HashMap<>();
    final Map<String, ObjectNode> documents = new HashMap<>();
    final List<String> requests = new ArrayList<>();
    final Map<String, List<String>> uploadHeaders = new HashMap<>();
    final Deque<String> nextCodes = new ArrayDeque<>();
    volatile boolean breakAfterCreating;
    volatile int hidden;
    volatile byte @Nullable [] otherBytes;
    volatile String contentHost = "";
    private final HttpsServer server;

    DesalStub(TestIdentity identity) throws IOException, GeneralSecurityException {
        server = https(identity);
        server.createContext("/", this::handle);
        server.start();
    }

    /** A server on loopback that has not started yet. */
    static HttpsServer https(TestIdentity identity) throws IOException, GeneralSecurityException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        char[] password = "x".toCharArray();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(identity.keyStore(Secret.of(password)), password);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return server;
    }

    URI base() {
        return URI.create("https://localhost:" + server.getAddress().getPort());
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + (path.startsWith("/bytes/") ? "" : new String(body, StandardCharsets.UTF_8)));
            if (path.startsWith("/bytes/")) {
                bytes(exchange, path.substring(7), body);
                return;
            }
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            if (authorization == null || !authorization.startsWith("AWS4-HMAC-SHA256 Credential=KEY/")) {
                answer(exchange, 403, JSON.createObjectNode().put("message", "Forbidden"));
                return;
            }
            String code = nextCodes.isEmpty() ? "" : nextCodes.poll();
            if (!code.isEmpty() && !code.equals("+1")) {
                answer(exchange, 200, JSON.createObjectNode().put("codiResposta", code));
                return;
            }
            ObjectNode answer = answer(exchange.getRequestMethod(), path, body);
            if (code.equals("+1")) {
                answer.put("codiResposta", "1");
            }
            if (breakAfterCreating && path.equals("/document")) {
                return;
            }
            answer(exchange, 200, answer);
        }
    }

    private ObjectNode answer(String method, String path, byte[] body) throws IOException {
        JsonNode request = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        ObjectNode ok = JSON.createObjectNode().put("codiResposta", "0");
        if (path.equals("/fitxer")) {
            String uuid = "11111111-1111-4111-8111-" + String.format(Locale.ROOT, "%012d", files.size() + 1);
            files.put(uuid, new byte[0]);
            return ok.put("uuidFitxer", uuid).put("URLPresignada", address(uuid));
        }
        if (path.equals("/document/search")) {
            var found = ok.putArray("documents");
            documents.values().stream()
                    .filter(d ->
                            d.path("hash").asText().equals(request.path("hash").asText()))
                    .forEach(found::add);
            return ok.put("totalResultats", found.size() + hidden);
        }
        if (path.equals("/document")) {
            byte[] bytes =
                    Objects.requireNonNull(files.get(request.path("uuidFitxer").asText()), "uploaded before");
            String uuid = "22222222-2222-4222-8222-" + String.format(Locale.ROOT, "%012d", documents.size() + 1);
            ObjectNode document = ((ObjectNode) request).deepCopy();
            document.put("uuidDocument", uuid).put("codiResposta", "0").put("mida", bytes.length);
            document.put("hash", Sha256.of(bytes).base64()).put("hashAlgoritme", "SHA-256");
            document.put("formatFitxer", "application/pdf");
            documents.put(uuid, document);
            return document.deepCopy();
        }
        String uuid = path.split("/", -1)[2];
        ObjectNode document = documents.get(uuid);
        if (document == null) {
            return ok.put("codiResposta", "12");
        }
        if (method.equals("DELETE")) {
            documents.remove(uuid);
            return ok;
        }
        if (method.equals("PUT")) {
            document.setAll((ObjectNode) request);
        }
        return document.deepCopy()
                .put("URLPresignada", address(document.path("uuidFitxer").asText()));
    }

    private String address(String file) {
        String base = contentHost.isEmpty() ? base().toString() : "https://" + contentHost;
        return base + "/bytes/" + file + "?X-Amz-Signature=abc";
    }

    private void bytes(HttpExchange exchange, String file, byte[] body) throws IOException {
        if (exchange.getRequestHeaders().containsKey("Authorization")) {
            exchange.sendResponseHeaders(400, -1);
        } else if (exchange.getRequestMethod().equals("PUT")) {
            uploadHeaders.putAll(exchange.getRequestHeaders());
            files.put(file, body);
            exchange.sendResponseHeaders(200, -1);
        } else {
            byte[] other = otherBytes;
            byte[] bytes = other == null ? Objects.requireNonNull(files.get(file), file) : other;
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void answer(HttpExchange exchange, int status, JsonNode json) throws IOException {
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
