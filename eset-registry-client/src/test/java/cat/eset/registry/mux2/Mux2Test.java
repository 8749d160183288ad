package cat.eset.registry.mux2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.ConfigurationException;
import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.registry.Direction;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.mux.MuxLeg;
import cat.eset.testkit.mux.MuxTransaction;
import cat.eset.testkit.pci.PciExchange;
import cat.eset.testkit.pci.PciFault;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.Cluster;
import cat.eset.transport.ResponseSigner;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.http.Timeouts;
import cat.eset.transport.http.WireMessage;
import cat.eset.transport.pci.PciException;
import cat.eset.transport.pci.RetryPolicy;
import cat.eset.transport.xml.XmlElement;
import cat.eset.transport.xml.XmlParser;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** MUX V2 through the simulated PCI (contract mux 5, 11). */
@Timeout(120)
class Mux2Test {

    private static final DocumentContent PDF =
            DocumentContent.of("%PDF-1.7\n%EOF\n".getBytes(StandardCharsets.US_ASCII), MediaType.PDF);

    private static Consortium consortium;
    private static Mux2 mux;
    private static Random random;
    private static int transactions;

    @BeforeAll
    static void open() {
        consortium = Consortium.start(
                ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0)).withPortPerCluster());
        random = new Random(20260302);
        mux = client(builder ->
                builder.createModality("ALTA").consolidateModality("CONSOLIDA").uploadModality("CARREGA"));
    }

    @AfterAll
    static void close() {
        mux.close();
        consortium.close();
    }

    @AfterEach
    void forgetScripts() {
        consortium.pci().clearScript();
        consortium.clock().advanceBy(Duration.ofHours(1));
    }

    private static Mux2 client(UnaryOperator<Mux2Builder> settings) {
        List<java.security.cert.X509Certificate> root = List.of(consortium.pki().root());
        AocEnvironment simulator = AocEnvironment.custom("simulator", ServerTrust.anchors(root))
                .cluster(Cluster.IOP, consortium.endpoints().pciIop())
                .cluster(Cluster.APP, consortium.endpoints().pciApp())
                .responseSigner(ResponseSigner.consortium(root))
                .build();
        TownHall town = consortium.townHalls().get(0);
        return settings.apply(Mux2.builder(
                                simulator, consortium.pki().townHallSeal().credentials(), town, "VENDOR")
                        .clock(consortium.clock())
                        .pci(pci -> pci.retry(RetryPolicy.none())
                                .timeouts(Timeouts.standard().withRead(Duration.ofSeconds(20)))))
                .build();
    }

    private static MuxTransaction.Builder transaction(String subject) {
        return MuxTransaction.entry(String.format(Locale.ROOT, "0ba6-0000-0000-%04x", ++transactions), subject);
    }

    @Test
    void a_question_bears_the_instant_of_the_clock_it_was_given() {
        mux.find("E/999999-2026");

        List<PciExchange> all = consortium.pci().exchanges();
        assertThat(OperationId.of(all.get(all.size() - 1).requestId()).instant())
                .isEqualTo(consortium.clock().instant());
    }

    /** Nobody answers MUX, so the auxiliary registry numbers it. */
    private static String auxiliary(MuxTransaction transaction) {
        return consortium.mux().execute(transaction).number();
    }

    private static OperationId operation() {
        return OperationId.next(consortium.clock(), random);
    }

    private static Instant now() {
        return consortium.clock().instant();
    }

    private static Mux2Entry entry(String subject) {
        return Mux2Entry.entry(
                        subject,
                        now(),
                        new Correspondent.Person(
                                new Mux2Person(
                                        Mux2Person.Identity.of("00000000T").orElseThrow(),
                                        "Maria",
                                        "Exemple",
                                        Optional.empty(),
                                        new Place.PostalCode("08001")),
                                Optional.empty()),
                        Correspondent.Body.of(mux.townHall().ine10()))
                .build();
    }

    private static long calls() {
        return consortium.pci().exchanges().stream()
                .filter(PciExchange::processed)
                .count();
    }

    @Test
    void a_number_that_MUX_has_is_found_and_another_is_not() {
        String number = auxiliary(transaction("Llicència d'obres")
                .person(MuxTransaction.Person.of("00000000T", "Maria", "Exemple"))
                .build());

        FoundEntry found = mux.find(number).entries().get(0);

        assertThat(found.number()).contains(number);
        assertThat(found.subject()).contains("Llicència d'obres");
        assertThat(found.identities()).containsExactly("00000000T");
        assertThat(found.content().orElseThrow().value().parties()).hasSize(1);
        assertThat(mux.find("2026/E/999999")).isEqualTo(new Lookup.Nothing());
    }

    @Test
    void a_window_gives_the_entries_of_the_auxiliary_registry() {
        Instant from = now();
        String first = auxiliary(transaction("Primera").build());
        consortium.clock().advanceBy(Duration.ofMinutes(10));
        String second = auxiliary(transaction("Segona").build());
        EntrySearch window = EntrySearch.between(from, from.plusSeconds(60)).only(EntrySearch.Registry.AUXILIARY);

        assertThat(mux.search(window).entries())
                .extracting(e -> e.number().orElse(""))
                .containsExactly(first);
        assertThat(mux.search(EntrySearch.between(from, now().plusSeconds(1)).subject("Segona"))
                        .entries())
                .extracting(e -> e.number().orElse(""))
                .containsExactly(second);
        assertThat(mux.search(window.only(Direction.EXIT))).isEqualTo(new Lookup.Nothing());
    }

    @Test
    void documents_are_told_with_a_safe_name_or_with_the_reason_why_there_are_none() {
        String with = auxiliary(transaction("Amb document")
                .document(new MuxTransaction.Attachment(
                        "ba51a9be-ad53-4fc4-ba90-53355456e2cf", "formulari.pdf", "application/pdf", 1, "x"))
                .build());
        String without = auxiliary(transaction("Sense document").build());

        StoredDocument document = ((Documents.Found) mux.documents(Direction.ENTRY, with))
                .documents()
                .get(0);
        assertThat(document.name()).isEqualTo(with + " formulari.pdf").contains("/");
        assertThat(document.fileName()).isEqualTo(with.replace('/', '_') + " formulari.pdf");
        assertThat(document.guid()).contains("ba51a9be-ad53-4fc4-ba90-53355456e2cf");
        assertThat(mux.documents(Direction.ENTRY, without)).isInstanceOf(Documents.NoDocument.class);
        assertThat(mux.documents(Direction.ENTRY, "E/999999-2026")).isInstanceOf(Documents.NoEntry.class);
        assertThat(mux.documents(Direction.EXIT, with)).isInstanceOf(Documents.NoEntry.class);
    }

    @Test
    void an_entry_is_created_and_documents_are_hung_on_it() {
        Mux2Result created = mux.create(operation(), entry("Sol·licitud creada"));
        String number = created.fold(done -> done.number().orElseThrow(), refused -> "", unknown -> "");

        Mux2Result uploaded = mux.upload(
                operation(),
                Direction.ENTRY,
                number,
                List.of(Upload.inline("a.pdf", "ADJUNT", PDF), Upload.attached("b.pdf", "TIQUET", PDF)));

        assertThat(mux.find(number).entries()).hasSize(1);
        assertThat(uploaded).isInstanceOf(Mux2Result.Done.class);
        assertThat(((Documents.Found) mux.documents(Direction.ENTRY, number)).documents())
                .extracting(StoredDocument::name)
                .containsExactly("a.pdf", "b.pdf");
    }

    @Test
    void a_consolidation_names_the_transaction_of_the_auxiliary_entry() {
        MuxTransaction transaction = transaction("Per consolidar").build();
        auxiliary(transaction);

        Mux2Result done = mux.consolidate(
                operation(),
                new Mux2Consolidation(
                        entry("Per consolidar"), "2026/E/000777", now(), now(), Optional.of(transaction.id())));

        assertThat(done).isInstanceOf(Mux2Result.Done.class);
        assertThat(consortium.mux().legs())
                .filteredOn(leg -> leg.transactionId().equals(transaction.id()))
                .extracting(MuxLeg::consolidatedNumber)
                .containsExactly("2026/E/000777");
    }

    @Test
    void what_MUX_refuses_is_a_result_with_its_text() {
        Mux2Result result =
                mux.upload(operation(), Direction.ENTRY, "E/999999-2026", List.of(Upload.inline("a", "b", PDF)));

        assertThat(result).isInstanceOfSatisfying(Mux2Result.Refused.class, refused -> {
            assertThat(refused.failure().remoteCode()).contains("502");
            assertThat(refused.failure().remoteText().orElseThrow()).contains("cap assentament amb número");
            assertThat(refused.failure().remedy().orElseThrow()).contains("documents(direction, number)");
        });
    }

    /** Troubles after which MUX has the entry. */
    static Stream<PciFault> taken() {
        return Stream.of(
                PciFault.resetAfterProcessing(), PciFault.truncated(), PciFault.unsigned(), PciFault.tampered());
    }

    @ParameterizedTest
    @MethodSource("taken")
    void an_entry_of_unknown_outcome_is_traced_and_never_created_twice(PciFault trouble) {
        OperationId operation = operation();
        Mux2Entry entry = entry("Amb problemes " + trouble.kind());
        consortium.pci().script(trouble, "PeticioRegistre");

        Mux2Result result = mux.create(operation, entry);
        Mux2Result again = mux.create(operation, entry);

        assertThat(result).isInstanceOfSatisfying(Mux2Result.Unknown.class, unknown -> {
            assertThat(unknown.failure().effect()).isEqualTo(Failure.Effect.UNKNOWN);
            assertThat(unknown.failure().remedy().orElseThrow()).contains("trace(operation, entry)");
        });
        assertThat(again).isInstanceOf(Mux2Result.Unknown.class);
        assertThat(mux.trace(operation, entry)).isInstanceOf(Trace.One.class);
        assertThat(consortium.mux().legs())
                .filteredOn(leg -> leg.transactionId().equals(operation.value()))
                .hasSize(1);
    }

    @Test
    void an_entry_that_never_arrived_leaves_no_trace_and_may_be_created_with_the_same_operation() {
        OperationId operation = operation();
        Mux2Entry entry = entry("No arriba");
        consortium.pci().script(PciFault.resetBeforeProcessing(), "PeticioRegistre");

        assertThat(mux.create(operation, entry)).isInstanceOf(Mux2Result.Unknown.class);
        assertThat(mux.trace(operation, entry)).isEqualTo(new Trace.None(0));
        assertThat(mux.create(operation, entry)).isInstanceOf(Mux2Result.Done.class);
        assertThat(mux.trace(operation, entry)).isInstanceOf(Trace.One.class);
    }

    @Test
    void several_that_look_alike_are_for_a_person() {
        OperationId operation = operation();
        Mux2Entry entry = entry("Repetida");
        mux.create(operation, entry);
        mux.create(operation(), entry);

        assertThat(mux.trace(operation, entry))
                .isInstanceOfSatisfying(
                        Trace.Several.class,
                        several -> assertThat(several.entries()).hasSize(2));
    }

    @Test
    void a_modality_that_is_not_published_must_be_given_and_nothing_is_sent_without() {
        long before = calls();
        try (Mux2 plain = client(builder -> builder)) {
            assertThatThrownBy(() -> plain.create(operation(), entry("Sense modalitat")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("create");
            assertThatThrownBy(() ->
                            plain.upload(operation(), Direction.ENTRY, "E/1", List.of(Upload.inline("a", "b", PDF))))
                    .isInstanceOf(ConfigurationException.class);
        }
        assertThat(calls()).isEqualTo(before);
    }

    @Test
    void a_question_that_is_not_answered_is_an_exception_without_effect() {
        consortium.pci().script(PciFault.resetAfterProcessing(), "PeticioRegistre");
        assertThatThrownBy(() -> mux.find("2026/E/1"))
                .isInstanceOfSatisfying(
                        PciException.class,
                        e -> assertThat(e.failure().effect()).isEqualTo(Failure.Effect.NONE));
        try (Mux2 elsewhere = client(builder -> builder.cluster(Cluster.APP))) {
            assertThatThrownBy(() -> elsewhere.find("2026/E/1")).isInstanceOf(PciException.class);
        }
    }

    @Test
    void an_application_without_its_literal_cannot_be_configured() {
        assertThatThrownBy(() -> Mux2.builder(
                        AocEnvironment.preproduction(),
                        consortium.pki().townHallSeal().credentials(),
                        mux.townHall(),
                        "AB"))
                .isInstanceOf(ConfigurationException.class);
    }

    /** Everything but what differs from request to request and from town hall to town hall. */
    @Test
    void mux_5_4_the_whole_request_for_documents() {
        String example = """
                <Peticion xmlns="http://gencat.net/scsp/esquemes/peticion">
                  <Atributos>
                    <IdPeticion>0899990001-MUX_DESCARREGA-1709282100000</IdPeticion>
                    <NumElementos>1</NumElementos>
                    <TimeStamp>2024-03-01T09:35:00.000+01:00</TimeStamp>
                    <CodigoCertificado>MUX_DESCARREGA</CodigoCertificado>
                    <CodigoProducto>MUX</CodigoProducto>
                    <DatosAutorizacion>
                      <IdentificadorSolicitante>0899990001</IdentificadorSolicitante>
                      <NombreSolicitante>Ajuntament d'Exemple</NombreSolicitante>
                      <Finalidad>PROVES</Finalidad>
                    </DatosAutorizacion>
                    <Emisor><NifEmisor>Q0801175A</NifEmisor><NombreEmisor>CAOC</NombreEmisor></Emisor>
                  </Atributos>
                  <Solicitudes>
                    <SolicitudTransmision>
                      <DatosGenericos>
                        <Emisor><NifEmisor>Q0801175A</NifEmisor><NombreEmisor>CAOC</NombreEmisor></Emisor>
                        <Solicitante>
                          <IdentificadorSolicitante>0899990001</IdentificadorSolicitante>
                          <NombreSolicitante>Ajuntament d'Exemple</NombreSolicitante>
                          <Finalidad>PROVES</Finalidad>
                          <Consentimiento>Si</Consentimiento>
                        </Solicitante>
                        <Transmision>
                          <CodigoCertificado>MUX_DESCARREGA</CodigoCertificado>
                          <IdSolicitud>1</IdSolicitud>
                        </Transmision>
                      </DatosGenericos>
                      <DatosEspecificos>
                        <PeticioRegistre xmlns="http://net.aocat/MUX2/PeticioRegistre" IdAplicacio="VENDOR">
                          <DescarregaDocumentacio>
                            <NumeroAssentamentEntrada>E/000123-2024</NumeroAssentamentEntrada>
                          </DescarregaDocumentacio>
                        </PeticioRegistre>
                      </DatosEspecificos>
                    </SolicitudTransmision>
                  </Solicitudes>
                </Peticion>
                """;
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (Mux2 tapped = client(builder -> builder.pci(pci -> pci.wireTap(message ->
                message.direction() == WireMessage.Direction.REQUEST ? sent : OutputStream.nullOutputStream())))) {
            tapped.documents(Direction.ENTRY, "E/000123-2024");
        }

        List<XmlElement> requests = new ArrayList<>();
        XmlParser.strict().parse(sent.toByteArray()).forEach(e -> {
            if (e.localName().equals("Peticion")) {
                requests.add(e);
            }
        });
        assertThat(contentOf(requests.get(0)))
                .isEqualTo(contentOf(XmlParser.strict().parse(example.getBytes(StandardCharsets.UTF_8))));
    }

    /** The day of the request is optional: the example leaves it out, ours says it. */
    private static List<String> contentOf(XmlElement peticion) {
        Set<String> ofTheRequest =
                Set.of("IdPeticion", "TimeStamp", "NombreSolicitante", "IdSolicitud", "Consentimiento");
        List<String> content = new ArrayList<>();
        peticion.forEach(e -> {
            boolean isSaid = e.children().isEmpty() && !ofTheRequest.contains(e.localName());
            if (!e.localName().equals("FechaGeneracion")) {
                content.add(e.name() + (isSaid ? "=" + e.text() : ""));
            }
        });
        return content;
    }
}
