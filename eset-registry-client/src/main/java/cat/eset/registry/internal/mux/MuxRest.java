package cat.eset.registry.internal.mux;

import cat.eset.core.Failure;
import cat.eset.registry.internal.jwt.TokenMaker;
import cat.eset.registry.mux.MuxServiceException;
import cat.eset.transport.http.HttpAnswer;
import cat.eset.transport.http.HttpBody;
import cat.eset.transport.http.HttpCall;
import cat.eset.transport.http.HttpExchangeClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Asks the REST services of MUX (contract mux 6). What counts is the field {@code resultat}: the HTTP status of a refusal is not
 * documented. Thread-safe.
 */
public final class MuxRest {

    private static final String SERVICE = "MUX";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpExchangeClient http;
    private final TokenMaker tokens;

    /** Over this client, with these tokens. */
    public MuxRest(HttpExchangeClient http, TokenMaker tokens) {
        this.http = http;
        this.tokens = tokens;
    }

    /**
     * Asks something and gives the answer, whatever its {@code resultat}.
     *
     * @throws MuxServiceException if the answer is not one of MUX
     */
    JsonNode ask(URI address, String operation) {
        return send("GET", address, operation, Optional.empty(), false);
    }

    /**
     * Has something done and gives the answer, whatever its {@code resultat}.
     *
     * @throws MuxServiceException if the answer is not one of MUX
     */
    JsonNode order(String method, URI address, String operation, Optional<String> body) {
        return send(method, address, operation, body, true);
    }

    private JsonNode send(String method, URI address, String operation, Optional<String> body, boolean effect) {
        HttpCall call = HttpCall.of(
                        method,
                        address,
                        SERVICE,
                        operation,
                        body.map(json -> HttpBody.of(json.getBytes(StandardCharsets.UTF_8), "application/json")))
                .header("Authorization", "Bearer " + tokens.make())
                .header("Accept", "application/json")
                .effect(effect)
                .build();
        HttpAnswer answer = http.send(call);
        Optional<JsonNode> json = object(answer.body());
        if (json.isPresent() && json.get().path("resultat").isTextual()) {
            return json.get();
        }
        throw notFromMux(answer.status(), operation, effect);
    }

    /** The first of what MUX said, or a plain sentence. */
    static String said(JsonNode answer) {
        List<String> texts = texts(answer);
        return texts.isEmpty() ? "MUX gives no reason" : String.join("; ", texts);
    }

    /** What MUX refused. */
    static MuxServiceException refused(JsonNode answer, String operation) {
        return new MuxServiceException(refusal(answer, operation), texts(answer));
    }

    static Failure refusal(JsonNode answer, String operation) {
        return Failure.of(Failure.Fault.REMOTE, "MUX refused " + operation)
                .service(SERVICE)
                .remote(answer.path("resultat").textValue(), said(answer))
                .build();
    }

    /** A segment of a path or a value in a query: numbers of entries hold slashes. */
    static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '-';
            if (plain || b == '.' || b == '_' || b == '~') {
                encoded.append((char) b);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", b));
            }
        }
        return encoded.toString();
    }

    private static List<String> texts(JsonNode answer) {
        List<String> texts = new ArrayList<>();
        answer.path("errors").forEach(error -> texts.add(error.asText()));
        if (answer.path("missatge").isTextual()) {
            texts.add(answer.path("missatge").textValue());
        }
        return texts;
    }

    private static Optional<JsonNode> object(byte[] body) {
        try {
            return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static MuxServiceException notFromMux(int status, String operation, boolean effect) {
        Failure.Builder failure = switch (status) {
            case 401 ->
                Failure.of(Failure.Fault.CONFIGURATION, "MUX does not accept the token")
                        .remedy("Compare issuer, subject, secret and its form with what was agreed, and the clock.");
            case 403 ->
                Failure.of(Failure.Fault.CONFIGURATION, "MUX does not let this machine in")
                        .remedy("Ask for the public IP address of this machine to be allowed (contract mux 6.1); "
                                + "if it is, compare the token settings and the clock.");
            default ->
                Failure.of(Failure.Fault.REMOTE, "MUX did not answer as its document says")
                        .retry(Failure.Retry.LATER)
                        .effect(effect && !isRefusal(status) ? Failure.Effect.UNKNOWN : Failure.Effect.NONE);
        };
        return new MuxServiceException(
                failure.service(SERVICE).remote("HTTP " + status, operation).build(), List.of());
    }

    /** Whoever says that it is the fault of the request has not handed it on. */
    private static boolean isRefusal(int status) {
        return status >= 400 && status < 500;
    }
}
