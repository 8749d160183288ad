package cat.eset.testkit;

import cat.eset.testkit.pki.TestIdentity;
import cat.eset.testkit.pki.TestPki;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
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

/** A client of the tests alone: hand-written XML over java.net.http, so that the simulator is judged by something else. */
final class RawPci {

    static final String REQUESTER = "0899990001";
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String WSU =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private static final String X509 =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3";

    private final TestPki pki;
    private final URI base;
    private final HttpClient anonymous;
    private final HttpClient identified;

    RawPci(TestPki pki, URI base) {
        this.pki = pki;
        this.base = base;
        this.anonymous = client(Optional.empty());
        this.identified = client(Optional.of(pki.townHallSeal()));
    }

    HttpResponse<String> signed(String peticion) throws IOException, InterruptedException {
        return post(anonymous, "Sincron", "text/xml; charset=UTF-8", sign(peticion, pki.townHallSeal(), "sha1"));
    }

    HttpResponse<String> signedBy(TestIdentity signer, String algorithm, String peticion)
            throws IOException, InterruptedException {
        return post(anonymous, "Sincron", "text/xml; charset=UTF-8", sign(peticion, signer, algorithm));
    }

    HttpResponse<String> signedTo(String front, String message) throws IOException, InterruptedException {
        return post(anonymous, front, "text/xml; charset=UTF-8", sign(message, pki.townHallSeal(), "sha1"));
    }

