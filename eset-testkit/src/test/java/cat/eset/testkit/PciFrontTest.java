package cat.eset.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.testkit.pci.PciExchange;
import cat.eset.testkit.pci.PciFault;
import cat.eset.testkit.pki.CertificateProfile;
import cat.eset.testkit.pki.TestIdentity;
import cat.eset.testkit.pki.TestPki;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The front of PCI against contract pci 9-11, asked by hand-written messages. */
class PciFrontTest {

    private static final TownHall OTHER =
            TownHall.of("Ajuntament de Vilaltra", Ine10.of("0899980003"), Dir3.of("L01089998"));
    private static final String WSU =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

    private static Consortium consortium;
    private static RawPci pci;
    private static int sequence;

    @BeforeAll
    static void start() {
        consortium = Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 15))
                .withTownHalls(List.of(TestPki.VILAPROVA, OTHER))
                .withAsynchronousWork(Duration.ofHours(2)));
        pci = new RawPci(consortium.pki(), consortium.endpoints().pciNt());
    }

    @AfterAll
    static void stop() {
        consortium.close();
    }

    @AfterEach
    void forget() {
        consortium.pci().clearScript();
        consortium.network().restoreLine();
    }

    private static String search() {
        return RawPci.peticion("front-" + ++sequence, "ENOTUM", "", Nt.search("nothing"));
    }

    private static PciExchange last() {
        List<PciExchange> all = consortium.pci().exchanges();
        return all.get(all.size() - 1);
    }

    @Test
    void answersAreSignedOverTheBodyByTheSignerOfPci() throws Exception {
        String answer = pci.signed(search()).body();
        X509Certificate signer = verify(answer);
        assertThat(signer).isEqualTo(consortium.pki().pciResponseSigner().certificate());
        assertThat(signer.getSubjectX500Principal().toString()).contains("VATES-Q0801175A");
        assertThat(answer).contains("SOAP-ENV:mustUnderstand=\"0\"").contains("xmldsig#rsa-sha1");
    }

    @Test
    void neitherSignatureNorCertificateIsFault1013WithoutSignature() throws Exception {
        HttpResponse<String> answer = pci.raw(RawPci.envelope("", search()));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("<faultcode>1013</faultcode>").contains("<faultactor>Server");
        assertThat(answer.body()).doesNotContain("Signature");
        assertThat(last().authentication()).isEqualTo("NONE");
        assertThat(last().processed()).isFalse();
    }

    @Test
    void theTlsCertificateAloneIsEnough() throws Exception {
        assertThat(pci.withTls(search()).body()).contains("<ns3:CodigoEstado>0003");
        assertThat(last().authentication()).isEqualTo("TLS");
    }

    static Stream<Arguments> wrongCallers() {
        TestPki pki = consortium.pki();
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        CertificateProfile seal = CertificateProfile.seal("Segell", "Ajuntament", "VATES-P0899900A");
        TestIdentity expired =
                pki.issue("expired-caller", seal.withValidity(yesterday.minus(Duration.ofDays(9)), yesterday));
        TestIdentity revoked = pki.issue("revoked-caller", seal);
        pki.revoke(revoked.certificate());
        return Stream.of(
                Arguments.of("the seal of another town hall", pki.townHallSeal(OTHER), "no està vinculat"),
                Arguments.of("a seal of another root", TestPki.create().townHallSeal(), "no vàlid"),
                Arguments.of("an expired seal", expired, "no vàlid"),
                Arguments.of("a revoked seal", revoked, "revocat"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongCallers")
    void aCertificateThatDoesNotBelongToTheRequesterIsRefused(String name, TestIdentity caller, String text)
            throws Exception {
        assertThat(pci.signedBy(caller, "sha1", search()).body())
                .contains("<faultcode>1013")
                .contains(text);
    }

    @Test
    void aSha256SignatureIsRefusedUnlessTheOptionAllowsIt() throws Exception {
        TestIdentity seal = consortium.pki().townHallSeal();
        assertThat(pci.signedBy(seal, "sha256", search()).body())
                .contains("1013")
                .contains("is not accepted");
    }

    static Stream<Arguments> brokenHeaders() {
        return Stream.of(
                Arguments.of("changed Body", "Ajuntament de Vilaprova", "Ajuntament de Vilamala", "does not match"),
                Arguments.of("no mustUnderstand", " soapenv:mustUnderstand=\"1\"", "", "mustUnderstand"),
                Arguments.of("PKIPath token", "#X509v3\" wsu:Id", "#X509PKIPathv1\" wsu:Id", "not X509v3"),
                Arguments.of("other timestamp form", "Z</wsu:Created>", "+00:00</wsu:Created>", "another format"),
                Arguments.of("expired timestamp", "<wsu:Expires>2", "<wsu:Expires>1", "expired"),
                Arguments.of("KeyInfo elsewhere", "URI=\"#X509-1\"", "URI=\"#X509-2\"", "another token"),
                Arguments.of("duplicate id", "wsu:Id=\"TS-1\"", "wsu:Id=\"BODY-1\"", "appears twice"),
                Arguments.of(
                        "inclusive c14n",
                        "xml-exc-c14n#\"/><",
                        "REC-xml-c14n-20010315\"/><",
                        "CanonicalizationMethod"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenHeaders")
    void aWsSecurityHeaderThatDiffersFromTheContractIsRefused(String name, String from, String to, String why)
            throws Exception {
        String signed =
                new String(RawPci.sign(search(), consortium.pki().townHallSeal(), "sha1"), StandardCharsets.UTF_8);
        String broken = signed.replace(from, to);
        assertThat(broken).isNotEqualTo(signed);
        assertThat(pci.raw(broken).body()).contains("<faultcode>1013");
        assertThat(last().outcome()).contains(why);
        assertThat(last().processed()).isFalse();
    }

    static Stream<Arguments> wrongRequests() {
        return Stream.of(
                Arguments.of(
                        "purpose differs",
                        "<Finalidad>PROVES</Finalidad><Consentimiento>",
                        "<Finalidad>ALTRE</Finalidad><Consentimiento>",
                        "Finalidad differs"),
                Arguments.of("count differs", "<NumElementos>1", "<NumElementos>2", "NumElementos is 2"),
                Arguments.of("unknown consent", ">Ley<", ">Maybe<", "Consentimiento"),
                Arguments.of(
                        "order of Atributos",
                        "<CodigoCertificado>ENOTUM</CodigoCertificado><CodigoProducto>ENOTUM</CodigoProducto>",
                        "<CodigoProducto>ENOTUM</CodigoProducto><CodigoCertificado>ENOTUM</CodigoCertificado>",
                        "expected ["),
                Arguments.of(
                        "no issuer in the item",
                        "<DatosGenericos><Emisor><NifEmisor>Q0801175A</NifEmisor><NombreEmisor>CAOC</NombreEmisor></Emisor>",
                        "<DatosGenericos>",
                        "DatosGenericos has"),
                Arguments.of("long IdTransmision", ">EXP-1<", ">EXP-1234567890-1234567890-1234<", "longer than 26"),
                Arguments.of(
                        "unknown product", ">ENOTUM</CodigoProducto>", ">ALTRE</CodigoProducto>", "no disponible"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongRequests")
    void anEnvelopeThatBreaksARuleIsState0502AndSigned(String name, String from, String to, String literal)
            throws Exception {
        String good = search();
        String wrong = good.replace(from, to);
        assertThat(wrong).isNotEqualTo(good);
        String answer = pci.signed(wrong).body();
        assertThat(answer).contains("<ns3:CodigoEstado>0502").contains(literal);
        assertThat(verify(answer)).isNotNull();
    }

    @Test
    void anMtomAttachmentArrivesWholeAndNeedsATlsCertificate() throws Exception {
        byte[] pdf = new byte[300_000];
        new java.util.Random(7).nextBytes(pdf);
        System.arraycopy("\r\n--X\r\n--XY".getBytes(StandardCharsets.US_ASCII), 0, pdf, 1000, 11);
        String files = "<Ficheros><Fichero><NombreFichero>resolucio.pdf</NombreFichero><Contenido><xop:Include"
                + " xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:doc-1@t\"/></Contenido><Id>doc-1</Id>"
                + "</Fichero></Ficheros>";
        String payload = Nt.send("EXP/MTOM")
                .replace("<Dades>JVBERi0xLjQKJUVPRgo=</Dades>", "<IdFicheroPCI>doc-1</IdFicheroPCI>");
        String message = RawPci.peticion("mtom-1", "ENOTUM", files, payload);

        assertThat(pci.mtom(message, "doc-1@t", pdf, false).body()).contains("<faultcode>1013");
        assertThat(pci.mtom(message, "doc-1@t", pdf, true).body()).contains("<IdNotificacio>");
        assertThat(last().attachments()).isEqualTo(1);
        String digest = java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(pdf));
        assertThat(consortium
                        .enotum()
                        .withReference("EXP/MTOM")
                        .get(0)
                        .documents()
                        .get(0)
                        .sha256Hex())
                .isEqualTo(digest);
        assertThat(pci.mtom(message.replace("mtom-1", "mtom-2"), "another@t", pdf, true)
                        .body())
                .contains("not there");
    }

    @Test
    void moreThanTwoMegabytesOfXmlAreRefusedAtTheEntry() throws Exception {
        String big = search().replace("nothing", "x".repeat(2 * 1024 * 1024));
        HttpResponse<String> answer = pci.raw(RawPci.envelope("", big));
        assertThat(answer.body()).contains("2 MB");
        assertThat(last().outcome()).contains("2 MB");
    }

    @Test
    void aDoctypeIsRefused() throws Exception {
        assertThat(pci.raw("<!DOCTYPE a []>" + RawPci.envelope("", search())).body())
                .contains("faultcode");
        assertThat(last().outcome()).startsWith("unreadable");
    }

    @Test
    void anAsynchronousRequestIsPendingUntilItsTimeHasCome() throws Exception {
        String request = RawPci.peticion("async-1", "ENOTUM", "", Nt.search("nothing"));
        String confirmation = pci.signedTo("Asincron", request).body();
        assertThat(confirmation)
                .contains("ConfirmacionPeticion")
                .contains("<ns3:CodigoEstado>0001")
                .contains("<ns3:TiempoEstimadoRespuesta>2")
                .contains("<ns3:NumElementos></ns3:NumElementos>".replace("></ns3:NumElementos>", "/>"));
        assertThat(pci.signedTo("AsincronResposta", poll("async-1")).body()).contains("<ns3:CodigoEstado>0002");
        consortium.clock().advanceBy(Duration.ofHours(2));
        assertThat(pci.signedTo("AsincronResposta", poll("async-1")).body())
                .contains("<ns3:CodigoEstado>0003")
                .contains("RespostaCerca");
        assertThat(pci.signedTo("AsincronResposta", poll("nobody")).body()).contains("<ns3:CodigoEstado>0502");
    }

    private static String poll(String id) {
        return "<open:procesa xmlns:open=\"http://www.openuri.org/\"><SolicitudRespuesta"
                + " xmlns=\"http://gencat.net/scsp/esquemes/solicitudRespuesta\"><Atributos><IdPeticion>" + id
                + "</IdPeticion><NumElementos>1</NumElementos><TimeStamp>2026-03-06T09:00:00.000+01:00</TimeStamp>"
                + "<CodigoCertificado>ENOTUM</CodigoCertificado><DatosAutorizacion><IdentificadorSolicitante>"
                + RawPci.REQUESTER + "</IdentificadorSolicitante><NombreSolicitante>Ajuntament</NombreSolicitante>"
                + "<Finalidad>PROVES</Finalidad></DatosAutorizacion><CodigoProducto>ENOTUM</CodigoProducto></Atributos>"
                + "</SolicitudRespuesta></open:procesa>";
    }

    static Stream<Arguments> cuts() {
        return Stream.of(
                Arguments.of(PciFault.resetBeforeProcessing(), 0),
                Arguments.of(PciFault.resetAfterProcessing(), 1),
                Arguments.of(PciFault.resetMidBody(), 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cuts")
    void aCutConnectionLeavesExactlyWhatItSays(PciFault fault, int stored) {
        String reference = "EXP/CUT/" + fault.kind();
        String request = RawPci.peticion("cut-" + fault.kind(), "ENOTUM", "", Nt.send(reference));
        consortium.pci().script(fault, "PeticioProcessarTramesa");
        assertThatThrownBy(() -> pci.signed(request)).isInstanceOf(IOException.class);
        assertThat(consortium.enotum().withReference(reference)).hasSize(stored);
    }

    @Test
    void aScriptWaitsForItsOperation() throws Exception {
        consortium.pci().script(PciFault.state("0001", "Pendent"), "PeticioConsulta");
        assertThat(pci.signed(search()).body()).contains("<ns3:CodigoEstado>0003");
        String consult = RawPci.peticion("front-c" + ++sequence, "ENOTUM", "", Nt.consult(1));
        assertThat(pci.signed(consult).body())
                .contains("<ns3:CodigoEstado>0001")
                .doesNotContain("Transmisiones");
    }

    @Test
    void wrongAnswersAreWrongInTheWayTheySay() throws Exception {
        assertThat(scripted(PciFault.unsigned()).body())
                .doesNotContain("ds:Signature")
                .contains("0003");
        assertThat(scripted(PciFault.forbidden()).body()).startsWith("<!DOCTYPE HTML");
        assertThat(scripted(PciFault.empty()).body()).isEmpty();
        assertThat(scripted(PciFault.soapFault("77", "prova")).body()).contains("<faultcode>77");
        HttpResponse<String> busy = scripted(PciFault.status(503, "3"));
        assertThat(busy.statusCode()).isEqualTo(503);
        assertThat(busy.headers().firstValue("Retry-After")).contains("3");
        assertThat(scripted(PciFault.duplicated()).body().split("<SOAP-ENV:Envelope", -1))
                .hasSize(3);
        assertThat(scripted(PciFault.docType()).body()).startsWith("<!DOCTYPE");
        assertThat(verify(scripted(PciFault.wrongEcho()).body())).isNotNull();
        assertThat(scripted(PciFault.wrongItemCount()).body().split("<ns3:TransmisionDatos>", -1))
                .hasSize(3);
        assertThat(verify(scripted(PciFault.otherSigner()).body())
                        .getSubjectX500Principal()
                        .toString())
                .doesNotContain("Q0801175A");
        assertThat(verify(scripted(PciFault.expiredSigner()).body())
                        .getNotAfter()
                        .toInstant())
                .isBefore(Instant.now());
        X509Certificate untrusted = verify(scripted(PciFault.untrustedSigner()).body());
        PublicKey root = consortium.pki().root().getPublicKey();
        assertThatThrownBy(() -> untrusted.verify(root)).isInstanceOf(java.security.SignatureException.class);
        assertThatThrownBy(() -> verify(scripted(PciFault.tampered()).body())).hasMessageContaining("does not verify");
        String moved = scripted(PciFault.movedBody()).body();
        assertThat(moved.split("<SOAP-ENV:Body", -1)).hasSize(3);
        assertThat(scripted(PciFault.duplicateId()).body()).contains("urn:w");
        assertThat(scripted(PciFault.secondSignature()).body().split("<ds:SignatureValue>", -1))
                .hasSize(3);
        assertThat(scripted(PciFault.deep(10_000)).body()).startsWith("<a><a>");
        assertThat(scripted(PciFault.huge(300_000)).body()).hasSizeGreaterThan(300_000);
        assertThat(scripted(PciFault.gzipBomb(1_000_000)).headers().firstValue("Content-Encoding"))
                .contains("gzip");
    }

    private static HttpResponse<String> scripted(PciFault fault) throws IOException, InterruptedException {
        consortium.pci().script(fault);
        return pci.signed(search());
    }

    @Test
    void aCutLineRefusesEverybodyUntilItIsRestored() throws Exception {
        consortium.network().cutLine();
        assertThatThrownBy(() -> pci.signed(search())).isInstanceOf(IOException.class);
        consortium.network().restoreLine();
        assertThat(pci.signed(search()).body()).contains("0003");
    }

    @Test
    void recordedFilesHoldTheBytesOfBothSides(@TempDir Path directory) throws Exception {
        consortium.pci().recordTo(directory);
        String answer = pci.signed(search()).body();
        String prefix = String.format("%05d-Sincron-PeticioCerca", last().number());
        assertThat(Files.readString(directory.resolve(prefix + "-request.xml"))).contains("PeticioCerca");
        assertThat(Files.readString(directory.resolve(prefix + "-answer.xml"))).isEqualTo(answer);
    }

    /** An independent look at the signature: the JDK's validator, Body found by hand. */
    private static X509Certificate verify(String answer) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document =
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
        NodeList tokens = document.getElementsByTagNameNS("*", "BinarySecurityToken");
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(
                        Base64.getDecoder().decode(tokens.item(0).getTextContent())));
        Element body = (Element) document.getDocumentElement().getLastChild();
        body.setIdAttributeNS(WSU, "Id", true);
        DOMValidateContext context = new DOMValidateContext(
                certificate.getPublicKey(),
                document.getElementsByTagNameNS("*", "Signature").item(0));
        context.setProperty("org.jcp.xml.dsig.secureValidation", false);
        boolean valid = XMLSignatureFactory.getInstance("DOM")
                .unmarshalXMLSignature(context)
                .validate(context);
        if (!valid) {
            throw new IllegalStateException("the signature does not verify");
        }
        return certificate;
    }
}
