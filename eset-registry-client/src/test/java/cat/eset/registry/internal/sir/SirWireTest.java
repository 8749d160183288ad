package cat.eset.registry.internal.sir;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.id.Dir3;
import cat.eset.registry.OfficialSchema;
import cat.eset.registry.internal.sicres.Sicres3;
import cat.eset.registry.sicres.DirectoryCode;
import cat.eset.registry.sicres.EntryMark;
import cat.eset.registry.sir.EventKind;
import cat.eset.registry.sir.ExampleOf;
import cat.eset.registry.sir.ExchangeEvent;
import cat.eset.registry.sir.ExchangeId;
import cat.eset.registry.sir.ExchangeRecord;
import cat.eset.registry.sir.ExchangeState;
import cat.eset.registry.sir.MovementKind;
import cat.eset.registry.sir.Side;
import cat.eset.transport.xml.CanonicalXml;
import cat.eset.transport.xml.XmlElement;
import cat.eset.transport.xml.XmlParser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The six operations against the examples of the note and the official schema (contract sir 3 and 8). */
class SirWireTest {

    private static final ExchangeId ID = ExchangeId.of("O00000001_24_00000123");

    static Stream<Arguments> requests() {
        SirWire.Order order = new SirWire.Order(ID, "O00000003", "Competencia de la oficina de destino indicada");
        return Stream.of(
                Arguments.of(
                        "sir 8 confirm",
                        write(SirWire.CONFIRM, new SirWire.Order(ID, "", "")),
                        ExampleOf.confirmRequest()),
                Arguments.of(
                        "sir 8 reject",
                        write(SirWire.REJECT, new SirWire.Order(ID, "", "Asunto no competencia de este Ayuntamiento")),
                        ExampleOf.rejectRequest()),
                Arguments.of("sir 8 forward", write(SirWire.FORWARD, order), ExampleOf.forwardRequest()),
                Arguments.of(
                        "sir 8 consult",
                        write(SirWire.CONSULT, new SirWire.Question(ID, Optional.of(Side.RECEIVED))),
                        ExampleOf.consultRequest()),
                Arguments.of("sir 8 synchronise", write(SirWire.SYNCHRONISE, ""), ExampleOf.synchroniseRequest()),
                Arguments.of(
                        "sir 8 send",
                        write(
                                SirWire.SEND,
                                new SirWire.Shipment(
                                        "VENDOR-2024-000001",
                                        new Sicres3().read(ExampleOf.message()).value())),
                        ExampleOf.sendRequest()
                                .replace(
                                        "<![CDATA[<Fichero_Intercambio_SICRES_3>...</Fichero_Intercambio_SICRES_3>]]>",
                                        "<![CDATA["
                                                + ExampleOf.message()
                                                        .replaceAll(">\\s+<", "><")
                                                        .strip()
                                                + "]]>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void requests_say_what_the_examples_say(String name, String written, String example) {
        assertThat(contentOf(written)).isEqualTo(contentOf(example));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void requests_validate_against_the_official_schema(String name, String written, String example) {
        OfficialSchema schema = OfficialSchema.of("sir2/dadesEspecifiques.xsd");

        schema.assertValid(written);
        assertThat(schema.isValid(written.replace("peticio", "peticioo"))).isFalse();
    }

    @Test
    void a_reason_longer_than_the_schema_allows_would_be_seen_by_it() {
        assertThat(OfficialSchema.of("sir2/dadesEspecifiques.xsd")
                        .isValid(write(SirWire.REJECT, new SirWire.Order(ID, "", "x".repeat(81)))))
                .isFalse();
    }

    @Test
    void the_answer_to_a_sending_is_read() {
        SirAnswer<SirWire.Receipt> answer = read(SirWire.SEND, ExampleOf.sendAnswer());

        assertThat(answer.good())
                .contains(new SirWire.Receipt(
                        ID, Optional.of(EntryMark.of("2024-E-RC-1234", Instant.parse("2024-03-01T08:30:00Z")))));
    }

    /** Contract sir 5: at most 33 characters. */
    @Test
    void what_cannot_be_the_identity_of_an_exchange_is_no_success() {
        String longest = "O".repeat(33);

        assertThat(read(SirWire.SEND, ExampleOf.sendAnswer().replace(ID.value(), longest))
                        .good())
                .hasValueSatisfying(receipt -> assertThat(receipt.exchange()).isEqualTo(ExchangeId.of(longest)));
        assertThat(read(SirWire.SEND, ExampleOf.sendAnswer().replace(ID.value(), longest + "O"))
                        .good())
                .isEmpty();
    }

    @Test
    void the_answer_to_a_confirmation_is_read_with_its_other_shape_of_date() {
        assertThat(read(SirWire.CONFIRM, ExampleOf.confirmAnswer())
                        .good()
                        .orElseThrow()
                        .entry())
                .contains(EntryMark.of("2024/E/000124", Instant.parse("2024-03-01T09:00:00Z")));
    }

    @Test
    void an_error_answer_is_no_success() {
        SirAnswer<?> answer = read(SirWire.REJECT, ExampleOf.rejectAnswer());

        assertThat(answer.code()).isEqualTo("502");
        assertThat(answer.text()).isEqualTo("Error realitzant el rebuig");
        assertThat(answer.good()).isEmpty();
    }

    @Test
    void the_answer_to_a_consultation_is_read() {
        String example = ExampleOf.consultAnswer()
                .replace(
                        "&lt;Fichero_Intercambio_SICRES_3&gt;...&lt;/Fichero_Intercambio_SICRES_3&gt;",
                        ExampleOf.message().replace("<", "&lt;").replace(">", "&gt;"));

        ExchangeRecord record = read(SirWire.CONSULT, example).good().orElseThrow();

        assertThat(record.sendingId()).isEqualTo("VENDOR-2024-000001");
        assertThat(record.state()).isEqualTo(ExchangeState.AWAITING_CONFIRMATION);
        assertThat(record.exitNumber()).contains("S/000045-2024");
        assertThat(record.destinationEntry()).isEmpty();
        assertThat(record.message().orElseThrow().subject().summary()).isEqualTo("Solicitud de informe");
        assertThat(record.movements()).singleElement().satisfies(m -> {
            assertThat(m.kind()).isEqualTo(MovementKind.SENDING);
            assertThat(m.at()).contains(Instant.parse("2024-03-01T08:31:00Z"));
            assertThat(m.officeName()).contains("Registro General");
        });
        assertThat(record.files())
                .containsExactly(new ExchangeRecord.AnnexFile(
                        "solicitud.pdf", "O00000001_24_00000123_01_0001.pdf", "00000000-0000-4000-8000-000000000001"));
    }

    @Test
    void a_message_that_cannot_be_read_is_handed_out_as_text() {
        ExchangeRecord record =
                read(SirWire.CONSULT, ExampleOf.consultAnswer()).good().orElseThrow();

        assertThat(record.message()).isEmpty();
        assertThat(record.toDraft()).isEmpty();
        assertThat(record.text()).startsWith("<Fichero_Intercambio_SICRES_3>");
    }

    @Test
    void the_answer_to_synchronising_is_read() {
        assertThat(read(SirWire.SYNCHRONISE, ExampleOf.synchroniseAnswer())
                        .good()
                        .orElseThrow())
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.kind()).isEqualTo(EventKind.CONFIRMED);
                    assertThat(e.bodyCode()).isEqualTo("0899990001");
                    assertThat(e.at()).contains(Instant.parse("2024-03-01T10:00:00Z"));
                    assertThat(e.key()).isEqualTo("O00000001_24_00000123|CONFIRMAT|2024-03-01T10:00:00Z");
                });
    }

    @Test
    void nothing_to_tell_is_an_empty_list_and_a_new_kind_is_kept_as_it_is() {
        String nothing = "<respostaSincronitzacioAssentaments xmlns=\"http://www.aoc.cat/sir\"><resultat>"
                + "<codiResultat>0</codiResultat><descripcio>OK</descripcio></resultat>"
                + "</respostaSincronitzacioAssentaments>";
        assertThat(read(SirWire.SYNCHRONISE, nothing).good()).contains(List.of());

        ExchangeEvent event = read(
                        SirWire.SYNCHRONISE, ExampleOf.synchroniseAnswer().replace("CONFIRMAT", "CADUCAT"))
                .good()
                .orElseThrow()
                .get(0);
        assertThat(event.kind().isKnown()).isFalse();
        assertThat(event.kind().code()).isEqualTo("CADUCAT");
    }

    @ParameterizedTest(name = "sir 3.5 estat {0}")
    @ValueSource(strings = {"ENVIAT", "PENDENT_CONFIRMACIO", "CONFIRMAT", "REBUTJAT", "REENVIAT", "ERROR"})
    void every_state_of_the_note_is_known(String state) {
        ExchangeRecord record = read(
                        SirWire.CONSULT, ExampleOf.consultAnswer().replace(">PENDENT_CONFIRMACIO<", ">" + state + "<"))
                .good()
                .orElseThrow();

        assertThat(record.state().code()).isEqualTo(state);
        assertThat(record.state().isKnown()).isTrue();
    }

    @ParameterizedTest(name = "sir 3.5 apunt {0}")
    @ValueSource(strings = {"ENVIAMENT", "CONFIRMACIO", "REBUIG", "REENVIAMENT", "ERROR"})
    void every_movement_of_the_note_is_known(String movement) {
        ExchangeRecord record = read(
                        SirWire.CONSULT, ExampleOf.consultAnswer().replace(">ENVIAMENT<", ">" + movement + "<"))
                .good()
                .orElseThrow();

        assertThat(record.movements().get(0).kind().code()).isEqualTo(movement);
        assertThat(record.movements().get(0).kind().isKnown()).isTrue();
    }

    @ParameterizedTest(name = "sir 3.6 tipus {0}")
    @ValueSource(strings = {"PENDENT_CONFIRMACIO", "CONFIRMAT", "REBUTJAT", "ERROR", "REBUT"})
    void every_kind_of_event_of_the_note_is_known(String kind) {
        ExchangeEvent event = read(
                        SirWire.SYNCHRONISE, ExampleOf.synchroniseAnswer().replace(">CONFIRMAT<", ">" + kind + "<"))
                .good()
                .orElseThrow()
                .get(0);

        assertThat(event.kind().code()).isEqualTo(kind);
        assertThat(event.kind().isKnown()).isTrue();
    }

    @Test
    void offices_are_told_from_units() {
        assertThat(DirectoryCode.of(Dir3.of("O00000001")).looksLikeOffice()).isTrue();
        assertThat(DirectoryCode.of(Dir3.of("L01089999")).looksLikeOffice()).isFalse();
    }

    private static <Q> String write(SirCodec<Q, ?> codec, Q content) {
        return new String(CanonicalXml.of(out -> codec.write(content, out)), StandardCharsets.UTF_8);
    }

    private static <T> SirAnswer<T> read(SirCodec<?, T> codec, String xml) {
        return codec.read(parse(xml));
    }

    private static XmlElement parse(String xml) {
        return XmlParser.strict().parse(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Names and texts, whatever the prefixes. */
    private static List<String> contentOf(String xml) {
        Stream.Builder<String> content = Stream.builder();
        parse(xml).forEach(e -> content.add(e.name() + "=" + e.text()));
        return content.build().toList();
    }
}
