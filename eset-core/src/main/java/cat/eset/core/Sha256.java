package cat.eset.core;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A SHA-256 digest.
 *
 * @param hex 64 hexadecimal digits, lower case
 */
public record Sha256(String hex) {

    /** Checks the form. */
    public Sha256 {
        Objects.requireNonNull(hex, "hex");
        if (hex.length() != 64 || !hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
            throw InvalidValueException.of("Sha256", "64 hexadecimal digits in lower case");
        }
    }

    /** The digest of these bytes. */
    public static Sha256 of(byte[] content) {
        return ofDigest(digest().digest(content));
    }

    /** The digest of a stream, read to its end and not closed. */
    public static Sha256 of(InputStream content) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[64 * 1024];
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            digest.update(buffer, 0, n);
        }
        return ofDigest(digest.digest());
    }

    /** A digest that is already computed: 32 bytes. */
    public static Sha256 ofDigest(byte[] digest) {
        return new Sha256(HexFormat.of().formatHex(digest));
    }

    /** A digest written in Base64. */
    public static Sha256 ofBase64(String base64) {
        try {
            return ofDigest(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw InvalidValueException.of("Sha256", "Base64 of 32 bytes");
        }
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** The 32 bytes in Base64. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes());
    }

    /** A digest to be fed by the caller. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
