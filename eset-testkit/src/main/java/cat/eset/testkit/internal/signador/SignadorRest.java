package cat.eset.testkit.internal.signador;

import cat.eset.core.Secret;
import cat.eset.testkit.internal.http.Exchanges;
import cat.eset.testkit.internal.json.Json;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The four calls of contract signador 2 and the address of results, with their authentication (contract 3). */
public final class SignadorRest {

    private static final int MOST_BYTES = 7 * 1024 * 1024;
    private static final ZoneId ZONE = ZoneId.of("Europe/Madrid");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT);
    private static final Duration WINDOW = Duration.ofHours(1);

    private final SignadorEngine engine;
    private final URI base;

    /** Serves the engine; the base is the address clients use, which ends in {@code /signador}. */
    public SignadorRest(SignadorEngine engine, URI base) {
        this.engine = engine;
        this.base = base;
    }

    /** Answers one request. */
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String call = exchange.getRequestMethod() + " " + path.substring(path.indexOf("/signador") + 9);
        boolean start = call.startsWith("GET /initProcess") || call.startsWith("POST") || call.startsWith("PUT");
        try {
            switch (call) {
                case "GET /initProcess" -> ok(exchange, engine.create(authenticated(exchange)));
                case "POST /startSignProcess" -> {
                    String body = body(exchange);
                    engine.start(origin(exchange), body);
                    ok(exchange, Json.string(Json.readObject(body), "token"));
                }
                case "PUT /addDocumentToSign" -> {
                    String body = body(exchange);
                    engine.add(origin(exchange), body);
                    ok(exchange, Json.string(Json.readObject(body), "token_id"));
                }
                case "GET /getSignature" ->
                    answer(
                            exchange,
                            engine.result(authenticated(exchange), token(exchange), URI.create(base + "/document")));
                case "GET /document" ->
                    Exchanges.answer(
                            exchange,
                            200,
                            "application/octet-stream",
                            engine.download(authenticated(exchange), token(exchange)));
                case "GET /" -> Exchanges.answer(exchange, 200, "text/html", "<html>Signador simulat</html>");
                default -> Exchanges.answer(exchange, 404, "text/plain", "no such service");
            }
        } catch (JobRefusal e) {
            Map<String, @Nullable Object> ko = new LinkedHashMap<>();
            ko.put("status", "KO");
            ko.put(start ? "message" : "error", e.getMessage());
            ko.put("token", null);
            ko.put("signResult", null);
            answer(exchange, ko);
        } catch (Exchanges.TooLargeException e) {
            Exchanges.answer(exchange, 413, "text/html", "<html>413 Request Entity Too Large</html>");
        }
    }

    private static void ok(HttpExchange exchange, String token) throws IOException {
        Map<String, @Nullable Object> ok = new LinkedHashMap<>();
        ok.put("status", "OK");
        ok.put("token", token);
        ok.put("message", "");
        ok.put("signResult", null);
        answer(exchange, ok);
    }

    private static void answer(HttpExchange exchange, Map<String, @Nullable Object> json) throws IOException {
        Exchanges.answer(exchange, 200, "application/json", Json.write(json));
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(Exchanges.read(exchange.getRequestBody(), MOST_BYTES), StandardCharsets.UTF_8);
    }

    private static String token(HttpExchange exchange) {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        return query.startsWith("identificador=") ? query.substring("identificador=".length()) : "";
    }

    private static String header(HttpExchange exchange, String name) throws JobRefusal {
        Headers headers = exchange.getRequestHeaders();
        String value = headers.getFirst(name);
        if (value == null) {
            throw new JobRefusal("Falta la capçalera " + name);
        }
        return value;
    }

    private String origin(HttpExchange exchange) throws JobRefusal {
        String origin = header(exchange, "Origin");
        if (engine.keyOf(origin) == null) {
            throw new JobRefusal("El domini no està donat d'alta");
        }
        return origin;
    }

    /** The registered domain of the caller. */
    private String authenticated(HttpExchange exchange) throws JobRefusal {
        String origin = origin(exchange);
        String date = header(exchange, "Date");
        Secret key = engine.keyOf(origin);
        String expected = "SC " + (key == null ? "" : mac(key, origin + "_" + date));
        if (!MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8),
                header(exchange, "Authorization").getBytes(StandardCharsets.UTF_8))) {
            throw new JobRefusal("Error validant la capçalera d'autorització");
        }
        try {
            LocalDateTime sent = LocalDateTime.parse(date, DATE);
            LocalDateTime now = LocalDateTime.ofInstant(engine.clock().instant(), ZONE);
            if (Duration.between(sent, now).abs().compareTo(WINDOW) >= 0) {
                throw new JobRefusal("La capçalera Date és fora del marge");
            }
        } catch (DateTimeException e) {
            throw new JobRefusal("La capçalera Date no té el format dd/MM/yyyy HH:mm");
        }
        return origin;
    }

    private static String mac(Secret key, String data) {
        return key.use(chars -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(new String(chars).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return Base64.getEncoder().encodeToString(mac.doFinal(data.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java lacks HmacSHA256", e);
            }
        });
    }
}
