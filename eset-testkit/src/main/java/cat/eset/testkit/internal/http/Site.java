package cat.eset.testkit.internal.http;

import cat.eset.testkit.internal.net.Line;
import cat.eset.testkit.pki.TestPki;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/** One server on a loopback port of its own, HTTPS ones behind a {@link Line}. */
public final class Site implements AutoCloseable {

    private static final char[] NO_SECRET = "testkit".toCharArray();

    private final HttpServer server;
    private final ExecutorService threads;
    private final Optional<Line> line;
    private final String scheme;

    private Site(HttpServer server, Optional<Line> line, String scheme) {
        this.server = server;
        this.line = line;
        this.scheme = scheme;
        AtomicInteger count = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "consortium-" + scheme + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.start();
    }

    /** Plain HTTP. */
    public static Site http() {
        try {
            return new Site(HttpServer.create(loopback(), 256), Optional.empty(), "http");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** HTTPS behind a line; client certificates of the test PKI are asked for and not demanded. */
    public static Site https(SSLContext context) {
        try {
            HttpsServer server = HttpsServer.create(loopback(), 256);
            server.setHttpsConfigurator(new HttpsConfigurator(context) {
                @Override
                public void configure(HttpsParameters parameters) {
                    SSLParameters ssl = context.getDefaultSSLParameters();
                    ssl.setWantClientAuth(true);
                    parameters.setSSLParameters(ssl);
                }
            });
            return new Site(server, Optional.of(Line.inFrontOf(server.getAddress())), "https");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server side of TLS with the keys of a test PKI. */
    public static SSLContext serverTls(TestPki pki) {
        return tls(pki, Optional.of(pki.tlsServer().keyStore(cat.eset.core.Secret.of(NO_SECRET))));
    }

    /** A client that trusts the test PKI and shows no certificate. */
    public static SSLContext clientTls(TestPki pki) {
        return tls(pki, Optional.empty());
    }

    private static SSLContext tls(TestPki pki, Optional<KeyStore> keys) {
        try {
            KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            KeyStore empty = KeyStore.getInstance("PKCS12");
            empty.load(null, null);
            keyManagers.init(keys.orElse(empty), NO_SECRET.clone());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(pki.trustStore());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("TLS cannot be set up", e);
        }
    }

    /** Serves a path and everything below it. */
    public Site serve(String path, HttpHandler handler) {
        server.createContext(path, handler);
        return this;
    }

    /** The address that clients use. */
    public URI address(String path) {
        int port = line.map(Line::port).orElseGet(() -> server.getAddress().getPort());
        return URI.create(scheme + "://localhost:" + port + path);
    }

    /** The line in front, for HTTPS sites. */
    public Optional<Line> line() {
        return line;
    }

    @Override
    public void close() {
        line.ifPresent(Line::close);
        server.stop(0);
        threads.shutdownNow();
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
