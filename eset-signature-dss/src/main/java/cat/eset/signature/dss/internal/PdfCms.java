package cat.eset.signature.dss.internal;

import eu.europa.esig.dss.model.DSSMessageDigest;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.ExternalCMSService;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;

/**
 * DSS's builder of the CMS inside a PDF, without its repeated checks of the certificate, which {@link SigningRun} makes
 * once.
 */
final class PdfCms extends ExternalCMSService {

    PdfCms(CertificateVerifier verifier, Stamping stamping) {
        super(verifier);
        setTspSource(stamping);
    }

    byte[] toBeSigned(DSSMessageDigest digest, PAdESSignatureParameters parameters) {
        return buildToBeSignedData(digest, parameters).getBytes();
    }

    byte[] cms(DSSMessageDigest digest, PAdESSignatureParameters parameters, SignatureValue value) {
        return buildCMS(digest, parameters, value).getDEREncoded();
    }
}
