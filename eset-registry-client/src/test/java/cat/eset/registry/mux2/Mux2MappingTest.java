package cat.eset.registry.mux2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.Actor;
import cat.eset.core.InvalidValueException;
import cat.eset.core.MediaType;
import cat.eset.core.Office;
import cat.eset.core.Person;
import cat.eset.core.Sha256;
import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import cat.eset.core.memory.MemoryStore;
import cat.eset.core.party.ElectronicRelation;
import cat.eset.core.party.IdentityDocument;
import cat.eset.core.party.Party;
import cat.eset.core.party.PartyName;
import cat.eset.core.registry.Attachment;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.registry.Mapped;
import cat.eset.registry.MappingLoss;
import cat.eset.registry.internal.mux2.ConsultReader;
import cat.eset.registry.internal.mux2.Peticio;
import cat.eset.registry.internal.mux2.PeticioCodec;
import cat.eset.transport.xml.CanonicalXml;
import cat.eset.transport.xml.XmlParser;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes over to MUX V2 comes back the same, and what does not go over is told (contract mux 5.2, 8.10). */
class Mux2MappingTest {

    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");
    private static final TownHall TOWN =
            TownHall.of("Ajuntament d'Exemple", Ine10.of("0899990001"), Dir3.of("L01089999"));
    private static final Party MARIA =
            Party.person(Nif.of("00000000T"), "Maria", "Exemple").postalAddress("08001");
    private static final Mux2Mapping MAPPING = Mux2Mapping.of(TOWN);

