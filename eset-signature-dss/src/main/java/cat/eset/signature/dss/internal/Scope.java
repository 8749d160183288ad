package cat.eset.signature.dss.internal;

import cat.eset.core.DocumentContent;
import cat.eset.signature.internal.xml.SignatureShape;
import cat.eset.signature.validation.SignatureFinding.Coverage;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlSignatureScope;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureScopeType;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.ReferenceValidation;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.xades.validation.XAdESSignature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much of what was given a signature covers. DSS says "full" of XML whose transforms take parts out, or that hides unsigned
 * content inside the signature, of containers with documents that nobody signed, and of signatures that have nothing to do with
 * the documents given beside them.
 */
final class Scope {

    private final Kind kind;
    private final Collection<DocumentContent> beside;
    private final Set<String> entries;
    private final boolean alone;

    private Scope(Kind kind, Collection<DocumentContent> beside, Set<String> entries, boolean alone) {
        this.kind = kind;
        this.beside = beside;
        this.entries = entries;
        this.alone = alone;
    }

    /**
     * The scope of the signatures of a document.
     *
     * @param beside the documents given beside it
     * @param alone whether it has one signature only
     */
    static Scope of(Kind kind, DocumentContent document, Collection<DocumentContent> beside, boolean alone)
            throws IOException {
        Set<String> entries = kind == Kind.CONTAINER
                ? ContainerShape.names(document.readAllBytes()).orElseThrow().stream()
                        .filter(name ->
                                !name.equals("mimetype") && !name.startsWith("META-INF/") && !name.endsWith("/"))
                        .collect(Collectors.toSet())
                : Set.of();
        return new Scope(kind, beside, entries, alone);
    }

    Coverage coverage(SignatureWrapper found, AdvancedSignature signature) {
        List<XmlSignatureScope> scopes = found.getSignatureScopes();
        boolean full =
                !scopes.isEmpty() && scopes.stream().allMatch(scope -> scope.getScope() == SignatureScopeType.FULL);
        if (signature instanceof XAdESSignature xml) {
            boolean enveloping = kind == Kind.XML
                    && alone
                    && !scopes.isEmpty()
                    && SignatureShape.isDocument(xml.getSignatureElement());
            full = (full || enveloping) && SignatureShape.isSound(xml.getSignatureElement());
        }
        Set<String> names = scopes.stream().map(XmlSignatureScope::getName).collect(Collectors.toSet());
        return full && names.containsAll(entries) ? Coverage.FULL : Coverage.PARTIAL;
    }

    /** Whether it signs every document given beside it, so that it is no good signature of something else. */
    boolean isOverWhatWasGiven(AdvancedSignature signature, List<DSSDocument> originals) {
        List<DSSDocument> signed = new ArrayList<>(originals);
        for (ReferenceValidation reference : signature.getReferenceValidations()) {
            if (reference.isIntact() && reference.getDocument() != null) {
                signed.add(reference.getDocument());
            }
        }
        return beside.stream()
                .map(document -> document.sha256().bytes())
                .allMatch(digest -> signed.stream()
                        .anyMatch(document -> Arrays.equals(digest, document.getDigestValue(DigestAlgorithm.SHA256))));
    }
}
