package cat.eset.registry.internal.jwt;

import cat.eset.core.ConfigurationException;
import cat.eset.core.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 with a shared secret (RFC 7518 section 3.2). Thread-safe; closing the secret ends its use. */
public final class Hs256 {

    private final Secret secret;
    private final boolean decoded;

    private Hs256(Secret secret, boolean decoded) {
        this.secret = secret;
        this.decoded = decoded;
    }

    /** With this secret, whose key is its text or what its text decodes to. */
    public static Hs256 of(Secret secret, boolean decoded) {
        Hs256 hmac = new Hs256(secret, decoded);
        try {
            hmac.sign("");
        } catch (IllegalArgumentException e) {
            throw ConfigurationException.of(
                    "The shared secret of MUX cannot be used as a key in this form",
                    "Give it exactly as it was received, in ASCII, not empty; BASE64URL only if it is URL-safe Base64.");
        }
        return hmac;
    }

    /** The 32 bytes of the code over these ASCII characters. */
    public byte[] sign(String signed) {
        return secret.use(chars -> {
            byte[] key = key(chars);
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has HmacSHA256", e);
            } finally {
                Arrays.fill(key, (byte) 0);
            }
        });
    }

    /** Whether this is the code over these characters, in a time that does not depend on where they differ. */
    public boolean verifies(String signed, byte[] code) {
        return MessageDigest.isEqual(sign(signed), code);
    }

    private byte[] key(char[] chars) {
        byte[] text = new byte[chars.length];
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] > 0x7e) {
                throw new IllegalArgumentException("no ASCII");
            }
            text[i] = (byte) chars[i];
        }
        return decoded ? Base64.getUrlDecoder().decode(text) : text;
    }
}
