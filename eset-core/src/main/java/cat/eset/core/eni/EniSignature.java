package cat.eset.core.eni;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import cat.eset.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A signature of a document or of an index.
 *
 * @param type its kind
 * @param content where the signature is
 * @param id its XML id; empty lets the writer give one
 * @param refs XML ids of the nodes it signs
 */
public record EniSignature(EniSignatureType type, Content content, Optional<String> id, List<String> refs) {

    /** Where a signature is. */
    public sealed interface Content {

        /** One function per case. */
        <T> T fold(
                Function<Csv, T> csv,
                Function<Encoded, T> encoded,
                Function<Element, T> element,
                Function<Reference, T> reference);
    }

    /**
     * A secure verification code.
     *
     * @param value the code
     * @param regulation the act that created the system of codes
     */
    public record Csv(String value, String regulation) implements Content {
        /** Checks the values. */
        public Csv {
            if (value.isBlank() || regulation.isBlank()) {
                throw InvalidValueException.of("EniSignature", "a CSV needs its value and the act that creates it");
            }
        }

        @Override
        public <T> T fold(
                Function<Csv, T> csv,
                Function<Encoded, T> encoded,
                Function<Element, T> element,
                Function<Reference, T> reference) {
            return csv.apply(this);
        }

        /** Hides the code, which gives access to the document. */
        @Override
        public String toString() {
            return "Csv[***]";
        }
    }

    /**
     * The bytes of the signature.
     *
     * @param bytes CAdES, or XAdES in a file; streamed when written
     */
    public record Encoded(DocumentContent bytes) implements Content {
        /** Checks the value. */
        public Encoded {
            Objects.requireNonNull(bytes, "bytes");
        }

        @Override
        public <T> T fold(
                Function<Csv, T> csv,
                Function<Encoded, T> encoded,
                Function<Element, T> element,
                Function<Reference, T> reference) {
            return encoded.apply(this);
        }
    }

    /**
     * The {@code ds:Signature} element itself.
     *
     * @param signature kept character by character, so that it still verifies
     */
    public record Element(VerbatimXml signature) implements Content {
        /** Checks the value. */
        public Element {
            Objects.requireNonNull(signature, "signature");
        }

        @Override
        public <T> T fold(
                Function<Csv, T> csv,
                Function<Encoded, T> encoded,
                Function<Element, T> element,
                Function<Reference, T> reference) {
            return element.apply(this);
        }
    }

    /**
     * A reference to where the signature is.
     *
     * @param to internal reference; for PAdES, the id of the content, which is signed inside
     */
    public record Reference(String to) implements Content {
        /** Checks the value. */
        public Reference {
            Objects.requireNonNull(to, "to");
        }

        @Override
        public <T> T fold(
                Function<Csv, T> csv,
                Function<Encoded, T> encoded,
                Function<Element, T> element,
                Function<Reference, T> reference) {
            return reference.apply(this);
        }
    }

    /** Checks the values. */
    public EniSignature {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(id, "id");
        refs = List.copyOf(refs);
    }

    /** A document with a secure verification code (TF01). */
    public static EniSignature csv(String value, String regulation) {
        return ofContent(EniSignatureType.CSV, new Csv(value, regulation));
    }

    /** A PDF signed inside (TF06): the signature is where the content is. */
    public static EniSignature pades() {
        return ofContent(EniSignatureType.PADES, new Reference(EniDocument.CONTENT_ID));
    }

    /** A CAdES signature in its own bytes (TF04). */
    public static EniSignature cadesDetached(byte[] signature) {
        return ofContent(EniSignatureType.CADES_DETACHED, new Encoded(DocumentContent.of(signature, MediaType.BINARY)));
    }

    /** A XAdES signature over the content, as an element (TF02). */
    public static EniSignature xadesDetached(byte[] dsSignature) {
        return ofContent(
                EniSignatureType.XADES_DETACHED,
                new Element(VerbatimXml.of(new String(dsSignature, StandardCharsets.UTF_8))));
    }

    private static EniSignature ofContent(EniSignatureType type, Content content) {
        return new EniSignature(type, content, Optional.empty(), List.of(EniDocument.CONTENT_ID));
    }

    /** The same signature, over other nodes. */
    public EniSignature over(String... ids) {
        return new EniSignature(type, content, id, List.of(ids));
    }
}
