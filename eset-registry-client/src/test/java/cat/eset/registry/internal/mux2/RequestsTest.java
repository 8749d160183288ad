package cat.eset.registry.internal.mux2;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.core.Sha256;
import cat.eset.core.id.Ine10;
import cat.eset.core.registry.Direction;
import cat.eset.registry.OfficialSchema;
import cat.eset.registry.mux2.Correspondent;
import cat.eset.registry.mux2.EntrySearch;
import cat.eset.registry.mux2.Mux2Consolidation;
import cat.eset.registry.mux2.Mux2Document;
import cat.eset.registry.mux2.Mux2Entry;
import cat.eset.registry.mux2.Mux2Person;
import cat.eset.registry.mux2.Place;
import cat.eset.registry.mux2.Upload;
import cat.eset.transport.xml.CanonicalXml;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every request that the client can build validates against the official schema. */
class RequestsTest {

    private static final OperationId OPERATION = OperationId.of("01KQ7ZJ0000000000000000000");
    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");
    private static final Ine10 TOWN = Ine10.of("0899990001");
    private static final DocumentContent PDF =
            DocumentContent.of("%PDF-1.4\n%EOF\n".getBytes(StandardCharsets.US_ASCII), MediaType.PDF);

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void validates(String name, Peticio request) {
        OfficialSchema.of("mux/PeticioMUX2.xsd").assertValid(xml(request));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void isRefusedByTheSchemaWhenAnElementIsSpoilt(String name, Peticio request) {
        // The check can fail: the same request with its operation renamed does not pass.
        assertThat(OfficialSchema.of("mux/PeticioMUX2.xsd").isValid(xml(request).replace(request.name(), "Altra")))
                .isFalse();
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of("by number (mux 5.4)", Peticio.consult("2024/E/000123")),
                Arguments.of(
                        "auxiliary window (mux 5.4)",
                        Peticio.consult(EntrySearch.between(NOON, NOON.plusSeconds(21_600))
                                .only(Direction.ENTRY)
                                .only(EntrySearch.Registry.AUXILIARY))),
                Arguments.of(
                        "every criterion",
                        Peticio.consult(EntrySearch.between(NOON, NOON.plusSeconds(1))
                                .only(Direction.EXIT)
                                .only(EntrySearch.Registry.PRINCIPAL)
                                .proceduresOnly(true)
                                .subject("Llicència & <obres>"))),
                Arguments.of("window alone", Peticio.consult(EntrySearch.between(NOON, NOON.plusMillis(1)))),
                Arguments.of("documents of an entry (mux 5.4)", Peticio.download(Direction.ENTRY, "E/000123-2024")),
                Arguments.of("documents of an exit", Peticio.download(Direction.EXIT, "S/000123-2024")),
                Arguments.of("minimal entry (mux 5.4)", Peticio.create(OPERATION, minimal())),
                Arguments.of("whole entry", Peticio.create(OPERATION, wholeEntry())),
                Arguments.of("whole exit", Peticio.create(OPERATION, wholeExit())),
                Arguments.of("exit to a body", Peticio.create(OPERATION, exitToABody())),
                Arguments.of(
                        "consolidation",
                        Peticio.consolidate(new Mux2Consolidation(
                                wholeEntry(), "2026/E/000001", NOON, NOON, Optional.of("0ba6-8133-af41-6006")))),
                Arguments.of(
                        "consolidation of an exit",
                        Peticio.consolidate(
                                new Mux2Consolidation(wholeExit(), "2026/S/000001", NOON, NOON, Optional.empty()))),
                Arguments.of(
                        "uploads to an exit",
                        Peticio.upload(
                                OPERATION,
                                Direction.EXIT,
                                "2026/S/000001",
                                List.of(Upload.inline("a.pdf", "ADJUNT", PDF)))),
                Arguments.of(
                        "uploads",
                        Peticio.upload(
                                OPERATION,
                                Direction.ENTRY,
                                "2026/E/000001",
                                List.of(
                                        Upload.inline("a.pdf", "ADJUNT", PDF).guid("g-1"),
                                        Upload.attached("b.pdf", "ADJUNT", PDF)))));
    }

