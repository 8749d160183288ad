package cat.eset.registry.sir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.core.id.Dir3;
import cat.eset.core.party.Party;
import cat.eset.core.registry.Attachment;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.EntryDraft;
import cat.eset.registry.Mapped;
import cat.eset.registry.MappingLoss;
import cat.eset.registry.sicres.ExchangeRefusedException;
import cat.eset.testkit.mux.MuxLeg;
import cat.eset.testkit.pci.PciFault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another administration sends: synchronise, consult, download, decide (contract sir 4). */
class ReceivedExchangeTest {

    private static final byte[] BYTES = "%PDF-1.7\nsolicitud\n".getBytes(StandardCharsets.US_ASCII);
    private static Town town;
    private static SirClient sir;

    @TempDir
    private Path folder;

    private ExchangeId received = ExchangeId.of("-");

    @BeforeAll
    static void open() {
        town = new Town();
        sir = town.client();
    }

    @AfterAll
    static void close() {
        sir.close();
        town.close();
    }

    @BeforeEach
    void deliver() {
        String digest = Base64.getEncoder()
                .encodeToString(
                        DocumentContent.of(BYTES, MediaType.PDF).sha256().bytes());
        String message = ExampleOf.message()
                .replace("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", digest)
                .replace("L01089999", "E04000001");
        town.consortium().sir().deliver(message, Map.of("solicitud.pdf", BYTES));
        List<ExchangeEvent> events = sir.synchronise();
        assertThat(events).last().satisfies(e -> assertThat(e.kind()).isEqualTo(EventKind.RECEIVED));
        received = events.get(events.size() - 1).exchange();
    }

    @AfterEach
    void forgetScripts() {
        town.consortium().pci().clearScript();
        town.consortium().sir().spoilDownloads(false);
    }

    private String state() {
        return town.consortium().sir().find(received.value()).orElseThrow().state();
    }

    @Test
    void it_becomes_a_draft_with_its_documents() throws Exception {
        ExchangeRecord exchange = sir.consult(received, Side.RECEIVED);
        Mapped<EntryDraft> mapped = exchange.toDraft().orElseThrow();

        EntryDraft draft = mapped.value();
        assertThat(draft.direction()).isEqualTo(Direction.ENTRY);
        assertThat(draft.extract()).isEqualTo("Solicitud de informe");
        assertThat(draft.presentedAt()).contains(Instant.parse("2024-03-01T08:30:00Z"));
        assertThat(draft.unit()).contains(Dir3.of("E00000002"));
        assertThat(draft.externalReference()).contains(received.value());
        assertThat(draft.statement()).contains("Que necesita el informe.");
        assertThat(draft.parties()).hasSize(2);
        assertThat(draft.parties().get(0).isPublicBody()).isTrue();
        Party person = draft.parties().get(1);
        assertThat(person.identity().nif().orElseThrow().value()).isEqualTo("00000000T");
        assertThat(person.name().full()).isEqualTo("Maria Ejemplo");
        Attachment attachment = draft.attachments().get(0);
        assertThat(attachment.reference()).contains(exchange.files().get(0).guid());
        assertThat(mapped.losses())
                .containsExactlyInAnyOrder(
                        new MappingLoss("De_Anexo[0]/Validez_Documento", MappingLoss.Kind.NOT_MAPPED),
                        new MappingLoss(
                                "De_Origen_o_Remitente/Codigo_Entidad_Registral_Origen", MappingLoss.Kind.NOT_MAPPED),
                        new MappingLoss("De_Origen_o_Remitente/Numero_Registro_Entrada", MappingLoss.Kind.NOT_MAPPED));

        DocumentContent content = sir.download(exchange, exchange.files().get(0), folder.resolve("solicitud.pdf"));
        assertThat(content.readAllBytes()).isEqualTo(BYTES);
        assertThat(attachment.sha256()).contains(content.sha256());
    }

    @Test
    void bytes_that_are_not_those_described_are_not_left_behind() {
        town.consortium().sir().spoilDownloads(true);
        ExchangeRecord exchange = sir.consult(received);
        Path file = folder.resolve("wrong.pdf");

        assertThatThrownBy(() -> sir.download(exchange, exchange.files().get(0), file))
                .isInstanceOf(SirException.class);
        assertThat(file).doesNotExist();
    }

    /** The answer names a file by its name only: which of two is the one that the message describes nobody can tell. */
    @Test
    void files_that_share_their_name_are_not_held_to_the_digest_of_one_of_them() throws Exception {
        String annex = ExampleOf.message().replaceAll("(?s).*(<De_Anexo>.*</De_Anexo>).*", "$1");
        String two = ExampleOf.message()
                .replace(annex, annex.replace("ADJ-1", "ADJ-2") + annex)
                .replace("L01089999", "E04000001");
        town.consortium().sir().deliver(two, Map.of("solicitud.pdf", BYTES));
        List<ExchangeEvent> events = sir.synchronise();
        ExchangeRecord exchange = sir.consult(events.get(events.size() - 1).exchange());

        assertThat(sir.download(exchange, exchange.files().get(0), folder.resolve("one.pdf"))
                        .readAllBytes())
                .isEqualTo(BYTES);
    }

