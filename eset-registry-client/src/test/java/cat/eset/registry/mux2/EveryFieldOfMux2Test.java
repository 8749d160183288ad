package cat.eset.registry.mux2;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import cat.eset.core.party.Contact;
import cat.eset.core.party.ElectronicRelation;
import cat.eset.core.party.IdentityDocument;
import cat.eset.core.party.Party;
import cat.eset.core.party.PartyName;
import cat.eset.core.registry.Attachment;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryNumber;
import cat.eset.registry.Mapped;
import cat.eset.registry.OfficialSchema;
import cat.eset.registry.internal.mux2.ConsultReader;
import cat.eset.registry.internal.mux2.Peticio;
import cat.eset.registry.internal.mux2.PeticioCodec;
import cat.eset.transport.xml.CanonicalXml;
import cat.eset.transport.xml.XmlParser;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field of an entry of MUX V2 (contract mux 5.2), and every field of an entry of the core: it goes over, or is told. */
class EveryFieldOfMux2Test {

    private static final String MARK = "M4RK17";
    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");
    private static final TownHall TOWN =
            TownHall.of("Ajuntament d'Exemple", Ine10.of("0899990001"), Dir3.of("L01089999"));
    private static final Pattern TAG = Pattern.compile("<(/?)(\\w+)>([^<]*)");

    /** The ten digits of our own body. */
    private static final Pattern NOT_KEPT =
            Pattern.compile("(Entrada/Destinacio|Sortida/Procedencia)/Administracio/INE10");

    private static final String DOCUMENTS = """
            <DocumentsAnnexats><Document><DataEmissio>2026-03-02T10:00:00+01:00</DataEmissio><Tipus>TD</Tipus><Tema>TE</Tema>
            <TipusSuport>SU</TipusSuport><Classificacio>CL</Classificacio><Nom>a.pdf</Nom><Descripcio>d</Descripcio>
            <URL>https://exemple.cat</URL><MimeType>application/pdf</MimeType>
            <Hash>47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=</Hash><HashAlgorithm>SHA256</HashAlgorithm><GUID>g</GUID>
            </Document></DocumentsAnnexats>""";

    private static final String ADDRESS = """
            <Domicili><TipusVia>C</TipusVia><NomVia>Major</NomVia><NumeroSuperior>3</NumeroSuperior>
            <NumeroInferior>1</NumeroInferior><Bloc>B</Bloc><Escala>E</Escala><Pis>P</Pis><Porta>T</Porta>
            <NomPoblacio>Vilaprova</NomPoblacio><CodiPostal>08001</CodiPostal><NomProvincia>Barcelona</NomProvincia>
            <Pais>Espanya</Pais></Domicili>""";

    private static final String REPRESENTATIVE = """
            <Representant><ID><NIE>X0000000T</NIE></ID><Nom>Pere</Nom><Cognom1>Prova</Cognom1><Cognom2>Segon</Cognom2>
            <Poblacio><INE10>0801930008</INE10></Poblacio></Representant>""";

    private static final String BODY = """
            <Administracio><INE10>0899990001</INE10><OficinaRegistre>O00000001</OficinaRegistre>
            <UnitatOrganica>L01089999</UnitatOrganica><Poblacio><CodiPostal>08001</CodiPostal></Poblacio>""" + REPRESENTATIVE + "</Administracio>";

    private static final String ENTRY =
            """
            <Entrada><Assumpte>a</Assumpte><DataPresentacio>2026-03-02T10:00:00+01:00</DataPresentacio>
            <Observacions>o</Observacions><URLAplicacio>https://exemple.cat</URLAplicacio>
            <DescriptorTramit>d</DescriptorTramit><ViaPresentacio>PRES</ViaPresentacio>""" + DOCUMENTS + "<Procedencia>%s</Procedencia><Destinacio>" + BODY + "</Destinacio></Entrada>";

    private static final String EXIT =
            """
            <Sortida><Assumpte>a</Assumpte><DataPresentacio>2026-03-02T10:00:00+01:00</DataPresentacio>
            <Observacions>o</Observacions><URLAplicacio>https://exemple.cat</URLAplicacio>
            <DescriptorTramit>d</DescriptorTramit><ViaTramesa>ELEC</ViaTramesa>""" + DOCUMENTS + "<Procedencia>" + BODY + "</Procedencia><Destinacio>%s</Destinacio></Sortida>";

    private static String person(String identity, String place) {
        return "<PersonaFisica><ID>" + identity
                + "</ID><Nom>Maria</Nom><Cognom1>Exemple</Cognom1><Cognom2>Segon</Cognom2>" + place + REPRESENTATIVE
                + "</PersonaFisica>";
    }