    HttpResponse<String> raw(String envelope) throws IOException, InterruptedException {
        return post(anonymous, "Sincron", "text/xml; charset=UTF-8", envelope.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> withTls(String peticion) throws IOException, InterruptedException {
        return post(
                identified,
                "Sincron",
                "text/xml; charset=UTF-8",
                envelope("", peticion).getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> mtom(String peticion, String contentId, byte[] attachment, boolean certificate)
            throws IOException, InterruptedException {
        String head = "--XX\r\nContent-Type: application/xop+xml; charset=UTF-8; type=\"text/xml\"\r\n"
                + "Content-Transfer-Encoding: 8bit\r\nContent-ID: <root@t>\r\n\r\n" + envelope("", peticion)
                + "\r\n--XX\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <"
                + contentId + ">\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        byte[] end = "\r\n--XX--\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[start.length + attachment.length + end.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(attachment, 0, all, start.length, attachment.length);
        System.arraycopy(end, 0, all, start.length + attachment.length, end.length);
        return post(
                certificate ? identified : anonymous,
                "Sincron",
                "multipart/related; type=\"application/xop+xml\"; start=\"<root@t>\"; start-info=\"text/xml\";"
                        + " boundary=\"XX\"",
                all);
    }

    HttpResponse<byte[]> get(URI address) throws IOException, InterruptedException {
        return anonymous.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> post(HttpClient client, String front, String type, byte[] body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(base.resolve(front))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", type)
                        .header("SOAPAction", "\"http://www.openuri.org/procesa\"")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    static String peticion(String id, String product, String files, String payload) {
        String issuer = "<Emisor><NifEmisor>Q0801175A</NifEmisor><NombreEmisor>CAOC</NombreEmisor></Emisor>";
        String who = "<IdentificadorSolicitante>" + REQUESTER + "</IdentificadorSolicitante>"
                + "<NombreSolicitante>Ajuntament de Vilaprova</NombreSolicitante><Finalidad>PROVES</Finalidad>";
        return "<open:procesa xmlns:open=\"http://www.openuri.org/\"><Peticion"
                + " xmlns=\"http://gencat.net/scsp/esquemes/peticion\"><Atributos><IdPeticion>" + id
                + "</IdPeticion><NumElementos>1</NumElementos><TimeStamp>2026-03-02T09:15:30.123+01:00</TimeStamp>"
                + "<CodigoCertificado>" + product + "</CodigoCertificado><CodigoProducto>" + product
                + "</CodigoProducto><DatosAutorizacion>" + who + "</DatosAutorizacion>" + issuer
                + "</Atributos><Solicitudes><SolicitudTransmision><DatosGenericos>" + issuer + "<Solicitante>" + who
                + "<Consentimiento>Ley</Consentimiento></Solicitante><Transmision><CodigoCertificado>" + product
                + "</CodigoCertificado><IdSolicitud>" + id + "-1</IdSolicitud><IdTransmision>EXP-1</IdTransmision>"
                + "<FechaGeneracion>2026-03-02</FechaGeneracion></Transmision>" + files
                + "</DatosGenericos><DatosEspecificos>" + payload
                + "</DatosEspecificos></SolicitudTransmision></Solicitudes></Peticion></open:procesa>";
    }

    static String envelope(String header, String body) {
        return "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"><soapenv:Header>" + header
                + "</soapenv:Header><soapenv:Body xmlns:wsu=\"" + WSU + "\" wsu:Id=\"BODY-1\">" + body
                + "</soapenv:Body></soapenv:Envelope>";
    }

    static byte[] sign(String message, TestIdentity signer, String algorithm) {
        try {
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            String header = "<wsse:Security xmlns:wsse=\"" + WSSE + "\" xmlns:wsu=\"" + WSU
                    + "\" soapenv:mustUnderstand=\"1\"><wsse:BinarySecurityToken EncodingType=\""
                    + "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary\""
                    + " ValueType=\"" + X509 + "\" wsu:Id=\"X509-1\">"
                    + Base64.getEncoder().encodeToString(signer.certificate().getEncoded())
                    + "</wsse:BinarySecurityToken><wsu:Timestamp wsu:Id=\"TS-1\"><wsu:Created>" + now
                    + "</wsu:Created><wsu:Expires>" + now.plusSeconds(300)
                    + "</wsu:Expires></wsu:Timestamp></wsse:Security>";
            DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
            builders.setNamespaceAware(true);
            Document document = builders.newDocumentBuilder()
                    .parse(new java.io.ByteArrayInputStream(
                            envelope(header, message).getBytes(StandardCharsets.UTF_8)));
            Element body = (Element) document.getDocumentElement().getLastChild();
            body.setIdAttributeNS(WSU, "Id", true);
            Element security =
                    (Element) document.getElementsByTagNameNS(WSSE, "Security").item(0);
            boolean sha1 = algorithm.equals("sha1");
            XMLSignatureFactory f = XMLSignatureFactory.getInstance("DOM");
            String c14n = "http://www.w3.org/2001/10/xml-exc-c14n#";
            Reference reference = f.newReference(
                    "#BODY-1",
                    f.newDigestMethod(
                            sha1 ? "http://www.w3.org/2000/09/xmldsig#sha1" : "http://www.w3.org/2001/04/xmlenc#sha256",
                            null),
                    List.of(f.newTransform(c14n, (TransformParameterSpec) null)),
                    null,
                    null);
            SignedInfo info = f.newSignedInfo(
                    f.newCanonicalizationMethod(c14n, (C14NMethodParameterSpec) null),
                    f.newSignatureMethod(
                            sha1
                                    ? "http://www.w3.org/2000/09/xmldsig#rsa-sha1"
                                    : "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
                            null),
                    List.of(reference));
            Element str = document.createElementNS(WSSE, "wsse:SecurityTokenReference");
            Element ref = document.createElementNS(WSSE, "wsse:Reference");
            ref.setAttribute("URI", "#X509-1");
            ref.setAttribute("ValueType", X509);
            str.appendChild(ref);
            DOMSignContext context = new DOMSignContext(signer.privateKey(), security);
            f.newXMLSignature(info, f.getKeyInfoFactory().newKeyInfo(List.of(new DOMStructure(str))))
                    .sign(context);
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter out = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(out));
            return out.toString().getBytes(StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpClient client(Optional<TestIdentity> identity) {
        try {
            char[] password = "secret".toCharArray();
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            if (identity.isPresent()) {
                TestIdentity i = identity.get();
                store.setKeyEntry(
                        "k", i.privateKey(), password, i.chain().toArray(new java.security.cert.X509Certificate[0]));
            }
            keys.init(store, password);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(pki.trustStore());
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .sslContext(tls)
                    .build();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
