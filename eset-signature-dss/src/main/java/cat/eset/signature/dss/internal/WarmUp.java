package cat.eset.signature.dss.internal;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureFormat;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SigningKey;
import cat.eset.signature.Xades;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Prepares a tiny PDF and a tiny XML, without ever using the key. */
public final class WarmUp {

    private WarmUp() {}

    /** Runs everything up to the key once. */
    public static void run(SigningRun run, SigningKey key) {
        prepare(run, key, DocumentContent.of(pdf(), MediaType.PDF), Pades.level(SignatureLevel.B));
        byte[] xml = "<eset Id=\"warm\"/>".getBytes(StandardCharsets.UTF_8);
        prepare(run, key, DocumentContent.of(xml, MediaType.XML), Xades.enveloped(SignatureLevel.B));
    }

    private static void prepare(SigningRun run, SigningKey key, DocumentContent document, SignatureFormat format) {
        run.prepare(document, format, key.chain());
    }

    private static byte[] pdf() {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a PDF in memory can be written", e);
        }
    }
}
