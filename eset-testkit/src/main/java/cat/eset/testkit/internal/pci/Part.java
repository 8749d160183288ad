package cat.eset.testkit.internal.pci;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An attachment. Its bytes are kept up to a limit; beyond that only length and digests remain.
 *
 * @param contentId id without angle brackets; empty for inline content
 * @param mediaType as sent
 * @param length bytes
 * @param sha256 digest, base64
 * @param sha1 digest, base64
 * @param content the bytes, if there are not too many
 */
public record Part(
        String contentId, String mediaType, long length, String sha256, String sha1, Optional<byte[]> content) {

    /** Bytes of one attachment that are kept; above it e-NOTUM refuses documents anyway. */
    static final int KEEP = 8 * 1024 * 1024;

    static Part of(String contentId, String mediaType, InputStream in) throws IOException {
        MessageDigest sha256 = digest("SHA-256");
        MessageDigest sha1 = digest("SHA-1");
        java.io.ByteArrayOutputStream kept = new java.io.ByteArrayOutputStream();
        byte[] buffer = new byte[16 * 1024];
        long length = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            sha256.update(buffer, 0, n);
            sha1.update(buffer, 0, n);
            length += n;
            if (length <= KEEP) {
                kept.write(buffer, 0, n);
            }
        }
        Optional<byte[]> content = length <= KEEP ? Optional.of(kept.toByteArray()) : Optional.empty();
        return new Part(contentId, mediaType, length, base64(sha256), base64(sha1), content);
    }

    /** Content that came inline. */
    public static Part inline(byte[] content) {
        try {
            return of("", "application/octet-stream", new java.io.ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The digest as lower-case hexadecimal text. */
    public String sha256Hex() {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(sha256));
    }

    private static String base64(MessageDigest digest) {
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks " + name, e);
        }
    }
}
