package cat.eset.signature.dss;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.core.MediaType;
import cat.eset.core.copy.CopyKind;
import cat.eset.core.id.Csv;
import cat.eset.core.id.EniDocumentId;
import cat.eset.signature.SigningException;
import cat.eset.signature.SigningException.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.util.Matrix;

/**
 * Writes the verification code and the address of the electronic seat on every page of a copy (RD 203/2021 art. 21.2; legal
 * rule R11). The copy is a new document: signatures of the original are not in it, only how they looked. Keep the original.
 * Thread-safe.
 */
public final class CopyStamper {

    private static final float SIZE = 7;
    private static final float MARGIN = 12;

    private final URI seat;

    private CopyStamper(URI seat) {
        this.seat = seat;
    }

    /** Codes are verified at this address. */
    public static CopyStamper forSeat(URI seat) {
        return new CopyStamper(Objects.requireNonNull(seat, "seat"));
    }

    /**
     * A copy with the code on every page.
     *
     * @param original the document, which is not changed
     * @param code the copy's own code
     * @throws SigningException if it is no PDF, or is encrypted
     */
    public DocumentContent stamp(DocumentContent original, Csv code) {
        return stamp(original, code, "CSV", Map.of());
    }

    /**
     * A copy that also says that it is one, on every page, and carries the metadata of the copy: its state of elaboration and
     * the document it was made from (Llei 39/2015 art. 27.3; legal rule R10). Ask {@link CopyKind#checkSource} first whether
     * it may be made.
     *
     * @param original the document, which is not changed
     * @param code the copy's own code
     * @param kind of copy
     * @param source identifier of the document it is made from
     * @throws SigningException if it is no PDF, or is encrypted
     */
    public DocumentContent stamp(DocumentContent original, Csv code, CopyKind kind, EniDocumentId source) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("EstadoElaboracion", kind.elaboration().code());
        metadata.put("IdentificadorDocumentoOrigen", source.value());
        return stamp(original, code, (kind.isAuthentic() ? "CÒPIA AUTÈNTICA" : "CÒPIA") + "   CSV", metadata);
    }

    private DocumentContent stamp(DocumentContent original, Csv code, String mark, Map<String, String> metadata) {
        try (PDDocument copy = Loader.loadPDF(original.readAllBytes());
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            if (copy.isEncrypted()) {
                throw encrypted();
            }
            removeSignatures(copy);
            PDFont font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            int pages = copy.getNumberOfPages();
            for (int i = 0; i < pages; i++) {
                write(
                        copy,
                        copy.getPage(i),
                        font,
                        mark + " " + code.printed() + "   " + seat + "   " + (i + 1) + "/" + pages);
            }
            metadata.forEach(copy.getDocumentInformation()::setCustomMetadataValue);
            copy.save(out);
            return DocumentContent.of(out.toByteArray(), MediaType.PDF);
        } catch (InvalidPasswordException e) {
            throw encrypted();
        } catch (IOException | StackOverflowError e) {
            throw SigningException.of(
                    Problem.MALFORMED_DOCUMENT,
                    Failure.of(Failure.Fault.CALLER, "The document is no PDF, or is damaged")
                            .remedy("Open it with a viewer; export it again.")
                            .cause(e));
        }
    }

    /** A signature over other bytes would be shown as broken. */
    private static void removeSignatures(PDDocument copy) throws IOException {
        for (PDSignatureField field : copy.getSignatureFields()) {
            field.getCOSObject().removeItem(COSName.V);
        }
        copy.getDocumentCatalog().getCOSObject().removeItem(COSName.getPDFName("Perms"));
        copy.getDocumentCatalog().getCOSObject().removeItem(COSName.getPDFName("DSS"));
    }

    /** At the foot of the page as a person sees it, whatever its rotation. */
    private static void write(PDDocument copy, PDPage page, PDFont font, String text) throws IOException {
        PDRectangle box = page.getCropBox();
        try (PDPageContentStream content =
                new PDPageContentStream(copy, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
            content.transform(upright(page.getRotation(), box));
            content.beginText();
            content.setFont(font, SIZE);
            content.newLineAtOffset(MARGIN, MARGIN);
            content.showText(text);
            content.endText();
        }
    }

    private static Matrix upright(int rotation, PDRectangle box) {
        return switch (Math.floorMod(rotation, 360)) {
            case 90 -> new Matrix(0, 1, -1, 0, box.getUpperRightX(), box.getLowerLeftY());
            case 180 -> new Matrix(-1, 0, 0, -1, box.getUpperRightX(), box.getUpperRightY());
            case 270 -> new Matrix(0, -1, 1, 0, box.getLowerLeftX(), box.getUpperRightY());
            default -> new Matrix(1, 0, 0, 1, box.getLowerLeftX(), box.getLowerLeftY());
        };
    }

    private static SigningException encrypted() {
        return SigningException.of(
                Problem.ENCRYPTED_DOCUMENT,
                Failure.of(Failure.Fault.CALLER, "The PDF is encrypted").remedy("Save it without password."));
    }
}
