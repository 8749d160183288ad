package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.ConfigurationException;
import cat.eset.core.DocumentContent;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.Xades;
import cat.eset.signature.validation.SignatureValidation;
import cat.eset.signature.validation.SignerIdentity.Qualification;
import cat.eset.testkit.pki.TestIdentity;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trust by a list of lists made and signed here, with the form of the European one (ETSI TS 119 612). */
class TrustedListsTest {

    private static final TestIdentity LIST_SIGNER = Fixture.PKI.enotumSeal();
    private static final String STATUS = "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/granted";

    @TempDir
    Path files;

    private final Map<String, byte[]> published = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private String base = "";

    @BeforeEach
    void publish() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        base = "http://localhost:" + server.getAddress().getPort();
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            byte[] list = published.get(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(list == null ? 404 : 200, list == null ? -1 : list.length);
            if (list != null) {
                exchange.getResponseBody().write(list);
            }
            exchange.close();
        });
        server.start();
        published.put("/lotl.xml", signed(listOfLists()));
        published.put("/es.xml", signed(national("ES", Fixture.PKI.root())));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void authoritiesOfTheListAreBelievedAfterARefreshAndNotBefore() throws Exception {
        TrustedLists lists = lists(LIST_SIGNER.certificate());
        DssValidator validator = DssValidator.builder(Trust.lists(lists).crls(List.of(Fixture.crl())))
                .build();
        try (SignedDocument document = Fixture.mayor().build().sign(Fixture.pdf(), Pades.level(SignatureLevel.B))) {
            assertThat(verdict(validator, document)).isEqualTo("undetermined");
            assertThat(requests).as("never inside a request").hasValue(0);

            List<TrustedLists.State> states = lists.refresh();

            assertThat(states)
                    .extracting(TrustedLists.State::address, TrustedLists.State::problem)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(base + "/lotl.xml", ""),
                            org.assertj.core.groups.Tuple.tuple(base + "/es.xml", ""));
            assertThat(lists.anchors()).isEqualTo(1);
            int before = requests.get();
            assertThat(verdict(validator, document)).isEqualTo("valid");
            assertThat(requests).hasValue(before);
            SignatureValidation found = validator.validate(document.content());
            assertThat(found.signatures().get(0).signer().orElseThrow().qualification())
                    .as("the list speaks of the authority; the certificate does not say that it is qualified")
                    .isEqualTo(Qualification.NOT_QUALIFIED);
        }
    }

    @Test
    void afterARestartTheFilesSufficeAndNobodyIsAsked() {
        lists(LIST_SIGNER.certificate()).refresh();
        int before = requests.get();

        TrustedLists restarted = lists(LIST_SIGNER.certificate());
        List<TrustedLists.State> states = restarted.load();

        assertThat(states).allMatch(TrustedLists.State::isUsed).hasSize(2);
        assertThat(restarted.anchors()).isEqualTo(1);
        assertThat(requests).hasValue(before);
    }

    @Test
    void listThatIsSignedByAnotherIsNotUsed() {
        TrustedLists lists = lists(Fixture.PKI.secretary().certificate());
        assertThat(lists.refresh())
                .anySatisfy(state -> assertThat(state.problem()).contains("signature"));
        assertThat(lists.anchors()).isZero();
    }

    @Test
    void listThatWasAlteredOrIsGoneIsNotUsed() {
        String altered = new String(published.get("/es.xml"), java.nio.charset.StandardCharsets.UTF_8)
                .replace("Autoritat de prova", "Autoritat d'un altre");
        published.put("/es.xml", altered.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        TrustedLists lists = lists(LIST_SIGNER.certificate());
        assertThat(lists.refresh().get(1).problem()).contains("signature");
        assertThat(lists.anchors()).isZero();

        published.remove("/lotl.xml");
        TrustedLists nothing = TrustedLists.builder(files.resolve("other"), List.of(LIST_SIGNER.certificate()), here())
                .address(URI.create(base + "/lotl.xml"))
                .build();
        assertThat(nothing.refresh().get(0).problem()).contains("fetched");
        assertThat(nothing.anchors()).isZero();
    }

    @Test
    void listWhoseNextUpdateShouldHaveComeIsNotUsedAndSaysSo() throws Exception {
        published.put("/es.xml", signed(outOfDate(national("ES", Fixture.PKI.root()))));
        TrustedLists lists = lists(LIST_SIGNER.certificate());
        assertThat(lists.refresh())
                .extracting(TrustedLists.State::problem)
                .satisfiesExactly(
                        all -> assertThat(all).isEmpty(),
                        spain -> assertThat(spain).contains("out of date"));
        assertThat(lists.anchors()).isZero();

        published.put("/es.xml", signed(national("ES", Fixture.PKI.root())));
        published.put("/lotl.xml", signed(outOfDate(listOfLists())));
        assertThat(lists.refresh())
                .extracting(TrustedLists.State::problem)
                .satisfiesExactly(
                        all -> assertThat(all).contains("out of date"),
                        spain -> assertThat(spain).contains("list of lists"));
        assertThat(lists.anchors()).isZero();
    }

    @Test
    void refreshThatFailsKeepsWhatWasBelieved() {
        TrustedLists lists = lists(LIST_SIGNER.certificate());
        lists.refresh();
        published.clear();
        lists.refresh();
        assertThat(lists.anchors()).isEqualTo(1);
    }

    @Test
    void withoutSignersOfTheListItIsNotBuilt() {
        assertThatThrownBy(() -> TrustedLists.builder(files, List.of(), here()).build())
                .isInstanceOf(ConfigurationException.class);
        assertThat(TrustedLists.EUROPEAN_UNION).hasToString("https://ec.europa.eu/tools/lotl/eu-lotl.xml");
    }

    private TrustedLists lists(X509Certificate signer) {
        return TrustedLists.builder(files, List.of(signer), here())
                .address(URI.create(base + "/lotl.xml"))
                .build();
    }

    private static Fetching here() {
        return Fetching.guarded().withPrivateAddresses().hosts(Set.of("localhost"));
    }

    private static String verdict(DssValidator validator, SignedDocument document) {
        return SignAndValidateTest.verdict(validator.validate(document.content()));
    }

    private static byte[] signed(String xml) throws IOException {
        DocumentContent list = Fixture.xml(xml);
        DssSigner signer = DssSigner.builder(LIST_SIGNER.credentials()).build();
        try (SignedDocument out = signer.sign(list, Xades.enveloped(SignatureLevel.B))) {
            return out.content().readAllBytes();
        }
    }

    private String listOfLists() throws CertificateEncodingException {
        String pointer =
                "<OtherTSLPointer><ServiceDigitalIdentities><ServiceDigitalIdentity><DigitalId><X509Certificate>"
                        + base64(LIST_SIGNER.certificate())
                        + "</X509Certificate></DigitalId></ServiceDigitalIdentity></ServiceDigitalIdentities><TSLLocation>"
                        + base
                        + "/es.xml</TSLLocation><AdditionalInformation><OtherInformation><TSLType>"
                        + "http://uri.etsi.org/TrstSvc/TrustedList/TSLType/EUgeneric</TSLType></OtherInformation>"
                        + "<OtherInformation><SchemeTerritory>ES</SchemeTerritory></OtherInformation><OtherInformation>"
                        + "<ns3:MimeType xmlns:ns3=\"http://uri.etsi.org/02231/v2/additionaltypes#\">"
                        + "application/vnd.etsi.tsl+xml</ns3:MimeType></OtherInformation></AdditionalInformation>"
                        + "</OtherTSLPointer>";
        return list("EUlistofthelists", "EU", "<PointersToOtherTSL>" + pointer + "</PointersToOtherTSL>", "");
    }

    private String national(String territory, X509Certificate authority) throws CertificateEncodingException {
        String granted = Instant.now()
                .minus(Duration.ofDays(900))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        String service = "<TrustServiceProvider><TSPInformation>" + named("TSPName", "Autoritat de prova")
                + "<TSPAddress><PostalAddresses><PostalAddress xml:lang=\"en\"><StreetAddress>1</StreetAddress>"
                + "<Locality>1</Locality><CountryName>ES</CountryName></PostalAddress></PostalAddresses>"
                + "<ElectronicAddress><URI xml:lang=\"en\">mailto:a@example.cat</URI></ElectronicAddress></TSPAddress>"
                + "<TSPInformationURI><URI xml:lang=\"en\">http://example.cat</URI></TSPInformationURI></TSPInformation>"
                + "<TSPServices><TSPService><ServiceInformation><ServiceTypeIdentifier>"
                + "http://uri.etsi.org/TrstSvc/Svctype/CA/QC</ServiceTypeIdentifier>"
                + named("ServiceName", "Autoritat")
                + "<ServiceDigitalIdentity><DigitalId><X509Certificate>" + base64(authority)
                + "</X509Certificate></DigitalId></ServiceDigitalIdentity><ServiceStatus>" + STATUS
                + "</ServiceStatus><StatusStartingTime>" + granted
                + "</StatusStartingTime></ServiceInformation></TSPService></TSPServices></TrustServiceProvider>";
        return list("EUgeneric", territory, "", "<TrustServiceProviderList>" + service + "</TrustServiceProviderList>");
    }

    private static String list(String type, String territory, String pointers, String providers) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return "<TrustServiceStatusList xmlns=\"http://uri.etsi.org/02231/v2#\" Id=\"list\""
                + " TSLTag=\"http://uri.etsi.org/19612/TSLTag\"><SchemeInformation>"
                + "<TSLVersionIdentifier>6</TSLVersionIdentifier><TSLSequenceNumber>1</TSLSequenceNumber>"
                + "<TSLType>http://uri.etsi.org/TrstSvc/TrustedList/TSLType/" + type + "</TSLType>"
                + named("SchemeOperatorName", "Operador de prova")
                + named("SchemeName", territory + ":Llista de prova")
                + "<SchemeInformationURI><URI xml:lang=\"en\">http://example.cat</URI></SchemeInformationURI>"
                + "<SchemeTerritory>" + territory + "</SchemeTerritory><ListIssueDateTime>" + now
                + "</ListIssueDateTime><NextUpdate><dateTime>" + now.plus(Duration.ofDays(30))
                + "</dateTime></NextUpdate>" + pointers + "</SchemeInformation>" + providers
                + "</TrustServiceStatusList>";
    }

    private static String outOfDate(String list) {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        return list.replaceAll("<NextUpdate><dateTime>[^<]*<", "<NextUpdate><dateTime>" + yesterday + "<");
    }

    private static String named(String element, String name) {
        return "<" + element + "><Name xml:lang=\"en\">" + name + "</Name></" + element + ">";
    }

    private static String base64(X509Certificate certificate) throws CertificateEncodingException {
        return Base64.getEncoder().encodeToString(certificate.getEncoded());
    }
}
