package cat.eset.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.Secret;
import cat.eset.testkit.enotum.CitizenNotice;
import cat.eset.testkit.enotum.ReportDelivery;
import cat.eset.testkit.enotum.StoredNotification;
import cat.eset.testkit.mux.VendorRegistry;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** States, notices, evidence and reports of contract enotum 4, 7 and 10, on the virtual clock. */
class ENotumLifeTest {

    private Consortium consortium;
    private RawPci pci;
    private int sequence;

    @BeforeEach
    void start() {
        start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 15)));
    }

    private void start(ConsortiumOptions options) {
        consortium = Consortium.start(options);
        pci = new RawPci(consortium.pki(), consortium.endpoints().pciNt());
    }

    @AfterEach
    void stop() {
        consortium.close();
    }

    private String call(String payload) throws Exception {
        return pci.withTls(RawPci.peticion("life-" + ++sequence, "ENOTUM", "", payload))
                .body();
    }

    private long send(String payload) throws Exception {
        return Long.parseLong(Nt.value(call(payload), "IdNotificacio"));
    }

    private String state(long id) {
        return consortium.enotum().find(id).map(StoredNotification::state).orElse("none");
    }

    @Test
    void withoutAnyoneItExpiresAfterItsDaysAndNotBefore() throws Exception {
        long id = send(Nt.send("EXP/EXPIRES"));
        consortium.clock().advanceBy(Duration.ofMinutes(5));
        Instant limit = consortium.enotum().find(id).orElseThrow().limit().orElseThrow();
        assertThat(call(Nt.search("EXP/EXPIRES"))).contains("<DataLimit>2026-03-12T09:17:00+01:00");
        consortium.clock().advanceTo(limit);
        assertThat(state(id)).isEqualTo("DIPOSITADA");
        consortium.clock().advanceBy(Duration.ofHours(1));
        assertThat(state(id)).isEqualTo("EXPIRADA");
        assertThat(consortium.enotum().find(id).orElseThrow().practised()).contains(limit);
        assertThat(consortium.enotum().notices().stream().filter(CitizenNotice::reminder))
                .hasSize(1);
        assertThatThrownBy(() -> consortium.enotum().accept(id)).hasMessageContaining("3037");
    }

    @Test
    void theSecondDecisionIs3003AndCancellationIsFinal() throws Exception {
        long id = send(Nt.send("EXP/TWICE"));
        assertThatThrownBy(() -> consortium.enotum().accept(id)).hasMessageContaining("3005");
        consortium.clock().advanceBy(Duration.ofMinutes(5));
        consortium.enotum().accept(id);
        assertThatThrownBy(() -> consortium.enotum().reject(id)).hasMessageContaining("3003");
        String cancel = Nt.request("Anullacio", "<IdNotificacio>" + id + "</IdNotificacio><Motiu>Error</Motiu>");
        assertThat(call(cancel)).contains("<RespostaAnullacio").doesNotContain("Errors");
        assertThat(state(id)).isEqualTo("ANUL·LADA");
        assertThat(call(cancel)).contains("<CodiError>3038");
        assertThat(call(Nt.consult(id))).contains("<MotiuAnullacio>Error").contains("<Estat>ANUL·LADA");
    }

    @Test
    void aBrokenEngineEndsInErrorUntilItIsRelaunched() throws Exception {
        long id = send(Nt.send("EXP/ERROR"));
        consortium.enotum().breakEngine(id);
        consortium.clock().advanceBy(Duration.ofMinutes(5));
        assertThat(state(id)).isEqualTo("ERROR");
        consortium.enotum().relaunch(id);
        consortium.clock().advanceBy(Duration.ofMinutes(5));
        assertThat(state(id)).isEqualTo("DIPOSITADA");
    }

    @Test
    void aCommunicationIsAcceptedWhenACitizenOpensItAndNeverExpires() throws Exception {
        long id = send(
                Nt.send("EXP/COM").replace(">NOTIFICACIO<", ">COMUNICACIO<").replace(Nt.REGISTRY, "<SenseRegistre/>"));
        consortium.clock().advanceBy(Duration.ofDays(60));
        assertThat(state(id)).isEqualTo("DIPOSITADA");
        String token = consortium.enotum().logIn("00000001R", "ALT");
        String citizen = "<Usuari><Ciutada><VALIdAccessToken>" + token + "</VALIdAccessToken></Ciutada></Usuari>";
        assertThat(call(Nt.consult(id).replace(Nt.USER, citizen))).contains("<Estat>ACCEPTADA");
        assertThat(state(id)).isEqualTo("ACCEPTADA");
    }

    @Test
    void aCitizenNeedsTheLevelAndMustBeARecipient() throws Exception {
        long id = send(Nt.send("EXP/LEVEL"));
        consortium.clock().advanceBy(Duration.ofMinutes(5));
        String practise =
                Nt.request("Practicar", "<IdNotificacio>" + id + "</IdNotificacio><Decisio>ACCEPTAR</Decisio>");
        assertThat(call(as("00000001R", "BAIX", practise))).contains("<CodiError>1032");
        assertThat(call(as("00000002W", "ALT", practise))).contains("<CodiError>3010");
        assertThat(call(as("00000001R", "ALT", practise))).contains("<Decisio>ACCEPTAR");
        assertThat(state(id)).isEqualTo("ACCEPTADA");
    }

    private String as(String nif, String level, String request) {
        String token = consortium.enotum().logIn(nif, level);
        return request.replace(
                Nt.USER, "<Usuari><Ciutada><VALIdAccessToken>" + token + "</VALIdAccessToken></Ciutada></Usuari>");
    }

    @Test
    void searchIsByPrefixWithoutCaseAndAccentsAndPagesInOrder() throws Exception {
        for (String reference : new String[] {"Àrea/1", "area/10", "AREA/2", "other"}) {
            send(Nt.send(reference));
        }
        String all = call(Nt.search("àREA/1"));
        assertThat(all).contains("<TotalResultats>2").contains("Àrea/1").contains("area/10");
        String page = call(Nt.search("area").replace(">50<", ">2<").replace("<NumeroPagina>1", "<NumeroPagina>2"));
        assertThat(page).contains("<TotalPagines>2").contains("AREA/2").doesNotContain("area/10");
        assertThat(call(Nt.search("area").replace("</Referencia>", "</Referencia><Estat>TRANSIT</Estat>")))
                .contains("<TotalResultats>3");
        consortium.enotum().searchableAfterSeconds(120);
        assertThat(call(Nt.search("area"))).contains("<TotalResultats>0");
        consortium.clock().advanceBy(Duration.ofMinutes(2));
        assertThat(call(Nt.search("area"))).contains("<TotalResultats>3");
    }

    @Test
    void evidenceIsSealedXmlAndASealedPdfBehindAShortLivedAddress() throws Exception {
        long id = send(Nt.send("EXP/EVIDENCE"));
        assertThat(call(Nt.evidence(id, "XML"))).contains("<CodiError>3020");
        consortium.clock().advanceBy(Duration.ofMinutes(5));
        assertThat(call(Nt.evidence(id, "PDF"))).contains("<CodiError>3020");
        consortium.enotum().accept(id);
        String answer = call(Nt.evidence(id, "XML"));
        String evidence = document(answer)
                .getElementsByTagNameNS("*", "AcceptacioRebuig")
                .item(0)
                .getTextContent();
        assertThat(evidence).contains("<Practicant>00000001R");
        assertThat(isSealed(evidence)).isTrue();
        assertThat(isSealed(evidence.replace("00000001R", "00000002W"))).isFalse();

        URI address = URI.create(Nt.value(call(Nt.evidence(id, "PDF")), "URLDescarrega"));
        String pdf = new String(download(address), StandardCharsets.ISO_8859_1);
        assertThat(pdf)
                .startsWith("%PDF-")
                .contains("/ByteRange [0 0")
                .contains("practica.xml")
                .endsWith("%%EOF\n");
        consortium.clock().advanceBy(Duration.ofMinutes(16));
        assertThat(status(address)).isEqualTo(410);
        consortium.enotum().offerDownloadsFrom(URI.create("https://evil.example/"));
        assertThat(Nt.value(call(Nt.evidence(id, "PDF")), "URLDescarrega")).startsWith("https://evil.example/");
    }

    @Test
    void reportsAreRepeatedUntilTheyAreAcknowledged() throws Exception {
        try (Vendor vendor = new Vendor()) {
            String wrapper = "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>"
                    + "<clientRequestwithReturnResponse xmlns=\"http://www.openuri.org/\">"
                    + "<RespostaReport xmlns=\"http://www.aocat.net/NT/v4.0\">%s</RespostaReport>"
                    + "</clientRequestwithReturnResponse></S:Body></S:Envelope>";
            vendor.answer(200, String.format(wrapper, "<Error/>"));
            vendor.answer(200, String.format(wrapper, ""));
            consortium.enotum().reportTo(vendor.address());
            long id = send(Nt.send("EXP/REPORT"));
            consortium.clock().advanceBy(Duration.ofMinutes(3));
            assertThat(consortium.enotum().reports())
                    .extracting(ReportDelivery::acknowledged)
                    .containsExactly(false);
            consortium.clock().advanceBy(Duration.ofMinutes(5));
            assertThat(consortium.enotum().reports())
                    .extracting(ReportDelivery::acknowledged)
                    .containsExactly(false, true);
            assertThat(vendor.received().get(0))
                    .isEqualTo(vendor.received().get(1))
                    .contains("<Estat>DIPOSITADA")
                    .contains("<IdNotificacio>" + id);
            consortium.enotum().accept(id);
            assertThat(vendor.received().get(2)).contains("<Estat>ACCEPTADA").contains("<DadesSignador>");
            consortium.enotum().sendDailyReport();
            assertThat(vendor.received().get(3)).contains("<TipusInforme>Diari");
        }
    }

    @Test
    void withoutRegistryDataTheVendorIsAskedThroughMux() throws Exception {
        stop();
        start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 15)).withExitRegisteredInCall());
        try (Vendor vendor = new Vendor()) {
            vendor.answer(
                    200,
                    "{\"resultat\":true,\"idTransaccio\":\"e007-0000-0000-0001\",\"tipus\":\"S\","
                            + "\"numeroAssentament\":\"2026/S/7\",\"dataAssentament\":\"02/03/2026T09:15:00.120+01:00\","
                            + "\"dataPresentacio\":\"02/03/2026T09:15:00.000+01:00\"}");
            consortium
                    .mux()
                    .register(VendorRegistry.at(
                            vendor.address(), "mux", RawPci.REQUESTER, Secret.of("a-shared-secret-of-32-characters")));
            long id = send(Nt.send("EXP/MUX").replace(Nt.REGISTRY, ""));
            assertThat(consortium.enotum().find(id))
                    .map(StoredNotification::registryNumber)
                    .contains("2026/S/7");
            assertThat(vendor.received().get(0)).contains("\"tipus\":\"S\"").contains("eNOTUM");
        }
        long second = send(Nt.send("EXP/AUX").replace(Nt.REGISTRY, ""));
        assertThat(consortium.enotum().find(second))
                .map(StoredNotification::registryNumber)
                .contains("S/000001-2026");
    }

    private boolean isSealed(String xml) throws Exception {
        Document document = document(xml);
        DOMValidateContext context = new DOMValidateContext(
                consortium.pki().enotumSeal().certificate().getPublicKey(),
                document.getElementsByTagNameNS("*", "Signature").item(0));
        return XMLSignatureFactory.getInstance("DOM")
                .unmarshalXMLSignature(context)
                .validate(context);
    }

    private static Document document(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] download(URI address) throws Exception {
        return pci.get(address).body();
    }

    private int status(URI address) throws Exception {
        return pci.get(address).statusCode();
    }
}
