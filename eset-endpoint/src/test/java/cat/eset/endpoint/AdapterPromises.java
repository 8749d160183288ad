package cat.eset.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every adapter promises, through real sockets. */
@Timeout(60)
abstract class AdapterPromises {

    private static final String TOO_LARGE = "refused: BODY_TOO_LARGE";

    /** More than the buffers of a connection take. */
    private static final EndpointResponse LARGE = EndpointResponse.of(200, "text/plain", new byte[5 << 20]);

    final EndpointLimits limits = new EndpointLimits(100_000, 60L << 20, Duration.ofSeconds(1));
    final BlockingQueue<EndpointExchange> seen = new LinkedBlockingQueue<>();
    final HttpClient client = HttpClient.newHttpClient();
    private int port;

    /** Echoes what it gets; refuses in a shape of its own. */
    final EndpointHandler echo = new EndpointHandler() {
        @Override
        public Optional<EndpointResponse> answerHead(EndpointRequest head) {
            if (head.path().endsWith("/head/fail")) {
                throw new IllegalStateException("broken on purpose");
            }
            return head.path().endsWith("/stranger")
                    ? Optional.of(EndpointResponse.of(
                            200,
                            "text/plain",
                            "stranger: " + head.headers().first("x-TOKEN").orElse("-")))
                    : Optional.empty();
        }

        @Override
        public EndpointResponse handle(EndpointRequest request) {
            if (request.path().endsWith("/fail")) {
                throw new IllegalStateException("broken on purpose");
            }
            if (request.path().endsWith("/large")) {
                return LARGE;
            }
            String text = request.method() + " " + request.path() + " ?" + request.query() + " "
                    + request.headers().first("x-TOKEN").orElse("-") + " " + request.bodyLength();
            return EndpointResponse.of(201, "text/plain;charset=UTF-8", text).with("X-Answer", "yes");
        }

        @Override
        public EndpointResponse refuse(Refusal refusal) {
            return EndpointResponse.of(200, "text/plain", "refused: " + refusal.reason());
        }
    };

    /** Starts a server with the echo under {@code /in} and gives its port. */
    abstract int start(EndpointHandler handler, EndpointLimits limits, WireTap tap) throws Exception;

    abstract void stop() throws Exception;

    @BeforeEach
    void startServer() throws Exception {
        port = start(echo, limits, seen::add);
    }

    @AfterEach
    void stopServer() throws Exception {
        stop();
    }

    /** What passed, in order; the tap may be called a little after the client is done. */
    EndpointExchange next() throws InterruptedException {
        EndpointExchange exchange = seen.poll(10, TimeUnit.SECONDS);
        if (exchange == null) {
            throw new AssertionError("nothing was seen");
        }
        return exchange;
    }

    int port() {
        return port;
    }

    private HttpResponse<String> post(String path, byte[] body) throws IOException, InterruptedException {
        return client.send(request(path, body), BodyHandlers.ofString());
    }