    @Test
    void a_file_that_exists_is_not_touched_and_one_that_is_not_there_is_an_error() throws Exception {
        ExchangeRecord exchange = sir.consult(received);
        Path mine = Files.writeString(folder.resolve("mine"), "mine");

        assertThatThrownBy(() -> sir.download(exchange, exchange.files().get(0), mine))
                .isInstanceOf(SirException.class);
        assertThat(mine).hasContent("mine");
        ExchangeRecord.AnnexFile unknown = new ExchangeRecord.AnnexFile("x.pdf", "x", "no such guid");
        assertThatThrownBy(() -> sir.download(exchange, unknown, folder.resolve("x")))
                .isInstanceOf(SirException.class)
                .hasMessageContaining("404");
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void confirming_makes_an_entry_through_MUX_and_tells_its_number() {
        DecisionResult result = sir.confirm(town.operation(), received, Town.OFFICIAL);

        assertThat(result).isInstanceOfSatisfying(DecisionResult.Done.class, done -> {
            List<String> numbers = town.consortium().mux().legs().stream()
                    .map(MuxLeg::auxiliaryNumber)
                    .toList();
            assertThat(numbers).contains(done.entry().orElseThrow().number());
            assertThat(done.entry().orElseThrow().at())
                    .contains(town.consortium().clock().instant());
        });
        assertThat(state()).isEqualTo("CONFIRMAT");
    }

    @Test
    void a_confirmation_of_unknown_outcome_is_settled_by_the_state_and_makes_one_entry() {
        int before = town.consortium().mux().legs().size();
        town.consortium().pci().script(PciFault.resetAfterProcessing(), "peticioConfirmacioAssentament");

        DecisionResult result = sir.confirm(town.operation(), received, Town.OFFICIAL);

        assertThat(result).isInstanceOf(DecisionResult.Unknown.class);
        assertThat(sir.settle((DecisionResult.Unknown) result))
                .isInstanceOfSatisfying(
                        DecisionResult.Done.class,
                        done -> assertThat(done.entry()).isPresent());
        assertThat(town.consortium().mux().legs()).hasSize(before + 1);
    }

    @Test
    void a_decision_that_never_arrived_is_told_as_not_done_and_can_be_taken_again() {
        town.consortium().pci().script(PciFault.resetBeforeProcessing(), "peticioRebuigAssentament");
        DecisionResult.Unknown unknown =
                (DecisionResult.Unknown) sir.reject(town.operation(), received, "Asunto no competencia", Town.OFFICIAL);

        assertThat(sir.settle(unknown)).isInstanceOf(DecisionResult.NotDone.class);
        assertThat(sir.reject(town.operation(), received, "Asunto no competencia", Town.OFFICIAL))
                .isInstanceOf(DecisionResult.Done.class);
        assertThat(state()).isEqualTo("REBUTJAT");
        assertThat(sir.consult(received).reason()).contains("Asunto no competencia");
    }

    @Test
    void what_was_decided_otherwise_is_told_as_overtaken() {
        sir.forward(town.operation(), received, Dir3.of("O00000003"), "Competencia de otra oficina", Town.OFFICIAL);
        assertThat(state()).isEqualTo("REENVIAT");

        DecisionResult late = sir.confirm(town.operation(), received, Town.OFFICIAL);

        assertThat(late)
                .isInstanceOfSatisfying(
                        DecisionResult.Unknown.class,
                        unknown -> assertThat(sir.settle(unknown))
                                .isEqualTo(new DecisionResult.Overtaken(received, ExchangeState.FORWARDED)));
    }

    @Test
    void deciding_again_with_the_same_operation_tells_what_became_of_it() {
        OperationId operation = town.operation();
        sir.reject(operation, received, "Motivo", Town.OFFICIAL);

        assertThat(sir.reject(operation, received, "Motivo", Town.OFFICIAL)).isInstanceOf(DecisionResult.Done.class);
    }

    @Test
    void a_reason_that_is_too_long_or_missing_is_refused_before_it_is_sent() {
        for (String reason : List.of("", "x".repeat(81))) {
            assertThatThrownBy(() -> sir.reject(town.operation(), received, reason, Town.OFFICIAL))
                    .isInstanceOfSatisfying(
                            ExchangeRefusedException.class,
                            e -> assertThat(e.violations())
                                    .singleElement()
                                    .hasToString("motiu: 1 to 80 characters (SIR of the consortium)"));
        }
        assertThatThrownBy(() ->
                        sir.forward(town.operation(), received, Dir3.of("O00000003"), "x".repeat(81), Town.OFFICIAL))
                .isInstanceOf(ExchangeRefusedException.class);
        assertThat(state()).isEqualTo("PENDENT_CONFIRMACIO");
    }

    @Test
    void asking_after_what_does_not_exist_is_an_error_with_its_code() {
        assertThatThrownBy(() -> sir.consult(ExchangeId.of("O00000009_26_00000009")))
                .isInstanceOfSatisfying(
                        SirException.class, e -> assertThat(e.error().code()).isEqualTo("502"));
    }

    @Test
    void time_passes_without_anything_happening_to_it() {
        town.consortium().clock().advanceBy(Duration.ofDays(3));

        assertThat(sir.consult(received).state()).isEqualTo(ExchangeState.AWAITING_CONFIRMATION);
    }
}
