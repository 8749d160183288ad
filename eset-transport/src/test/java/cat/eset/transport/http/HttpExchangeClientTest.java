package cat.eset.transport.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.eset.core.ConfigurationException;
import cat.eset.core.DocumentContent;
import cat.eset.core.Failure.Effect;
import cat.eset.core.Failure.Fault;
import cat.eset.core.Failure.Retry;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.core.Sha256;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.http.RawServer.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An exchange happens once, whatever the other side says, and ends in words whatever the other side does. */
class HttpExchangeClientTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Answer SILENCE = (request, socket) -> {};

    private static HttpExchangeClient client() {
        return HttpExchangeClient.builder(ServerTrust.ofJava()).build();
    }

    private static HttpCall.Builder get(URI uri) {
        return HttpCall.get(uri, "Service", "Ask");
    }

    private static HttpCall.Builder post(URI uri) {
        return HttpCall.post(uri, "Service", "Do", HttpBody.of("body".getBytes(ISO_8859_1), "text/plain"));
    }

    private static HttpExchangeException failure(HttpExchangeClient client, HttpCall call) {
        return catchThrowableOfType(HttpExchangeException.class, () -> client.send(call));
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308})
    void aRedirectIsAnAnswerAndIsNotFollowed(int status) throws IOException {
        try (RawServer elsewhere = RawServer.plain(Answer.ok("followed"));
                RawServer server = RawServer.plain(Answer.status(status, "Location: " + elsewhere.uri()));
                HttpExchangeClient client = client()) {
            assertThat(client.send(get(server.uri()).build()).status()).isEqualTo(status);
            assertThat(client.send(post(server.uri()).build()).status()).isEqualTo(status);
            assertThat(server.requests()).hasSize(2);
            assertThat(elsewhere.connections()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"401", "408", "421", "425", "429", "500", "502", "503", "504"})
    void aStatusThatInvitesToTryAgainIsSentOnce(int status) throws IOException {
        Answer now = Answer.status(status, "Retry-After: 0", "WWW-Authenticate: Basic realm=x", "Connection: close");
        try (RawServer server = RawServer.plain(now);
                HttpExchangeClient client = client()) {
            OperationId operation = OperationId.next();
            List<HttpCall> calls = List.of(
                    get(server.uri()).build(),
                    post(server.uri()).operationId(operation).build(),
                    HttpCall.of("PUT", server.uri(), "Service", "Put", Optional.empty())
                            .operationId(operation)
                            .build());
            for (HttpCall call : calls) {
                HttpAnswer answer = client.send(call);
                assertThat(answer.status()).isEqualTo(status);
                assertThat(answer.header("Retry-After")).contains("0");
            }
            assertThat(server.requests()).hasSize(calls.size());
        }
    }

    @Test
    void aConnectionThatTheServerDroppedInSilenceIsNotUsedASecondTimeForAnEffect() throws Exception {
        Answer firstOnly = (request, socket) -> {
            if (request.number() == 1) {
                Answer.ok("first").to(request, socket);
            } else {
                socket.close();
            }
        };
        try (RawServer server = RawServer.plain(firstOnly);
                HttpExchangeClient client = client()) {
            assertThat(client.send(post(server.uri()).build()).status()).isEqualTo(200);
            HttpExchangeException e = failure(
                    client, post(server.uri()).operationId(OperationId.next()).build());
            assertThat(e.requestSent()).isEqualTo(RequestSent.UNKNOWN);
            assertThat(e.failure().effect()).isEqualTo(Effect.UNKNOWN);
            assertThat(e.failure().retry()).isEqualTo(Retry.SAME_OPERATION);
            HttpExchangeException question = failure(client, get(server.uri()).build());
            assertThat(question.failure().effect()).isEqualTo(Effect.NONE);
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void nobodyAtTheAddressMeansNotSent() throws IOException {
        URI gone;
        try (RawServer server = RawServer.plain(SILENCE)) {
            gone = server.uri();
        }
        try (HttpExchangeClient client = client()) {
            HttpExchangeException e =
                    failure(client, post(gone).operationId(OperationId.next()).build());
            assertThat(e.requestSent()).isEqualTo(RequestSent.NO);
            assertThat(e.failure().effect()).isEqualTo(Effect.NONE);
            assertThat(e).hasMessageContaining("cannot be reached").hasMessageContaining("127.0.0.1:" + gone.getPort());
        }
    }

    @Test
    void anAnswerThatTricklesEndsWithTheWholeAndNotWithTheReadTimeout() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        Answer trickle = (request, socket) -> {
            Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n").to(request, socket);
            while (!await(over, 50)) {
                Answer.of("x").to(request, socket);
            }
        };
        try (RawServer server = RawServer.plain(trickle);
                HttpExchangeClient client = client()) {
            Timeouts short1 =
                    Timeouts.standard().withRead(Duration.ofSeconds(30)).withWhole(Duration.ofMillis(700));
            long start = System.nanoTime();
            HttpExchangeException e = failure(
                    client,
                    post(server.uri())
                            .operationId(OperationId.next())
                            .timeouts(short1)
                            .build());
            assertThat(elapsed(start)).isLessThan(PATIENCE);
            assertThat(e).hasMessageContaining("did not finish its answer in time");
            assertThat(e.failure().effect()).isEqualTo(Effect.UNKNOWN);
            over.countDown();
        }
    }

    @Test
    void aCallMayHaveTimeoutsOfItsOwn() throws IOException {
        try (RawServer server = RawServer.plain(SILENCE);
                HttpExchangeClient client = client()) {
            Timeouts quick = Timeouts.standard().withRead(Duration.ofMillis(300));
            long start = System.nanoTime();
            HttpExchangeException e =
                    failure(client, get(server.uri()).timeouts(quick).build());
            assertThat(elapsed(start)).isLessThan(PATIENCE);
            assertThat(e).hasMessageContaining("did not answer in time");
            assertThat(e.failure().fault()).isEqualTo(Fault.NETWORK);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhalf",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 12\r\n\r\n\u001f\u008b\b\0\0\0\0\0\0\0ab",
                "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 2\r\n\r\nab",
                "not HTTP at all\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 9999999999999\r\n\r\n",
                "HTTP/1.1 407 Proxy\r\nContent-Length: 0\r\n\r\n"
            })
    void halfAnAnswerIsNoAnswer(String said) throws IOException {
        Answer andGone = (request, socket) -> {
            Answer.of(said).to(request, socket);
            socket.close();
        };
        try (RawServer server = RawServer.plain(andGone);
                HttpExchangeClient client = client()) {
            HttpExchangeException e = failure(
                    client, post(server.uri()).operationId(OperationId.next()).build());
            assertThat(e.failure().effect()).isEqualTo(Effect.UNKNOWN);
            assertThat(e.failure().remedy()).isPresent();
            ByteArrayOutputStream sink = new ByteArrayOutputStream();
            assertThatThrownBy(() -> client.send(get(server.uri()).build(), sink))
                    .isInstanceOf(HttpExchangeException.class);
        }
    }

    @Test
    void whatHasAnEffectIsLookedForAndAQuestionIsAskedAgain() throws IOException {
        Answer gone = (request, socket) -> socket.close();
        try (RawServer server = RawServer.plain(gone);
                HttpExchangeClient client = client()) {
            HttpExchangeException effect = failure(
                    client, post(server.uri()).operationId(OperationId.next()).build());
            assertThat(effect.failure().remedy()).contains("Find out what happened before sending again.");
            HttpExchangeException question = failure(client, get(server.uri()).build());
            assertThat(question.failure().effect()).isEqualTo(Effect.NONE);
            assertThat(question.failure().remedy().orElseThrow()).endsWith("ask again.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1001\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n3E9\r\n"})
    void anAnswerOverTheLimitIsCutThere(String length) throws IOException {
        String end = length.contains("chunked") ? "\r\n0\r\n\r\n" : "";
        try (RawServer server = RawServer.plain(Answer.of("HTTP/1.1 200 OK\r\n" + length + "x".repeat(1001) + end));
                HttpExchangeClient client = client()) {
            ByteArrayOutputStream sink = new ByteArrayOutputStream();
            HttpCall limited = get(server.uri()).maxResponseBytes(1000).build();
            assertThatThrownBy(() -> client.send(limited)).isInstanceOf(HttpAnswerTooLargeException.class);
            assertThatThrownBy(() -> client.send(limited, sink)).isInstanceOf(HttpAnswerTooLargeException.class);
            assertThat(sink.size()).isLessThanOrEqualTo(1000);
        }
    }

    private static final String PERSONAL = "the request of Maria Exemple";

    /** Each way in which a hook can fail. */
    static Stream<WireTap> brokenTaps() {
        return Stream.of(
                head -> {
                    throw new IOException(PERSONAL);
                },
                head -> {
                    throw new IllegalStateException(PERSONAL);
                },
                head -> new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException(PERSONAL);
                    }
                },
                head -> new OutputStream() {
                    @Override
                    public void write(int b) {
                        throw new IllegalStateException(PERSONAL);
                    }
                },
                head -> new OutputStream() {
                    @Override
                    public void write(int b) {}

                    @Override
                    public void close() throws IOException {
                        throw new IOException(PERSONAL);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("brokenTaps")
    void aHookThatFailsSpoilsNothing(WireTap tap) throws IOException {
        ExchangeListener broken = new ExchangeListener() {
            @Override
            public void started(Exchange exchange) {
                throw new IllegalStateException(PERSONAL);
            }

            @Override
            public void ended(Ended ended) {
                throw new IllegalStateException(PERSONAL);
            }
        };
        try (RawServer server = RawServer.plain(Answer.ok("good"));
                HttpExchangeClient client = HttpExchangeClient.builder(ServerTrust.ofJava())
                        .wireTap(tap)
                        .listener(broken)
                        .build()) {
            assertThat(new String(client.send(post(server.uri()).build()).body(), ISO_8859_1))
                    .isEqualTo("good");
            assertThat(new String(client.send(get(server.uri()).build()).body(), ISO_8859_1))
                    .isEqualTo("good");
            assertThat(server.requests()).extracting(RawServer.Request::body).containsExactly("body", "");
        }
        assertThat(linesThatAreNotOfLevelDebug()).isEmpty();
    }

    /** A hook sees bodies, so that its own words may be personal. */
    private static List<String> linesThatAreNotOfLevelDebug() throws IOException {
        List<String> log = Files.readAllLines(Path.of("target", "transport-test.log"));
        assertThat(log).anyMatch(line -> line.contains(PERSONAL));
        return IntStream.range(1, log.size())
                .filter(i -> log.get(i).contains(PERSONAL) && !log.get(i - 1).contains(" DEBUG "))
                .mapToObj(log::get)
                .toList();
    }

    @Test
    void theTapSeesEveryByteOfBothSides() throws IOException {
        List<WireMessage> heads = new ArrayList<>();
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        WireTap tap = head -> {
            heads.add(head);
            return seen;
        };
        try (RawServer server = RawServer.plain(Answer.ok("-answer"));
                HttpExchangeClient client = HttpExchangeClient.builder(ServerTrust.ofJava())
                        .wireTap(tap)
                        .build()) {
            client.send(post(server.uri()).build());
        }
        assertThat(seen.toString(ISO_8859_1)).isEqualTo("body-answer");
        assertThat(heads)
                .extracting(WireMessage::direction)
                .containsExactly(WireMessage.Direction.REQUEST, WireMessage.Direction.RESPONSE);
        assertThat(heads.get(0).exchange()).isEqualTo(heads.get(1).exchange());
    }

    @Test
    void theListenerHearsHowEachExchangeEnded() throws IOException {
        List<ExchangeListener.Ended> heard = new CopyOnWriteArrayList<>();
        ExchangeListener listener = new ExchangeListener() {
            @Override
            public void ended(Ended ended) {
                heard.add(ended);
            }
        };
        Answer oneThenGone = (request, socket) -> {
            if (request.number() == 1) {
                Answer.ok("answer").to(request, socket);
            } else {
                socket.close();
            }
        };
        try (HttpExchangeClient client = HttpExchangeClient.builder(ServerTrust.ofJava())
                .listener(listener)
                .build()) {
            try (RawServer server = RawServer.plain(oneThenGone)) {
                client.send(post(server.uri()).build());
                failure(client, post(server.uri()).build());
            }
            // Bound and not listening: nobody else can take the port meanwhile.
            try (Socket nobody = new Socket()) {
                nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                failure(
                        client,
                        post(URI.create("http://" + nobody.getLocalAddress().getHostAddress() + ":"
                                        + nobody.getLocalPort()))
                                .build());
            }
        }
        assertThat(heard)
                .extracting(ExchangeListener.Ended::outcome)
                .containsExactly(
                        ExchangeListener.Outcome.ANSWERED,
                        ExchangeListener.Outcome.UNKNOWN,
                        ExchangeListener.Outcome.NOT_SENT);
        assertThat(heard.get(0).requestBytes()).isEqualTo(4);
        assertThat(heard.get(0).responseBytes()).isEqualTo(6);
        assertThat(heard.get(0).status()).isEqualTo(200);
    }

    @Test
    void onlyAllowedHostsAreCalled() throws IOException {
        try (RawServer server = RawServer.plain(Answer.ok("inside"));
                HttpExchangeClient client = HttpExchangeClient.builder(ServerTrust.ofJava())
                        .allowedHosts(Set.of("Documents.example.org"))
                        .build()) {
            HttpExchangeException e = failure(client, get(server.uri()).build());
            assertThat(e).hasMessageContaining("127.0.0.1");
            assertThat(e.requestSent()).isEqualTo(RequestSent.NO);
            assertThatThrownBy(() ->
                            client.send(get(URI.create("file:///etc/hostname")).build()))
                    .isInstanceOf(ConfigurationException.class);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void contentThatCannotBeReadIsTheFaultOfTheCaller() throws IOException {
        DocumentContent vanished = DocumentContent.of(10, MediaType.PDF, Sha256.of(new byte[10]), () -> {
            throw new IOException("the file is gone");
        });
        try (RawServer server = RawServer.plain(Answer.ok("never"));
                HttpExchangeClient client = client()) {
            HttpExchangeException e = failure(
                    client,
                    HttpCall.post(server.uri(), "Service", "Send", HttpBody.of(vanished))
                            .operationId(OperationId.next())
                            .build());
            assertThat(e.failure().fault()).isEqualTo(Fault.CALLER);
            assertThat(e).hasMessageContaining("could not be read");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void anAnswerThatCannotBeWrittenIsTheFaultOfTheCaller() throws IOException {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        try (RawServer server = RawServer.plain(Answer.ok("answer"));
                HttpExchangeClient client = client()) {
            HttpExchangeException e = catchThrowableOfType(
                    HttpExchangeException.class,
                    () -> client.send(get(server.uri()).build(), full));
            assertThat(e.failure().fault()).isEqualTo(Fault.CALLER);
            assertThat(e).hasMessageContaining("No space left on device");
        }
    }

    /** Where a call can hang: the server gets the request and says nothing, or stops in the middle of the answer. */
    static Stream<Answer> hangs() {
        return Stream.of(SILENCE, Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"));
    }

    @ParameterizedTest
    @MethodSource("hangs")
    void anInterruptEndsACallThatHangs(Answer hang) throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        Answer andTell = (request, socket) -> {
            hang.to(request, socket);
            arrived.countDown();
        };
        try (RawServer server = RawServer.plain(andTell);
                HttpExchangeClient client = client()) {
            Interrupted seen = interrupted(client, post(server.uri()), arrived);
            assertThat(seen.error().failure().effect()).isEqualTo(Effect.UNKNOWN);
            assertThat(seen.error().requestSent()).isEqualTo(RequestSent.UNKNOWN);
        }
    }

    @Test
    void anInterruptBeforeTheCallKeepsItFromBeingSent() throws Exception {
        try (RawServer server = RawServer.plain(Answer.ok("answer"));
                HttpExchangeClient client = client()) {
            Interrupted seen = interrupted(client, post(server.uri()), new CountDownLatch(0));
            assertThat(seen.error().failure().effect()).isEqualTo(Effect.NONE);
            assertThat(server.requests()).isEmpty();
        }
    }

    /**
     * What became of a call.
     *
     * @param error error of the call
     * @param flag whether the interrupt flag was still set
     */
    record Interrupted(HttpExchangeException error, boolean flag) {}

    /** Interrupts the thread of a call; with a latch at zero, before it calls. */
    static Interrupted interrupted(HttpExchangeClient client, HttpCall.Builder call, CountDownLatch arrived)
            throws Exception {
        boolean before = arrived.getCount() == 0;
        CompletableFuture<Interrupted> seen = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            if (before) {
                Thread.currentThread().interrupt();
            }
            try {
                client.send(call.operationId(OperationId.next()).build());
                seen.completeExceptionally(new AssertionError("there was an answer"));
            } catch (HttpExchangeException e) {
                seen.complete(new Interrupted(e, Thread.currentThread().isInterrupted()));
            } catch (Throwable e) {
                seen.completeExceptionally(e);
            }
        });
        caller.start();
        long start = System.nanoTime();
        assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();
        Interrupted result = seen.get(20, TimeUnit.SECONDS);
        assertThat(elapsed(start)).isLessThan(PATIENCE);
        assertThat(result.flag()).as("the interrupt flag is kept").isTrue();
        assertThat(result.error()).hasMessageContaining("interrupted");
        assertThat(result.error().failure().fault()).isEqualTo(Fault.CALLER);
        return result;
    }

    private static Duration elapsed(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static boolean await(CountDownLatch latch, long millis) throws IOException {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
