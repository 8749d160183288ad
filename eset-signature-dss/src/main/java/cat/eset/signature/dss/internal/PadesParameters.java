package cat.eset.signature.dss.internal;

import cat.eset.core.DocumentContent;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.VisibleMark;
import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureForm;
import eu.europa.esig.dss.enumerations.SignerTextPosition;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.TimeZone;

/** Translates a {@link Pades} into what DSS wants. One object per signature: DSS keeps state in it. */
final class PadesParameters {

    private static final int CMS_OVERHEAD = 4 * 1024;
    private static final int TIME_STAMP_ROOM = 16 * 1024;

    private PadesParameters() {}

    static PAdESSignatureParameters of(Pades format, SignatureLevel level, int pages, SigningContext context)
            throws IOException {
        PAdESSignatureParameters out = new PAdESSignatureParameters();
        out.setSignatureLevel(Parameters.level(SignatureForm.PAdES, level));
        Parameters.fill(out, format, context);
        out.setSigningTimeZone(TimeZone.getTimeZone("Europe/Madrid"));
        out.setContentSize(room(level, context));
        format.reason().ifPresent(out::setReason);
        format.location().ifPresent(out::setLocation);
        format.permissions().ifPresent(permission -> out.setPermission(permission(permission)));
        stamps(out);
        SignatureImageParameters image = out.getImageParameters();
        format.field().ifPresent(name -> image.getFieldParameters().setFieldId(name));
        if (format.mark().isPresent()) {
            draw(image, format.mark().get(), pages);
        }
        return out;
    }

    /** Parameters that only raise the level of what is signed already. */
    static PAdESSignatureParameters augmentation(SignatureLevel level) {
        PAdESSignatureParameters out = new PAdESSignatureParameters();
        out.setSignatureLevel(Parameters.level(SignatureForm.PAdES, level));
        stamps(out);
        return out;
    }

    private static void stamps(PAdESSignatureParameters out) {
        out.getSignatureTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        out.getSignatureTimestampParameters().setContentSize(TIME_STAMP_ROOM);
        out.getArchiveTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        out.getArchiveTimestampParameters().setContentSize(TIME_STAMP_ROOM);
    }

    /** Bytes kept for the CMS: too few is an error at the very end, too many only make the file larger. */
    private static int room(SignatureLevel level, SigningContext context) {
        int out = CMS_OVERHEAD;
        try {
            for (X509Certificate certificate : context.chain()) {
                out += certificate.getEncoded().length;
            }
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
        return level.needsTimeStamp() ? out + TIME_STAMP_ROOM : out;
    }

    private static CertificationPermission permission(Pades.ChangePermission permission) {
        return switch (permission) {
            case NOTHING -> CertificationPermission.NO_CHANGE_PERMITTED;
            case FORMS_AND_SIGNATURES -> CertificationPermission.MINIMAL_CHANGES_PERMITTED;
            case FORMS_SIGNATURES_AND_NOTES -> CertificationPermission.CHANGES_PERMITTED;
        };
    }

    private static void draw(SignatureImageParameters image, VisibleMark mark, int pages) throws IOException {
        SignatureFieldParameters field = image.getFieldParameters();
        field.setPage(mark.page() == 0 ? pages : mark.page());
        field.setOriginX(mark.left());
        field.setOriginY(mark.top());
        field.setWidth(mark.width());
        field.setHeight(mark.height());
        if (!mark.lines().isEmpty()) {
            SignatureImageTextParameters text = new SignatureImageTextParameters();
            text.setText(String.join("\n", mark.lines()));
            text.setTextWrapping(eu.europa.esig.dss.enumerations.TextWrapping.FILL_BOX);
            text.setSignerTextPosition(SignerTextPosition.RIGHT);
            image.setTextParameters(text);
        }
        if (mark.image().isPresent()) {
            DocumentContent picture = mark.image().get();
            image.setImage(new InMemoryDocument(
                    picture.readAllBytes(), picture.mediaType().value().endsWith("png") ? "mark.png" : "mark.jpg"));
        }
    }
}
