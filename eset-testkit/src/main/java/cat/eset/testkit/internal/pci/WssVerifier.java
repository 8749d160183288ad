package cat.eset.testkit.internal.pci;

import cat.eset.testkit.internal.xml.Dom;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Checks the WS-Security header of a request exactly as contract pci 10.2 describes it. */
final class WssVerifier {

    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    static final String WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    static final String X509V3 =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3";
    static final String BASE64 =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";
    static final String EXC_C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z");
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final boolean sha256Allowed;

    WssVerifier(boolean sha256Allowed) {
        this.sha256Allowed = sha256Allowed;
    }

    static boolean isSigned(Document envelope) {
        return Dom.at(envelope.getDocumentElement(), "Header", "Security").isPresent();
    }

    /** The certificate that signed the Body. */
    X509Certificate verify(Document envelope) throws RefusedSignatureException {
        Element header = Dom.need(envelope.getDocumentElement(), "Header");
        Element security = only(header, WSSE, "Security");
        must(security.getAttributeNS(SOAP, "mustUnderstand").equals("1"), "mustUnderstand is not 1");
        Set<String> ids = new HashSet<>();
        for (Element e : Dom.descendants(envelope.getDocumentElement())) {
            String id = e.getAttributeNS(WSU, "Id");
            must(id.isEmpty() || ids.add(id), "wsu:Id " + id + " appears twice");
            if (!id.isEmpty()) {
                e.setIdAttributeNS(WSU, "Id", true);
            }
        }
        checkTimestamp(only(security, WSU, "Timestamp"));
        Element token = only(security, WSSE, "BinarySecurityToken");
        X509Certificate certificate = certificate(token);
        Element signature = only(security, DS, "Signature");
        checkKeyInfo(signature, token);
        checkSignedInfo(signature, envelope, security);
        validate(signature, certificate);
        return certificate;
    }

    private static void checkTimestamp(Element timestamp) throws RefusedSignatureException {
        String created = Dom.text(timestamp, "Created");
        String expires = Dom.text(timestamp, "Expires");
        must(TIME.matcher(created).matches() && TIME.matcher(expires).matches(), "Timestamp has another format");
        Instant now = Instant.now();
        must(!Instant.parse(created).isAfter(now.plus(SKEW)), "Timestamp lies in the future");
        must(Instant.parse(expires).isAfter(now), "Timestamp is expired");
    }

    private static X509Certificate certificate(Element token) throws RefusedSignatureException {
        must(token.getAttribute("ValueType").equals(X509V3), "the token is not X509v3");
        must(token.getAttribute("EncodingType").equals(BASE64), "the token is not Base64Binary");
        must(!token.getAttributeNS(WSU, "Id").isEmpty(), "the token has no wsu:Id");
        try {
            byte[] der = Base64.getMimeDecoder().decode(token.getTextContent());
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new RefusedSignatureException("the token is not one DER certificate", e);
        }
    }

    private static void checkKeyInfo(Element signature, Element token) throws RefusedSignatureException {
        Element reference = Dom.at(signature, "KeyInfo", "SecurityTokenReference", "Reference")
                .orElseThrow(() -> new RefusedSignatureException("KeyInfo is not a direct reference", null));
        must(
                reference.getAttribute("URI").equals("#" + token.getAttributeNS(WSU, "Id")),
                "KeyInfo names another token");
        must(reference.getAttribute("ValueType").equals(X509V3), "KeyInfo has another ValueType");
    }

    private void checkSignedInfo(Element signature, Document envelope, Element security)
            throws RefusedSignatureException {
        Element info = only(signature, DS, "SignedInfo");
        must(algorithm(info, "CanonicalizationMethod").equals(EXC_C14N), "another CanonicalizationMethod");
        String method = algorithm(info, "SignatureMethod");
        must(
                method.equals(DS + "rsa-sha1")
                        || (sha256Allowed && method.equals("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256")),
                "SignatureMethod " + method + " is not accepted");
        Element body = only(envelope.getDocumentElement(), SOAP, "Body");
        boolean bodySigned = false;
        for (Element reference : Dom.children(info, "Reference")) {
            checkReference(reference);
            String target = reference.getAttribute("URI");
            boolean toBody = target.equals("#" + body.getAttributeNS(WSU, "Id"));
            boolean toTimestamp =
                    target.equals("#" + only(security, WSU, "Timestamp").getAttributeNS(WSU, "Id"));
            must(toBody || toTimestamp, "a reference to something else than Body and Timestamp");
            bodySigned |= toBody;
        }
        must(bodySigned, "the Body is not signed");
    }

    private void checkReference(Element reference) throws RefusedSignatureException {
        List<Element> transforms =
                Dom.at(reference, "Transforms").map(Dom::children).orElse(List.of());
        must(
                transforms.size() == 1
                        && transforms.get(0).getAttribute("Algorithm").equals(EXC_C14N),
                "a reference must have exactly the exc-c14n transform");
        String digest = algorithm(reference, "DigestMethod");
        must(
                digest.equals(DS + "sha1")
                        || (sha256Allowed && digest.equals("http://www.w3.org/2001/04/xmlenc#sha256")),
                "DigestMethod " + digest + " is not accepted");
    }

    /** The JDK refuses SHA-1 in secure mode; everything else that mode protects from was checked above. */
    private static void validate(Element signature, X509Certificate certificate) throws RefusedSignatureException {
        DOMValidateContext context = new DOMValidateContext(certificate.getPublicKey(), signature);
        context.setProperty("org.jcp.xml.dsig.secureValidation", false);
        try {
            XMLSignature parsed = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
            must(parsed.validate(context), "the signature does not match the content");
        } catch (MarshalException | XMLSignatureException e) {
            throw new RefusedSignatureException("the signature cannot be read", e);
        }
    }

    private static String algorithm(Element parent, String child) {
        return Dom.child(parent, child).map(e -> e.getAttribute("Algorithm")).orElse("");
    }

    private static Element only(Element parent, String namespace, String name) throws RefusedSignatureException {
        List<Element> found = Dom.children(parent, name).stream()
                .filter(e -> namespace.equals(e.getNamespaceURI()))
                .toList();
        must(found.size() == 1, found.size() + " elements " + name + " instead of one");
        return found.get(0);
    }

    private static void must(boolean good, String otherwise) throws RefusedSignatureException {
        if (!good) {
            throw new RefusedSignatureException(otherwise, null);
        }
    }
}
