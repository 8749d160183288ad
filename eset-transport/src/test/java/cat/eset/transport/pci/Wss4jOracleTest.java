package cat.eset.transport.pci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.Secret;
import cat.eset.testkit.pki.TestIdentity;
import cat.eset.transport.ResponseSigner;
import cat.eset.transport.http.WireTap;
import cat.eset.transport.xml.XmlElement;
import cat.eset.transport.xml.XmlParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.engine.WSSecurityEngine;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** WSS4J, which the sample client of the consortium uses, judges what we write and writes what we judge. */
class Wss4jOracleTest {

    private static final String PASSWORD = "wss4j";

    private static Town town;

    @BeforeAll
    static void open() {
        WSSConfig.init();
        town = Town.open();
    }

    @AfterAll
    static void close() {
        town.close();
        WSSConfig.cleanUp();
    }

    /** What one side of a call looks like on the wire. */
    private static byte[] call(Path directory, WsSecurity security, String side) throws IOException {
        try (PciClient client = town.client()
                .wsSecurity(security)
                .signatureVerification(SignatureVerification.OFF)
                .wireTap(WireTap.toDirectory(directory))
                .build()) {
            try {
                client.sincron(Town.search("EXP/WSS4J à·&lt;&amp;&gt;"));
            } catch (PciFaultException e) {
                assertThat(security.algorithms()).isEqualTo(WsSecurity.Algorithms.SHA256);
            }
        }
        return Files.readAllBytes(directory.resolve("001-enotum-cerca-" + side + ".xml"));
    }

    static Stream<WsSecurity> waysToSign() {
        List<WsSecurity> ways = new ArrayList<>();
        for (WsSecurity.Algorithms algorithms : WsSecurity.Algorithms.values()) {
            ways.add(WsSecurity.documented().with(algorithms));
            ways.add(WsSecurity.documented().with(algorithms).signingTimestamp());
        }
        return ways.stream();
    }

    @ParameterizedTest
    @MethodSource("waysToSign")
    void wss4jBelievesOurRequests(WsSecurity security, @TempDir Path directory) throws Exception {
        byte[] request = call(directory, security, "request");
        WSSecurityEngineResult signature = verifyWithWss4j(request);
        assertThat(signature.get(WSSecurityEngineResult.TAG_X509_CERTIFICATE))
                .isEqualTo(town.consortium.pki().townHallSeal().certificate());
        List<QName> expected = new ArrayList<>(List.of(new QName(PciNames.SOAP, "Body")));
        if (security.signTimestamp()) {
            expected.add(new QName(PciNames.WSU, "Timestamp"));
        }
        assertThat(covered(signature)).containsExactlyElementsOf(expected);
    }

    @Test
    void wss4jRefusesOurRequestOnceItWasTouched(@TempDir Path directory) throws Exception {
        byte[] request = call(directory, WsSecurity.documented(), "request");
        byte[] touched = replace(request, "<pet:NumElementos>1<", "<pet:NumElementos>2<");
        assertThatThrownBy(() -> verifyWithWss4j(touched)).isInstanceOf(WSSecurityException.class);
        byte[] shortened = replace(request, "EXP/WSS4J", "EXP/WSS4");
        assertThatThrownBy(() -> verifyWithWss4j(shortened)).isInstanceOf(WSSecurityException.class);
    }

    @ParameterizedTest
    @EnumSource
    void weBelieveAnAnswerThatWss4jSigned(WsSecurity.Algorithms algorithms, @TempDir Path directory) throws Exception {
        byte[] answer = signWithWss4j(call(directory, WsSecurity.documented(), "response"), algorithms);
        assertThat(verify(answer))
                .isEqualTo(town.consortium.pki().pciResponseSigner().certificate());
        assertThat(verifyWithWss4j(answer).get(WSSecurityEngineResult.TAG_X509_CERTIFICATE))
                .isEqualTo(town.consortium.pki().pciResponseSigner().certificate());
    }

    @Test
    void bothRefuseAnAnswerThatWasTouchedAfterwards(@TempDir Path directory) throws Exception {
        byte[] answer = signWithWss4j(call(directory, WsSecurity.documented(), "response"), WsSecurity.Algorithms.SHA1);
        byte[] touched = replace(answer, ">0003<", ">0001<");
        assertThatThrownBy(() -> verify(touched)).isInstanceOf(SignatureProblem.class);
        assertThatThrownBy(() -> verifyWithWss4j(touched)).isInstanceOf(WSSecurityException.class);
    }

    private static X509Certificate verify(byte[] answer) throws SignatureProblem {
        XmlElement envelope = XmlParser.strict().parse(answer);
        ResponseSigner expected =
                ResponseSigner.consortium(List.of(town.consortium.pki().root()));
        return new ResponseVerifier(new SignerTrust(expected))
                .verify(envelope, envelope.child(PciNames.SOAP, "Body").orElseThrow());
    }

    private static WSSecurityEngineResult verifyWithWss4j(byte[] message) throws Exception {
        Merlin trust = new Merlin();
        trust.setTrustStore(town.consortium.pki().trustStore());
        RequestData data = new RequestData();
        data.setSigVerCrypto(trust);
        data.setEnableRevocation(false);
        List<WSSecurityEngineResult> signatures = new WSSecurityEngine()
                .processSecurityHeader(parse(message), data)
                .getActionResults()
                .get(WSConstants.SIGN);
        return Objects.requireNonNull(signatures, "signatures").get(0);
    }

    private static List<QName> covered(WSSecurityEngineResult signature) {
        List<QName> names = new ArrayList<>();
        for (Object reference :
                (List<?>) Objects.requireNonNull(signature.get(WSSecurityEngineResult.TAG_DATA_REF_URIS))) {
            names.add(((WSDataRef) reference).getName());
        }
        return names;
    }

    /** As the front of the consortium is seen to sign (contract pci 10.3), with WSS4J and its defaults otherwise. */
    private static byte[] signWithWss4j(byte[] answer, WsSecurity.Algorithms algorithms) throws Exception {
        boolean sha1 = algorithms == WsSecurity.Algorithms.SHA1;
        Document document = parse(answer);
        Node old = document.getElementsByTagNameNS(PciNames.WSSE, "Security").item(0);
        old.getParentNode().removeChild(old);
        ((Element) document.getElementsByTagNameNS(PciNames.SOAP, "Body").item(0))
                .removeAttributeNS(PciNames.WSU, "Id");
        TestIdentity signer = town.consortium.pki().pciResponseSigner();
        Merlin keys = new Merlin();
        keys.setKeyStore(signer.keyStore(Secret.of(PASSWORD.toCharArray())));
        WSSecHeader header = new WSSecHeader(document);
        header.insertSecurityHeader();
        WSSecSignature signature = new WSSecSignature(header);
        signature.setUserInfo(keys.getKeyStore().aliases().nextElement(), PASSWORD);
        signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
        signature.setUseSingleCertificate(true);
        signature.setSignatureAlgorithm(sha1 ? PciNames.RSA_SHA1 : PciNames.RSA_SHA256);
        signature.setDigestAlgo(sha1 ? PciNames.SHA1 : PciNames.SHA256);
        return serialize(signature.build(keys));
    }

    private static byte[] replace(byte[] message, String from, String to) {
        String text = new String(message, StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    private static Document parse(byte[] message) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(message));
    }

    private static byte[] serialize(Document document) throws Exception {
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        transformer.transform(new DOMSource(document), new StreamResult(out));
        return out.toByteArray();
    }
}
