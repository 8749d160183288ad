package cat.eset.registry.internal.jwt;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A signed token, taken apart and not judged (RFC 7515 section 7.1, RFC 7519). */
public final class Jwt {

    /** A token is some hundred characters; whatever is much longer is no token. */
    private static final int MAX_LENGTH = 8192;

    /** The end of the year 9999: keeps numbers without sense away from {@link Instant}. */
    private static final long MAX_EPOCH_SECOND = 253_402_300_799L;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode header;
    private final JsonNode claims;
    private final String signed;
    private final byte[] signature;

    private Jwt(JsonNode header, JsonNode claims, String signed, byte[] signature) {
        this.header = header;
        this.claims = claims;
        this.signed = signed;
        this.signature = signature;
    }

    /** Three parts in Base64URL, of which the first two are JSON objects; empty if it is anything else. */
    public static Optional<Jwt> parse(String token) {
        if (token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (first < 0 || second < 0 || token.indexOf('.', second + 1) >= 0) {
            return Optional.empty();
        }
        try {
            JsonNode header = object(token.substring(0, first));
            JsonNode claims = object(token.substring(first + 1, second));
            byte[] signature = decode(token.substring(second + 1));
            return Optional.of(new Jwt(header, claims, token.substring(0, second), signature));
        } catch (IOException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Whether the header demands HS256 and no extension that we would have to understand. */
    public boolean isHs256() {
        JsonNode algorithm = header.path("alg");
        return algorithm.isTextual() && algorithm.textValue().equals("HS256") && !header.has("crit");
    }

    /** What the signature covers. */
    public String signed() {
        return signed;
    }

    /** The signature. */
    public byte[] signature() {
        return signature.clone();
    }

    /** Whether there is such a claim, whatever it says. */
    public boolean has(String claim) {
        return claims.hasNonNull(claim);
    }

    /** A claim that is a text; null if it is absent or something else. */
    public @Nullable String text(String claim) {
        return claims.path(claim).textValue();
    }

    /** A claim in seconds since 1970; null if it is absent or makes no sense. */
    public @Nullable Instant instant(String claim) {
        JsonNode value = claims.path(claim);
        if (!value.isNumber() || !(value.doubleValue() >= 0 && value.doubleValue() <= MAX_EPOCH_SECOND)) {
            return null;
        }
        return Instant.ofEpochSecond(value.longValue());
    }

    /** The texts in {@code aud}, which may be one text, a list, or a list with null in it. */
    public List<String> audience() {
        JsonNode value = claims.path("aud");
        List<String> texts = new ArrayList<>();
        if (value.isTextual()) {
            texts.add(value.textValue());
        }
        for (JsonNode item : value) {
            if (item.isTextual()) {
                texts.add(item.textValue());
            }
        }
        return texts;
    }

    private static JsonNode object(String part) throws IOException {
        JsonNode node = JSON.readTree(decode(part));
        if (!node.isObject()) {
            throw new IllegalArgumentException("no JSON object");
        }
        return node;
    }

    private static byte[] decode(String part) {
        return Base64.getUrlDecoder().decode(part);
    }
}
