package cat.eset.core.eni;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes and reads ENI documents and expedients, version 1.0. What is written validates against the official schemas
 * and is the same, byte by byte, for the same values. What is read may come from anybody: document types are refused,
 * depth and size are limited, unknown elements and codes are tolerated; {@link EniValidator} says what is wrong with it.
 * Thread-safe.
 */
public final class EniXml {

    private EniXml() {}

    /** Writes a document, streaming its content. The stream is flushed and not closed. */
    public static void write(EniDocument document, OutputStream out) throws IOException {
        DocumentXml.write(document, XmlOutput.file(out));
        out.flush();
    }

    static void writeCanonical(EniDocument document, OutputStream out) throws IOException {
        DocumentXml.write(document, XmlOutput.canonical(out));
    }

    /** Writes an expedient. The stream is flushed and not closed. */
    public static void write(EniExpedient expedient, OutputStream out) throws IOException {
        ExpedientXml.write(expedient, XmlOutput.file(out));
        out.flush();
    }

    /**
     * Writes an index alone, as the root of its own file; its signatures verify there as they do in the whole. The
     * stream is flushed and not closed.
     */
    public static void write(EniIndex index, OutputStream out) throws IOException {
        ExpedientXml.writeIndexAlone(index, XmlOutput.file(out, 1));
        out.flush();
    }

    /**
     * An expedient as it is given to the signer of its index, who signs the element whose
     * {@code Id} is {@link EniIndex#contentId()}. It is not valid against the schema until it has a signature.
     */
    public static DocumentContent toBeSigned(EniExpedient expedient) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            write(expedient, out);
            return DocumentContent.of(out.toByteArray(), MediaType.XML);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    /**
     * Reads a document of moderate size (256 MB at most); its content is held in memory.
     *
     * @throws EniFormatException if it is not an ENI document, or beyond the limits
     */
    public static EniDocument readDocument(InputStream in) {
        try (XmlInput xml = XmlInput.of(in, XmlInput.Limits.STANDARD)) {
            xml.root();
            EniDocument document = DocumentXml.read(xml, Optional.empty());
            xml.end();
            return document;
        }
    }

    /**
     * Reads a document of any size; its content goes to a file as it is read, and is read from there afterwards. If this
     * fails the file may be there in part, and belongs to the caller.
     *
     * @param contentFile where the content goes; it must not exist
     * @throws EniFormatException if it is not an ENI document, or beyond the limits
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public static EniDocument readDocument(InputStream in, Path contentFile) {
        try (XmlInput xml = XmlInput.of(in, XmlInput.Limits.STREAMED)) {
            xml.root();
            EniDocument document = DocumentXml.read(xml, Optional.of(contentFile));
            xml.end();
            return document;
        }
    }

    /**
     * Reads an expedient. The index content is kept as it came, so that its signatures still verify when it is written
     * again.
     *
     * @throws EniFormatException if it is not an ENI expedient, or beyond the limits
     */
    public static EniExpedient readExpedient(InputStream in) {
        try (XmlInput xml = XmlInput.of(in, XmlInput.Limits.STANDARD)) {
            xml.root();
            EniExpedient expedient = ExpedientXml.read(xml);
            xml.end();
            return expedient;
        }
    }
}
