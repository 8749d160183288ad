package cat.eset.testkit.internal.mux;

import cat.eset.core.Secret;
import cat.eset.testkit.internal.json.Json;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** JSON Web Tokens with HS256 and nothing else; the characters of the secret are the key. */
final class Jwt {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private Jwt() {}

    /** A token with this header and these claims, as they are. */
    static String sign(String header, String claims, Secret secret) {
        String content = encode(header) + "." + encode(claims);
        return content + "." + URL.encodeToString(mac(content, secret));
    }

    /** The claims of a good token; empty if its header, form or signature is wrong. */
    static Optional<Map<String, @Nullable Object>> verify(String token, Secret secret) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            Map<String, @Nullable Object> header = Json.readObject(decode(parts[0]));
            boolean good = "HS256".equals(header.get("alg"))
                    && "JWT".equals(header.get("typ"))
                    && MessageDigest.isEqual(
                            mac(parts[0] + "." + parts[1], secret),
                            Base64.getUrlDecoder().decode(parts[2]));
            return good ? Optional.of(Json.readObject(decode(parts[1]))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] mac(String content, Secret secret) {
        byte[] key = secret.use(chars -> {
            java.nio.ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(chars));
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return copy;
        });
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks HmacSHA256", e);
        }
    }

    private static String encode(String text) {
        return URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
