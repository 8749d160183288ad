package cat.eset.signature;

import cat.eset.core.InvalidValueException;
import cat.eset.core.Sha256;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * A signature between its two phases. It is a value without secrets: store it as {@link #text()} with your own data, and
 * have it again with {@link #ofText}. Immutable and thread-safe.
 */
public final class PreparedSignature {

    private static final String VERSION = "eset-prepared-1";

    private final Sha256 document;
    private final Sha256 format;
    private final Instant signingTime;
    private final List<X509Certificate> chain;
    private final byte[] toBeSigned;

    private PreparedSignature(
            Sha256 document, Sha256 format, Instant signingTime, List<X509Certificate> chain, byte[] toBeSigned) {
        this.document = Objects.requireNonNull(document, "document");
        this.format = Objects.requireNonNull(format, "format");
        this.signingTime = Objects.requireNonNull(signingTime, "signingTime");
        this.chain = List.copyOf(chain);
        this.toBeSigned = toBeSigned;
    }

    /**
     * What a {@link TwoPhaseSigner} prepared.
     *
     * @param document digest of the document
     * @param format digest of the format asked for
     * @param signingTime the claimed signing time, part of what is signed
     * @param chain the signer's certificate and its issuers
     * @param toBeSigned the bytes to be signed
     */
    public static PreparedSignature of(
            Sha256 document, Sha256 format, Instant signingTime, List<X509Certificate> chain, byte[] toBeSigned) {
        return new PreparedSignature(document, format, signingTime, chain, toBeSigned.clone());
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws InvalidValueException if it is anything else
     */
    public static PreparedSignature ofText(String text) {
        String[] part = text.split("\\.", -1);
        if (part.length < 6 || !part[0].equals(VERSION)) {
            throw notOurs();
        }
        try {
            Base64.Decoder base64 = Base64.getUrlDecoder();
            List<X509Certificate> chain = new ArrayList<>();
            CertificateFactory certificates = CertificateFactory.getInstance("X.509");
            for (int i = 5; i < part.length; i++) {
                chain.add((X509Certificate)
                        certificates.generateCertificate(new ByteArrayInputStream(base64.decode(part[i]))));
            }
            return new PreparedSignature(
                    new Sha256(part[1]),
                    new Sha256(part[2]),
                    Instant.ofEpochMilli(Long.parseLong(part[3])),
                    chain,
                    base64.decode(part[4]));
        } catch (CertificateException | IllegalArgumentException | DateTimeException e) {
            throw notOurs();
        }
    }

    /** Everything as one line of ASCII text, to be stored by the caller. */
    public String text() {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        StringBuilder out = new StringBuilder(VERSION)
                .append('.')
                .append(document)
                .append('.')
                .append(format)
                .append('.')
                .append(signingTime.toEpochMilli())
                .append('.')
                .append(base64.encodeToString(toBeSigned));
        try {
            for (X509Certificate certificate : chain) {
                out.append('.').append(base64.encodeToString(certificate.getEncoded()));
            }
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
        return out.toString();
    }

    /** Digest of the document. */
    public Sha256 document() {
        return document;
    }

    /** Digest of the format asked for. */
    public Sha256 format() {
        return format;
    }

    /** The claimed signing time. */
    public Instant signingTime() {
        return signingTime;
    }

    /** The signer's certificate first, then its issuers. */
    public List<X509Certificate> chain() {
        return chain;
    }

    /** The bytes that the key signs, with SHA-256. */
    public byte[] toBeSigned() {
        return toBeSigned.clone();
    }

    /** SHA-256 of {@link #toBeSigned()}, for keys that are given a digest. */
    public Sha256 toBeSignedDigest() {
        return Sha256.of(toBeSigned);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PreparedSignature that
                && document.equals(that.document)
                && format.equals(that.format)
                && signingTime.equals(that.signingTime)
                && chain.equals(that.chain)
                && Arrays.equals(toBeSigned, that.toBeSigned);
    }

    @Override
    public int hashCode() {
        return Objects.hash(document, format, signingTime, Arrays.hashCode(toBeSigned));
    }

    @Override
    public String toString() {
        return "PreparedSignature[document " + document + ", at " + signingTime + "]";
    }

    private static InvalidValueException notOurs() {
        return InvalidValueException.of("PreparedSignature", "the text written by PreparedSignature.text()");
    }
}
