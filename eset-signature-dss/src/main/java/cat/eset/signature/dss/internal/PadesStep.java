package cat.eset.signature.dss.internal;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSMessageDigest;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.PAdESUtils;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * One PDF signature at level B or T. The document is prepared once, with an empty room, and digested while it is written;
 * the CMS then goes into the room.
 */
final class PadesStep implements SigningStep {

    /** Bytes of new streams of a PDF in memory. PDFBox keeps a table for all of it: without a limit one of 400 kB. */
    private static final long SCRATCH = 32L * 1024 * 1024;

    private final SigningEnvironment environment;
    private final WorkFiles files;
    private final PdfCms cms;
    private final PAdESSignatureParameters parameters;
    private final DSSMessageDigest digest;
    private final DSSDocument prepared;
    private final byte[] toBeSigned;

    PadesStep(
            SigningEnvironment environment,
            Verifiers verifiers,
            DocumentContent pdf,
            Pades format,
            SignatureLevel level,
            SigningContext context)
            throws IOException {
        SigningPermissions.requireHeaderAtStart(pdf);
        this.environment = environment;
        this.files = new WorkFiles(environment.temporaryDirectory());
        this.cms = new PdfCms(verifiers.create(), verifiers.enclosed(context.chain()), context.stamping());
        try {
            boolean small = pdf.length() <= environment.inMemoryUpTo();
            DSSDocument document = small ? ContentDocument.inMemory(pdf) : file(pdf);
            document.setName("document.pdf"); // DSS derives the document's ID from it: it must be the same every time
            int pages = format.mark().isPresent() && format.mark().get().page() == 0 ? PdfPages.count(document) : 1;
            this.parameters = PadesParameters.of(format, level, pages, context);
            this.digest = service(small, pdf.length()).messageDigest(document, parameters);
            this.prepared = parameters.getPdfSignatureCache().getToBeSignedDocument();
            this.toBeSigned = cms.toBeSigned(digest, parameters);
        } catch (IOException | RuntimeException | Error e) {
            files.close();
            throw e;
        }
    }

    @Override
    public byte[] toBeSigned() {
        return toBeSigned.clone();
    }

    @Override
    public RawResult finish(byte[] signatureValue) throws IOException {
        byte[] der = cms.cms(digest, parameters, Parameters.value(parameters, signatureValue));
        if (!environment.spliced()) {
            return RawResult.of(PAdESUtils.replaceSignature(prepared, der, null), MediaType.PDF);
        }
        if (prepared instanceof InMemoryDocument memory) {
            byte[] bytes = memory.getBytes(); // not shared with anybody: the service made it for this signature
            SignatureGap.fill(bytes, der);
            return RawResult.inMemory(bytes, MediaType.PDF);
        }
        Path file = ((FileDocument) prepared).getFile().toPath();
        SignatureGap.fill(file, der);
        return RawResult.inFile(files.keep(file), MediaType.PDF);
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    private PDFSignatureService service(boolean small, long length) {
        PdfBoxNativeObjectFactory factory = new PdfBoxNativeObjectFactory();
        factory.setPdfPermissionsChecker(new SigningPermissions());
        factory.setPdfSignatureFieldPositionChecker(SigningPermissions.places());
        if (small) {
            factory.setResourcesHandlerBuilder(new WorkMemory(length + 2L * parameters.getContentSize()));
            factory.setPdfMemoryUsageSetting(PdfMemoryUsageSetting.mixed(SCRATCH));
        } else {
            factory.setResourcesHandlerBuilder(files);
            factory.setPdfMemoryUsageSetting(PdfMemoryUsageSetting.fileOnly());
        }
        return factory.newPAdESSignatureService();
    }

    private FileDocument file(DocumentContent content) throws IOException {
        Path file = files.create();
        try (InputStream in = content.open()) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return new FileDocument(file.toFile());
    }
}
