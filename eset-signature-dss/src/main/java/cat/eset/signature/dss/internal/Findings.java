package cat.eset.signature.dss.internal;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.signature.validation.Judgement;
import cat.eset.signature.validation.LaterChange;
import cat.eset.signature.validation.SignatureFinding;
import cat.eset.signature.validation.SignatureFinding.Coverage;
import cat.eset.signature.validation.SignatureValidation;
import cat.eset.signature.validation.SignerIdentity;
import cat.eset.signature.validation.SignerIdentity.Qualification;
import cat.eset.signature.validation.SubIndication;
import eu.europa.esig.dss.detailedreport.DetailedReport;
import eu.europa.esig.dss.detailedreport.jaxb.XmlSAV;
import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureQualification;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the reports of DSS into our findings. Used for one document. */
final class Findings {

    /** Of the issuer's key, where the issuer is unknown: that is no weakness. */
    private static final String SIZE_OF_KEY_UNKNOWN = "ASCCM_PKSK_ANS";

    private final Kind kind;
    private final DocumentContent document;
    private final SignedDocumentValidator validator;
    private final SimpleReport simple;
    private final DetailedReport detailed;
    private final DiagnosticData diagnostic;
    private final Scope scope;

    Findings(
            Kind kind,
            DocumentContent document,
            Collection<DocumentContent> beside,
            SignedDocumentValidator validator,
            Reports reports)
            throws IOException {
        this.kind = kind;
        this.document = document;
        this.validator = validator;
        this.simple = reports.getSimpleReport();
        this.detailed = reports.getDetailedReport();
        this.diagnostic = reports.getDiagnosticData();
        this.scope = Scope.of(kind, document, beside, diagnostic.getSignatures().size() == 1);
    }

    SignatureValidation result() throws IOException {
        PdfChanges changes = kind == Kind.PDF ? PdfChanges.of(document, lastCovered(), stamps().size()) : null;
        Set<String> fields = diagnostic.getSignatures().stream()
                .flatMap(signature -> signature.getSignatureFieldNames().stream())
                .collect(Collectors.toSet());
        long last = diagnostic.getSignatures().stream()
                .mapToLong(signature -> PdfChanges.end(signature.getSignatureByteRange()))
                .max()
                .orElse(0);
        List<SignatureFinding> out = new ArrayList<>();
        boolean allCovered = true;
        for (SignatureWrapper signature : diagnostic.getSignatures()) {
            boolean newest = PdfChanges.end(signature.getSignatureByteRange()) == last;
            List<LaterChange> later = changes == null ? List.of() : changes.after(signature, fields, newest);
            SignatureFinding finding = finding(signature, later);
            out.add(finding);
            allCovered &= finding.coverage() == Coverage.FULL;
        }
        out.sort(Comparator.comparing(finding -> finding.claimedTime().orElse(Instant.MAX)));
        return new SignatureValidation(
                out, changes == null ? allCovered : changes.coversAll() || onlyValidationData(out), judgedAt());
    }

    /** The validation data of level LT stands after the signature and under none: normal, if it is nothing else. */
    private static boolean onlyValidationData(List<SignatureFinding> findings) {
        return !findings.isEmpty()
                && findings.stream()
                        .allMatch(finding -> !finding.changes().isEmpty()
                                && finding.changes().stream().allMatch(LaterChange::isHarmless));
    }

    private SignatureFinding finding(SignatureWrapper signature, List<LaterChange> changes) throws IOException {
        String id = signature.getId();
        AdvancedSignature own = validator.getSignatureById(id);
        List<DSSDocument> originals = validator.getOriginalDocuments(id);
        boolean asked = own != null && scope.isOverWhatWasGiven(own, originals);
        List<TimestampWrapper> good = signature.getTimestampList().stream()
                .filter(stamp -> Indication.PASSED == simple.getIndication(stamp.getId()))
                .toList();
        return new SignatureFinding(
                id,
                String.valueOf(signature.getSignatureFormat()),
                asked ? judgement(id) : ofSomethingElse(id),
                signature.isSignatureIntact()
                        && signature.getDigestMatchers().stream()
                                .allMatch(digest -> digest.isDataFound() && digest.isDataIntact()),
                asked ? scope.coverage(signature, own) : Coverage.PARTIAL,
                changes,
                signer(id, own),
                instant(signature.getClaimedSigningTime()),
                good.stream()
                        .map(stamp -> stamp.getProductionTime().toInstant())
                        .min(Comparator.naturalOrder()),
                good.size(),
                signedContent(originals));
    }

