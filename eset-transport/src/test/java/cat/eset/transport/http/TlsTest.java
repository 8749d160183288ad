package cat.eset.transport.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.eset.core.Credentials;
import cat.eset.core.Failure.Effect;
import cat.eset.core.Failure.Fault;
import cat.eset.core.Failure.Retry;
import cat.eset.core.OperationId;
import cat.eset.core.Secret;
import cat.eset.testkit.pki.CertificateProfile;
import cat.eset.testkit.pki.TestIdentity;
import cat.eset.testkit.pki.TestPki;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.http.RawServer.Answer;
import java.io.IOException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way in which TLS can refuse, in words, and with the certainty that nothing was sent. */
class TlsTest {

    private static final Secret SECRET = Secret.of("tls");

    private static TestPki ours;
    private static TestPki theirs;

    @BeforeAll
    static void keys() {
        ours = TestPki.create();
        theirs = TestPki.create();
    }

    /** Who stands there, by whose certificates it believes clients, and with which protocol. */
    private static ServerSocketFactory server(TestIdentity identity, TestPki believed, boolean asks, String protocol)
            throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        KeyStore store = identity.keyStore(SECRET);
        SECRET.use(chars -> {
            try {
                keys.init(store, chars);
                return keys;
            } catch (java.security.GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(believed.trustStore());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return new Asking(context.getServerSocketFactory(), asks, protocol);
    }

    private static ServerSocketFactory server() throws Exception {
        return server(ours.tlsServer(), ours, false, "TLSv1.3");
    }

    private static HttpExchangeClient client(ServerTrust trust) {
        return HttpExchangeClient.builder(trust).build();
    }

    private static HttpExchangeClient client() {
        return client(ServerTrust.anchors(List.of(ours.root())));
    }

    private static HttpExchangeClient client(Credentials credentials) {
        return HttpExchangeClient.builder(ServerTrust.anchors(List.of(ours.root())))
                .clientCertificate(credentials)
                .build();
    }

    /** The failure of something with an effect. */
    private static HttpExchangeException failure(HttpExchangeClient client, RawServer server, int bodyLength) {
        HttpCall call = HttpCall.post(
                        server.uri("https"), "Service", "Do", HttpBody.of(new byte[bodyLength], "text/plain"))
                .operationId(OperationId.next())
                .build();
        return catchThrowableOfType(HttpExchangeException.class, () -> client.send(call));
    }

    private static void assertNothingSent(HttpExchangeException e, RawServer server) {
        assertThat(e.requestSent()).isEqualTo(RequestSent.NO);
        assertThat(e.failure().effect()).isEqualTo(Effect.NONE);
        assertThat(e.failure().remedy()).isPresent();
        assertThat(server.requests()).isEmpty();
    }

    /** Of the network alone if the server hung up before its reason could be read. */
    private static void assertFaultOfARefusal(HttpExchangeException e) {
        boolean reasonLost = e.failure().what().contains("broke off the TLS handshake");
        assertThat(e.failure().fault()).isEqualTo(reasonLost ? Fault.NETWORK : Fault.CONFIGURATION);
    }

    @Test
    void aTrustedServerIsAnswered() throws Exception {
        try (RawServer server = RawServer.tls(server(), Answer.ok("hello"));
                HttpExchangeClient client = client()) {
            HttpAnswer answer =
                    client.send(HttpCall.get(server.uri(), "Service", "Ask").build());
            assertThat(new String(answer.body(), ISO_8859_1)).isEqualTo("hello");
        }
    }

    @Test
    void anAuthorityThatIsMissingIsNamed() throws Exception {
        try (RawServer server = RawServer.tls(server(), Answer.ok("never"));
                HttpExchangeClient client = client(ServerTrust.anchors(List.of(theirs.root())))) {
            HttpExchangeException e = failure(client, server, 10);
            assertThat(e)
                    .hasMessageContaining("is not trusted")
                    .hasMessageContaining(ours.root().getSubjectX500Principal().getName());
            assertThat(e.failure().fault()).isEqualTo(Fault.CONFIGURATION);
            assertNothingSent(e, server);
        }
    }

    @Test
    void anotherNameIsSaid() throws Exception {
        try (RawServer server = RawServer.tls(server(), Answer.ok("never"));
                HttpExchangeClient client =
                        client(ServerTrust.anchors(List.of(ours.root())).expecting("serveis3.nt.aoc.cat"))) {
            HttpExchangeException e = failure(client, server, 10);
            assertThat(e).hasMessageContaining("is for another name");
            assertThat(e.failure().fault()).isEqualTo(Fault.CONFIGURATION);
            assertNothingSent(e, server);
        }
    }

    @Test
    void anExpiredServerIsSaidWithBothTimes() throws Exception {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        TestIdentity expired = ours.issue(
                "expired-server",
                CertificateProfile.server("localhost", List.of("localhost", "127.0.0.1"))
                        .withValidity(yesterday.minus(Duration.ofDays(30)), yesterday));
        try (RawServer server = RawServer.tls(server(expired, ours, false, "TLSv1.3"), Answer.ok("never"));
                HttpExchangeClient client = client()) {
            HttpExchangeException e = failure(client, server, 10);
            assertThat(e).hasMessageContaining("it expired on").hasMessageContaining("the clock here says");
            assertThat(e.failure().fault()).isEqualTo(Fault.CONFIGURATION);
            assertNothingSent(e, server);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TLSv1.2, 10",
        "TLSv1.2, 5000000",
        "TLSv1.3, 10",
        "TLSv1.3, 5000000",
    })
    void aCertificateOfOursThatIsRefusedIsNamedAndNothingWasSent(String protocol, int bodyLength) throws Exception {
        ServerSocketFactory stranger = server(ours.tlsServer(), theirs, true, protocol);
        try (RawServer server = RawServer.tls(stranger, Answer.ok("never"));
                HttpExchangeClient client = client(ours.townHallSeal().credentials())) {
            HttpExchangeException e = failure(client, server, bodyLength);
            // Over TLS 1.2, and when the server is quick, its reason is lost with the connection; the remedy then names
            // it.
            assertThat(e)
                    .hasMessageContaining("client certificate Credentials")
                    .hasMessageContaining(
                            ours.townHallSeal().certificate().getSerialNumber().toString(16));
            assertFaultOfARefusal(e);
            assertNothingSent(e, server);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TLSv1.2, 10",
        "TLSv1.2, 5000000",
        "TLSv1.3, 10",
        "TLSv1.3, 5000000",
    })
    void aCertificateThatIsMissingIsAskedFor(String protocol, int bodyLength) throws Exception {
        try (RawServer server = RawServer.tls(server(ours.tlsServer(), ours, true, protocol), Answer.ok("never"));
                HttpExchangeClient client = client()) {
            HttpExchangeException e = failure(client, server, bodyLength);
            assertThat(e).hasMessageContaining("a client certificate").hasMessageContaining("this client has none");
            assertFaultOfARefusal(e);
            assertNothingSent(e, server);
        }
    }

    @Test
    void aPortThatDoesNotSpeakTlsIsFoundOutWithinTheTimeToConnect() throws Exception {
        try (RawServer server = RawServer.plain(Answer.ok("never"));
                HttpExchangeClient client = HttpExchangeClient.builder(ServerTrust.ofJava())
                        .timeouts(Timeouts.standard().withConnect(Duration.ofMillis(500)))
                        .build()) {
            long start = System.nanoTime();
            HttpExchangeException e = failure(client, server, 10);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            assertThat(e).hasMessageContaining("did not speak TLS in time");
            assertThat(e.failure().fault()).isEqualTo(Fault.NETWORK);
            assertThat(e).hasRootCauseInstanceOf(IOException.class).hasCauseInstanceOf(SSLException.class);
            assertNothingSent(e, server);
        }
    }

    @Test
    void aPortThatAnswersTlsInPlainTextIsSaid() throws Exception {
        try (RawServer server = RawServer.chatty("HTTP/1.1 400 Bad Request\r\n\r\n");
                HttpExchangeClient client = client()) {
            HttpExchangeException e = failure(client, server, 10);
            assertThat(e).hasMessageContaining("The TLS connection to").hasMessageContaining("failed");
            assertThat(e.failure().fault()).isEqualTo(Fault.CONFIGURATION);
            assertThat(e.failure().retry()).isEqualTo(Retry.NEVER);
            assertNothingSent(e, server);
        }
    }

    @Test
    void connectionsAreNotSharedBetweenCertificates() throws Exception {
        List<String> peers = new CopyOnWriteArrayList<>();
        Answer whoIsIt = (request, socket) -> {
            peers.add(((SSLSocket) socket).getSession().getPeerPrincipal().getName());
            Answer.ok("hello").to(request, socket);
        };
        try (RawServer server = RawServer.tls(server(ours.tlsServer(), ours, true, "TLSv1.3"), whoIsIt);
                HttpExchangeClient seal = client(ours.townHallSeal().credentials());
                HttpExchangeClient mayor =
                        seal.withClientCertificate(ours.mayor().credentials())) {
            HttpCall call = HttpCall.get(server.uri(), "Service", "Ask").build();
            seal.send(call);
            mayor.send(call);
            seal.send(call);
        }
        String first =
                ours.townHallSeal().certificate().getSubjectX500Principal().getName();
        String second = ours.mayor().certificate().getSubjectX500Principal().getName();
        assertThat(peers).containsExactly(first, second, first);
    }

    /** Makes server sockets that speak one protocol and may ask for a certificate. */
    private static final class Asking extends ServerSocketFactory {
        private final ServerSocketFactory tls;
        private final boolean asks;
        private final String protocol;

        Asking(ServerSocketFactory tls, boolean asks, String protocol) {
            this.tls = tls;
            this.asks = asks;
            this.protocol = protocol;
        }

        @Override
        public java.net.ServerSocket createServerSocket(int port, int backlog, java.net.InetAddress address)
                throws IOException {
            SSLServerSocket socket = (SSLServerSocket) tls.createServerSocket(port, backlog, address);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setNeedClientAuth(asks);
            parameters.setProtocols(new String[] {protocol});
            socket.setSSLParameters(parameters);
            return socket;
        }

        @Override
        public java.net.ServerSocket createServerSocket(int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public java.net.ServerSocket createServerSocket(int port, int backlog) {
            throw new UnsupportedOperationException();
        }
    }
}
