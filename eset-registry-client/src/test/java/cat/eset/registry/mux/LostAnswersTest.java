package cat.eset.registry.mux;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.registry.Direction;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of the effect of a request to MUX when no answer comes, or one that is not of MUX; and that nothing is sent twice. */
class LostAnswersTest {

    private static final String ID = "0bad-f45b-b743-f000";

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

    @BeforeEach
    void forget() {
        stub.resetAll();
    }

    static Stream<Arguments> requests() {
        Mailbox mailbox = mux.mailbox("083AF3241D28");
        Failure.Effect unknown = Failure.Effect.UNKNOWN;
        Failure.Effect none = Failure.Effect.NONE;
        return Stream.of(
                request("R1", none, () -> mux.receipts(ID)),
                request("B1", none, mailbox::read),
                request("B2", unknown, mailbox::next),
                request("B3", unknown, mailbox::previous),
                request("B4", unknown, () -> mailbox.moveTo(3)),
                request("B5", none, mailbox::position),
                request("B6", unknown, () -> mailbox.compact(1, 2)),
                request("C1", none, () -> mux.auxiliaryEntries(ID)),
                request("C3", unknown, () -> mux.removeConsolidation(ID, Direction.ENTRY, "E/000345-2024")));
    }

    private static Arguments request(String operation, Failure.Effect effect, Runnable request) {
        return Arguments.of(operation, effect, request);
    }

    @ParameterizedTest(name = "mux 6.2 {0}: {1}")
    @MethodSource("requests")
    void an_answer_that_is_lost_leaves_the_effect_open_and_nothing_is_sent_twice(
            String operation, Failure.Effect effect, Runnable request) {
        stub.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        assertThat(effectOf(request)).isEqualTo(effect);
        assertThat(stub.getAllServeEvents()).hasSize(1);
    }

    @ParameterizedTest(name = "mux 6.2 {0}: {1}")
    @MethodSource("requests")
    void an_answer_that_is_not_of_MUX_leaves_the_effect_open(
            String operation, Failure.Effect effect, Runnable request) {
        for (int status : new int[] {200, 302, 502}) {
            stub.stubFor(any(anyUrl())
                    .willReturn(aResponse().withStatus(status).withBody("<html>Servei en manteniment</html>")));

            assertThat(effectOf(request)).as("HTTP " + status).isEqualTo(effect);
        }
        stub.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404).withBody("<html>No existeix</html>")));
        assertThat(effectOf(request)).isEqualTo(Failure.Effect.NONE);
    }

    private static Failure.Effect effectOf(Runnable request) {
        return catchThrowableOfType(EsetException.class, request::run).failure().effect();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 502})
    void a_consolidation_without_an_answer_of_MUX_is_unknown(int status) {
        stub.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody("<html/>")));
        stub.stubFor(get(anyUrl()).willReturn(okJson("{\"resultat\":\"ok\"}")));

        assertThat(mux.consolidate(order())).isInstanceOfSatisfying(ConsolidationResult.Unknown.class, unknown -> {
            assertThat(unknown.failure().effect()).isEqualTo(Failure.Effect.UNKNOWN);
            assertThat(unknown.failure().retry()).isEqualTo(Failure.Retry.LATER);
        });
    }

    /** MUX writes dates in four shapes; what it was told about a number must not hang on one of them. */
    @Test
    void a_date_that_cannot_be_read_does_not_hide_what_is_consolidated() {
        stub.stubFor(get(anyUrl()).willReturn(okJson("""
                {"resultat":"ok","assentaments":{"entrada":{
                  "auxiliar":[{"resultat":true,"numeroAssentament":"E/000345-2024","dataAssentament":"2024-13-45"}],
                  "consolidacio":{"numeroAssentament":"2024/E/000124"}}}}""")));

        assertThat(mux.consolidate(order())).isEqualTo(new ConsolidationResult.Done(true));
        assertThat(mux.auxiliaryEntries(ID))
                .singleElement()
                .satisfies(entry -> assertThat(entry.registeredAt()).isEmpty());
    }

    private static Consolidation order() {
        Instant at = Instant.parse("2024-03-01T09:00:00Z");
        return new Consolidation(ID, Direction.ENTRY, "E/000345-2024", "2024/E/000124", at, at, Optional.empty());
    }
}
