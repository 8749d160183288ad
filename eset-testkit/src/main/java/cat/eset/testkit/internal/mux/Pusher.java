package cat.eset.testkit.internal.mux;

import cat.eset.testkit.internal.json.Json;
import cat.eset.testkit.mux.VendorAnswer;
import cat.eset.testkit.mux.VendorRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** Posts to the vendor's registry with a token shaped like the observed ones (contract mux 7.1). */
final class Pusher {

    private static final long TOKEN_LIFE_SECONDS = 300;

    private final HttpClient http;

    Pusher(HttpClient http) {
        this.http = http;
    }

    VendorAnswer post(VendorRegistry registry, String id, String leg, String body) {
        HttpRequest request = HttpRequest.newBuilder(registry.address())
                .timeout(registry.answerTimeout())
                .header("Content-Type", "application/json")
                .header("Accept", "*/*")
                .header("Authorization", "Bearer " + token(registry))
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        long start = System.nanoTime();
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new VendorAnswer(
                    id,
                    leg,
                    body,
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body(),
                    Duration.ofNanos(System.nanoTime() - start),
                    "");
        } catch (IOException e) {
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            return new VendorAnswer(
                    id, leg, body, 0, "", "", elapsed, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new VendorAnswer(id, leg, body, 0, "", "", Duration.ZERO, "interrupted");
        }
    }

    /** Tokens are judged by the real clock, as everything about security is. */
    private static String token(VendorRegistry registry) {
        long now = Instant.now().getEpochSecond();
        String claims = Json.write(TransactionJson.map(
                "sub",
                registry.subject(),
                "aud",
                Arrays.asList((Object) null),
                "iss",
                registry.issuer(),
                "exp",
                now + TOKEN_LIFE_SECONDS,
                "iat",
                now,
                "jti",
                UUID.randomUUID().toString()));
        return Jwt.sign("{\"typ\":\"JWT\",\"alg\":\"HS256\"}", claims, registry.secret());
    }
}
