package cat.eset.signature.dss.internal;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.core.MediaType;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.SigningException;
import cat.eset.signature.SigningException.Problem;
import eu.europa.esig.dss.asic.xades.signature.ASiCWithXAdESService;
import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Raises existing signatures to T, LT or LTA. */
final class Augmentation {

    private final SigningEnvironment environment;
    private final Verifiers verifiers;

    Augmentation(SigningEnvironment environment, Verifiers verifiers) {
        this.environment = environment;
        this.verifiers = verifiers;
    }

    SignedDocument augment(DocumentContent signed, Optional<DocumentContent> detached, SignatureLevel level) {
        return augment(signed, detached, level, Optional.empty(), Optional.empty());
    }

    /** The same, and the result says when it was signed and first stamped. */
    SignedDocument augment(
            DocumentContent signed,
            Optional<DocumentContent> detached,
            SignatureLevel level,
            Optional<Instant> signingTime,
            Optional<Instant> stampedBefore) {
        if (!level.needsTimeStamp()) {
            throw SigningException.of(
                    Problem.OTHER,
                    Failure.of(Failure.Fault.CALLER, "Level B cannot be reached by augmenting")
                            .remedy("Ask for T, LT or LTA."));
        }
        if (environment.timeStamps().isEmpty()) {
            throw Stamping.notConfigured();
        }
        Stamping stamping = new Stamping(environment.timeStamps());
        try (WorkFiles files = new WorkFiles(environment.temporaryDirectory())) {
            RawResult raw = raise(Kind.of(signed), signed, detached, level, stamping, files);
            Optional<Instant> stampedAt = stampedBefore.isPresent() ? stampedBefore : stamping.first();
            return raw.signed(signingTime, stampedAt);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw DssErrors.translate(e);
        }
    }

    private RawResult raise(
            Kind kind,
            DocumentContent signed,
            Optional<DocumentContent> detached,
            SignatureLevel level,
            Stamping stamping,
            WorkFiles files)
            throws IOException {
        CommonCertificateVerifier verifier = verifiers.create();
        DSSDocument document = ContentDocument.streamed(signed);
        switch (kind) {
            case PDF -> {
                return pdf(verifier, signed, level, stamping, files);
            }
            case XML -> {
                XAdESService service = new XAdESService(verifier);
                service.setTspSource(stamping);
                XAdESSignatureParameters parameters = XadesStep.augmentation(level);
                detached.ifPresent(content ->
                        parameters.getContext().setDetachedContents(List.of(ContentDocument.streamed(content))));
                return RawResult.of(service.extendDocument(document, parameters), MediaType.XML);
            }
            case CMS -> {
                CAdESService service = new CAdESService(verifier);
                service.setTspSource(stamping);
                CAdESSignatureParameters parameters = OtherSteps.cadesAugmentation(level);
                detached.ifPresent(content ->
                        parameters.getContext().setDetachedContents(List.of(ContentDocument.streamed(content))));
                return RawResult.of(service.extendDocument(document, parameters), OtherSteps.CMS);
            }
            case CONTAINER -> {
                ASiCWithXAdESService service = new ASiCWithXAdESService(verifier);
                service.setTspSource(stamping);
                return RawResult.of(
                        service.extendDocument(document, OtherSteps.asicAugmentation(level)), OtherSteps.ASIC_E);
            }
        }
        throw new IllegalStateException("every kind has its case");
    }

    private RawResult pdf(
            CommonCertificateVerifier verifier,
            DocumentContent signed,
            SignatureLevel level,
            Stamping stamping,
            WorkFiles files)
            throws IOException {
        boolean small = signed.length() <= environment.inMemoryUpTo();
        PdfBoxNativeObjectFactory factory = new PdfBoxNativeObjectFactory();
        PAdESService service = new PAdESService(verifier);
        service.setTspSource(stamping);
        if (small) {
            service.setPdfObjFactory(factory);
            DSSDocument out =
                    service.extendDocument(ContentDocument.inMemory(signed), PadesParameters.augmentation(level));
            return RawResult.of(out, MediaType.PDF);
        }
        factory.setResourcesHandlerBuilder(files);
        factory.setPdfMemoryUsageSetting(PdfMemoryUsageSetting.fileOnly());
        service.setPdfObjFactory(factory);
        Path source = files.create();
        try (InputStream in = signed.open()) {
            WorkFiles.fill(source, in);
        }
        DSSDocument out =
                service.extendDocument(new FileDocument(source.toFile()), PadesParameters.augmentation(level));
        Path result = ((FileDocument) out).getFile().toPath();
        return RawResult.inFile(files.keep(result), MediaType.PDF);
    }
}