    private Judgement judgement(String id) {
        Indication indication = simple.getIndication(id);
        if (indication == Indication.TOTAL_PASSED) {
            return new Judgement.Valid();
        }
        SubIndication why = why(id);
        List<String> reasons = simple.getAdESValidationErrors(id).stream()
                .map(Message::getValue)
                .toList();
        return indication == Indication.TOTAL_FAILED
                ? new Judgement.Invalid(why, reasons)
                : new Judgement.Undetermined(why, reasons);
    }

    /** A good signature of something else answers another question; a broken one is broken all the same. */
    private Judgement ofSomethingElse(String id) {
        Judgement own = judgement(id);
        return own instanceof Judgement.Invalid
                ? own
                : new Judgement.Undetermined(
                        SubIndication.SIGNED_DATA_NOT_FOUND, List.of("it does not sign the document given beside it"));
    }

    /**
     * The code of DSS; but where weak algorithms and an unknown signer come together DSS names the signer only, and whoever
     * finds out about the signer elsewhere would forget the rest.
     */
    private SubIndication why(String id) {
        XmlSAV acceptance = detailed.getBasicBuildingBlockById(id).getSAV();
        boolean weak = acceptance != null
                && acceptance.getConclusion().getSubIndication() != null
                && acceptance.getConclusion().getErrors().stream()
                        .anyMatch(error -> !SIZE_OF_KEY_UNKNOWN.equals(error.getKey()));
        var found = weak ? acceptance.getConclusion().getSubIndication() : simple.getSubIndication(id);
        return found == null ? SubIndication.NONE : new SubIndication(found.name());
    }

    private Optional<SignerIdentity> signer(String id, @Nullable AdvancedSignature signature) {
        CertificateToken certificate = signature == null ? null : signature.getSigningCertificateToken();
        return certificate == null
                ? Optional.empty()
                : Optional.of(SignerIdentity.of(certificate.getCertificate(), qualification(id)));
    }

    /** Without trusted lists DSS says "not applicable": that is not knowing, and not a no. */
    private Qualification qualification(String id) {
        SignatureQualification found = simple.getSignatureQualification(id);
        if (found == null || found == SignatureQualification.NA) {
            return Qualification.NOT_KNOWN;
        }
        return switch (found) {
            case QESIG, QESEAL, UNKNOWN_QC_QSCD, ADESIG_QC, ADESEAL_QC, UNKNOWN_QC -> Qualification.QUALIFIED;
            case ADESIG, ADESEAL, UNKNOWN, NOT_ADES -> Qualification.NOT_QUALIFIED;
            default -> Qualification.NOT_KNOWN;
        };
    }

    private Optional<DocumentContent> signedContent(List<DSSDocument> originals) throws IOException {
        if (originals.size() != 1) {
            return Optional.empty();
        }
        try (InputStream in = originals.get(0).openStream()) {
            return Optional.of(DocumentContent.of(in.readAllBytes(), mediaType()));
        }
    }

    private MediaType mediaType() {
        return switch (kind) {
            case PDF -> MediaType.PDF;
            case XML -> MediaType.XML;
            case CMS, CONTAINER -> MediaType.BINARY;
        };
    }

    private long lastCovered() {
        long out = 0;
        for (SignatureWrapper signature : diagnostic.getSignatures()) {
            out = Math.max(out, PdfChanges.end(signature.getSignatureByteRange()));
        }
        for (TimestampWrapper stamp : stamps()) {
            out = Math.max(out, PdfChanges.end(stamp.getPDFRevision().getSignatureByteRange()));
        }
        return out;
    }

    /** The time stamps over the document, as far as they are over it as it stands. */
    private List<TimestampWrapper> stamps() {
        return diagnostic.getTimestampList().stream()
                .filter(stamp -> stamp.getPDFRevision() != null
                        && stamp.isMessageImprintDataIntact()
                        && stamp.isSignatureIntact())
                .toList();
    }

    private Instant judgedAt() {
        return simple.getValidationTime().toInstant();
    }

    private static Optional<Instant> instant(@Nullable Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }
}
