package cat.eset.documents.internal;

import cat.eset.core.Failure;
import cat.eset.documents.DesalEnvironment;
import cat.eset.documents.DesalException;
import cat.eset.documents.DesalKeys;
import cat.eset.transport.http.HttpAnswer;
import cat.eset.transport.http.HttpBody;
import cat.eset.transport.http.HttpCall;
import cat.eset.transport.http.HttpExchangeClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Signed calls to DESA'L. The body counts, not the HTTP status, which is not documented (contract desal 6). Thread-safe. */
public final class DesalRest {

    private static final String SERVICE = "DESAL";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpExchangeClient http;
    private final DesalEnvironment environment;
    private final SigV4 signer;
    private final Clock clock;

    /** Over this client, with these keys. */
    public DesalRest(HttpExchangeClient http, DesalEnvironment environment, DesalKeys keys, Clock clock) {
        this.http = http;
        this.environment = environment;
        this.signer = new SigV4(keys.accessKey(), keys.secretKey(), environment.region(), environment.signedService());
        this.clock = clock;
    }

    /**
     * Asks something and gives the answer, whatever its code.
     *
     * @param path with its query, below the base
     * @param body JSON, if it has one
     * @throws DesalException if the answer is not one of DESA'L
     */
    public DesalAnswer ask(String method, String path, String operation, Optional<String> body) {
        return send(method, path, operation, body, false);
    }

    /**
     * Has something changed and gives the answer, whatever its code.
     *
     * @param path with its query, below the base
     * @param body JSON, if it has one
     * @throws DesalException if the answer is not one of DESA'L
     */
    public DesalAnswer order(String method, String path, String operation, Optional<String> body) {
        return send(method, path, operation, body, true);
    }

    private DesalAnswer send(String method, String path, String operation, Optional<String> body, boolean effect) {
        URI address = URI.create(environment.base() + path);
        byte[] bytes = body.orElse("").getBytes(StandardCharsets.UTF_8);
        Instant now = clock.instant();
        HttpCall.Builder call = HttpCall.of(
                        method, address, SERVICE, operation, body.map(json -> HttpBody.of(bytes, SigV4.CONTENT_TYPE)))
                .effect(effect)
                .header("X-Amz-Date", SigV4.date(now))
                .header("Authorization", signer.authorization(method, address, bytes, now));
        if (body.isEmpty()) {
            call.header("Content-Type", SigV4.CONTENT_TYPE);
        }
        HttpAnswer answer = http.send(call.build());
        DesalAnswer read = read(answer);
        if (read.code().isEmpty()) {
            throw gateway(answer.status(), read.text(), operation, effect);
        }
        return read;
    }

    private static DesalAnswer read(HttpAnswer answer) {
        try {
            JsonNode json = JSON.readTree(answer.body());
            return new DesalAnswer(answer.status(), json.isObject() ? json : JSON.createObjectNode());
        } catch (IOException notJson) {
            return new DesalAnswer(answer.status(), JSON.createObjectNode());
        }
    }

    private static DesalException gateway(int status, String text, String operation, boolean effect) {
        Failure.Builder failure = status == 403 || status == 401
                ? Failure.of(Failure.Fault.CONFIGURATION, "The gateway of DESA'L refused the signature of " + operation)
                        .remedy("Compare the keys with those of this environment, and the clock of this machine.")
                : Failure.of(Failure.Fault.REMOTE, "DESA'L did not answer " + operation + " as its document says")
                        .retry(Failure.Retry.LATER)
                        .effect(effect && !isRefusal(status) ? Failure.Effect.UNKNOWN : Failure.Effect.NONE);
        return new DesalException(
                failure.service(SERVICE).remote("HTTP " + status, text).build(), "");
    }

    /** Whoever says that it is the fault of the request has not handed it on. */
    private static boolean isRefusal(int status) {
        return status >= 400 && status < 500;
    }
}
