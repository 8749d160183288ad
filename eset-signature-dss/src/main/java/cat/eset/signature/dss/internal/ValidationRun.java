package cat.eset.signature.dss.internal;

import cat.eset.core.DocumentContent;
import cat.eset.signature.SigningException;
import cat.eset.signature.dss.ValidationLimits;
import cat.eset.signature.validation.Judgement;
import cat.eset.signature.validation.SignatureFinding;
import cat.eset.signature.validation.SignatureFinding.Coverage;
import cat.eset.signature.validation.SignatureValidation;
import cat.eset.signature.validation.SubIndication;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import eu.europa.esig.dss.xades.validation.XMLDocumentValidator;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges documents: limits first, then DSS with the hardened policy, in a thread of its own with a time limit. */
public final class ValidationRun {

    private static final Logger LOG = LoggerFactory.getLogger(ValidationRun.class);

    /** Bytes: PDFs are compared by recursion, as deep as they go. Beyond it the document "cannot be read". */
    private static final long STACK = 64L * 1024 * 1024;

    private final Verifiers verifiers;
    private final ValidationLimits limits;
    private final InputScan scan;
    private final ValidationPolicy policy;
    private final Clock clock;

    /** Ready to judge by this trust and within these limits. */
    public ValidationRun(Sources trust, ValidationLimits limits, Clock clock) {
        this.verifiers = new Verifiers(trust);
        this.limits = limits;
        this.scan = new InputScan(limits);
        this.policy = HardenedPolicy.load();
        this.clock = clock;
    }

    /** Judges a document, or a signature beside its contents, which are by the address that it gives them. */
    public SignatureValidation validate(DocumentContent signed, Map<String, DocumentContent> detached) {
        if (signed.length() > limits.maximumLength()) {
            return undetermined(SubIndication.LIMITS_EXCEEDED, "the document is larger than the limit");
        }
        FutureTask<SignatureValidation> task = new FutureTask<>(() -> judge(signed, detached));
        Thread thread = new Thread(null, task, "eset-signature-validation", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            return undetermined(SubIndication.LIMITS_EXCEEDED, "the document took longer than the limit");
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return undetermined(SubIndication.TRY_LATER, "the validation was interrupted");
        } catch (ExecutionException e) {
            LOG.warn("a document could not be validated: {}", String.valueOf(e.getCause()));
            return undetermined(SubIndication.FORMAT_FAILURE, "the document cannot be read");
        }
    }

    private SignatureValidation judge(DocumentContent signed, Map<String, DocumentContent> detached)
            throws IOException {
        Kind kind;
        try {
            kind = Kind.of(signed);
        } catch (SigningException e) {
            return unsigned();
        }
        Optional<String> objection = scan.objection(kind, signed);
        if (objection.isPresent()) {
            return undetermined(SubIndication.LIMITS_EXCEEDED, objection.get());
        }
        if (kind == Kind.CONTAINER
                && ContainerShape.names(signed.readAllBytes()).isEmpty()) {
            return undetermined(SubIndication.FORMAT_FAILURE, "the container can be read in more ways than one");
        }
        if (kind == Kind.XML && InputScan.hasXmlTimeStamp(signed)) {
            return undetermined(
                    SubIndication.ASK_VALIDADOR,
                    "it carries an XMLTimeStamp of old AOC tools, which only the Validador judges");
        }
        SignedDocumentValidator validator = validator(kind, signed);
        if (!detached.isEmpty()) {
            validator.setDetachedContents(ContentDocument.named(detached));
        }
        validator.setCertificateVerifier(verifiers.create());
        validator.setEnableEtsiValidationReport(false);
        Reports reports = validator.validateDocument(policy);
        return new Findings(kind, signed, detached.values(), validator, reports).result();
    }

    private static SignedDocumentValidator validator(Kind kind, DocumentContent signed) throws IOException {
        if (kind == Kind.PDF) {
            PDFDocumentValidator pdf = new PDFDocumentValidator(ContentDocument.inMemory(signed));
            pdf.setPdfObjFactory(comparingAllThatShows());
            return pdf;
        }
        DSSDocument document = ContentDocument.streamed(signed);
        return kind == Kind.XML ? new XMLDocumentValidator(document) : SignedDocumentValidator.fromDocument(document);
    }

    private static PdfBoxNativeObjectFactory comparingAllThatShows() {
        PdfBoxNativeObjectFactory out = new PdfBoxNativeObjectFactory();
        out.setPdfObjectModificationsFinder(new PdfComparison());
        return out;
    }

    private SignatureValidation unsigned() {
        return new SignatureValidation(List.of(), false, clock.instant());
    }

    private SignatureValidation undetermined(SubIndication why, String reason) {
        SignatureFinding finding = new SignatureFinding(
                "document",
                "unknown",
                new Judgement.Undetermined(why, List.of(reason)),
                false,
                Coverage.PARTIAL,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty());
        return new SignatureValidation(List.of(finding), false, clock.instant());
    }
}
