package cat.eset.registry.internal.jwt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Makes the short-lived tokens that MUX wants (contract mux 6.1), with exactly its header and claims. Thread-safe. */
public final class TokenMaker {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String HEADER = part("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");

    private final Hs256 hmac;
    private final String issuer;
    private final String subject;
    private final Duration life;
    private final Clock clock;

    /** For this integrator and body. */
    public TokenMaker(Hs256 hmac, String issuer, String subject, Duration life, Clock clock) {
        this.hmac = hmac;
        this.issuer = issuer;
        this.subject = subject;
        this.life = life;
        this.clock = clock;
    }

    /** A token that is valid from now on, for its life. */
    public String make() {
        Instant now = clock.instant();
        String signed = HEADER + "." + part(claims(now.getEpochSecond()));
        return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(hmac.sign(signed));
    }

    private String claims(long now) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("iss", issuer);
            json.writeStringField("sub", subject);
            json.writeStringField("aud", "mux_v3");
            json.writeNumberField("nbf", now);
            json.writeNumberField("iat", now);
            json.writeNumberField("exp", now + life.toSeconds());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
