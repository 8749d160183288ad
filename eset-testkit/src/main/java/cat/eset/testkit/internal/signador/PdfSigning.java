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
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/** Signatures in a PDF: an incremental update, as the Signador's "in PDF" modes return. */
final class PdfSigning {

    private static final int ROOM = 32 * 1024;

    private final CmsSigning cms;
    private final Order order;
    private final Clock clock;

    PdfSigning(Order order, TestIdentity who, Clock clock, UnaryOperator<byte[]> stamps) {
        this.cms = new CmsSigning(order, who, clock, stamps);
        this.order = order;
        this.clock = clock;
    }

    byte[] sign(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            options.setPreferredSignatureSize(ROOM);
            document.addSignature(dictionary(), this::contents, options);
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
        return signature;
    }

    private byte[] contents(InputStream signed) throws IOException {
        try (DigestInputStream in = new DigestInputStream(signed, MessageDigest.getInstance("SHA-256"))) {
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