    private static String company(String identity, String place) {
        return "<PersonaJuridica>" + identity + "<RaoSocial>Exemple, SA</RaoSocial>" + place + REPRESENTATIVE
                + "</PersonaJuridica>";
    }

    static List<String> entries() {
        String town = "<Poblacio><INE10>0801930008</INE10></Poblacio>";
        return List.of(
                ENTRY.formatted(person("<NIF>00000000T</NIF>", ADDRESS)),
                ENTRY.formatted(
                        person("<Passaport>AB123</Passaport>", "<Poblacio><CodiPostal>08001</CodiPostal></Poblacio>")),
                ENTRY.formatted(company("<CIF>A58818501</CIF>", town)),
                ENTRY.formatted(company("<VATNumber>FR12345678901</VATNumber>", ADDRESS)),
                ENTRY.formatted(BODY),
                EXIT.formatted(person("<NIE>X0000000T</NIE>", town)),
                EXIT.formatted(company("<CIF>A58818501</CIF>", ADDRESS)),
                EXIT.formatted(BODY));
    }

    @Test
    void the_entries_of_this_test_are_what_the_official_schema_knows() {
        OfficialSchema schema = OfficialSchema.of("mux/PeticioMUX2.xsd");
        assertThat(entries())
                .allSatisfy(entry -> schema.assertValid(
                        "<PeticioRegistre xmlns=\"http://net.aocat/MUX2/PeticioRegistre\" IdAplicacio=\"VENDOR\"><AltaAssentament>"
                                + entry + "</AltaAssentament></PeticioRegistre>"));
    }

