package cat.eset.signature.dss.internal;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.Xades;
import cat.eset.signature.Xades.Detached;
import cat.eset.signature.Xades.Enveloped;
import cat.eset.signature.Xades.Enveloping;
import cat.eset.signature.Xades.InternallyDetached;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureForm;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.reference.CanonicalizationTransform;
import eu.europa.esig.dss.xades.reference.DSSReference;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.io.IOException;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;

/** One XML signature. */
final class XadesStep {

    private XadesStep() {}

    static SigningStep begin(
            CertificateVerifier verifier,
            DocumentContent content,
            Xades format,
            SignatureLevel level,
            SigningContext context)
            throws IOException {
        XAdESService service = new XAdESService(verifier);
        service.setTspSource(context.stamping());
        XAdESSignatureParameters parameters = parameters(format, level, context);
        Parameters.name(parameters, content, format, context);
        Xades.Placement placement = format.placement();
        if (placement instanceof InternallyDetached inside) {
            return InternallyDetachedStep.begin(service, content, inside, parameters);
        }
        DSSDocument document;
        if (placement instanceof Detached detached) {
            parameters.setSignaturePackaging(SignaturePackaging.DETACHED);
            document = ContentDocument.digestOnly(content, detached.uri());
        } else if (placement instanceof Enveloping) {
            parameters.setSignaturePackaging(SignaturePackaging.ENVELOPING);
            document = ContentDocument.streamed(content);
            document.setName("content");
        } else {
            assert placement instanceof Enveloped;
            XmlInput.requireXml(content);
            parameters.setSignaturePackaging(SignaturePackaging.ENVELOPED);
            document = ContentDocument.streamed(content);
            document.setName("document.xml");
        }
        return new ServiceStep<>(service, document, parameters, MediaType.XML);
    }

    static XAdESSignatureParameters augmentation(SignatureLevel level) {
        XAdESSignatureParameters out = new XAdESSignatureParameters();
        out.setSignatureLevel(Parameters.level(SignatureForm.XAdES, level));
        stamps(out);
        return out;
    }

    static XAdESSignatureParameters parameters(Xades format, SignatureLevel level, SigningContext context) {
        XAdESSignatureParameters out = new XAdESSignatureParameters();
        out.setSignatureLevel(Parameters.level(SignatureForm.XAdES, level));
        Parameters.fill(out, format, context);
        out.setSigningCertificateDigestMethod(DigestAlgorithm.SHA256);
        out.setSignedInfoCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE);
        out.setSignedPropertiesCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE);
        if (format.legacySigningCertificate()) {
            out.setEn319132(false);
        }
        stamps(out);
        return out;
    }

    /** A reference to one element by its {@code Id}, canonicalised so that its surroundings do not matter. */
    static DSSReference reference(String id, DSSDocument document) {
        DSSReference out = new DSSReference();
        out.setId("ref-" + id);
        out.setUri("#" + id);
        out.setDigestMethodAlgorithm(DigestAlgorithm.SHA256);
        out.setContents(document);
        out.setTransforms(List.of(new CanonicalizationTransform(CanonicalizationMethod.EXCLUSIVE)));
        return out;
    }

    private static void stamps(XAdESSignatureParameters out) {
        out.getSignatureTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        out.getSignatureTimestampParameters().setCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE);
        out.getArchiveTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        out.getArchiveTimestampParameters().setCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE);
    }
}
