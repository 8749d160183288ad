package cat.eset.endpoint.jdk;

import cat.eset.endpoint.EndpointHandler;
import cat.eset.endpoint.EndpointHeaders;
import cat.eset.endpoint.EndpointLimits;
import cat.eset.endpoint.EndpointRequest;
import cat.eset.endpoint.EndpointResponse;
import cat.eset.endpoint.WireTap;
import cat.eset.endpoint.internal.Exchanges;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts an {@link EndpointHandler} on an {@link com.sun.net.httpserver.HttpServer}. Thread-safe. It owns one idle thread that cuts
 * connections whose body stopped arriving or whose answer is not read; {@link #close()} ends it.
 *
 * <p>A body that does not end within the limits gets no answer: its connection is cut. An answer has as much time to be read. For how long
 * the head of a request may take, that server knows only the system property {@code sun.net.httpserver.maxReqTime}, in seconds; an {@link
 * EndpointServer} looks after it itself.
 */
public final class JdkHttpServerAdapter implements HttpHandler, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JdkHttpServerAdapter.class);

    /** A little later than the reader's own look at the clock, which comes first whenever bytes do arrive. */
    private static final long CUT_AFTER_MILLIS = 500;

    private final Exchanges exchanges;
    private final ScheduledThreadPoolExecutor watch = Watch.start();

    private JdkHttpServerAdapter(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    /** With the default limits and no tap. */
    public static JdkHttpServerAdapter of(EndpointHandler handler) {
        return of(handler, EndpointLimits.defaults(), WireTap.NONE);
    }

    /** With these limits and this tap. */
    public static JdkHttpServerAdapter of(EndpointHandler handler, EndpointLimits limits, WireTap tap) {
        return new JdkHttpServerAdapter(new Exchanges(handler, limits, tap));
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            RequestBody body = new RequestBody(exchange.getRequestBody());
            // A read that gets nothing at all never returns by itself: closing the connection wakes it.
            Future<?> cut = watch.schedule(
                    () -> body.ifNotAtEnd(exchange::close),
                    exchanges.limits().bodyTime().toMillis() + CUT_AFTER_MILLIS,
                    TimeUnit.MILLISECONDS);
            EndpointResponse response = exchanges.answer(head(exchange), body, declaredLength(exchange));
            cut.cancel(false);
            if (body.isAtEnd()) {
                writeInTime(exchange, response);
            }
            // Otherwise closing now cuts the connection. An answer would make the server wait for the rest of the body.
        } catch (IOException e) {
            // The caller is gone. What was registered stays registered: it will ask again.
            LOG.warn("The caller did not wait for the answer ({})", e.getClass().getSimpleName());
            throw e;
        }
    }

    /** Call it after the server was stopped. */
    @Override
    public void close() {
        watch.shutdownNow();
    }

    /** How many bodies are being watched. */
    int watched() {
        return watch.getQueue().size();
    }

    private static EndpointRequest.Builder head(HttpExchange exchange) {
        URI uri = exchange.getRequestURI();
        String query = uri.getRawQuery();
        return EndpointRequest.builder(exchange.getRequestMethod(), uri.getRawPath())
                .query(query == null ? "" : query)
                .headers(EndpointHeaders.of(exchange.getRequestHeaders()))
                .remoteAddress(exchange.getRemoteAddress().getAddress().getHostAddress())
                .clientCertificates(clientCertificates(exchange));
    }

    private static List<X509Certificate> clientCertificates(HttpExchange exchange) {
        if (!(exchange instanceof HttpsExchange https)) {
            return List.of();
        }
        try {
            return Arrays.stream(https.getSSLSession().getPeerCertificates())
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (SSLPeerUnverifiedException notAsked) {
            return List.of();
        }
    }

    private static long declaredLength(HttpExchange exchange) {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        // The server itself already refused lengths that are no number.
        return length == null ? -1 : Long.parseLong(length.trim());
    }

    /** Whoever does not read its answer must not keep the thread. */
    private void writeInTime(HttpExchange exchange, EndpointResponse response) throws IOException {
        Cut cut = Cut.after(exchanges.limits().bodyTime(), watch);
        try {
            write(exchange, response);
        } finally {
            if (!cut.isInTime()) {
                // It was meant for this answer.
                Thread.interrupted();
            }
        }
    }

    private static void write(HttpExchange exchange, EndpointResponse response) throws IOException {
        response.headers()
                .forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        boolean hasBody =
                response.bodyLength() > 0 && !exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(response.status(), hasBody ? response.bodyLength() : -1);
        if (hasBody) {
            try (OutputStream out = exchange.getResponseBody()) {
                response.writeBody(out);
            }
        }
    }
}
