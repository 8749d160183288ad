package cat.eset.signature.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.eset.core.ConfigurationException;
import cat.eset.core.Failure;
import cat.eset.core.Sha256;
import cat.eset.signature.timestamp.LyingAuthority.Lie;
import cat.eset.signature.timestamp.TimeStampException.Problem;
import cat.eset.testkit.pki.TestPki;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.http.HttpExchangeClient;
import cat.eset.transport.http.Timeouts;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.tsp.TimeStampRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client through real sockets. */
class TimeStampClientTest {

    private static final TestPki PKI = TestPki.create();
    private static final Sha256 IMPRINT = Sha256.of(new byte[] {7});

    private final CountDownLatch released = new CountDownLatch(1);
    private final HttpExchangeClient http =
            HttpExchangeClient.builder(ServerTrust.ofJava()).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Boolean> withNonce = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        LyingAuthority authority = new LyingAuthority(PKI.timeStampAuthority());
        server.createContext("/tsa", exchange -> {
            byte[] query = exchange.getRequestBody().readAllBytes();
            boolean asked = "application/timestamp-query"
                    .equals(exchange.getRequestHeaders().getFirst("Content-Type"));
            withNonce.add(new TimeStampRequest(query).getNonce() != null);
            byte[] answer = authority.answer(query, Lie.NONE);
            exchange.sendResponseHeaders(asked ? 200 : 415, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.createContext("/broken", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.createContext("/slow", exchange -> {
            try {
                released.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[64 * 1024];
            try {
                for (int i = 0; i < 1000; i++) {
                    exchange.getResponseBody().write(block);
                }
            } catch (IOException expected) {
                // the client stopped reading, as it should
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
        http.close();
    }

    @Test
    void goodAuthorityStamps() {
        TimeStamp stamp = client("/tsa").build().stamp(IMPRINT);
        assertThat(stamp.imprint()).isEqualTo(IMPRINT);
        assertThat(stamp.policy()).isEqualTo(LyingAuthority.POLICY);
    }

    @Test
    void policyThatIsDemandedIsFollowed() {
        TimeStampClient strict = client("/tsa").policy("1.2.3").build();
        assertThat(problem(strict).problem()).isEqualTo(Problem.WRONG_POLICY);
        assertThat(client("/tsa").policy(LyingAuthority.POLICY).build().stamp(IMPRINT))
                .isNotNull();
    }

    @Test
    void authorityWithoutNonceIsAskedWithout() {
        assertThat(client("/tsa").withoutNonce().build().stamp(IMPRINT).imprint())
                .isEqualTo(IMPRINT);
        client("/tsa").build().stamp(IMPRINT);
        assertThat(withNonce).containsExactly(false, true);
    }

    @Test
    void brokenAuthorityIsToBeAskedLater() {
        TimeStampException error = problem(client("/broken").build());
        assertThat(error.problem()).isEqualTo(Problem.REFUSED);
        assertThat(error.failure().retry()).isEqualTo(Failure.Retry.LATER);
    }

    @Test
    void slowAuthorityIsGivenUp() {
        Timeouts short_ = Timeouts.standard().withRead(Duration.ofMillis(200)).withWhole(Duration.ofMillis(400));
        assertThat(problem(client("/slow").timeouts(short_).build()).problem()).isEqualTo(Problem.UNREACHABLE);
    }

    @Test
    void endlessAnswerIsCutOff() {
        assertThat(problem(client("/endless").build()).problem()).isEqualTo(Problem.UNREACHABLE);
    }

    @Test
    void authorityThatIsDownIsTold() {
        server.stop(0);
        TimeStampException error = problem(client("/tsa").build());
        assertThat(error.problem()).isEqualTo(Problem.UNREACHABLE);
        assertThat(error.failure().fault()).isEqualTo(Failure.Fault.NETWORK);
        assertThat(error.failure().service()).contains("TSA");
    }

    @Test
    void clientWithoutAnchorsIsNotBuilt() {
        assertThat(catchThrowableOfType(
                        ConfigurationException.class,
                        () -> TimeStampClient.builder(URI.create("http://localhost/"), http, List.of())
                                .build()))
                .isNotNull();
    }

    private static TimeStampException problem(TimeStampClient client) {
        TimeStampException out = catchThrowableOfType(TimeStampException.class, () -> client.stamp(IMPRINT));
        assertThat(out).isNotNull();
        return out;
    }

    private TimeStampClient.Builder client(String path) {
        URI address = URI.create("http://localhost:" + server.getAddress().getPort() + path);
        return TimeStampClient.builder(address, http, List.of(PKI.root()));
    }
}
