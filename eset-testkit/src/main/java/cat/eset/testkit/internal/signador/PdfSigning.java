package cat.eset.testkit.internal.signador;

import cat.eset.testkit.pki.TestIdentity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/** Signatures in a PDF: an incremental update, as the Signador's "in PDF" modes return. */
final class PdfSigning {

    private static final int KILOBYTE = 1024;
    private static final int ROOM = 32 * KILOBYTE;

    private final CmsSigning cms;
    private final Order order;
    private final Clock clock;

    PdfSigning(Order order, TestIdentity who, Clock clock, UnaryOperator<byte[]> stamps) {
        this.cms = new CmsSigning(order, who, clock, stamps);
        this.order = order;
        this.clock = clock;
    }

    byte[] sign(byte[] pdf) throws IOException, JobRefusal {
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            String room = order.option("pdf_reserved_space");
            options.setPreferredSignatureSize(room.isEmpty() ? ROOM : Integer.parseInt(room) * KILOBYTE);
            PDSignature signature = dictionary();
            String field = order.option("pdf_signature_field");
            if (!field.isEmpty()) {
                existing(document, field).setValue(signature);
            }
            document.addSignature(signature, this::contents, options);
            if (field.isEmpty() && !"false".equals(order.option("pdf_visible_signature"))) {
                place(document, signature);
            }
            certify(document, signature);
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    private PDSignature dictionary() {
        PDSignature signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(
                order.isAdvanced()
                        ? COSName.getPDFName("ETSI.CAdES.detached")
                        : PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
        GregorianCalendar now = new GregorianCalendar(TimeZone.getTimeZone("UTC"), java.util.Locale.ROOT);
        now.setTime(Date.from(clock.instant()));
        signature.setSignDate(now);
        if (!order.option("pdf_reason").isBlank()) {
            signature.setReason(order.option("pdf_reason"));
        }
        if (!order.option("pdf_location").isBlank()) {
            signature.setLocation(order.option("pdf_location"));
        }
        return signature;
    }

    private static PDSignatureField existing(PDDocument document, String name) throws JobRefusal, IOException {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm();
        if (form != null && form.getField(name) instanceof PDSignatureField field && field.getSignature() == null) {
            return field;
        }
        throw new JobRefusal("El PDF no té el camp de signatura " + name);
    }

    /** Where the mark would be; nothing is drawn there, whatever was said of its looks. */
    private void place(PDDocument document, PDSignature signature) throws IOException, JobRefusal {
        String said = order.option("pdf_signature_page_number");
        int number = said.isEmpty() ? 1 : Integer.parseInt(said);
        int pages = document.getNumberOfPages();
        if (number > pages) {
            throw new JobRefusal("El PDF no té la pàgina " + number);
        }
        PDPage page = document.getPage(number < 1 ? pages - 1 : number - 1);
        String[] corners = order.options()
                .getOrDefault("pdf_signature_rectangle", "100 100 200 200")
                .split(" ", -1);
        for (PDSignatureField field : document.getSignatureFields()) {
            if (field.getSignature() != null && field.getSignature().getCOSObject() == signature.getCOSObject()) {
                PDAnnotationWidget widget = field.getWidgets().get(0);
                widget.setRectangle(new PDRectangle(
                        Float.parseFloat(corners[0]),
                        Float.parseFloat(corners[1]),
                        Float.parseFloat(corners[2]) - Float.parseFloat(corners[0]),
                        Float.parseFloat(corners[3]) - Float.parseFloat(corners[1])));
                widget.setPage(page);
            }
        }
    }

    /** What may still be done to the document afterwards: DocMDP 1 to 3. */
    private void certify(PDDocument document, PDSignature signature) {
        String level = order.option("pdf_certification_level");
        if (level.isEmpty() || level.equals("0")) {
            return;
        }
        COSDictionary parameters = new COSDictionary();
        parameters.setItem(COSName.TYPE, COSName.getPDFName("TransformParams"));
        parameters.setInt(COSName.P, Integer.parseInt(level));
        parameters.setName(COSName.V, "1.2");
        COSDictionary reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("SigRef"));
        reference.setName("TransformMethod", "DocMDP");
        reference.setItem("TransformParams", parameters);
        COSArray references = new COSArray();
        references.add(reference);
        signature.getCOSObject().setItem("Reference", references);
        COSDictionary permissions = new COSDictionary();
        permissions.setItem("DocMDP", signature);
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        catalog.setItem(COSName.PERMS, permissions);
        catalog.setNeedToBeUpdated(true);
    }

    private byte[] contents(InputStream signed) throws IOException {
        try (DigestInputStream in = new DigestInputStream(signed, MessageDigest.getInstance(order.digest()))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return cms.overDigest(in.getMessageDigest().digest(), null);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** A PDF with nothing on it. */
    static byte[] blank() throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        }
    }
}
