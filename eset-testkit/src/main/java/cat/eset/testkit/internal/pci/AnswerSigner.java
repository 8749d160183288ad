package cat.eset.testkit.internal.pci;

import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.MalformedXmlException;
import cat.eset.testkit.pki.TestIdentity;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.DigestMethodParameterSpec;
import javax.xml.crypto.dsig.spec.SignatureMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Wraps a Body into an envelope, signed in the shape observed in PRE (contract pci 10.3). */
final class AnswerSigner {

    private static final String HEAD =
            "<SOAP-ENV:Envelope xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\">";
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");

    /** The same shape without header. */
    static String unsigned(String body) {
        return HEAD + "<SOAP-ENV:Header/><SOAP-ENV:Body>" + body + "</SOAP-ENV:Body></SOAP-ENV:Envelope>";
    }

    String sign(String body, TestIdentity signer) {
        String mark = UUID.randomUUID().toString().replace("-", "");
        String token = "XWSSGID-" + mark + "1";
        String bodyId = "XWSSGID-" + mark + "2";
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String envelope = HEAD + "<SOAP-ENV:Header><wsse:Security xmlns:wsse=\"" + WssVerifier.WSSE
                + "\" SOAP-ENV:mustUnderstand=\"0\"><wsu:Timestamp xmlns:wsu=\"" + WssVerifier.WSU
                + "\" wsu:Id=\"XWSSGID-" + mark + "3\"><wsu:Created>" + now + "</wsu:Created><wsu:Expires>"
                + now.plus(LIFE) + "</wsu:Expires></wsu:Timestamp><wsse:BinarySecurityToken xmlns:wsu=\""
                + WssVerifier.WSU + "\" EncodingType=\"" + WssVerifier.BASE64 + "\" ValueType=\"" + WssVerifier.X509V3
                + "\" wsu:Id=\"" + token + "\">" + der(signer)
                + "</wsse:BinarySecurityToken></wsse:Security></SOAP-ENV:Header><SOAP-ENV:Body xmlns:wsu=\""
                + WssVerifier.WSU + "\" wsu:Id=\"" + bodyId + "\">" + body + "</SOAP-ENV:Body></SOAP-ENV:Envelope>";
        try {
            Document document = Dom.parse(envelope.getBytes(StandardCharsets.UTF_8));
            addSignature(document, token, bodyId, signer);
            return withoutLineBreaks(text(document));
        } catch (MalformedXmlException | GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new IllegalStateException("the simulator cannot sign its answer", e);
        } catch (TransformerException e) {
            throw new IllegalStateException("the simulator cannot write its answer", e);
        }
    }

    private void addSignature(Document document, String token, String bodyId, TestIdentity signer)
            throws GeneralSecurityException, MarshalException, XMLSignatureException {
        Element root = document.getDocumentElement();
        Element security = Dom.need(root, "Header", "Security");
        Element body = Dom.need(root, "Body");
        body.setIdAttributeNS(WssVerifier.WSU, "Id", true);
        Reference reference = factory.newReference(
                "#" + bodyId,
                factory.newDigestMethod(WssVerifier.DS + "sha1", (DigestMethodParameterSpec) none()),
                List.of(factory.newTransform(WssVerifier.EXC_C14N, (TransformParameterSpec) none())),
                null,
                null);
        SignedInfo info = factory.newSignedInfo(
                factory.newCanonicalizationMethod(WssVerifier.EXC_C14N, (C14NMethodParameterSpec) none()),
                factory.newSignatureMethod(WssVerifier.DS + "rsa-sha1", (SignatureMethodParameterSpec) none()),
                List.of(reference));
        DOMSignContext context = new DOMSignContext(signer.privateKey(), security);
        context.setDefaultNamespacePrefix("ds");
        factory.newXMLSignature(info, keyInfo(document, token)).sign(context);
    }

    private KeyInfo keyInfo(Document document, String token) {
        Element reference = document.createElementNS(WssVerifier.WSSE, "wsse:Reference");
        reference.setAttribute("URI", "#" + token);
        reference.setAttribute("ValueType", WssVerifier.X509V3);
        Element str = document.createElementNS(WssVerifier.WSSE, "wsse:SecurityTokenReference");
        str.appendChild(reference);
        return factory.getKeyInfoFactory().newKeyInfo(List.of(new DOMStructure(str)));
    }

    /** The JDK breaks the signature value into lines that end in CR LF, and CR must be written as a reference. */
    private static String withoutLineBreaks(String signed) {
        int from = signed.indexOf("<ds:SignatureValue>");
        int to = signed.indexOf("</ds:SignatureValue>");
        String value = signed.substring(from, to).replace("&#13;", "").replace("\n", "");
        return signed.substring(0, from) + value + signed.substring(to);
    }

    private static @Nullable Object none() {
        return null;
    }

    private static String der(TestIdentity signer) throws IllegalStateException {
        try {
            return Base64.getEncoder().encodeToString(signer.certificate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate cannot be encoded", e);
        }
    }

    private static String text(Document document) throws TransformerException {
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter out = new StringWriter();
        transformer.transform(new DOMSource(document), new StreamResult(out));
        return out.toString();
    }
}