    static Stream<Arguments> examples() {
        return Stream.of(
                Arguments.of("mux 5.4 by number", Peticio.consult("2024/E/000123"), """
                        <PeticioRegistre xmlns="http://net.aocat/MUX2/PeticioRegistre" IdAplicacio="VENDOR">
                          <ConsultaAssentaments>
                            <NumeroAssentament>2024/E/000123</NumeroAssentament>
                          </ConsultaAssentaments>
                        </PeticioRegistre>
                        """),
                Arguments.of(
                        "mux 5.4 window",
                        Peticio.consult(EntrySearch.between(
                                        Instant.parse("2024-02-29T23:00:00Z"), Instant.parse("2024-03-01T05:00:00Z"))
                                .only(Direction.ENTRY)
                                .only(EntrySearch.Registry.AUXILIARY)),
                        """
                        <PeticioRegistre xmlns="http://net.aocat/MUX2/PeticioRegistre" IdAplicacio="VENDOR">
                          <ConsultaAssentaments>
                            <DataInici>2024-03-01T00:00:00</DataInici>
                            <DataFi>2024-03-01T06:00:00</DataFi>
                            <Tipus>Entrada</Tipus>
                            <Registre>Auxiliar</Registre>
                          </ConsultaAssentaments>
                        </PeticioRegistre>
                        """),
                Arguments.of("mux 5.4 documents", Peticio.download(Direction.ENTRY, "E/000123-2024"), """
                        <PeticioRegistre xmlns="http://net.aocat/MUX2/PeticioRegistre" IdAplicacio="VENDOR">
                          <DescarregaDocumentacio>
                            <NumeroAssentamentEntrada>E/000123-2024</NumeroAssentamentEntrada>
                          </DescarregaDocumentacio>
                        </PeticioRegistre>
                        """),
                Arguments.of("mux 5.4 minimal entry", Peticio.create(OPERATION, minimal()), """
                        <PeticioRegistre xmlns="http://net.aocat/MUX2/PeticioRegistre" IdAplicacio="VENDOR" IdTransaccio="vendor-2024-0000017">
                          <AltaAssentament>
                            <Entrada>
                              <Assumpte>Sol·licitud de llicència d'obres menors</Assumpte>
                              <DataPresentacio>2024-03-01T09:30:00+01:00</DataPresentacio>
                              <Procedencia>
                                <PersonaFisica>
                                  <ID><NIF>00000000T</NIF></ID><Nom>Maria</Nom><Cognom1>Exemple</Cognom1>
                                  <Poblacio><CodiPostal>08001</CodiPostal></Poblacio>
                                </PersonaFisica>
                              </Procedencia>
                              <Destinacio><Administracio><INE10>0899990001</INE10></Administracio></Destinacio>
                            </Entrada>
                          </AltaAssentament>
                        </PeticioRegistre>
                        """));
    }

    /** Ours always has an offset, and the operation for identity. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void theExamplesOfTheNoteAreWhatIsWritten(String name, Peticio request, String example) {
        String ours = xml(request)
                .replace("pet:", "")
                .replace("xmlns:pet", "xmlns")
                .replace(OPERATION.value(), "vendor-2024-0000017")
                .replace("2026-03-02T12:00:00.000+01:00", "2024-03-01T09:30:00+01:00")
                .replaceAll("(2024-03-01T0[06]:00:00)(\\.000)?\\+01:00", "$1");

        assertThat(ours).isEqualTo(example.replaceAll(">\\s+<", "><").strip());
    }

    static Mux2Entry minimal() {
        return Mux2Entry.entry(
                        "Sol·licitud de llicència d'obres menors",
                        NOON,
                        new Correspondent.Person(person("00000000T", new Place.PostalCode("08001")), Optional.empty()),
                        Correspondent.Body.of(TOWN))
                .build();
    }

    private static Mux2Entry wholeEntry() {
        Place address = new Place.Address(
                "CTRA",
                "de Vic",
                "12",
                Optional.of("14"),
                new Place.Door(Optional.of("A"), Optional.of("2"), Optional.of("3"), Optional.of("4")),
                "Vilaprova",
                "08001",
                "Barcelona",
                Optional.of("Espanya"));
        return Mux2Entry.entry(
                        "Tot <el> que & hi cap",
                        NOON,
                        new Correspondent.Company(
                                "A58818501",
                                false,
                                "Exemple, SA",
                                address,
                                Optional.of(new Mux2Person(
                                        Mux2Person.Identity.of("X0000000T").orElseThrow(),
                                        "Pere",
                                        "Prova",
                                        Optional.of("Segon"),
                                        new Place.Town(TOWN)))),
                        Correspondent.Body.of(TOWN).unit("L01089999").office("O00000001"))
                .remarks("Observacions")
                .applicationUrl("https://exemple.cat/1")
                .procedure("LLIC-OBR")
                .way("PRES")
                .document(new Mux2Document(
                        NOON,
                        "E/1 a.pdf",
                        Optional.of("Instància"),
                        Optional.of("application/pdf"),
                        Optional.of(Sha256.of(new byte[] {1})),
                        Optional.of("00000000-0000-4000-8000-000000000001")))
                .document(new Mux2Document(
                        NOON, "b.pdf", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))
                .build();
    }

    private static Mux2Entry wholeExit() {
        return Mux2Entry.exit(
                        "Requeriment",
                        NOON,
                        Correspondent.Body.of(TOWN),
                        new Correspondent.Person(
                                new Mux2Person(
                                        new Mux2Person.Identity(Mux2Person.Identity.Kind.PASSPORT, "AB123"),
                                        "Maria",
                                        "Exemple",
                                        Optional.empty(),
                                        new Place.Town(TOWN)),
                                Optional.of(person("99999999R", new Place.PostalCode("08001")))))
                .way("ELE")
                .build();
    }

    private static Mux2Entry exitToABody() {
        return Mux2Entry.exit(
                        "Ofici",
                        NOON,
                        Correspondent.Body.of(TOWN),
                        new Correspondent.Body(
                                Ine10.of("0801930008"),
                                Optional.of("O00000002"),
                                Optional.of("L01080193"),
                                Optional.of(new Place.PostalCode("08002")),
                                Optional.of(person("00000000T", new Place.PostalCode("08001")))))
                .build();
    }

    private static Mux2Person person(String nif, Place place) {
        return new Mux2Person(Mux2Person.Identity.of(nif).orElseThrow(), "Maria", "Exemple", Optional.empty(), place);
    }

    static String xml(Peticio request) {
        return new String(
                CanonicalXml.of(out -> new PeticioCodec("VENDOR", request.name()).write(request, out)),
                StandardCharsets.UTF_8);
    }
}
