package cat.eset.testkit.internal.signador;

import cat.eset.testkit.internal.tsa.SignatureStamps;
import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.MalformedXmlException;
import cat.eset.testkit.pki.TestIdentity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLObject;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** XMLDSig and XAdES by the JDK: enveloped, enveloping, detached and over a digest. */
final class XmlSigning {

    private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
    private static final Map<String, String> SIGNATURES = Map.of(
            "SHA-1", XMLSignature.XMLNS + "rsa-sha1",
            "SHA-256", MORE + "rsa-sha256",
            "SHA-384", MORE + "rsa-sha384",
            "SHA-512", MORE + "rsa-sha512");
    private static final Map<String, String> DIGESTS = Map.of(
            "SHA-1", DigestMethod.SHA1,
            "SHA-256", DigestMethod.SHA256,
            "SHA-384", MORE + "sha384",
            "SHA-512", DigestMethod.SHA512);
    private static final String KEY_INFO = "KeyInfo-1";

    private final Order order;
    private final TestIdentity who;
    private final Clock clock;
    private final UnaryOperator<byte[]> stamps;
    private final XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");

    XmlSigning(Order order, TestIdentity who, Clock clock, UnaryOperator<byte[]> stamps) {
        this.order = order;
        this.who = who;
        this.clock = clock;
        this.stamps = stamps;
    }

    /** One signature over all of them: one document, but in the {@code n_} modes. */
    byte[] sign(Map<String, byte[]> documents) throws JobRefusal, GeneralSecurityException, IOException {
        boolean enveloped = order.mode() % 4 == 1;
        try {
            byte[] shell = "<r/>".getBytes(StandardCharsets.UTF_8);
            Document xml = Dom.parse(enveloped ? documents.values().iterator().next() : shell);
            Element parent = xml.getDocumentElement();
            DOMSignContext context = new DOMSignContext(who.privateKey(), parent);
            context.setDefaultNamespacePrefix("ds");
            List<XMLObject> objects = new ArrayList<>();
            List<Reference> references = enveloped ? inside(xml, context) : beside(xml, documents, objects);
            if (order.isAdvanced()) {
                objects.add(factory.newXMLObject(
                        List.of(new DOMStructure(new XadesProperties(order, who, clock).build(xml))),
                        null,
                        null,
                        null));
                references.add(factory.newReference(
                        "#" + XadesProperties.ID,
                        digest(),
                        List.of(transform(CanonicalizationMethod.EXCLUSIVE)),
                        "http://uri.etsi.org/01903#SignedProperties",
                        null));
            }
            if (order.says("protectKeyInfo")) {
                references.add(reference("#" + KEY_INFO, CanonicalizationMethod.EXCLUSIVE, "Reference-KeyInfo"));
            }
            signature(references, objects).sign(context);
            if (order.isStamped()) {
                Element signature = Dom.descendants(parent).stream()
                        .filter(e -> Dom.is(e, XMLSignature.XMLNS, "Signature"))
                        .findFirst()
                        .orElseThrow();
                new SignatureStamps(stamps).stamp(signature);
            }
            return write(enveloped ? parent : Dom.children(parent).get(0));
        } catch (MalformedXmlException e) {
            throw new IOException("the document is not XML", e);
        } catch (MarshalException | XMLSignatureException | TransformerException e) {
            throw new IllegalStateException("cannot make an XML signature", e);
        }
    }

    /** The document around the signature, or only the elements asked for; an id that is not there is an error (4.6). */
    private List<Reference> inside(Document xml, DOMSignContext context) throws JobRefusal, GeneralSecurityException {
        List<Reference> references = new ArrayList<>();
        if (order.list("uris_to_be_signed").isEmpty()) {
            references.add(reference("", Transform.ENVELOPED, "Reference-1"));
        }
        for (String id : order.list("uris_to_be_signed")) {
            Element element = Dom.descendants(xml.getDocumentElement()).stream()
                    .filter(e -> id.equals(e.getAttribute("id")))
                    .findFirst()
                    .orElseThrow(() -> new JobRefusal("No existeix el node " + id));
            context.setIdAttributeNS(element, null, "id");
            references.add(reference("#" + id, CanonicalizationMethod.EXCLUSIVE, "Reference-" + id));
        }
        return references;
    }

    private List<Reference> beside(Document xml, Map<String, byte[]> documents, List<XMLObject> objects)
            throws GeneralSecurityException {
        List<Reference> references = new ArrayList<>();
        for (Map.Entry<String, byte[]> document : documents.entrySet()) {
            int number = references.size() + 1;
            if (order.mode() % 4 == 2) {
                objects.add(content(xml, document.getValue(), number));
                references.add(reference("#Content-" + number, Transform.BASE64, "Reference-" + number));
            } else {
                byte[] digest = order.documentType() == Order.HASH
                        ? document.getValue()
                        : MessageDigest.getInstance(order.digest()).digest(document.getValue());
                references.add(factory.newReference(
                        address(document.getKey(), number), digest(), List.of(), null, "Reference-" + number, digest));
            }
        }
        return references;
    }

    private Reference reference(String uri, String transform, String id) throws GeneralSecurityException {
        return factory.newReference(uri, digest(), List.of(transform(transform)), null, id);
    }

    /** In modes over a digest the service writes an address that leads nowhere (contract 4.3). */
    private String address(String name, int number) {
        return order.documentType() == Order.HASH
                ? "DetachedObjectReference-" + number
                : java.net.URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private XMLSignature signature(List<Reference> references, List<XMLObject> objects)
            throws GeneralSecurityException {
        KeyInfoFactory keys = factory.getKeyInfoFactory();
        KeyInfo key = keys.newKeyInfo(List.of(keys.newX509Data(List.of(who.certificate()))), KEY_INFO);
        return factory.newXMLSignature(
                factory.newSignedInfo(
                        factory.newCanonicalizationMethod(
                                order.says("canonicalizationWithComments")
                                        ? CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS
                                        : CanonicalizationMethod.EXCLUSIVE,
                                (C14NMethodParameterSpec) null),
                        factory.newSignatureMethod(method(SIGNATURES), null),
                        references),
                key,
                objects,
                "Signature-1",
                "SignatureValue-1");
    }

    private DigestMethod digest() throws GeneralSecurityException {
        return factory.newDigestMethod(method(DIGESTS), null);
    }

    private String method(Map<String, String> methods) {
        return methods.getOrDefault(order.digest(), "");
    }

    private Transform transform(String algorithm) throws GeneralSecurityException {
        return factory.newTransform(algorithm, (TransformParameterSpec) null);
    }

    private XMLObject content(Document xml, byte[] document, int number) {
        String base64 = Base64.getEncoder().encodeToString(document);
        return factory.newXMLObject(
                List.of(new DOMStructure(xml.createTextNode(base64))),
                "Content-" + number,
                null,
                "http://www.w3.org/2000/09/xmldsig#base64");
    }

    private static byte[] write(Element element) throws TransformerException {
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        transformer.transform(new DOMSource(element), new StreamResult(out));
        return out.toByteArray();
    }
}
