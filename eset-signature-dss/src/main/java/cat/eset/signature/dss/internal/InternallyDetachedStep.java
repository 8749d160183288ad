package cat.eset.signature.dss.internal;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.core.MediaType;
import cat.eset.signature.SigningException;
import cat.eset.signature.Xades.InternallyDetached;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import eu.europa.esig.dss.xml.utils.DomUtils;
import eu.europa.esig.dss.xml.utils.XMLCanonicalizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * A signature over one element of an XML document, handed out alone. DSS puts it as the last child of the root; there it is
 * taken out again, canonicalised, so that the caller can place its bytes anywhere in the document.
 */
final class InternallyDetachedStep implements SigningStep {

    private final XAdESService service;
    private final DSSDocument document;
    private final XAdESSignatureParameters parameters;
    private final byte[] toBeSigned;

    private InternallyDetachedStep(XAdESService service, DSSDocument document, XAdESSignatureParameters parameters) {
        this.service = service;
        this.document = document;
        this.parameters = parameters;
        this.toBeSigned = service.getDataToSign(document, parameters).getBytes();
    }

    static SigningStep begin(
            XAdESService service,
            DocumentContent content,
            InternallyDetached inside,
            XAdESSignatureParameters parameters)
            throws IOException {
        Document root = XmlInput.parse(content);
        requireOneElement(root, inside.id());
        DSSDocument document = ContentDocument.streamed(content);
        document.setName("document.xml");
        parameters.setSignaturePackaging(SignaturePackaging.INTERNALLY_DETACHED);
        parameters.setRootDocument(root);
        parameters.setReferences(List.of(XadesStep.reference(inside.id(), document)));
        return new InternallyDetachedStep(service, document, parameters);
    }

    @Override
    public byte[] toBeSigned() {
        return toBeSigned.clone();
    }

    @Override
    public RawResult finish(byte[] signatureValue) throws IOException {
        DSSDocument signed = service.signDocument(document, parameters, Parameters.value(parameters, signatureValue));
        try (InputStream in = signed.openStream()) {
            return RawResult.inMemory(lastSignature(DomUtils.buildDOM(in)), MediaType.XML);
        }
    }

    @Override
    public void close() {
        // nothing of it is on disk
    }

    private static byte[] lastSignature(Document document) {
        Node last = document.getDocumentElement().getLastChild();
        while (last != null && !isSignature(last)) {
            last = last.getPreviousSibling();
        }
        if (last == null) {
            throw new IllegalStateException("the signature is not where it was put");
        }
        return XMLCanonicalizer.createInstance(CanonicalizationMethod.EXCLUSIVE).canonicalize(last);
    }

    private static boolean isSignature(Node node) {
        return node instanceof Element element
                && "Signature".equals(element.getLocalName())
                && "http://www.w3.org/2000/09/xmldsig#".equals(element.getNamespaceURI());
    }

    /** Two elements with one {@code Id} would let a reader take the wrong one for the signed one. */
    private static void requireOneElement(Document document, String id) {
        int found = 0;
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (element.getAttribute("Id").equals(id)
                    || element.getAttribute("ID").equals(id)
                    || element.getAttribute("id").equals(id)) {
                found++;
            }
        }
        if (found != 1) {
            throw SigningException.of(
                    SigningException.Problem.MALFORMED_DOCUMENT,
                    Failure.of(Failure.Fault.CALLER, found + " elements have the Id to be signed; there must be one")
                            .remedy("Give the Id of exactly one element."));
        }
    }
}
