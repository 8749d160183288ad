package cat.eset.signature.dss.internal;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.signature.SigningException;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pdf.PdfDocumentReader;
import eu.europa.esig.dss.pdf.PdfPermissionsChecker;
import eu.europa.esig.dss.pdf.PdfSignatureFieldPositionChecker;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDocumentReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Refuses encrypted PDFs, even those that open without a password: archives and ENI take none. Refuses PDFs whose table of
 * objects had to be rebuilt: an update added to one of those, and so its signature, cannot be read again.
 */
final class SigningPermissions extends PdfPermissionsChecker {

    private static final byte[] HEADER = "%PDF-".getBytes(StandardCharsets.ISO_8859_1);

    @Override
    public void checkDocumentPermissions(PdfDocumentReader reader, SignatureFieldParameters field) {
        if (reader.isEncrypted()) {
            throw encrypted();
        }
        if (reader instanceof PdfBoxDocumentReader box
                && box.getPDDocument().getDocument().getStartXref() == 0) {
            throw SigningException.of(
                    SigningException.Problem.MALFORMED_DOCUMENT,
                    Failure.of(Failure.Fault.CALLER, "The end of the PDF is damaged and it opens only by repair")
                            .remedy("Open it with a viewer, save it under another name, and sign that."));
        }
    }

    /**
     * Refuses PDFs with anything before their header. Readers disagree where offsets are then counted from, and what is added
     * to one cannot be read again.
     */
    static void requireHeaderAtStart(DocumentContent pdf) throws IOException {
        try (InputStream in = pdf.open()) {
            if (!Arrays.equals(in.readNBytes(HEADER.length), HEADER)) {
                throw SigningException.of(
                        SigningException.Problem.MALFORMED_DOCUMENT,
                        Failure.of(Failure.Fault.CALLER, "The document does not begin with the header of a PDF")
                                .remedy("Open it with a viewer, save it under another name, and sign that."));
            }
        }
    }

    /** Refuses marks outside the page or over another field. */
    static PdfSignatureFieldPositionChecker places() {
        PdfSignatureFieldPositionChecker out = new PdfSignatureFieldPositionChecker();
        out.setAlertOnSignatureFieldOverlap(status -> {
            throw noPlace("The mark would cover another signature or form field");
        });
        out.setAlertOnSignatureFieldOutsidePageDimensions(status -> {
            throw noPlace("The mark would stand outside the page");
        });
        return out;
    }

    private static SigningException noPlace(String what) {
        return SigningException.of(
                SigningException.Problem.FIELD_UNAVAILABLE,
                Failure.of(Failure.Fault.CALLER, what).remedy("Choose a free rectangle inside the page, in points."));
    }

    static SigningException encrypted() {
        return SigningException.of(
                SigningException.Problem.ENCRYPTED_DOCUMENT,
                Failure.of(Failure.Fault.CALLER, "The PDF is encrypted")
                        .remedy("Save it without password and restrictions, then sign it."));
    }
}
