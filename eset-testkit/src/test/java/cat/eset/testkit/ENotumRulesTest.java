package cat.eset.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number of contract enotum 14 that a {@code ProcessarTramesa} can provoke: one change of a good request each. */
class ENotumRulesTest {

    private static final String MAIL =
            "<BustiesCorreu><BustiaCorreu>destinataria@example.org</BustiaCorreu></BustiesCorreu>";
    private static final String NIF = "<DocumentIdentificatiu><NIF>00000001R</NIF></DocumentIdentificatiu>";
    private static final String PERSON =
            "<PersonaFisica>" + MAIL + NIF + "<Nom>Nom</Nom><PrimerCognom>Fictici</PrimerCognom></PersonaFisica>";
    private static final String CONTENT = "<Dades>JVBERi0xLjQKJUVPRgo=</Dades>";
    private static final String COMPANY =
            "<PersonaJuridica><DocumentIdentificatiu><CIF>%s</CIF></DocumentIdentificatiu>"
                    + "<RaoSocial>Empresa Fictícia</RaoSocial></PersonaJuridica>";

    private static Consortium consortium;
    private static RawPci pci;
    private static int sequence;

    @BeforeAll
    static void start() {
        consortium = Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 15)));
        pci = new RawPci(consortium.pki(), consortium.endpoints().pciNt());
    }

    @AfterAll
    static void stop() {
        consortium.close();
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                row(
                        "101 order of elements",
                        101,
                        "<Titol>Resolució de llicència d'obres</Titol>",
                        "",
                        "<TipusObjecte>",
                        "<Titol>Tard</Titol><TipusObjecte>"),
                row("101 unknown value", 101, ">SUBSTANCIAL<", ">MOLT<"),
                row("104 another organisation", 104, "<CodiOrganisme>0899990001", "<CodiOrganisme>0899980003"),
                row("504 unknown department", 504, "<CodiDepartament>0899990001", "<CodiDepartament>0899990002"),
                row("505 document by URL", 505, CONTENT, "<URLDescarrega>https://example.org/a.pdf</URLDescarrega>"),
                row("613 e-mail", 613, "destinataria@example.org", "destinataria.example.org"),
                row("614 CIF", 614, PERSON, String.format(COMPANY, "A00000001")),
                row("615 NIF", 615, "00000001R", "00000001T"),
                row("616 passport", 616, "<NIF>00000001R</NIF>", "<Passaport>abc</Passaport>"),
                row("618 passport country", 618, "<NIF>00000001R</NIF>", "<Passaport Pais=\"XX\">AB1</Passaport>"),
                row("619 VAT number", 619, PERSON, vat("<VAT Pais=\"FR\">fr-1</VAT>")),
                row("621 VAT country", 621, PERSON, vat("<VAT Pais=\"XX\">FR1</VAT>")),
                row("627 no department", 627, "<CodiDepartament>0899990001</CodiDepartament>", ""),
                row("630 phone", 630, MAIL, "<Telefons><Telefon>12345</Telefon></Telefons>"),
                row("630 Spanish mobile prefix", 630, MAIL, "<Telefons><Telefon>+34701234567</Telefon></Telefons>"),
                row("701 no contact", 701, MAIL, ""),
                row("702 no name", 702, "<Nom>Nom</Nom>", ""),
                row("703 no surname", 703, "<PrimerCognom>Fictici</PrimerCognom>", ""),
                row(
                        "705 no company name",
                        705,
                        PERSON,
                        String.format(COMPANY, "A00000000").replaceFirst("<RaoSocial>.*</RaoSocial>", "")),
                row(
                        "706 company not obliged",
                        706,
                        PERSON,
                        String.format(COMPANY, "A00000000"),
                        "<Idioma>ca</Idioma></Destinatari>",
                        "<Idioma>ca</Idioma><Obligat>false</Obligat></Destinatari>"),
                row(
                        "707 notice person without contact",
                        707,
                        MAIL,
                        MAIL + "<PersonesAvis><PersonaAvis><NomComplet>Algú</NomComplet></PersonaAvis></PersonesAvis>"),
                row("708 two holders", 708, Nt.RECIPIENT, Nt.RECIPIENT + Nt.RECIPIENT),
                row("713 no identity document", 713, NIF, ""),
                row("716 registry date in the future", 716, "2026-03-02T09:10:02", "2026-03-02T09:20:02"),
                row("716 registry date too old", 716, "2026-03-02T09:10:02", "2025-12-30T09:10:02"),
                row("717 no registry number", 717, "<NumeroRegistre>S/000456-2026<", "<NumeroRegistre><"),
                row("718 no reference", 718, "<Referencia>%R</Referencia>", ""),
                row("720 public body", 720, PERSON, String.format(COMPANY, "P0000000" + cif("P0000000"))),
                row("721 short reference", 721, "<Referencia>%R<", "<Referencia>ab<"),
                row("721 long reference", 721, "<Referencia>%R<", "<Referencia>" + "a".repeat(251) + "<"),
                row("723 communication on paper", 723, ">NOTIFICACIO<", ">COMUNICACIO<", ">DIGITAL<", ">PAPER<"),
                row("725 long name", 725, "<Nom>Nom<", "<Nom>" + "n".repeat(51) + "<"),
                row("726 long surname", 726, ">Fictici<", ">" + "f".repeat(51) + "<"),
                row(
                        "727 long second surname",
                        727,
                        "Fictici</PrimerCognom>",
                        "Fictici</PrimerCognom><SegonCognom>" + "s".repeat(51) + "</SegonCognom>"),
                row("728 short case number", 728, ">2026-EXP-000123<", ">ab<"),
                row("730 short step", 730, "</Expedient>", "</Expedient><Tramit>ab</Tramit>"),
                row("911 file type", 911, "resolucio.pdf", "resolucio.exe"),
                row("912 unknown attachment", 912, CONTENT, "<IdFicheroPCI>doc-9</IdFicheroPCI>"),
                row(
                        "912 unknown stored document",
                        912,
                        CONTENT,
                        "<UUIDDocument>00000000-0000-4000-8000-000000000000</UUIDDocument>"),
                row("913 upload path", 913, CONTENT, "<Ruta>a.pdf</Ruta>"),
                row(
                        "922 two resolutions",
                        922,
                        "</Documents>",
                        "<Resolucio><Nom>b.pdf</Nom>" + CONTENT + "</Resolucio></Documents>"),
                row(
                        "922 five annexes",
                        922,
                        "</Documents>",
                        ("<Annex><Nom>b.pdf</Nom>" + CONTENT + "</Annex>").repeat(5) + "</Documents>"),
                row(
                        "923 digest",
                        923,
                        CONTENT,
                        "<Hash Algoritme=\"SHA-256\">47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=</Hash>" + CONTENT),
                row("925 long file name", 925, "resolucio.pdf", "r".repeat(97) + ".pdf"),
                row("1003 empty text", 1003, "Us notifiquem la resolució adjunta.", ""),
                row("1005 short title", 1005, "Resolució de llicència d'obres", "ab"),
                row("1006 no title", 1006, "<Titol>Resolució de llicència d'obres</Titol>", ""),
                row("1007 too many days", 1007, "<DiesExpiracio>10<", "<DiesExpiracio>181<"),
                row(
                        "1008 too many reminders",
                        1008,
                        "<DadesOfici>",
                        "<DadesAvisos><DiesAvisos>" + "<DiaAvis>2</DiaAvis>".repeat(5)
                                + "</DiesAvisos></DadesAvisos><DadesOfici>"),
                row(
                        "1011 both registry options",
                        1011,
                        "</DadesRegistre>",
                        "</DadesRegistre><SenseRegistre/>",
                        ">NOTIFICACIO<",
                        ">COMUNICACIO<"),
                row("1012 notification without registry", 1012, Nt.REGISTRY, "<SenseRegistre/>"),
                row(
                        "1013 registry office",
                        1013,
                        "</CosNotificacio>",
                        "</CosNotificacio><OficinaRegistre>A1</OficinaRegistre>"),
                row(
                        "1014 unit",
                        1014,
                        "</CosNotificacio>",
                        "</CosNotificacio><UnitatOrganitzativa>A1</UnitatOrganitzativa>"),
                row("1039 accents in a file name", 1039, "resolucio.pdf", "resolució.pdf"),
                row(
                        "1100 unknown tag",
                        1100,
                        "<Idioma>ca</Idioma><Canal>",
                        "<Etiquetes><Etiqueta>x</Etiqueta></Etiquetes><Idioma>ca</Idioma><Canal>"),
                row("3001 no sending", 3001, "<Tramesa>", "<!--", "</Tramesa>", "-->"),
                row("3021 unknown back office", 3021, "<Usuari>", "<BackOffice>cap</BackOffice><Usuari>"));
    }

    private static String vat(String document) {
        return "<PersonaJuridica><DocumentIdentificatiu>" + document
                + "</DocumentIdentificatiu><RaoSocial>Exemple SARL</RaoSocial></PersonaJuridica>";
    }

    private static Arguments row(String name, int code, String... changes) {
        return Arguments.of(name, code, List.of(changes));
    }

    private static char cif(String body) {
        int sum = 0;
        for (int i = 1; i <= 7; i++) {
            int d = body.charAt(i) - '0';
            sum += i % 2 == 0 ? d : (2 * d) / 10 + (2 * d) % 10;
        }
        return "JABCDEFGHI".charAt((10 - sum % 10) % 10);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void aBrokenRuleGivesItsPublishedNumberAndCreatesNothing(String name, int code, List<String> changes)
            throws Exception {
        String reference = "EXP/RULE/" + ++sequence;
        String request = Nt.send(reference);
        for (int i = 0; i < changes.size(); i += 2) {
            String from = changes.get(i).replace("%R", reference);
            assertThat(request).contains(from);
            request = request.replace(from, changes.get(i + 1));
        }
        int before = consortium.enotum().notifications().size();
        String answer = pci.withTls(RawPci.peticion("rule-" + sequence, "ENOTUM", "", request))
                .body();
        assertThat(codes(answer)).contains(code);
        assertThat(answer).contains("<ns3:CodigoEstado>0003").doesNotContain("NotificacionsCreades");
        assertThat(consortium.enotum().notifications()).hasSize(before);
    }

    @Test
    void oneNotificationAndOneCommunicationInASendingAre1038() throws Exception {
        String request = Nt.request(
                "ProcessarTramesa",
                "<Tramesa>" + Nt.OFFICE + Nt.DOCUMENTS + Nt.notificacio("EXP/MIX/1")
                        + Nt.notificacio("EXP/MIX/2").replace(">NOTIFICACIO<", ">COMUNICACIO<") + "</Tramesa>");
        assertThat(codes(pci.withTls(RawPci.peticion("rule-mix", "ENOTUM", "", request))
                        .body()))
                .containsExactly(1038);
    }

    @Test
    void everyDocumentAboveTwoMegabytesInlineWouldBreakTheXmlLimitFirst() throws Exception {
        String big = java.util.Base64.getEncoder().encodeToString(new byte[2 * 1024 * 1024]);
        String request = Nt.send("EXP/BIG").replace("JVBERi0xLjQKJUVPRgo=", big);
        assertThat(pci.withTls(RawPci.peticion("rule-big", "ENOTUM", "", request))
                        .body())
                .contains("2 MB");
    }

    @Test
    void anAttachmentAboveSixMegabytesIs914() throws Exception {
        String files = "<Ficheros><Fichero><Contenido><xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\""
                + " href=\"cid:d\"/></Contenido><Id>d</Id></Fichero></Ficheros>";
        String request = RawPci.peticion(
                "rule-914", "ENOTUM", files, Nt.send("EXP/914").replace(CONTENT, "<IdFicheroPCI>d</IdFicheroPCI>"));
        assertThat(codes(pci.mtom(request, "d", new byte[6 * 1024 * 1024 + 1], true)
                        .body()))
                .containsExactly(914);
    }

    @Test
    void anObligedPersonNeedsNoContact() throws Exception {
        String request = Nt.send("EXP/OBLIGED")
                .replace(MAIL, "")
                .replace(
                        "<Idioma>ca</Idioma></Destinatari>",
                        "<Idioma>ca</Idioma><Obligat>true</Obligat></Destinatari>");
        assertThat(pci.withTls(RawPci.peticion("rule-obliged", "ENOTUM", "", request))
                        .body())
                .contains("NotificacionsCreades");
    }

    static Stream<Arguments> otherOperations() {
        return Stream.of(
                Arguments.of(
                        "501 unknown operation",
                        501,
                        "<PeticioAltra xmlns=\"http://www.aocat.net/NT/v4.0\">" + Nt.USER + "</PeticioAltra>"),
                Arguments.of("501 version 3.2", 501, Nt.consult(1).replace("/v4.0", "/v3.2")),
                Arguments.of("502 summary by an employee", 502, Nt.request("Resum", "")),
                Arguments.of(
                        "503 official with powers, announced and not enabled",
                        503,
                        Nt.consult(1).replace(Nt.USER, "<Usuari><FuncionariHabilitat/></Usuari>")),
                Arguments.of("1010 unknown notification", 1010, Nt.consult(1)),
                Arguments.of("3002 no id", 3002, Nt.request("Anullacio", "<Motiu>prova</Motiu>")),
                Arguments.of("3009 no criteria", 3009, Nt.request("Cerca", "")),
                Arguments.of("3015 no date", 3015, Nt.request("RecuperarReport", "")),
                Arguments.of(
                        "3016 order",
                        3016,
                        Nt.search("a")
                                .replace(
                                        "</ResultatsPerPagina>",
                                        "</ResultatsPerPagina><CampOrdenacio>Pes</CampOrdenacio>")),
                Arguments.of(
                        "3103 state",
                        3103,
                        Nt.search("a").replace("</Referencia>", "</Referencia><Estat>VIST</Estat>")),
                Arguments.of("101 page of 51", 101, Nt.search("a").replace(">50<", ">51<")),
                Arguments.of(
                        "1050 token",
                        1050,
                        Nt.consult(1)
                                .replace(
                                        Nt.USER,
                                        "<Usuari><Ciutada><VALIdAccessToken>x</VALIdAccessToken></Ciutada></Usuari>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherOperations")
    void otherOperationsAnswerTheirNumbersToo(String name, int code, String request) throws Exception {
        String answer = pci.withTls(RawPci.peticion("op-" + ++sequence, "ENOTUM", "", request))
                .body();
        assertThat(codes(answer)).containsExactly(code);
    }

    /** By the other tests of the simulated e-NOTUM, each by name. */
    private static final Set<Integer> BY_OTHER_TESTS = Set.of(
            617, 620, 629, 729, 914, 918, 926, 1015, 1032, 1038, 1041, 1042, 1043, 1047, 1049, 1202, 3003, 3004, 3005,
            3010, 3014, 3020, 3035, 3036, 3037, 3038);

    /** One-time passwords, citizens' signatures, scopes and 3.x messages (contract enotum 14): version 4.0 has none. */
    private static final Set<Integer> OF_OLDER_VERSIONS = Set.of(
            1016, 1018, 1019, 1020, 1022, 1023, 1024, 1025, 1026, 1027, 1028, 1030, 1031, 1034, 1035, 1036, 1037, 1040,
            1044, 1045, 1046, 1048, 1060, 1200, 1201, 1401, 1403, 3006, 3007, 3008, 3101, 3102, 3105, 3106, 3107, 3200,
            3201);

    /** Failures inside the service, or rules that no request of the note breaks: only {@code refuseNext} gives them. */
    private static final Set<Integer> ON_REQUEST_ONLY =
            Set.of(102, 103, 719, 920, 921, 924, 1033, 1051, 3011, 3104, 3108);

    @Test
    void everyPublishedNumberIsAnsweredOrHasAReasonNotToBe() {
        List<Integer> known = new ArrayList<>();
        Stream.concat(rules(), otherOperations())
                .map(row -> (Integer) row.get()[1])
                .distinct()
                .forEach(known::add);
        for (Set<Integer> others : List.of(BY_OTHER_TESTS, OF_OLDER_VERSIONS, ON_REQUEST_ONLY)) {
            assertThat(known).doesNotContainAnyElementsOf(others);
            known.addAll(others);
        }
        assertThat(known).hasSize(135);
    }

    private static List<Integer> codes(String answer) {
        List<Integer> codes = new ArrayList<>();
        Matcher m = Pattern.compile("<CodiError>(\\d+)</CodiError>").matcher(answer);
        while (m.find()) {
            codes.add(Integer.parseInt(m.group(1)));
        }
        return codes;
    }
}
