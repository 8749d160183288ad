package cat.eset.signature.dss.internal;

import cat.eset.core.Failure;
import cat.eset.signature.SigningException;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pdf.PdfDocumentReader;
import eu.europa.esig.dss.pdf.PdfPermissionsChecker;

/** Refuses encrypted PDFs, even those that open without a password: archives and ENI take none. */
final class SigningPermissions extends PdfPermissionsChecker {

    @Override
    public void checkDocumentPermissions(PdfDocumentReader reader, SignatureFieldParameters field) {
        if (reader.isEncrypted()) {
            throw encrypted();
        }
    }

    static SigningException encrypted() {
        return SigningException.of(
                SigningException.Problem.ENCRYPTED_DOCUMENT,
                Failure.of(Failure.Fault.CALLER, "The PDF is encrypted")
                        .remedy("Save it without password and restrictions, then sign it."));
    }
}
