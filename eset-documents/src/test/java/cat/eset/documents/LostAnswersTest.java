package cat.eset.documents;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.Secret;
import cat.eset.core.Sha256;
import cat.eset.testkit.pki.TestPki;
import cat.eset.testkit.stub.StubbedService;
import cat.eset.transport.ServerTrust;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of the effect of a request to DESA'L when no answer comes, or one that is not of DESA'L; and that nothing is sent twice. */
class LostAnswersTest {

    private static final String UUID = "22222222-2222-4222-8222-222222222222";

    private static StubbedService service;
    private static WireMockServer stub;
    private static DesalClient desal;

    @BeforeAll
    static void open() {
        TestPki pki = TestPki.create();
        service = StubbedService.start(pki);
        stub = service.wireMock();
        DesalEnvironment environment =
                DesalEnvironment.custom("stub", service.uri("/desal"), ServerTrust.anchors(List.of(pki.root())));
        desal = DesalClient.builder(environment, new DesalKeys("VENDOR", "KEY", Secret.of("secret")), TestPki.VILAPROVA)
                .build();
    }

    @AfterAll
    static void close() {
        desal.close();
        service.close();
    }

    @BeforeEach
    void forget() {
        stub.resetAll();
    }

    static Stream<Arguments> requests() {
        DesalExpedients expedients = desal.expedients();
        Failure.Effect unknown = Failure.Effect.UNKNOWN;
        Failure.Effect none = Failure.Effect.NONE;
        return Stream.of(
                request(
                        "D2",
                        unknown,
                        () -> desal.change(UUID, DocumentChanges.set(DocumentField.REGISTRY_NUMBER, "1"))),
                request("D3", unknown, () -> desal.delete(UUID)),
                request("D4", unknown, () -> desal.deleteAll(List.of(UUID))),
                request("D5", none, () -> desal.describe(UUID)),
                request("D8", none, () -> desal.search(DocumentSearch.ofBytes(Sha256.of(new byte[0])))),
                request("E2", unknown, () -> expedients.close(UUID, Instant.EPOCH)),
                request("E3", unknown, () -> expedients.delete(UUID)),
                request("E4", none, () -> expedients.describe(UUID)),
                request("E8", none, () -> expedients.search(Map.of(ExpedientField.IDENTIFIER, "X"))),
                request("E10", unknown, () -> expedients.add(UUID, List.of(UUID))));
    }

    private static Arguments request(String operation, Failure.Effect effect, Runnable request) {
        return Arguments.of(operation, effect, request);
    }

    @ParameterizedTest(name = "desal 4 {0}: {1}")
    @MethodSource("requests")
    void an_answer_that_is_lost_leaves_the_effect_open_and_nothing_is_sent_twice(
            String operation, Failure.Effect effect, Runnable request) {
        stub.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        assertThat(effectOf(request)).isEqualTo(effect);
        assertThat(stub.getAllServeEvents()).hasSize(1);
    }

    @ParameterizedTest(name = "desal 4 {0}: {1}")
    @MethodSource("requests")
    void an_answer_that_is_not_of_DESAL_leaves_the_effect_open(
            String operation, Failure.Effect effect, Runnable request) {
        for (int status : new int[] {200, 302, 502}) {
            stub.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody("<html/>")));

            assertThat(effectOf(request)).as("HTTP " + status).isEqualTo(effect);
        }
        stub.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404).withBody("<html/>")));
        assertThat(effectOf(request)).isEqualTo(Failure.Effect.NONE);
    }

    private static Failure.Effect effectOf(Runnable request) {
        return catchThrowableOfType(EsetException.class, request::run).failure().effect();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 502})
    void an_expedient_without_an_answer_of_DESAL_may_have_been_made(int status) {
        stub.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody("<html/>")));
        NewExpedient expedient = NewExpedient.builder("X-1", "Obres", Instant.EPOCH, "1", "Obres")
                .build();

        assertThat(desal.expedients().create(expedient, List.of()))
                .isInstanceOfSatisfying(
                        ExpedientResult.Unknown.class,
                        unknown -> assertThat(unknown.failure().effect()).isEqualTo(Failure.Effect.UNKNOWN));
    }
}
