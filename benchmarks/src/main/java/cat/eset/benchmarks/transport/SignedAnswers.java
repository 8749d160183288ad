package cat.eset.benchmarks.transport;

import cat.eset.core.OperationId;
import cat.eset.testkit.pki.TestIdentity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Answers as the PCI gives them, for ids known beforehand, signed by the JDK and not by our code. */
final class SignedAnswers {

    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String WSU =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private static final String TOKEN =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3";
    private static final String BASE64 =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";

    private SignedAnswers() {}

    /** The same ids in the stub and in the benchmark. */
    static List<OperationId> ids(int count) {
        Random random = new Random(7);
        Clock clock = Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);
        List<OperationId> ids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ids.add(OperationId.next(clock, random));
        }
        return ids;
    }

    /** An answer with this many rows of about 600 bytes. */
    static byte[] answer(OperationId id, int rows, TestIdentity signer) throws Exception {
        String text = envelope(
                id,
                rows,
                Base64.getEncoder().encodeToString(signer.certificate().getEncoded()));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        Document document =
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        Element security =
                (Element) document.getElementsByTagNameNS(WSSE, "Security").item(0);
        Element body = (Element) document.getDocumentElement().getLastChild();
        body.setIdAttributeNS(WSU, "Id", true);
        sign(document, security, signer);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        var transformer = TransformerFactory.newDefaultInstance().newTransformer();
        transformer.setOutputProperty("omit-xml-declaration", "yes");
        transformer.transform(new DOMSource(document), new StreamResult(out));
        return out.toByteArray();
    }

    private static void sign(Document document, Element security, TestIdentity signer) throws Exception {
        XMLSignatureFactory f = XMLSignatureFactory.getInstance("DOM");
        Reference reference = f.newReference(
                "#XWSSGID-1",
                f.newDigestMethod("http://www.w3.org/2000/09/xmldsig#sha1", null),
                List.of(f.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
                null,
                null);
        SignedInfo signedInfo = f.newSignedInfo(
                f.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                f.newSignatureMethod("http://www.w3.org/2000/09/xmldsig#rsa-sha1", null),
                List.of(reference));
        Element holder = document.createElementNS(WSSE, "wsse:SecurityTokenReference");
        Element pointer = document.createElementNS(WSSE, "wsse:Reference");
        pointer.setAttribute("URI", "#TOKEN");
        pointer.setAttribute("ValueType", TOKEN);
        holder.appendChild(pointer);
        KeyInfoFactory keys = f.getKeyInfoFactory();
        DOMSignContext context = new DOMSignContext(signer.privateKey(), security);
        context.setDefaultNamespacePrefix("ds");
        f.newXMLSignature(signedInfo, keys.newKeyInfo(List.of(new DOMStructure(holder))))
                .sign(context);
    }

    private static String envelope(OperationId id, int rows, String certificate) {
        StringBuilder s = new StringBuilder(4000 + 700 * rows);
        s.append("<SOAP-ENV:Envelope xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\"><SOAP-ENV:Header>"
                + "<wsse:Security xmlns:wsse=\"" + WSSE + "\" SOAP-ENV:mustUnderstand=\"0\">"
                + "<wsse:BinarySecurityToken xmlns:wsu=\"" + WSU + "\" EncodingType=\"" + BASE64 + "\" ValueType=\""
                + TOKEN + "\" wsu:Id=\"TOKEN\">" + certificate + "</wsse:BinarySecurityToken></wsse:Security>"
                + "</SOAP-ENV:Header><SOAP-ENV:Body xmlns:wsu=\"" + WSU + "\" wsu:Id=\"XWSSGID-1\">"
                + "<ns0:procesaResponse xmlns:ns0=\"http://www.openuri.org/\""
                + " xmlns:ns3=\"http://gencat.net/scsp/esquemes/respuesta\"><ns3:Respuesta><ns3:Atributos>"
                + "<ns3:IdPeticion>" + id + "</ns3:IdPeticion><ns3:NumElementos>1</ns3:NumElementos>"
                + "<ns3:TimeStamp>2026-03-02T09:15:31.480+01:00</ns3:TimeStamp><ns3:Estado>"
                + "<ns3:CodigoEstado>0003</ns3:CodigoEstado><ns3:LiteralError>OK</ns3:LiteralError>"
                + "<ns3:TiempoEstimadoRespuesta>0</ns3:TiempoEstimadoRespuesta></ns3:Estado>"
                + "<ns3:CodigoCertificado>ENOTUM</ns3:CodigoCertificado><ns3:CodigoProducto>ENOTUM"
                + "</ns3:CodigoProducto></ns3:Atributos><ns3:Transmisiones><ns3:TransmisionDatos><ns3:DatosGenericos>"
                + "<ns3:Transmision><ns3:CodigoCertificado>ENOTUM</ns3:CodigoCertificado><ns3:IdSolicitud>" + id
                + "</ns3:IdSolicitud></ns3:Transmision></ns3:DatosGenericos><ns3:DatosEspecificos>"
                + "<RespostaCerca xmlns=\"http://www.aocat.net/NT/v4.0\"><Notificacions>");
        for (int i = 0; i < rows; i++) {
            s.append("<Notificacio><IdNotificacio>")
                    .append(100_000 + i)
                    .append("</IdNotificacio><Titol>Resolució de "
                            + "llicència d'obres</Titol><Referencia>2026-EXP-000123/N0001</Referencia><TipusObjecte>NOTIFICACIO"
                            + "</TipusObjecte><Estat>DIPOSITADA</Estat><DataCreacio>2026-03-02T09:15:31+01:00</DataCreacio>"
                            + "<DataRegistre>2026-03-02T09:15:32+01:00</DataRegistre><DataPublicacio>2026-03-02T09:16:00+01:00"
                            + "</DataPublicacio><DataLimit>2026-03-12T09:16:00+01:00</DataLimit><Expedient>2026-EXP-000123"
                            + "</Expedient><CodiOrganisme>0899990001</CodiOrganisme></Notificacio>");
        }
        s.append("</Notificacions></RespostaCerca></ns3:DatosEspecificos></ns3:TransmisionDatos></ns3:Transmisiones>"
                + "</ns3:Respuesta></ns0:procesaResponse></SOAP-ENV:Body></SOAP-ENV:Envelope>");
        return s.toString();
    }
}