    /** Every element with a text, by its path. */
    static Stream<Arguments> leaves() {
        List<Arguments> found = new ArrayList<>();
        for (String entry : entries()) {
            List<String> path = new ArrayList<>();
            Matcher tag = TAG.matcher(entry);
            while (tag.find()) {
                if (!tag.group(1).isEmpty()) {
                    path.remove(path.size() - 1);
                    continue;
                }
                path.add(tag.group(2));
                String name = String.join("/", path);
                if (!tag.group(3).isBlank() && !NOT_KEPT.matcher(name).matches()) {
                    found.add(Arguments.of(name, entry, tag.start(3), tag.end(3)));
                }
            }
        }
        return found.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("leaves")
    void what_MUX_says_is_in_the_entry_or_among_the_losses(String path, String entry, int start, int end) {
        Mapped<EntryDraft> mapped = read(entry.substring(0, start) + MARK + entry.substring(end));

        boolean kept = texts(mapped.value()).anyMatch(text -> text.contains(MARK));
        boolean told = mapped.losses().stream().anyMatch(loss -> isOf(loss.path(), path));
        assertThat(kept || told).as(path + " " + mapped.losses()).isTrue();
    }

    /** The element itself, something around it, or the digest that its algorithm belongs to. */
    private static boolean isOf(String loss, String path) {
        String inEntry = path.substring(path.indexOf('/') + 1).replace("HashAlgorithm", "Hash");
        String side = loss.contains("/") ? loss.substring(0, loss.indexOf('/') + 1) : loss;
        String last = loss.substring(loss.lastIndexOf('/') + 1);
        return inEntry.startsWith(side) && List.of(inEntry.split("/", -1)).contains(last);
    }

    private static Mapped<EntryDraft> read(String entry) {
        String answer = "<RespostaRegistre xmlns=\"http://net.aocat/MUX2/RespostaRegistre\"><Resultat codi=\"OK\"/>"
                + "<ConsultaAssentaments><Fila><NumeroAssentament>E/1</NumeroAssentament>" + entry
                + "</Fila></ConsultaAssentaments></RespostaRegistre>";
        return new ConsultReader(AnswerNames.ofRequests())
                .read(new PeticioCodec("VENDOR", "any")
                        .read(XmlParser.strict().parse(answer.getBytes(StandardCharsets.UTF_8))))
                .orElseThrow()
                .entries()
                .get(0)
                .content()
                .orElseThrow();
    }

    private static Stream<String> texts(EntryDraft draft) {
        Stream<Optional<String>> own = Stream.of(
                Optional.of(draft.extract()), draft.procedure(), draft.unit().map(Dir3::value));
        Stream<Optional<String>> parties = draft.parties().stream()
                .flatMap(party -> Stream.concat(Stream.of(party), party.representative().stream()))
                .flatMap(party -> Stream.of(
                        Optional.of(party.identity().value()),
                        Optional.of(party.name().full()),
                        party.contact().postalAddress()));
        Stream<Optional<String>> attachments = draft.attachments().stream()
                .flatMap(attachment -> Stream.of(
                        Optional.of(attachment.name()), Optional.of(attachment.title()), attachment.reference()));
        return Stream.of(own, parties, attachments).flatMap(all -> all).flatMap(Optional::stream);
    }

    /**
     * An entry of the core that says something.
     *
     * @param component of the core's types
     * @param draft that says it
     * @param text how MUX V2 would say it, or the path of the loss
     */
    private record Said(String component, EntryDraft draft, String text) {
        @Override
        public String toString() {
            return component + ": " + text;
        }
    }

    private static final Party MARIA =
            Party.person(Nif.of("00000000T"), "Maria", "Exemple").postalAddress("08001");
    private static final Party PERE =
            Party.person(Nif.of("99999999R"), "Pere", "Prova").postalAddress("08002");
    private static final Party COMPANY =
            Party.company(Nif.of("A58818501"), "Exemple, SA").postalAddress("08001");
    private static final Party OTHER_BODY = Party.publicBody(Dir3.of("L01080193"), "Ajuntament de Barcelona");

    private static Said of(String component, Party party, String text) {
        return new Said(component, EntryDraft.entry("Obres").party(party).build(), text);
    }

    private static Said with(String component, Attachment attachment, String text) {
        return new Said(
                component,
                EntryDraft.entry("Obres").party(MARIA).attachment(attachment).build(),
                text);
    }

    private static EntryDraft.Builder draft() {
        return EntryDraft.entry("Obres").party(MARIA);
    }

    private static Party named(PartyName name) {
        return Party.of(MARIA.identity(), name, ElectronicRelation.NOT_CHOSEN).postalAddress("08001");
    }

    static Stream<Said> said() {
        Attachment document = Attachment.held("instancia.pdf", MediaType.PDF, "reference");
        Sha256 digest = Sha256.of(new byte[] {1});
        return Stream.of(
                new Said(
                        "EntryDraft.direction",
                        EntryDraft.exit("Obres").party(MARIA).build(),
                        "Sortida>"),
                new Said(
                        "EntryDraft.extract",
                        EntryDraft.entry(MARK).party(MARIA).build(),
                        MARK),
                new Said("EntryDraft.parties", draft().build(), "00000000T"),
                new Said("EntryDraft.parties", draft().party(PERE).build(), "parties[1]"),
                new Said("EntryDraft.attachments", draft().attachment(document).build(), "instancia.pdf"),
                new Said(
                        "EntryDraft.presentedAt",
                        draft().presentedAt(NOON.minusSeconds(61)).build(),
                        "T11:58:59"),
                new Said("EntryDraft.unit", draft().unit(Dir3.of("L01089998")).build(), "L01089998"),
                new Said("EntryDraft.procedure", draft().procedure(MARK).build(), MARK),
                new Said(
                        "EntryDraft.statement",
                        draft().genericRequest(MARK, "x").build(),
                        "statement"),
                new Said("EntryDraft.request", draft().genericRequest("x", MARK).build(), "request"),
                new Said(
                        "EntryDraft.externalReference",
                        draft().externalReference(MARK).build(),
                        "externalReference"),
                new Said(
                        "EntryDraft.answers",
                        EntryDraft.exit("Resposta")
                                .party(MARIA)
                                .answers(new RegistryNumber(Direction.ENTRY, 2026, 7, "2026/E/000007"))
                                .build(),
                        "answers"),
                of("Party.identity", PERE, "99999999R"),
                of("Party.identity", COMPANY, "A58818501"),
                of("Party.identity", OTHER_BODY, "L01080193"),
                of(
                        "Party.identity",
                        Party.of(
                                        new IdentityDocument(IdentityDocument.Kind.PASSPORT, MARK),
                                        MARIA.name(),
                                        ElectronicRelation.NOT_CHOSEN)
                                .postalAddress("08001"),
                        MARK),
                of("Party.name", OTHER_BODY, "parties[0].name"),
                of("PartyName.Natural.given", named(new PartyName.Natural(MARK, "x", Optional.empty())), MARK),
                of("PartyName.Natural.firstSurname", named(new PartyName.Natural("x", MARK, Optional.empty())), MARK),
                of("PartyName.Natural.secondSurname", named(new PartyName.Natural("x", "x", Optional.of(MARK))), MARK),
                of(
                        "PartyName.Natural.given",
                        named(new PartyName.Natural("x".repeat(51), "x", Optional.empty())),
                        "parties[0].name"),
                of(
                        "PartyName.Legal.name",
                        Party.company(Nif.of("A58818501"), MARK).postalAddress("08001"),
                        MARK),
                of(
                        "PartyName.Legal.name",
                        Party.company(Nif.of("A58818501"), "x".repeat(256)).postalAddress("08001"),
                        "parties[0].name"),
                of("Party.contact", MARIA.postalAddress("08005"), "08005"),
                of("Contact.email", MARIA.email("a@exemple.cat"), "parties[0].contact.email"),
                of("Contact.email", COMPANY.email("a@exemple.cat"), "parties[0].contact.email"),
                of("Contact.email", OTHER_BODY.email("a@exemple.cat"), "parties[0].contact.email"),
                of("Contact.mobile", MARIA.mobile("600000000"), "parties[0].contact.mobile"),
                of("Contact.mobile", COMPANY.mobile("600000000"), "parties[0].contact.mobile"),
                of("Contact.mobile", OTHER_BODY.mobile("600000000"), "parties[0].contact.mobile"),
                of("Contact.postalAddress", MARIA.postalAddress("Major 1, 08001"), "parties[0].contact.postalAddress"),
                of("Contact.postalAddress", OTHER_BODY.postalAddress("Major 1"), "parties[0].contact.postalAddress"),
                of("Party.relation", MARIA.relation(ElectronicRelation.OBLIGED), "parties[0].relation"),
                of("Party.relation", COMPANY.relation(ElectronicRelation.NOT_CHOSEN), "parties[0].relation"),
                of("Party.relation", OTHER_BODY.relation(ElectronicRelation.NOT_CHOSEN), "parties[0].relation"),
                of("Party.representative", MARIA.representedBy(PERE), "99999999R"),
                of("Party.representative", COMPANY.representedBy(PERE), "99999999R"),
                of("Party.representative", OTHER_BODY.representedBy(PERE), "99999999R"),
                of("Party.representative", MARIA.representedBy(COMPANY), "parties[0].representative"),
                of(
                        "Party.representative",
                        MARIA.representedBy(PERE.representedBy(MARIA)),
                        "parties[0].representative.representative"),
                of(
                        "Party.representative",
                        MARIA.representedBy(PERE.email("a@exemple.cat")),
                        "parties[0].representative.contact.email"),
                of(
                        "Party.representative",
                        MARIA.representedBy(PERE.relation(ElectronicRelation.OBLIGED)),
                        "parties[0].representative.relation"),
                with("Attachment.name", Attachment.held(MARK + ".pdf", MediaType.PDF, "r"), MARK),
                with("Attachment.name", Attachment.held("a.b", MediaType.PDF, "r"), "attachments[0].name"),
                with("Attachment.title", document.title(MARK), MARK),
                with("Attachment.title", document.title("x".repeat(1025)), "attachments[0].title"),
                with(
                        "Attachment.mediaType",
                        Attachment.held("a.txt", new MediaType("text/x-m4rk17"), "r"),
                        "text/x-m4rk17"),
                with(
                        "Attachment.mediaType",
                        Attachment.held("a.txt", new MediaType("text/" + "x".repeat(60)), "r"),
                        "attachments[0].mediaType"),
                with("Attachment.length", document.declared(7, digest), "attachments[0].length"),
                with("Attachment.sha256", document.declared(7, digest), digest.base64()),
                with("Attachment.reference", Attachment.held("a.pdf", MediaType.PDF, MARK), MARK));
    }

    @ParameterizedTest
    @MethodSource("said")
    void what_the_core_says_goes_over_or_is_told(Said said) {
        Mapped<Mux2Entry> mapped = Mux2Mapping.of(TOWN)
                .bodies(code -> Optional.of(Ine10.of("0801930008")))
                .entry(said.draft(), NOON);
        String xml = new String(
                CanonicalXml.of(out -> {
                    Peticio request = Peticio.consolidate(
                            new Mux2Consolidation(mapped.value(), "E/1", NOON, NOON, Optional.empty()));
                    new PeticioCodec("VENDOR", "any").write(request, out);
                }),
                StandardCharsets.UTF_8);

        boolean told = mapped.losses().stream().anyMatch(loss -> loss.path().equals(said.text()));
        assertThat(told || xml.contains(said.text())).as(xml + mapped.losses()).isTrue();
        OfficialSchema.of("mux/PeticioMUX2.xsd").assertValid(xml);
    }

    @Test
    void no_component_of_the_core_is_forgotten_here() {
        Set<String> wanted = new TreeSet<>();
        for (Class<?> type : List.of(
                EntryDraft.class,
                Party.class,
                Contact.class,
                Attachment.class,
                PartyName.Natural.class,
                PartyName.Legal.class)) {
            String name =
                    type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
            Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .forEach(component -> wanted.add(name + "." + component));
        }

        assertThat(said().map(Said::component)).containsAll(wanted);
    }
}