    private HttpRequest request(String path, byte[] body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("X-Token", "a la carte")
                .header("Content-Type", "Application/JSON; charset=utf-8")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    @Test
    void hands_over_method_path_query_fields_and_body() throws Exception {
        HttpResponse<String> answer = post("/in/a%2Fb?x=1&y=%20", new byte[100_000]);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("POST /in/a%2Fb ?x=1&y=%20 a la carte 100000");
        assertThat(answer.headers().firstValue("X-Answer")).contains("yes");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
    }

    @Test
    void shows_the_tap_the_whole_request_and_answer() throws Exception {
        post("/in", "{\"a\":\"ç\"}".getBytes(StandardCharsets.UTF_8));

        EndpointExchange exchange = next();
        assertThat(new String(exchange.request().toHttp(), StandardCharsets.UTF_8))
                .startsWith("POST /in HTTP/1.1\r\n")
                .containsIgnoringCase("\r\nx-token: a la carte\r\n")
                .endsWith("\r\n\r\n{\"a\":\"ç\"}");
        assertThat(new String(exchange.response().toHttp(), StandardCharsets.UTF_8))
                .startsWith("HTTP/1.1 201\r\n")
                .endsWith("\r\n\r\nPOST /in ? a la carte 10");
        assertThat(exchange.refusal()).isEmpty();
        assertThat(exchange.request().mediaType()).contains(MediaType.JSON);
        assertThat(exchange.request().remoteAddress()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 100_000, 100_001, 8 << 20})
    void answers_by_the_head_alone_whatever_the_body(int length) throws Exception {
        HttpResponse<String> answer = post("/in/stranger", new byte[length]);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("stranger: a la carte");
        EndpointExchange exchange = next();
        assertThat(exchange.request().bodyLength()).isZero();
        assertThat(exchange.refusal()).isEmpty();
    }

    @Test
    void a_handler_that_fails_on_the_head_refuses_in_its_shape() throws Exception {
        assertThat(post("/in/head/fail", new byte[100]).body()).isEqualTo("refused: FAILED");
    }

    @Test
    void answers_a_body_that_is_one_byte_too_long_in_the_handlers_shape() throws Exception {
        HttpResponse<String> answer = post("/in", new byte[100_001]);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(TOO_LARGE);
        assertThat(next().request().bodyLength()).isZero();
    }

    @Test
    void lets_the_sender_of_fifty_megabytes_read_the_answer() throws Exception {
        try (RawHttp raw = new RawHttp(port)) {
            long length = 50L << 20;
            raw.write("POST /in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + length
                            + "\r\n\r\n")
                    .write(length, (byte) 'x');

            assertThat(raw.readAll()).startsWith("HTTP/1.1 200").endsWith(TOO_LARGE);
        }
    }

    @Test
    void counts_a_chunked_body_too() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/in"))
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[200_000])))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo(TOO_LARGE);
    }

    @Test
    void turns_an_exception_of_the_handler_into_its_refusal() throws Exception {
        HttpResponse<String> answer = post("/in/fail", new byte[5]);

        assertThat(answer.body()).isEqualTo("refused: FAILED");
        assertThat(next().refusal().map(Refusal::reason)).contains(Refusal.Reason.FAILED);
    }

    @Test
    void does_not_hand_over_half_a_body() throws Exception {
        try (RawHttp raw = new RawHttp(port)) {
            raw.write("POST /in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nonly this");
            raw.halfClose();
            raw.readAll();
        }

        assertThat(next().refusal()).isPresent();
    }

    @Test
    void cuts_a_body_that_drips() throws Exception {
        long start = System.nanoTime();
        try (RawHttp raw = new RawHttp(port)) {
            raw.write("POST /in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n");
            int sent = 0;
            try {
                while (sent < 1000) {
                    raw.write("x");
                    sent++;
                    LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                }
            } catch (IOException cut) {
                // As it should be.
            }
            assertThat(sent).isLessThan(1000);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(next().refusal().map(Refusal::reason)).contains(Refusal.Reason.BODY_TOO_SLOW);
    }

    @Test
    void asks_for_the_body_when_the_sender_waits_to_be_asked() throws Exception {
        try (RawHttp raw = new RawHttp(port)) {
            raw.write("POST /in HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
            assertThat(raw.readMessage()).startsWith("HTTP/1.1 100");
            raw.write("12345");

            assertThat(raw.readMessage()).startsWith("HTTP/1.1 201").endsWith("POST /in ? - 5");
        }
    }

    @Test
    void goes_on_with_the_same_connection_after_refusing_fifty_megabytes() throws Exception {
        try (RawHttp raw = new RawHttp(port)) {
            long length = 50L << 20;
            raw.write("POST /in HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n\r\n")
                    .write(length, (byte) 'x');
            assertThat(raw.readMessage()).startsWith("HTTP/1.1 200").endsWith(TOO_LARGE);

            raw.write("POST /in/next HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nok");
            assertThat(raw.readMessage()).startsWith("HTTP/1.1 201").endsWith("POST /in/next ? - 2");
        }
    }

    @Test
    void puts_a_chunked_body_together() throws Exception {
        try (RawHttp raw = new RawHttp(port)) {
            raw.write("POST /in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .write("5\r\n12345\r\n3;x=y\r\n678\r\n0\r\n\r\n");

            assertThat(raw.readMessage()).startsWith("HTTP/1.1 201").endsWith("POST /in ? - 8");
        }
    }

    @Test
    void does_not_hand_over_a_chunked_body_that_breaks_off() throws Exception {
        try (RawHttp raw = new RawHttp(port)) {
            raw.write("POST /in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n");
            raw.halfClose();
            raw.readAll();
        }

        assertThat(next().refusal()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS"})
    void leaves_every_method_to_the_handler(String method) throws Exception {
        try (RawHttp raw = new RawHttp(port)) {
            raw.write(method + " /in HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(raw.readMessage()).startsWith("HTTP/1.1 201").endsWith(method + " /in ? - 0");
        }
    }

    @Test
    void answers_HEAD_without_a_body() throws Exception {
        try (RawHttp raw = new RawHttp(port)) {
            raw.write("HEAD /in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(raw.readAll()).startsWith("HTTP/1.1 201").endsWith("\r\n\r\n");
        }
        assertThat(next().request().method()).isEqualTo("HEAD");
    }

    @Test
    void does_not_answer_for_a_path_that_only_begins_like_its_own() throws Exception {
        assertThat(post("/in", new byte[1]).statusCode()).isEqualTo(201);
        assertThat(post("/in/", new byte[1]).statusCode()).isEqualTo(201);
        assertThat(post("/inside", new byte[1]).statusCode()).isEqualTo(404);
    }

    @Test
    void hands_over_every_value_of_a_field_that_came_twice() throws Exception {
        try (RawHttp raw = new RawHttp(port)) {
            raw.write("POST /in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n")
                    .write("Authorization: Bearer a\r\nauthorization: Bearer b\r\n\r\n");
            raw.readMessage();
        }

        assertThat(next().request().headers().all("Authorization")).containsExactly("Bearer a", "Bearer b");
    }

    @Test
    void does_not_hand_over_fields_without_end_and_goes_on_serving() throws Exception {
        try (RawHttp raw = new RawHttp(port)) {
            raw.write("POST /in HTTP/1.1\r\nHost: localhost\r\n");
            try {
                for (int i = 0; i < 64; i++) {
                    raw.write("X-" + i + ": " + "x".repeat(64 * 1024) + "\r\n");
                }
                raw.write("Content-Length: 0\r\n\r\n");
                assertThat(raw.readAll()).doesNotContain(" 201");
            } catch (IOException cut) {
                // As it may be.
            }
        }
        assertThat(seen).isEmpty();
        assertThat(post("/in", new byte[1]).statusCode()).isEqualTo(201);
    }

    @Test
    void senders_that_never_end_their_fields_do_not_keep_others_out() throws Exception {
        List<RawHttp> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 64; i++) {
                slow.add(new RawHttp(port).write("POST /in HTTP/1.1\r\nHost: loc"));
            }
            HttpResponse<String> answer = client.sendAsync(request("/in", new byte[1]), BodyHandlers.ofString())
                    .get(10, TimeUnit.SECONDS);

            assertThat(answer.statusCode()).isEqualTo(201);
        } finally {
            for (RawHttp one : slow) {
                one.close();
            }
        }
    }

    @Test
    void senders_that_never_read_their_answer_do_not_keep_others_out() throws Exception {
        List<RawHttp> deaf = new ArrayList<>();
        try {
            for (int i = 0; i < 64; i++) {
                deaf.add(new RawHttp(port)
                        .write("POST /in/large HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"));
            }
            HttpResponse<String> answer = client.sendAsync(request("/in", new byte[1]), BodyHandlers.ofString())
                    .get(10, TimeUnit.SECONDS);

            assertThat(answer.statusCode()).isEqualTo(201);
        } finally {
            for (RawHttp one : deaf) {
                one.close();
            }
        }
    }

    @Test
    void answers_requests_that_come_together_one_after_the_other() throws Exception {
        try (RawHttp raw = new RawHttp(port)) {
            raw.write(message("/in/1", "ok") + message("/in/2", "yes") + message("/in/3", ""));

            assertThat(raw.readMessage()).endsWith("POST /in/1 ? - 2");
            assertThat(raw.readMessage()).endsWith("POST /in/2 ? - 3");
            assertThat(raw.readMessage()).endsWith("POST /in/3 ? - 0");
        }
    }

    private static String message(String path, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
