package cat.eset.signature.dss.internal;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.signature.AsicE;
import cat.eset.signature.Cades;
import cat.eset.signature.SignatureLevel;
import eu.europa.esig.dss.asic.xades.ASiCWithXAdESSignatureParameters;
import eu.europa.esig.dss.asic.xades.signature.ASiCWithXAdESService;
import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureForm;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;

/** Signatures beside the document: CMS, and containers. */
final class OtherSteps {

    static final MediaType CMS = new MediaType("application/pkcs7-signature");
    static final MediaType ASIC_E = new MediaType("application/vnd.etsi.asic-e+zip");

    private OtherSteps() {}

    static SigningStep cades(
            CertificateVerifier verifier,
            DocumentContent content,
            Cades format,
            SignatureLevel level,
            SigningContext context) {
        CAdESService service = new CAdESService(verifier);
        service.setTspSource(context.stamping());
        CAdESSignatureParameters parameters = cadesAugmentation(level);
        Parameters.fill(parameters, format, context);
        parameters.setSignaturePackaging(SignaturePackaging.DETACHED);
        return new ServiceStep<>(service, ContentDocument.digestOnly(content, "content"), parameters, CMS);
    }

    static SigningStep asicE(
            CertificateVerifier verifier,
            DocumentContent content,
            AsicE format,
            SignatureLevel level,
            SigningContext context) {
        ASiCWithXAdESService service = new ASiCWithXAdESService(verifier);
        service.setTspSource(context.stamping());
        ASiCWithXAdESSignatureParameters parameters = asicAugmentation(level);
        Parameters.fill(parameters, format, context);
        Parameters.name(parameters, content, format, context);
        DSSDocument document = ContentDocument.streamed(content);
        document.setName("document");
        return new ServiceStep<>(service, document, parameters, ASIC_E);
    }

    static CAdESSignatureParameters cadesAugmentation(SignatureLevel level) {
        CAdESSignatureParameters out = new CAdESSignatureParameters();
        out.setSignatureLevel(Parameters.level(SignatureForm.CAdES, level));
        out.getSignatureTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        out.getArchiveTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        return out;
    }

    static ASiCWithXAdESSignatureParameters asicAugmentation(SignatureLevel level) {
        ASiCWithXAdESSignatureParameters out = new ASiCWithXAdESSignatureParameters();
        out.setSignatureLevel(Parameters.level(SignatureForm.XAdES, level));
        out.aSiC().setContainerType(ASiCContainerType.ASiC_E);
        out.getSignatureTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        out.getArchiveTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        return out;
    }
}
