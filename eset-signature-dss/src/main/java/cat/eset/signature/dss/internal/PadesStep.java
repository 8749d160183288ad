package cat.eset.signature.dss.internal;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureLevel;
import eu.europa.esig.dss.model.DSSMessageDigest;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.PAdESUtils;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.visible.nativedrawer.PdfBoxNativeSignatureDrawerFactory;
import java.io.IOException;
import java.util.Optional;

/**
 * One PDF signature at level B or T. The update that it adds is prepared once, with an empty room, and digested; the CMS then
 * goes into the room.
 */
final class PadesStep implements SigningStep {

    /** Bytes of new streams of a PDF in memory. PDFBox keeps a table for all of it: without a limit one of 400 kB. */
    private static final long SCRATCH = 32L * 1024 * 1024;

    private final WorkFiles files;
    private final PdfCms cms;
    private final PdfSource source;
    private final Optional<PdfUpdate> update;
    private final PAdESSignatureParameters parameters;
    private final DSSMessageDigest digest;
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
        this.files = new WorkFiles(environment.temporaryDirectory());
        this.cms = new PdfCms(verifiers.create(), verifiers.enclosed(context.chain()), context.stamping());
        try {
            boolean small = pdf.length() <= environment.inMemoryUpTo();
            this.source = small ? PdfSource.inMemory(pdf) : PdfSource.inFile(pdf, files.create());
            boolean last = format.mark().isPresent() && format.mark().get().page() == 0;
            this.parameters = PadesParameters.of(format, level, last ? PdfPages.count(source.document()) : 1, context);
            this.update = environment.spliced() ? Optional.of(new PdfUpdate(source)) : Optional.empty();
            PdfBoxSignatureService service = update.isPresent() ? update.get() : standard();
            service.setPdfPermissionsChecker(new SigningPermissions());
            service.setPdfSignatureFieldPositionChecker(SigningPermissions.places());
            service.setPdfMemoryUsageSetting(
                    small ? PdfMemoryUsageSetting.mixed(SCRATCH) : PdfMemoryUsageSetting.fileOnly());
            this.digest = service.messageDigest(source.document(), parameters);
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
        if (update.isPresent()) {
            return source.with(update.get().filled(der), files);
        }
        return RawResult.of(
                PAdESUtils.replaceSignature(parameters.getPdfSignatureCache().getToBeSignedDocument(), der, null),
                MediaType.PDF);
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    private static PdfBoxSignatureService standard() {
        return new PdfBoxSignatureService(PDFServiceMode.SIGNATURE, new PdfBoxNativeSignatureDrawerFactory());
    }
}
