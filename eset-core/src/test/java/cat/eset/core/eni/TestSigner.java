package cat.eset.core.eni;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.List;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Signs and verifies an element by its {@code Id} with the platform alone, as an independent party would. */
final class TestSigner {

    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    private final KeyPair key;

    TestSigner() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        key = generator.generateKeyPair();
    }

    PublicKey publicKey() {
        return key.getPublic();
    }

    byte[] sign(byte[] xml, String id) throws Exception {
        Document document = parse(xml);
        Element target = byId(document.getDocumentElement(), id);
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
        Reference reference = factory.newReference(
                "#" + id,
                factory.newDigestMethod(DigestMethod.SHA256, null),
                List.of(factory.newTransform(EXCLUSIVE, (TransformParameterSpec) null)),
                null,
                null);
        SignedInfo info = factory.newSignedInfo(
                factory.newCanonicalizationMethod(EXCLUSIVE, (C14NMethodParameterSpec) null),
                factory.newSignatureMethod(RSA_SHA256, null),
                List.of(reference));
        DOMSignContext context = new DOMSignContext(key.getPrivate(), document.getDocumentElement());
        context.setIdAttributeNS(target, null, "Id");
        context.setDefaultNamespacePrefix("ds");
        factory.newXMLSignature(info, null).sign(context);
        NodeList signatures = document.getElementsByTagNameNS(DS, "Signature");
        return serialize((Element) signatures.item(signatures.getLength() - 1));
    }

    static boolean verifies(byte[] xml, PublicKey key) throws Exception {
        Document document = parse(xml);
        Element signature =
                (Element) document.getElementsByTagNameNS(DS, "Signature").item(0);
        DOMValidateContext context = new DOMValidateContext(KeySelector.singletonKeySelector(key), signature);
        markIds(document.getDocumentElement(), context);
        XMLSignature parsed = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
        return parsed.validate(context);
    }

    /** Canonical XML 1.0 without comments, as the platform does it. */
    static byte[] canonical(byte[] xml) throws Exception {
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
        var data = (javax.xml.crypto.OctetStreamData)
                factory.newCanonicalizationMethod(CanonicalizationMethod.INCLUSIVE, (C14NMethodParameterSpec) null)
                        .transform(new javax.xml.crypto.OctetStreamData(new ByteArrayInputStream(xml)), null);
        return data.getOctetStream().readAllBytes();
    }

    private static void markIds(Element element, DOMValidateContext context) {
        if (element.hasAttribute("Id")) {
            context.setIdAttributeNS(element, null, "Id");
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element nested) {
                markIds(nested, context);
            }
        }
    }

    private static Element byId(Element element, String id) {
        if (element.getAttribute("Id").equals(id)) {
            return element;
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element nested) {
                try {
                    return byId(nested, id);
                } catch (IllegalArgumentException e) {
                    // Not in this branch.
                }
            }
        }
        throw new IllegalArgumentException("no element " + id);
    }

    private static Document parse(byte[] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static byte[] serialize(Element element) throws Exception {
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        transformer.transform(new DOMSource(element), new StreamResult(out));
        return out.toByteArray();
    }
}
