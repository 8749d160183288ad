package cat.eset.signature.signador;

import cat.eset.core.DocumentContent;
import cat.eset.signature.internal.xml.SafeXml;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The references of the only signature of an XML document: what it says that it signs. Whether it really does is for the
 * validator to say; here is only asked whether that is what it should sign.
 */
final class SignedReferences {

    private static final Map<String, String> DIGESTS = Map.of(
            DigestMethod.SHA256, "SHA-256",
            DigestMethod.SHA384, "SHA-384",
            DigestMethod.SHA512, "SHA-512");

    private static final Set<String> HARMLESS = Set.of(
            Transform.ENVELOPED,
            CanonicalizationMethod.INCLUSIVE,
            CanonicalizationMethod.INCLUSIVE_WITH_COMMENTS,
            CanonicalizationMethod.EXCLUSIVE,
            CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS);

    /** Whole: no transform takes anything out of what is referred to. */
    private record Reference(String uri, String algorithm, String digest, boolean whole) {}

    private final Document document;
    private final List<Reference> references;

    private SignedReferences(Document document, List<Reference> references) {
        this.document = document;
        this.references = references;
    }

    /** Empty if it is no XML, or has more or fewer signatures than one. */
    static Optional<SignedReferences> of(DocumentContent file) throws IOException {
        Optional<Document> document = SafeXml.parse(file);
        if (document.isEmpty()) {
            return Optional.empty();
        }
        List<Element> signatures = SafeXml.elements(document.get(), XMLSignature.XMLNS, "Signature");
        if (signatures.size() != 1) {
            return Optional.empty();
        }
        List<Reference> references = new ArrayList<>();
        for (Element info : children(signatures.get(0), "SignedInfo")) {
            for (Element reference : children(info, "Reference")) {
                read(reference).ifPresent(references::add);
            }
        }
        return Optional.of(new SignedReferences(document.get(), references));
    }

    private static Optional<Reference> read(Element reference) {
        List<Element> method = children(reference, "DigestMethod");
        List<Element> value = children(reference, "DigestValue");
        if (method.size() != 1 || value.size() != 1) {
            return Optional.empty();
        }
        try {
            String digest = base64(Base64.getMimeDecoder().decode(value.get(0).getTextContent()));
            String algorithm = method.get(0).getAttribute("Algorithm");
            return Optional.of(new Reference(reference.getAttribute("URI"), algorithm, digest, isWhole(reference)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(Element reference) {
        return children(reference, "Transforms").stream()
                .flatMap(transforms -> children(transforms, "Transform").stream())
                .allMatch(transform -> HARMLESS.contains(transform.getAttribute("Algorithm")));
    }

    /**
     * The address that the signature gives to each document.
     *
     * @return by address; empty if not every document has a reference of its own with its digest
     */
    Optional<Map<String, DocumentContent>> over(Iterable<DocumentContent> documents) throws IOException {
        Map<String, DocumentContent> out = new LinkedHashMap<>();
        for (DocumentContent document : documents) {
            boolean found = false;
            for (Reference reference : references) {
                if (!out.containsKey(reference.uri()) && matches(reference, document)) {
                    out.put(reference.uri(), document);
                    found = true;
                    break;
                }
            }
            if (!found) {
                return Optional.empty();
            }
        }
        return Optional.of(out);
    }

    private static boolean matches(Reference reference, DocumentContent document) throws IOException {
        String algorithm = DIGESTS.get(reference.algorithm());
        return algorithm != null && reference.digest().equals(base64(digest(algorithm, document)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] digest(String algorithm, DocumentContent document) throws IOException {
        if (algorithm.equals("SHA-256")) {
            return document.sha256().bytes();
        }
        try (InputStream in = document.open();
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance(algorithm))) {
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            return digest.getMessageDigest().digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    /** Whether it signs the document around it, whole. */
    boolean areOverAll() {
        return references.stream()
                .anyMatch(reference -> reference.whole() && reference.uri().isEmpty());
    }

    /** Whether it signs each of these elements, of which there is one only, so that none can stand for another. */
    boolean areOver(List<String> ids) {
        return ids.stream()
                .allMatch(id -> references.stream()
                                .anyMatch(reference ->
                                        reference.whole() && reference.uri().equals("#" + id))
                        && SafeXml.elements(document, "*", "*").stream()
                                        .filter(element -> hasId(element, id))
                                        .count()
                                == 1);
    }

    private static boolean hasId(Element element, String id) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if ("id".equalsIgnoreCase(attribute.getLocalName()) && id.equals(attribute.getNodeValue())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the document is that one, once the signature is taken out. */
    boolean areAddedTo(DocumentContent original) throws IOException {
        Optional<Document> before = SafeXml.parse(original);
        if (before.isEmpty()) {
            return false;
        }
        Document after = (Document) document.cloneNode(true);
        Element signature =
                SafeXml.elements(after, XMLSignature.XMLNS, "Signature").get(0);
        if (signature == after.getDocumentElement()) {
            return false;
        }
        signature.getParentNode().removeChild(signature);
        after.normalizeDocument();
        before.get().normalizeDocument();
        return after.getDocumentElement().isEqualNode(before.get().getDocumentElement());
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> out = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element
                    && XMLSignature.XMLNS.equals(element.getNamespaceURI())
                    && name.equals(element.getLocalName())) {
                out.add(element);
            }
        }
        return out;
    }
}
