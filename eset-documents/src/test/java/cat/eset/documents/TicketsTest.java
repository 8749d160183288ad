package cat.eset.documents;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.Secret;
import cat.eset.testkit.pki.TestPki;
import cat.eset.testkit.stub.StubbedService;
import cat.eset.transport.ServerTrust;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What DESA'L makes in its own time: done is code 0 with an address, and nothing else (contract desal 4.6 and 6). */
@Timeout(60)
class TicketsTest {

    private static final String UUID = "33333333-3333-4333-8333-333333333333";

    @TempDir
    private Path folder;

    @Test
    void what_the_antivirus_still_looks_at_is_waited_for_even_if_it_has_an_address() throws Exception {
        TestPki pki = TestPki.create();
        List<Duration> pauses = new ArrayList<>();
        try (StubbedService service = StubbedService.start(pki);
                DesalClient desal = DesalClient.builder(
                                DesalEnvironment.custom(
                                        "stub", service.uri("/desal"), ServerTrust.anchors(List.of(pki.root()))),
                                new DesalKeys("VENDOR", "KEY", Secret.of("secret")),
                                TestPki.VILAPROVA)
                        .pause(pauses::add)
                        .build()) {
            service.wireMock()
                    .stubFor(get(urlMatching(".*/download[?].*"))
                            .willReturn(okJson("{\"codiResposta\":\"0\",\"idTicket\":\"T\"}")));
            String address = ",\"URLPresignada\":\"" + service.uri("/desal/bytes") + "\"}";
            status(service, Scenario.STARTED, "{\"codiResposta\":\"1\"" + address, "made");
            status(service, "made", "{\"codiResposta\":\"0\"}", "ready");
            status(service, "ready", "{\"codiResposta\":\"0\"" + address, "ready");
            service.wireMock().stubFor(get("/desal/bytes").willReturn(WireMock.ok("<eni/>")));

            assertThat(desal.expedients()
                            .exportEni(UUID, folder.resolve("eni.xml"))
                            .readAllBytes())
                    .asString()
                    .isEqualTo("<eni/>");
        }
        assertThat(pauses).hasSize(2);
    }

    private static void status(StubbedService service, String state, String json, String next) {
        service.wireMock()
                .stubFor(get(urlMatching(".*/statusdownload[?].*"))
                        .inScenario("ticket")
                        .whenScenarioStateIs(state)
                        .willReturn(okJson(json))
                        .willSetStateTo(next));
    }
}
