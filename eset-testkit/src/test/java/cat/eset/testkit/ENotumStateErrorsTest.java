package cat.eset.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.testkit.pki.TestPki;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The numbers of contract enotum 14 that depend on a state, on who asks, or on what was arranged. */
class ENotumStateErrorsTest {

    private static final String PASSPORT = "<Passaport>AB1</Passaport>";
    private static final TownHall OTHER =
            TownHall.of("Ajuntament d'Altraprova", Ine10.of("0899980003"), Dir3.of("L01089998"));

    private static Consortium consortium;
    private static RawPci pci;
    private static int sequence;

    @BeforeAll
    static void start() {
        consortium = Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 15))
                .withTownHalls(List.of(TestPki.VILAPROVA, OTHER)));
        pci = new RawPci(consortium.pki(), consortium.endpoints().pciNt());
    }

    @AfterAll
    static void stop() {
        consortium.close();
    }

    private static String call(String payload) throws Exception {
        return pci.withTls(RawPci.peticion("state-" + ++sequence, "ENOTUM", "", payload))
                .body();
    }

    private static String code(String payload) throws Exception {
        return Nt.value(call(payload), "CodiError");
    }

    private static String request() {
        // The registry date of the example must not grow old while the clock of this class moves on.
        return Nt.send("EXP/STATE/" + ++sequence).replace(Nt.REGISTRY, "");
    }

    private static long deposited(String request) throws Exception {
        long id = Long.parseLong(Nt.value(call(request), "IdNotificacio"));
        consortium.clock().advanceBy(Duration.ofMinutes(5));
        return id;
    }

    private static String as(String nif, String level, String request) {
        String token = consortium.enotum().logIn(nif, level);
        return request.replace(
                Nt.USER, "<Usuari><Ciutada><VALIdAccessToken>" + token + "</VALIdAccessToken></Ciutada></Usuari>");
    }

    private static String practise(long id, String rest) {
        return Nt.request("Practicar", "<IdNotificacio>" + id + "</IdNotificacio><Decisio>ACCEPTAR</Decisio>" + rest);
    }

    private static String change(String rest) {
        return "<CanviCanal><Canal>DIGITAL</Canal>" + rest + "</CanviCanal>";
    }

    @Test
    void whoMayPractiseWhat() throws Exception {
        long id = deposited(request());
        assertThat(code(practise(id, ""))).isEqualTo("502");
        assertThat(code(practise(
                        id,
                        "<DadesPracticarCanalPaper><Funcionari>00000000T</Funcionari><DataPracticada>2026-03-02T09:16:00"
                                + "</DataPracticada><Referencia>A</Referencia></DadesPracticarCanalPaper>")))
                .isEqualTo("1047");
        assertThat(code(as("00000001R", "BAIX", practise(id, "")))).isEqualTo("1032");
        assertThat(code(as("00000001R", "SUBSTANCIAL", practise(id, ""))))
                .as("good enough")
                .isEmpty();
        long high = deposited(request().replace(">SUBSTANCIAL<", ">ALT<"));
        assertThat(code(as("00000001R", "SUBSTANCIAL", practise(high, "")))).isEqualTo("1049");
        long communication = deposited(request().replace(">NOTIFICACIO<", ">COMUNICACIO<"));
        assertThat(code(as("00000001R", "ALT", practise(communication, "")))).isEqualTo("1202");
    }

    @Test
    void aStateAllowsSomeThingsAndNotOthers() throws Exception {
        long id = deposited(request());
        assertThat(code(as("00000001R", "ALT", Nt.consult(id)))).isEqualTo("3035");
        assertThat(code(as("00000001R", "ALT", Nt.evidence(id, "XML")))).isEmpty();
        assertThat(code(as(
                        "00000001R",
                        "ALT",
                        Nt.evidence(id, "PDF")
                                .replace(
                                        "</TipusEvidencia>",
                                        "</TipusEvidencia><IdiomaEvidenciaPDF>en</IdiomaEvidenciaPDF>"))))
                .isEqualTo("926");
        consortium.clock().advanceBy(Duration.ofDays(11));
        assertThat(code(as("00000001R", "ALT", practise(id, "")))).isEqualTo("3037");

        long broken = deposited(request());
        consortium.enotum().breakEngine(broken);
        consortium.clock().advanceBy(Duration.ofDays(11));
        assertThat(code(as("00000001R", "ALT", practise(broken, "")))).isEqualTo("3004");
    }

    @Test
    void aChangeOfChannelHasItsOwnRulesAndIsInTheReport() throws Exception {
        long digital = deposited(request());
        assertThat(code(as("00000001R", "ALT", practise(digital, change("<Telefon>600123456</Telefon>")))))
                .isEqualTo("1041");
        long paper = deposited(request().replace(">DIGITAL<", ">PAPER<"));
        assertThat(code(as("00000001R", "ALT", practise(paper, change(""))))).isEqualTo("1042");
        assertThat(code(as("00000001R", "ALT", practise(paper, change("<Telefon>600123456</Telefon>")))))
                .isEmpty();
        assertThat(call(Nt.request("RecuperarReport", "<IdNotificacio>" + paper + "</IdNotificacio>")))
                .contains("<DadesCanviCanal><Canal>DIGITAL</Canal><Telefon>600123456</Telefon></DadesCanviCanal>");
        long company = deposited(request()
                .replace(">DIGITAL<", ">PAPER<")
                .replaceFirst(
                        "<PersonaFisica>.*</PersonaFisica>",
                        "<PersonaJuridica><DocumentIdentificatiu><CIF>A58818501</CIF></DocumentIdentificatiu>"
                                + "<RaoSocial>Exemple SA</RaoSocial></PersonaJuridica>"));
        assertThat(code(as("A58818501", "ALT", practise(company, change("<Telefon>600123456</Telefon>")))))
                .isEqualTo("1043");
    }

    @Test
    void nobodySeesWhatAnotherSent() throws Exception {
        long id = deposited(request());
        String other = Nt.consult(id).replace(">0899990001<", ">0899980003<");
        String peticion = RawPci.peticion("state-other", "ENOTUM", "", other).replace("0899990001", "0899980003");
        assertThat(pci.signedBy(consortium.pki().townHallSeal(OTHER), "sha1", peticion)
                        .body())
                .contains("<CodiError>1015");
        assertThat(code(as("00000002W", "ALT", practise(id, "")))).isEqualTo("3010");
    }

    private static String search(String blocks) {
        return Nt.request(
                "Cerca",
                "<DadesCerca>" + blocks + "<Paginacio><NumeroPagina>1</NumeroPagina><ResultatsPerPagina>50"
                        + "</ResultatsPerPagina></Paginacio></DadesCerca>");
    }

    private static String found(String recipient, String notice) throws Exception {
        String criteria = recipient.isEmpty() ? "" : "<CriterisDestinatari>" + recipient + "</CriterisDestinatari>";
        return Nt.value(
                call(search(
                        criteria + "<CriterisNotificacio><Referencia><ValorAbsolut>CRIT/</ValorAbsolut></Referencia>"
                                + notice + "</CriterisNotificacio>")),
                "TotalResultats");
    }

    @Test
    void everyCriterionOfASearchCounts() throws Exception {
        consortium.enotum().agreeOnTag("urbanisme");
        call(request().replaceAll("EXP/STATE/\\d+", "CRIT/1"));
        call(request()
                .replaceAll("EXP/STATE/\\d+", "CRIT/2")
                .replace("<Idioma>ca</Idioma><Canal>", "<Etiquetes><Etiqueta>urbanisme</Etiqueta></Etiquetes><Canal>")
                .replace("<Nom>Nom</Nom>", "<Nom>Núria</Nom>")
                .replace("</Destinatari>", "<Obligat>true</Obligat></Destinatari>"));

        assertThat(found("", "")).isEqualTo("2");
        assertThat(found("", "<Etiquetes><Etiqueta>urbanisme</Etiqueta></Etiquetes>"))
                .isEqualTo("1");
        assertThat(found("", "<Consultada>true</Consultada>")).isEqualTo("0");
        assertThat(found("<Obligat>true</Obligat>", "")).isEqualTo("1");
        assertThat(found("<Obligat>false</Obligat>", "")).isEqualTo("1");
        assertThat(found("<PersonaFisica><Nom>nuri</Nom></PersonaFisica>", "")).isEqualTo("1");
        assertThat(found("<PersonaFisica><PrimerCognom>altre</PrimerCognom></PersonaFisica>", ""))
                .isEqualTo("0");
        assertThat(found("<PersonaJuridica><RaoSocial>n</RaoSocial></PersonaJuridica>", ""))
                .isEqualTo("0");
        assertThat(found(
                        "<Persona><BustiesCorreu><BustiaCorreu>@EXAMPLE.org</BustiaCorreu></BustiesCorreu></Persona>",
                        ""))
                .isEqualTo("2");
        assertThat(found("<CanviCanal>true</CanviCanal>", "")).isEqualTo("0");
        assertThat(
                        code(
                                as(
                                        "00000001R",
                                        "ALT",
                                        search(
                                                "<CriterisDestinatari><PersonaFisica><Nom>a</Nom></PersonaFisica></CriterisDestinatari>"))))
                .isEqualTo("3014");
    }

    @Test
    void aSummaryNeedsABackOfficeAndKeepsToItsCriteria() throws Exception {
        consortium.enotum().createBackOffice("PADRO");
        deposited(request());
        String plain = as("00000001R", "ALT", Nt.request("Resum", ""));
        String known = plain.replace("<Usuari>", "<BackOffice>PADRO</BackOffice><Usuari>");

        assertThat(code(plain)).isEqualTo("3036");
        assertThat(code(plain.replace("<Usuari>", "<BackOffice>CAP</BackOffice><Usuari>")))
                .isEqualTo("3021");
        assertThat(Integer.parseInt(Nt.value(call(known), "TotalNotificacions")))
                .isPositive();
        assertThat(Nt.value(
                        call(known.replace("</Usuari>", "</Usuari><TipusObjecte>COMUNICACIO</TipusObjecte>")),
                        "TotalNotificacions"))
                .isNotEqualTo(Nt.value(call(known), "TotalNotificacions"));
        assertThat(call(known.replace(
                        "</Usuari>",
                        "</Usuari><DataPublicacio><DataInferior>2025-01-01T00:00:00</DataInferior><DataSuperior>"
                                + "2025-01-02T00:00:00</DataSuperior></DataPublicacio>")))
                .contains("<TotalNotificacions>0<");
    }

    @Test
    void aStoredDocumentMayBeReferredToAndItsDigestIsChecked() throws Exception {
        String reference = "cpd2-11111111-2222-4333-8444-555555555555";
        consortium.enotum().putInDocumentStore(reference, "hola".getBytes(StandardCharsets.US_ASCII));
        String good = request().replaceFirst("<Dades>.*</Dades>", "<UUIDFitxer>" + reference + "</UUIDFitxer>");

        assertThat(code(good)).isEmpty();
        assertThat(code(good.replace(
                        "<UUIDFitxer>",
                        "<Hash Algoritme=\"SHA-256\">47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=</Hash><UUIDFitxer>")))
                .isEqualTo("923");
    }

    @Test
    void anErrorOnRequestComesBeforeOrAfterTheEffect() throws Exception {
        long before = consortium.enotum().notifications().size();
        consortium.enotum().refuseNext("ProcessarTramesa", 1044);
        assertThat(code(request())).isEqualTo("1044");
        assertThat(consortium.enotum().notifications()).hasSize((int) before);

        consortium.enotum().failAfterNext("ProcessarTramesa", 103);
        assertThat(code(Nt.consult(1))).isEqualTo("1010");
        assertThat(code(request())).isEqualTo("103");
        assertThat(consortium.enotum().notifications()).hasSize((int) before + 1);
        assertThat(code(request())).isEmpty();
    }

    @Test
    void rulesThatDependOnTheIssuerAreOffUntilTheyAreTurnedOn() throws Exception {
        try (Consortium strict = Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 15)))) {
            RawPci raw = new RawPci(strict.pki(), strict.endpoints().pciNt());
            String nif = "<NIF>00000001R</NIF>";
            String vat = "<PersonaJuridica><DocumentIdentificatiu><VAT>FR1</VAT></DocumentIdentificatiu>"
                    + "<RaoSocial>Exemple SARL</RaoSocial></PersonaJuridica>";
            List<String> requests = List.of(
                    "617" + request().replace(nif, PASSPORT),
                    "620" + request().replaceFirst("<PersonaFisica>.*</PersonaFisica>", vat),
                    "629" + request().replaceFirst("<IdNotificacioEmissor>.*</IdNotificacioEmissor>", ""),
                    "729" + request().replace(">2026-EXP-000123<", ">" + "x".repeat(35) + "<"),
                    "918" + request());
            for (String row : requests) {
                int rule = Integer.parseInt(row.substring(0, 3));
                String peticion = row.substring(3);
                assertThat(answer(raw, peticion)).isEmpty();
                strict.enotum().enforce(rule);
                assertThat(answer(raw, peticion)).isEqualTo(Integer.toString(rule));
            }
            assertThatThrownBy(() -> strict.enotum().enforce(101)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String answer(RawPci raw, String payload) throws Exception {
        return Nt.value(
                raw.withTls(RawPci.peticion("strict-" + ++sequence, "ENOTUM", "", payload))
                        .body(),
                "CodiError");
    }
}
