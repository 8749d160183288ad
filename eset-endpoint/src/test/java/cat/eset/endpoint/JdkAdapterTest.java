package cat.eset.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.endpoint.jdk.EndpointServer;
import cat.eset.testkit.pki.TestPki;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JdkAdapterTest extends AdapterPromises {

    private @Nullable EndpointServer server;

    @Override
    int start(EndpointHandler handler, EndpointLimits limits, WireTap tap) {
        server = EndpointServer.builder(new InetSocketAddress("localhost", 0))
                .route("/in", handler)
                .limits(limits)
                .tap(tap)
                .start();
        return server.port();
    }

    @Override
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void cuts_a_connection_whose_body_never_comes() throws Exception {
        try (RawHttp raw = new RawHttp(port())) {
            raw.write("POST /in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n");

            assertThat(end(raw)).isEqualTo("closed without an answer");
        }
        assertThat(next().refusal().map(Refusal::reason)).contains(Refusal.Reason.BODY_TOO_SLOW);
    }

    @Test
    void waits_for_the_answers_that_are_on_their_way_when_it_is_closed() throws Exception {
        CountDownLatch handling = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        EndpointServer slow = EndpointServer.builder(new InetSocketAddress("localhost", 0))
                .route("/slow", request -> {
                    handling.countDown();
                    await(closing);
                    LockSupport.parkNanos(Duration.ofMillis(1500).toNanos());
                    return EndpointResponse.of(200, "text/plain", "late, and told");
                })
                .start();
        try (RawHttp raw = new RawHttp(slow.port())) {
            raw.write("POST /slow HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
            await(handling);
            closing.countDown();
            slow.close();

            assertThat(raw.readMessage()).endsWith("late, and told");
        }
    }

    @Test
    void waits_no_longer_than_its_drain_time() throws Exception {
        CountDownLatch handling = new CountDownLatch(1);
        EndpointServer stuck = EndpointServer.builder(new InetSocketAddress("localhost", 0))
                .route("/stuck", request -> {
                    handling.countDown();
                    await(new CountDownLatch(1));
                    return EndpointResponse.empty(200);
                })
                .drainTime(Duration.ofMillis(100))
                .start();
        try (RawHttp raw = new RawHttp(stuck.port())) {
            raw.write("POST /stuck HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
            await(handling);
            long start = System.nanoTime();
            stuck.close();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        }
    }

    /** Shaking hands happens on a thread for requests too. */
    @Test
    void senders_that_never_finish_the_TLS_handshake_do_not_keep_others_out() throws Exception {
        TestPki pki = TestPki.create();
        List<RawHttp> slow = new ArrayList<>();
        try (EndpointServer tls = EndpointServer.builder(new InetSocketAddress("localhost", 0))
                .route("/in", request -> EndpointResponse.empty(204))
                .tls(pki.tlsServer().credentials())
                .limits(limits)
                .start()) {
            for (int i = 0; i < 64; i++) {
                slow.add(new RawHttp(tls.port()).write("\u0016\u0003\u0001"));
            }
            HttpClient trusting =
                    HttpClient.newBuilder().sslContext(trusting(pki)).build();

            assertThat(trusting.sendAsync(HttpRequest.newBuilder(tls.uri("/in")).build(), BodyHandlers.discarding())
                            .get(10, TimeUnit.SECONDS)
                            .statusCode())
                    .isEqualTo(204);
        } finally {
            for (RawHttp one : slow) {
                one.close();
            }
        }
    }

    /** Whoever stands before us may have gone by the other one. */
    @Test
    void does_not_hand_over_a_body_with_two_lengths() throws Exception {
        try (RawHttp raw = new RawHttp(port())) {
            raw.write("POST /in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n")
                    .write("\r\n5\r\n12345\r\n0\r\n\r\n");
            raw.halfClose();

            assertThat(raw.readAll()).doesNotContain(" 201");
        }
    }

    private static SSLContext trusting(TestPki pki) throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(pki.trustStore());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String end(RawHttp raw) {
        try {
            return raw.readAll().isEmpty() ? "closed without an answer" : "answered";
        } catch (IOException reset) {
            return reset instanceof SocketTimeoutException ? "still open" : "closed without an answer";
        }
    }
}
