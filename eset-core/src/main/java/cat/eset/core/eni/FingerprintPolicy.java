package cat.eset.core.eni;

import cat.eset.core.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * What the fingerprint of a document covers and how it is computed, which the norm leaves open (contract eni 7). The
 * product that uses it must say which one it uses.
 *
 * @param covers what
 * @param function name of the function as it is written, {@code SHA-256} or {@code SHA-512}
 */
public record FingerprintPolicy(Covers covers, String function) {

    /** What a fingerprint covers. */
    public enum Covers {
        /** The bytes of the content: what a file on a disk can be compared with. */
        CONTENT,
        /** The whole ENI document, canonicalised (C14N 1.0 without comments). */
        DOCUMENT
    }

    /** SHA-256 of the bytes of the content. */
    public static final FingerprintPolicy STANDARD = new FingerprintPolicy(Covers.CONTENT, "SHA-256");

    /** Checks the values. */
    public FingerprintPolicy {
        Objects.requireNonNull(covers, "covers");
        digest(new Fingerprint("-", function));
    }

    /**
     * The fingerprint of a document.
     *
     * @throws IOException if its content cannot be read
     */
    public Fingerprint of(EniDocument document) throws IOException {
        return new Fingerprint(digestOf(document, new Fingerprint("-", function)), function);
    }

    /**
     * Whether a fingerprint, of whatever known function, is that of the document.
     *
     * @throws IOException if its content cannot be read
     */
    public boolean matches(Fingerprint fingerprint, EniDocument document) throws IOException {
        return fingerprint.isKnown()
                && digestOf(document, fingerprint).equals(fingerprint.value().strip());
    }

    private String digestOf(EniDocument document, Fingerprint like) throws IOException {
        MessageDigest digest = digest(like);
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            if (covers == Covers.DOCUMENT) {
                EniXml.writeCanonical(document, out);
            } else {
                copyContent(document.content(), out);
            }
        }
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    private static void copyContent(EniContent content, OutputStream out) throws IOException {
        try {
            content.fold(
                    binary -> {
                        try (InputStream in = binary.bytes().open()) {
                            return in.transferTo(out);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    },
                    xml -> {
                        try {
                            byte[] bytes = xml.element().bytes();
                            out.write(bytes);
                            return (long) bytes.length;
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    },
                    reference -> {
                        throw new UncheckedIOException(new IOException("the content travels apart: give its bytes"));
                    });
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private static MessageDigest digest(Fingerprint like) {
        String algorithm = like.algorithm();
        if (algorithm.isEmpty()) {
            throw InvalidValueException.of("FingerprintPolicy", "a function of the SHA-2 family");
        }
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
