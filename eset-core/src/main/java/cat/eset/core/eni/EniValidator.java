package cat.eset.core.eni;

import cat.eset.core.LegalTime;
import cat.eset.core.id.EniDocumentId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The rules that the official schemas do not check (contract eni 6). Immutable and thread-safe.
 *
 * @see #standard()
 */
public final class EniValidator {

    private final Predicate<String> knownFormat;
    private final BiPredicate<EniContent.Binary, String> detectedFormat;
    private final FingerprintPolicy fingerprints;

    private EniValidator(
            Predicate<String> knownFormat,
            BiPredicate<EniContent.Binary, String> detectedFormat,
            FingerprintPolicy fingerprints) {
        this.knownFormat = knownFormat;
        this.detectedFormat = detectedFormat;
        this.fingerprints = fingerprints;
    }

    /**
     * Every format name is taken, since the vocabulary of the catalogue of standards is not known to us, and
     * fingerprints cover the bytes of the content.
     */
    public static EniValidator standard() {
        return new EniValidator(name -> true, (content, name) -> true, FingerprintPolicy.STANDARD);
    }

    /**
     * With the format names of the catalogue of standards, and a detector that says whether a content is of the format
     * it claims.
     */
    public EniValidator formats(Predicate<String> known, BiPredicate<EniContent.Binary, String> detected) {
        return new EniValidator(known, detected, fingerprints);
    }

    /** With another reading of what a fingerprint covers. */
    public EniValidator fingerprints(FingerprintPolicy value) {
        return new EniValidator(knownFormat, detectedFormat, value);
    }

    /** What is wrong with a document that is to enter an expedient. */
    public List<EniFinding> check(EniDocument document) {
        List<EniFinding> findings = new ArrayList<>();
        EniDocumentMetadata metadata = document.metadata();
        checkId(metadata.id().isWellFormed(), metadata.id().year(), metadata.capturedAt(), findings);
        checkVersion(metadata.version(), EniNames.DOCUMENT, findings);
        checkOrgans(metadata.organs(), findings);
        checkElaboration(metadata, findings);
        if (!metadata.type().isKnown()) {
            findings.add(new EniFinding(2, "documentary type " + metadata.type() + " is not of version 1.0"));
        }
        if (document.signatures().isEmpty()) {
            findings.add(new EniFinding(4, "a document that enters an expedient needs a signature"));
        }
        Set<String> ids = new HashSet<>();
        document.ids().document().ifPresent(ids::add);
        document.ids().content().ifPresent(ids::add);
        document.ids().metadata().ifPresent(ids::add);
        checkSignatures(document.signatures(), ids, findings);
        checkFormat(document.content(), findings);
        return List.copyOf(findings);
    }

    /** What is wrong with an expedient, apart from the documents themselves. */
    public List<EniFinding> check(EniExpedient expedient) {
        List<EniFinding> findings = new ArrayList<>();
        EniExpedientMetadata metadata = expedient.metadata();
        checkId(metadata.id().isWellFormed(), metadata.id().year(), metadata.openedAt(), findings);
        checkVersion(metadata.version(), EniNames.EXPEDIENT, findings);
        checkOrgans(metadata.organs(), findings);
        if (!metadata.classification().isWellFormed()) {
            findings.add(new EniFinding(1, "the classification is neither a SIA code nor <organ>_PRO_<id>"));
        }
        if (!metadata.state().isKnown()) {
            findings.add(new EniFinding(11, "state " + metadata.state() + " is not of version 1.0"));
        } else if (!metadata.state().equals(EniExpedientState.OPEN)
                && expedient.index().signatures().isEmpty()) {
            findings.add(new EniFinding(11, "the index of a closed expedient must be signed"));
        }
        checkIndex(expedient.index().content(), findings);
        checkSignatures(expedient.index().signatures(), indexIds(expedient.index()), findings);
        return List.copyOf(findings);
    }

    /**
     * Whether the fingerprints of an index are those of the documents (rule 10).
     *
     * @param documents finds a document by its identifier
     * @throws IOException if a content cannot be read
     */
    public List<EniFinding> checkFingerprints(EniIndex index, Function<EniDocumentId, Optional<EniDocument>> documents)
            throws IOException {
        List<EniFinding> findings = new ArrayList<>();
        for (EniIndexItem.Document entry : index.content().documents().toList()) {
            Optional<EniDocument> document = documents.apply(entry.id());
            if (document.isEmpty()) {
                findings.add(new EniFinding(10, "document " + entry.id() + " of the index is missing"));
            } else if (!entry.fingerprint().isKnown()) {
                findings.add(new EniFinding(10, "the hash function of " + entry.id() + " is not known"));
            } else if (!fingerprints.matches(entry.fingerprint(), document.get())) {
                findings.add(new EniFinding(10, "document " + entry.id() + " is not the one that was indexed"));
            }
        }
        return List.copyOf(findings);
    }

