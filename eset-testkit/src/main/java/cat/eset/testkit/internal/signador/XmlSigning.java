package cat.eset.testkit.internal.signador;

import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.MalformedXmlException;
import cat.eset.testkit.pki.TestIdentity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
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

    private static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
    private static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private static final String PROPERTIES = "SignedProperties-1";

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

    byte[] sign(String name, byte[] document) throws GeneralSecurityException, IOException {
        boolean enveloped = order.mode() % 4 == 1;
        boolean enveloping = order.mode() % 4 == 2;
        try {
            Document xml = enveloped ? Dom.parse(document) : Dom.parse("<r/>".getBytes(StandardCharsets.UTF_8));
            List<XMLObject> objects = new ArrayList<>();
            List<Reference> references = new ArrayList<>();
            if (enveloped) {
                references.add(factory.newReference(
                        "", digest(), List.of(transform(Transform.ENVELOPED)), null, "Reference-1"));
            } else if (enveloping) {
                objects.add(content(xml, document));
                references.add(factory.newReference(
                        "#Content-1", digest(), List.of(transform(Transform.BASE64)), null, "Reference-1"));
            } else {
                byte[] digest = order.documentType() == Order.HASH ? document : sha256(document);
                references.add(factory.newReference(address(name), digest(), List.of(), null, "Reference-1", digest));
            }
            if (order.isAdvanced()) {
                objects.add(properties(xml));
                references.add(factory.newReference(
                        "#" + PROPERTIES,
                        digest(),
                        List.of(transform(CanonicalizationMethod.EXCLUSIVE)),
                        "http://uri.etsi.org/01903#SignedProperties",
                        null));
            }
            Element parent = xml.getDocumentElement();
            DOMSignContext context = new DOMSignContext(who.privateKey(), parent);
            context.setDefaultNamespacePrefix("ds");
            signature(references, objects).sign(context);
            if (order.isStamped()) {
                stamp(xml);
            }
            return write(enveloped ? parent : Dom.children(parent).get(0));
        } catch (MalformedXmlException e) {
            throw new IOException("the document is not XML", e);
        } catch (MarshalException | XMLSignatureException | TransformerException e) {
            throw new IllegalStateException("cannot make an XML signature", e);
        }
    }

    /** In modes over a digest the service writes an address that leads nowhere (contract 4.3). */
    private String address(String name) {
        return order.documentType() == Order.HASH
                ? "DetachedObjectReference-1"
                : java.net.URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private XMLSignature signature(List<Reference> references, List<XMLObject> objects)
            throws GeneralSecurityException {
        KeyInfoFactory keys = factory.getKeyInfoFactory();
        KeyInfo key = keys.newKeyInfo(List.of(keys.newX509Data(List.of(who.certificate()))));
        return factory.newXMLSignature(
                factory.newSignedInfo(
                        factory.newCanonicalizationMethod(
                                CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                        factory.newSignatureMethod(RSA_SHA256, null),
                        references),
                key,
                objects,
                "Signature-1",
                "SignatureValue-1");
    }

    private DigestMethod digest() throws GeneralSecurityException {
        return factory.newDigestMethod(DigestMethod.SHA256, null);
    }

    private Transform transform(String algorithm) throws GeneralSecurityException {
        return factory.newTransform(algorithm, (TransformParameterSpec) null);
    }

    private XMLObject content(Document xml, byte[] document) {
        String base64 = Base64.getEncoder().encodeToString(document);
        return factory.newXMLObject(
                List.of(new DOMStructure(xml.createTextNode(base64))),
                "Content-1",
                null,
                "http://www.w3.org/2000/09/xmldsig#base64");
    }

    private XMLObject properties(Document xml) throws GeneralSecurityException {
        Element qualifying = xml.createElementNS(XADES, "xades:QualifyingProperties");
        qualifying.setAttributeNS(null, "Target", "#Signature-1");
        Element signed = add(qualifying, "SignedProperties");
        signed.setAttributeNS(null, "Id", PROPERTIES);
        signed.setIdAttributeNS(null, "Id", true);
        Element signature = add(signed, "SignedSignatureProperties");
        add(signature, "SigningTime")
                .setTextContent(clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        Element digest = add(add(add(signature, "SigningCertificateV2"), "Cert"), "CertDigest");
        Element method = xml.createElementNS(XMLSignature.XMLNS, "ds:DigestMethod");
        method.setAttributeNS(null, "Algorithm", DigestMethod.SHA256);
        digest.appendChild(method);
        Element value = xml.createElementNS(XMLSignature.XMLNS, "ds:DigestValue");
        value.setTextContent(
                Base64.getEncoder().encodeToString(sha256(who.certificate().getEncoded())));
        digest.appendChild(value);
        if (!order.role().isEmpty()) {
            Element roles = add(add(signature, "SignerRoleV2"), "ClaimedRoles");
            add(roles, "ClaimedRole").setTextContent(order.role());
        }
        return factory.newXMLObject(List.of(new DOMStructure(qualifying)), null, null, null);
    }

    private static Element add(Element parent, String name) {
        Element child = parent.getOwnerDocument().createElementNS(XADES, "xades:" + name);
        parent.appendChild(child);
        return child;
    }

    /** XAdES-T with an RFC 3161 token: over the canonical {@code ds:SignatureValue}. */
    private void stamp(Document xml) throws GeneralSecurityException, TransformerException {
        List<Element> all = Dom.descendants(xml.getDocumentElement());
        Element value = all.stream()
                .filter(e -> "SignatureValue".equals(e.getLocalName()))
                .findFirst()
                .orElseThrow();
        Element qualifying = all.stream()
                .filter(e -> "QualifyingProperties".equals(e.getLocalName()))
                .findFirst()
                .orElseThrow();
        Element stamp =
                add(add(add(qualifying, "UnsignedProperties"), "UnsignedSignatureProperties"), "SignatureTimeStamp");
        Element method = xml.createElementNS(XMLSignature.XMLNS, "ds:CanonicalizationMethod");
        method.setAttributeNS(null, "Algorithm", CanonicalizationMethod.EXCLUSIVE);
        stamp.appendChild(method);
        byte[] token = stamps.apply(sha256(canonical(value)));
        add(stamp, "EncapsulatedTimeStamp").setTextContent(Base64.getEncoder().encodeToString(token));
    }

    /** Exclusive canonical form of an element that holds nothing but text. */
    private static byte[] canonical(Element value) {
        String id = value.getAttribute("Id");
        return ("<ds:SignatureValue xmlns:ds=\"" + XMLSignature.XMLNS + "\""
                        + (id.isEmpty() ? "" : " Id=\"" + id + "\"") + ">"
                        + value.getTextContent().replace("\r", "&#xD;") + "</ds:SignatureValue>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
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
