package cat.eset.registry.mux;

import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.registry.Direction;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What contract mux 6 prints of the REST services, letter by letter. Its other examples: {@link TokenRulesTest}, {@link MuxInboundTest}. */
class MuxExamplesTest {

    private static final String ENTRY = """
            { "creation": 1709282101000, "execucio": 1, "resultat": true, "codiError": 0,
              "nomReglaEnrutament": "Regla per defecte", "nomRegistre": "EACAT", "idBustia": "083AF3241D28",
              "numeroAssentament": "E/000345-2024", "dataAssentament": "2024-03-01T09:35:01+01:00",
              "dataPresentacio": "2024-03-01T09:34:55+01:00" }""";

    private static final String REQUEST = """
            {
              "sentit": "E",
              "numeroAssentamentPerConsolidar": "E/000345-2024",
              "numeroAssentament": "2024/E/000124",
              "dataAssentament": "01/03/2024 10:00:00.000+01:00",
              "dataPresentacio": "01/03/2024 09:34:55.000+01:00"
            }""";

    private static final String CONSOLIDATED = """
            , "consolidacio": { "numeroAssentament": "2024/E/000124",
              "dataAssentament": "01/03/2024 10:00:00.000+01:00", "dataPresentacio": "01/03/2024 09:34:55.000+01:00" }""";

    private static final String PATH = "/transaccio/0bad-f45b-b743-f000/consolidacio";

    private static StubbedMux service;
    private static WireMockServer stub;
    private static MuxClient mux;

    @BeforeAll
    static void open() {
        service = new StubbedMux();
        stub = service.stub();
        mux = service.client();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    private static String answer(String consolidated) {
        return """
                { "resultat": "ok", "idTransaccio": "0bad-f45b-b743-f000", "tipusTransaccio": "E", "ttlRestantEnSegons": 1043,
                  "assentaments": { "entrada": { "auxiliar": [ %s ]%s } } }""".formatted(ENTRY, consolidated);
    }

    @Test
    void mux_6_5_a_consolidation_says_what_the_example_says() {
        stub.stubFor(get(urlEqualTo(PATH)).willReturn(okJson(answer(""))));
        stub.stubFor(post(urlEqualTo(PATH)).willReturn(okJson(answer(CONSOLIDATED))));

        ConsolidationResult result = mux.consolidate(new Consolidation(
                "0bad-f45b-b743-f000",
                Direction.ENTRY,
                "E/000345-2024",
                "2024/E/000124",
                Instant.parse("2024-03-01T09:00:00Z"),
                Instant.parse("2024-03-01T08:34:55Z"),
                Optional.empty()));

        assertThat(result).isEqualTo(new ConsolidationResult.Done(false));
        String sent = stub.findAll(postRequestedFor(urlEqualTo(PATH))).get(0).getBodyAsString();
        assertThat(sent).isEqualTo(REQUEST.replaceAll("\\n\\s*", "").replace("\": ", "\":"));
    }

    @Test
    void mux_6_5_the_answer_is_read() {
        stub.stubFor(get(urlEqualTo(PATH)).willReturn(okJson(answer(CONSOLIDATED))));

        assertThat(mux.auxiliaryEntries("0bad-f45b-b743-f000"))
                .containsExactly(new AuxiliaryEntry(
                        Direction.ENTRY,
                        "E/000345-2024",
                        Optional.of(Instant.parse("2024-03-01T08:35:01Z")),
                        Optional.of(Instant.parse("2024-03-01T08:34:55Z")),
                        Optional.of("2024/E/000124")));
    }

    @Test
    void mux_6_5_what_is_consolidated_with_our_number_is_not_sent_again() {
        stub.resetAll();
        stub.stubFor(get(urlEqualTo(PATH)).willReturn(okJson(answer(CONSOLIDATED))));
        Instant at = Instant.parse("2024-03-01T09:00:00Z");

        assertThat(mux.consolidate(new Consolidation(
                        "0bad-f45b-b743-f000",
                        Direction.ENTRY,
                        "E/000345-2024",
                        "2024/E/000124",
                        at,
                        at,
                        Optional.empty())))
                .isEqualTo(new ConsolidationResult.Done(true));
        stub.verify(0, postRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void mux_6_2_the_number_is_encoded_when_a_consolidation_is_removed() {
        String address = PATH + "/E?assentament=E%2F000345-2024";
        stub.stubFor(delete(urlEqualTo(address)).willReturn(okJson("{\"resultat\":\"ok\"}")));

        mux.removeConsolidation("0bad-f45b-b743-f000", Direction.ENTRY, "E/000345-2024");

        stub.verify(1, deleteRequestedFor(urlEqualTo(address)));
    }

    @Test
    void mux_6_4_the_answers_of_a_mailbox_are_read() {
        Mailbox mailbox = mux.mailbox("083AF3241D28");

        answers("{\"resultat\":\"ok\",\"element\":10}");
        assertThat(mailbox.next()).isEqualTo(new MailboxMove.At(10));
        answers("{\"resultat\":\"buida\",\"missatge\":\"No hi ha elements nous a la bústia\",\"element\":11}");
        assertThat(mailbox.next()).isEqualTo(new MailboxMove.NoMore(OptionalLong.of(11)));
        answers("{\"resultat\":\"ko\",\"missatge\":\"No existeix cap bústia amb aquest identificador\"}");
        assertThat(mailbox.next())
                .isEqualTo(new MailboxMove.Refused("No existeix cap bústia amb aquest identificador"));
    }

    private static void answers(String json) {
        stub.stubFor(get(urlEqualTo("/bustia/083AF3241D28/seguent")).willReturn(okJson(json)));
    }
}