    static Stream<Arguments> entriesThatFit() {
        Attachment document = new Attachment(
                "instancia.pdf",
                "Instància",
                MediaType.PDF,
                Optional.empty(),
                Optional.of(Sha256.of(new byte[] {1})),
                Optional.of("ba51a9be-ad53-4fc4-ba90-53355456e2cf"));
        return Stream.of(
                Arguments.of("a person", EntryDraft.entry("Obres").party(MARIA)),
                Arguments.of(
                        "a person with a representative",
                        EntryDraft.entry("Obres")
                                .party(MARIA.representedBy(Party.person(Nif.of("99999999R"), "Pere", "Prova")
                                        .postalAddress("08002")))),
                Arguments.of(
                        "a passport",
                        EntryDraft.entry("Obres")
                                .party(Party.of(
                                                new IdentityDocument(IdentityDocument.Kind.PASSPORT, "AB123"),
                                                new PartyName.Natural("Ada", "Exemple", Optional.of("Segon")),
                                                ElectronicRelation.NOT_CHOSEN)
                                        .postalAddress("08001"))),
                Arguments.of(
                        "a company, its unit, procedure and document",
                        EntryDraft.entry("Obres")
                                .party(Party.company(Nif.of("A58818501"), "Exemple, SA")
                                        .postalAddress("08001"))
                                .unit(Dir3.of("L01089999"))
                                .procedure("LLIC-OBR")
                                .attachment(document)),
                Arguments.of(
                        "a foreign company",
                        EntryDraft.entry("Obres")
                                .party(Party.of(
                                                new IdentityDocument(IdentityDocument.Kind.VAT, "FR12345678901"),
                                                new PartyName.Legal("Exemple SARL"),
                                                ElectronicRelation.OBLIGED)
                                        .postalAddress("08001"))),
                Arguments.of("an exit", EntryDraft.exit("Requeriment").party(MARIA)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entriesThatFit")
    void what_fits_comes_back_the_same(String name, EntryDraft.Builder builder) {
        EntryDraft draft = builder.presentedAt(NOON).build();

        Mapped<Mux2Entry> out = MAPPING.entry(draft, NOON);
        Mapped<EntryDraft> back = read(out.value());

        assertThat(back.value()).isEqualTo(draft);
        assertThat(out.losses()).allSatisfy(loss -> assertThat(loss.path()).endsWith("issuedAt"));
        assertThat(back.losses()).allSatisfy(loss -> assertThat(loss.path()).endsWith("DataEmissio"));
    }

    @Test
    void what_does_not_fit_is_told_piece_by_piece() {
        EntryDraft draft = EntryDraft.exit("Resposta")
                .party(Party.person(Nif.of("00000000T"), "N".repeat(60), "Exemple")
                        .postalAddress("Carrer Major 1, 08001 Vilaprova")
                        .email("maria@exemple.cat")
                        .mobile("600000000")
                        .relation(ElectronicRelation.OBLIGED)
                        .representedBy(Party.company(Nif.of("A58818501"), "Gestors, SL")))
                .party(MARIA)
                .attachment(new Attachment(
                        "a.b", "t".repeat(2000), MediaType.PDF, Optional.of(7L), Optional.empty(), Optional.empty()))
                .genericRequest("Exposo", "Sol·licito")
                .externalReference("0ba6-8133-af41-6006")
                .build();

        Mapped<Mux2Entry> out = MAPPING.entry(draft, NOON);

        assertThat(out.losses())
                .containsExactlyInAnyOrder(
                        lost("parties[1]", MappingLoss.Kind.NOT_MAPPED),
                        lost("parties[0].name", MappingLoss.Kind.SHORTENED),
                        lost("parties[0].contact.email", MappingLoss.Kind.NOT_MAPPED),
                        lost("parties[0].contact.mobile", MappingLoss.Kind.NOT_MAPPED),
                        lost("parties[0].contact.postalAddress", MappingLoss.Kind.SHORTENED),
                        lost("parties[0].relation", MappingLoss.Kind.NOT_MAPPED),
                        lost("parties[0].representative", MappingLoss.Kind.NOT_MAPPED),
                        lost("attachments[0].issuedAt", MappingLoss.Kind.ASSUMED),
                        lost("attachments[0].length", MappingLoss.Kind.NOT_MAPPED),
                        lost("attachments[0].name", MappingLoss.Kind.REPLACED),
                        lost("attachments[0].title", MappingLoss.Kind.SHORTENED),
                        lost("statement", MappingLoss.Kind.NOT_MAPPED),
                        lost("request", MappingLoss.Kind.NOT_MAPPED),
                        lost("externalReference", MappingLoss.Kind.NOT_MAPPED));
        assertThat(out.value().presentedAt()).isEqualTo(NOON);
    }

    @Test
    void a_public_body_is_found_in_the_directory_and_has_no_name_there() {
        Dir3 barcelona = Dir3.of("L01080193");
        EntryDraft draft = EntryDraft.exit("Ofici")
                .party(Party.publicBody(barcelona, "Ajuntament de Barcelona"))
                .presentedAt(NOON)
                .build();

        Mapped<Mux2Entry> out =
                MAPPING.bodies(code -> Optional.of(Ine10.of("0801930008"))).entry(draft, NOON);
        Mapped<EntryDraft> back = read(out.value());

        assertThat(out.losses()).containsExactly(lost("parties[0].name", MappingLoss.Kind.NOT_MAPPED));
        assertThat(back.value().parties().get(0).identity()).isEqualTo(IdentityDocument.of(barcelona));
        assertThat(back.losses()).containsExactly(lost("Destinacio/Administracio/INE10", MappingLoss.Kind.REPLACED));
        assertThatThrownBy(() -> MAPPING.entry(draft, NOON))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("Mux2Mapping.bodies");
    }

    static Stream<Arguments> drafts_that_cannot_be_written() {
        return Stream.of(
                Arguments.of(EntryDraft.entry("Ningú"), "a party"),
                Arguments.of(
                        EntryDraft.entry("Sense lloc").party(Party.person(Nif.of("00000000T"), "M", "E")),
                        "Mux2Mapping.places"),
                Arguments.of(
                        EntryDraft.entry("K")
                                .party(Party.person(Nif.of("K0000000T"), "M", "E")
                                        .postalAddress("08001")),
                        "K, L and M"));
    }

    @ParameterizedTest
    @MethodSource
    void drafts_that_cannot_be_written(EntryDraft.Builder draft, String reason) {
        assertThatThrownBy(() -> MAPPING.entry(draft.build(), NOON))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void an_entry_of_the_book_goes_out_with_its_instant_of_presentation() {
        MemoryStore store = MemoryStore.create(Clock.fixed(NOON, ZoneOffset.UTC));
        RegistryEntry entry = store.registryBook()
                .register(
                        EntryDraft.entry("Obres")
                                .party(MARIA)
                                .presentedAt(NOON.minusSeconds(60))
                                .build(),
                        new Actor(new Person(Nif.of("00000000T"), "Registre"), Office.AUTOMATED, TOWN));

        assertThat(MAPPING.entry(entry).value().presentedAt()).isEqualTo(NOON.minusSeconds(60));
    }

    @Test
    void whatever_the_entry_says_and_the_core_has_no_place_for_is_told() {
        Mux2Entry entry = Mux2Entry.entry(
                        "Obres",
                        NOON,
                        new Correspondent.Person(
                                new Mux2Person(
                                        Mux2Person.Identity.of("00000000T").orElseThrow(),
                                        "Maria",
                                        "Exemple",
                                        Optional.empty(),
                                        new Place.Address(
                                                "C",
                                                "Major",
                                                "1",
                                                Optional.empty(),
                                                Place.Door.NONE,
                                                "Vilaprova",
                                                "08001",
                                                "Barcelona",
                                                Optional.empty())),
                                Optional.empty()),
                        Correspondent.Body.of(TOWN.ine10()).office("O00000001"))
                .remarks("Observacions")
                .applicationUrl("https://exemple.cat")
                .way("PRES")
                .build();

        Mapped<EntryDraft> back = read(entry);

        assertThat(back.value().parties().get(0).contact().postalAddress())
                .contains("C Major 1, 08001 Vilaprova, Barcelona");
        assertThat(back.losses())
                .containsExactlyInAnyOrder(
                        lost("Observacions", MappingLoss.Kind.NOT_MAPPED),
                        lost("URLAplicacio", MappingLoss.Kind.NOT_MAPPED),
                        lost("ViaPresentacio", MappingLoss.Kind.NOT_MAPPED),
                        lost("Destinacio/Administracio/OficinaRegistre", MappingLoss.Kind.NOT_MAPPED));
    }

    private static MappingLoss lost(String path, MappingLoss.Kind kind) {
        return new MappingLoss(path, kind);
    }

    /** As an answer in the elements of the requests would say it. */
    private static Mapped<EntryDraft> read(Mux2Entry entry) {
        Peticio request = Peticio.consolidate(new Mux2Consolidation(entry, "E/1", NOON, NOON, Optional.empty()));
        String xml = new String(
                CanonicalXml.of(out -> new PeticioCodec("VENDOR", "any").write(request, out)), StandardCharsets.UTF_8);
        String answer = "<RespostaRegistre xmlns=\"http://net.aocat/MUX2/RespostaRegistre\"><Resultat codi=\"OK\"/>"
                + "<ConsultaAssentaments>" + xml + "</ConsultaAssentaments></RespostaRegistre>";
        return new ConsultReader(AnswerNames.ofRequests())
                .read(new PeticioCodec("VENDOR", "any")
                        .read(XmlParser.strict().parse(answer.getBytes(StandardCharsets.UTF_8))))
                .orElseThrow()
                .entries()
                .get(0)
                .content()
                .orElseThrow();
    }
}