    private static void checkId(boolean wellFormed, OptionalInt year, Instant date, List<EniFinding> findings) {
        if (!wellFormed) {
            findings.add(new EniFinding(1, "the identifier has not the published form"));
        } else if (year.orElse(0) != LegalTime.yearOf(date)) {
            findings.add(new EniFinding(1, "the year of the identifier is not that of its date in Madrid"));
        }
    }

    private static void checkVersion(String version, String expected, List<EniFinding> findings) {
        if (!version.equals(expected)) {
            findings.add(new EniFinding(2, "VersionNTI should be " + expected));
        }
    }

    private static void checkOrgans(List<String> organs, List<EniFinding> findings) {
        if (organs.stream().anyMatch(o -> !o.matches("[A-Z]{1,2}[A-Z0-9]{7,8}"))) {
            findings.add(new EniFinding(7, "an organ is not a DIR3 code"));
        }
    }

    private static void checkElaboration(EniDocumentMetadata metadata, List<EniFinding> findings) {
        EniElaboration how = metadata.elaboration();
        boolean copy = how.equals(EniElaboration.COPY_FORMAT_CHANGE) || how.equals(EniElaboration.PARTIAL_COPY);
        boolean none = how.equals(EniElaboration.ORIGINAL) || how.equals(EniElaboration.COPY_OF_PAPER);
        if (!how.isKnown()) {
            findings.add(new EniFinding(3, "state of elaboration " + how + " is not known"));
        }
        if (copy && metadata.source().isEmpty()) {
            findings.add(new EniFinding(3, how + " needs the identifier of the source document"));
        }
        if (none && metadata.source().isPresent()) {
            findings.add(new EniFinding(3, how + " has no electronic source document"));
        }
    }

    private void checkFormat(EniContent content, List<EniFinding> findings) {
        if (!knownFormat.test(content.formatName())) {
            findings.add(new EniFinding(8, "format " + content.formatName() + " is not in the catalogue of standards"));
        } else if (content instanceof EniContent.Binary binary && !detectedFormat.test(binary, binary.formatName())) {
            findings.add(new EniFinding(8, "the content is not of the format it claims"));
        }
    }

    private static void checkSignatures(List<EniSignature> signatures, Set<String> ids, List<EniFinding> findings) {
        for (EniSignature signature : signatures) {
            if (!fits(signature.type(), signature.content())) {
                findings.add(new EniFinding(5, "the content of a signature is not that of " + signature.type()));
            }
            for (String ref : signature.refs()) {
                if (!ids.contains(ref)) {
                    findings.add(new EniFinding(6, "a signature refers to a node that does not exist"));
                }
            }
        }
    }

    private static boolean fits(EniSignatureType type, EniSignature.Content content) {
        return switch (type.code()) {
            case "TF01" -> content instanceof EniSignature.Csv;
            case "TF02", "TF03" -> content instanceof EniSignature.Element || content instanceof EniSignature.Encoded;
            case "TF04", "TF05", "TF06" ->
                content instanceof EniSignature.Encoded || content instanceof EniSignature.Reference;
            default -> false;
        };
    }

    private static Set<String> indexIds(EniIndex index) {
        return index.original().map(XmlIds::of).orElse(Set.of("EXPEDIENTE", "INDICE", EniIndex.CONTENT_ID));
    }

    private static void checkIndex(EniIndexContent index, List<EniFinding> findings) {
        Set<EniDocumentId> seen = new HashSet<>();
        List<EniIndexItem.Document> documents = index.documents().toList();
        boolean ordered = documents.stream().anyMatch(d -> d.order().isPresent());
        Set<String> orders = new HashSet<>();
        for (EniIndexItem.Document document : documents) {
            if (!seen.add(document.id())) {
                findings.add(new EniFinding(10, "document " + document.id() + " is twice in the index"));
            }
            if (document.incorporatedAt()
                    .filter(at -> at.isAfter(index.generatedAt()))
                    .isPresent()) {
                findings.add(new EniFinding(10, "document " + document.id() + " is later than the index"));
            }
            document.order().ifPresent(orders::add);
        }
        for (int n = 1; ordered && n <= documents.size(); n++) {
            if (!orders.contains(Integer.toString(n))) {
                findings.add(new EniFinding(10, "the order of the documents is not 1 to " + documents.size()));
                return;
            }
        }
    }
}
