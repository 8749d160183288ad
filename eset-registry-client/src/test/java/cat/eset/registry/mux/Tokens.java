package cat.eset.registry.mux;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens, also bad ones, without anything of the code under test. */
public final class Tokens {

    /** Of the published test vector (contract mux 6.1). */
    public static final String SECRET = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9w";

    private Tokens() {}

    static String signed(String header, String claims) {
        return signed(header, claims, SECRET.getBytes(StandardCharsets.US_ASCII));
    }

    static String signed(String header, String claims, byte[] key) {
        String signed = part(header) + "." + part(claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return signed + "."
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signatureOf(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }

    static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The way MUX was seen to write them: {@code typ} first, {@code aud} a list with null, no {@code nbf}. */
    static String likeMux(long issuedAt) {
        return signed(
                "{\"typ\":\"JWT\",\"alg\":\"HS256\"}",
                "{\"iss\":\"MUX\",\"sub\":\"0802560003\",\"aud\":[null],\"jti\":\"1\",\"iat\":" + issuedAt + ",\"exp\":"
                        + (issuedAt + 300) + "}");
    }
}
