package cat.eset.signature.signador;

import cat.eset.core.DocumentContent;
import java.io.IOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The digest of a signature ({@code hash_algorithm}, signador 4.2). SHA-1, which the service still takes, is left out: a
 * signature with it is good for nothing.
 */
public enum HashAlgorithm {
    /** The usual one. */
    SHA_256("SHA-256"),
    /** Needs native client 2.1.1.0 or later on the person's machine. */
    SHA_384("SHA-384"),
    /** The longest. */
    SHA_512("SHA-512");

    private final String code;

    HashAlgorithm(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** The digest of a document in Base64; the document is streamed. */
    String base64(DocumentContent document) throws IOException {
        if (this == SHA_256) {
            return document.sha256().base64();
        }
        try (DigestInputStream in = new DigestInputStream(document.open(), MessageDigest.getInstance(code))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return Base64.getEncoder().encodeToString(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + code, e);
        }
    }
}
