package cat.eset.endpoint.jdk;

import cat.eset.core.ConfigurationException;
import cat.eset.core.Credentials;
import cat.eset.core.Failure;
import cat.eset.endpoint.EndpointHandler;
import cat.eset.endpoint.EndpointLimits;
import cat.eset.endpoint.WireTap;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A server of the JDK with our endpoints on it: for tests, and for a town hall without an application server. Listens from {@link
 * Builder#start()} to {@link #close()}.
 *
 * <pre>{@code
 * try (EndpointServer server = EndpointServer.builder(new InetSocketAddress(8443))
 *         .tls(credentials)
 *         .route("/registre", muxInbound)
 *         .start()) {
 *     ...
 * }
 * }</pre>
 */
public final class EndpointServer implements AutoCloseable {

    private final HttpServer server;
    private final List<JdkHttpServerAdapter> adapters;
    private final RequestThreads threads;
    private final Duration drainTime;

    private EndpointServer(
            HttpServer server, List<JdkHttpServerAdapter> adapters, RequestThreads threads, Duration drainTime) {
        this.server = server;
        this.adapters = adapters;
        this.threads = threads;
        this.drainTime = drainTime;
    }

    /**
     * A server at this address.
     *
     * @param address port 0 takes a free one
     */
    public static Builder builder(InetSocketAddress address) {
        return new Builder(address);
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /**
     * Where a route is, as seen from this machine.
     *
     * @param path begins with a slash
     */
    public URI uri(String path) {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return URI.create(scheme + "://localhost:" + port() + path);
    }

    /** Takes nothing new, waits for the answers to what has begun, at most the drain time, and ends its threads. */
    @Override
    public void close() {
        threads.close(drainTime);
        server.stop(0);
        adapters.forEach(JdkHttpServerAdapter::close);
    }

    /** Builds an {@link EndpointServer}; not thread-safe. */
    public static final class Builder {
        private final InetSocketAddress address;
        private final Map<String, EndpointHandler> routes = new LinkedHashMap<>();
        private EndpointLimits limits = EndpointLimits.defaults();
        private WireTap tap = WireTap.NONE;
        private int threads = 32;
        private Duration drainTime = Duration.ofSeconds(10);
        private @Nullable Credentials credentials;

        private Builder(InetSocketAddress address) {
            this.address = Objects.requireNonNull(address, "address");
        }

        /** Answers this path and everything below it; the longest path wins. */
        public Builder route(String path, EndpointHandler handler) {
            routes.put(path, Objects.requireNonNull(handler, "handler"));
            return this;
        }

        /** Serves HTTPS with this certificate; plain HTTP when not called. */
        public Builder tls(Credentials value) {
            this.credentials = Objects.requireNonNull(value, "credentials");
            return this;
        }

        /**
         * Limits of every route. The head of a request and its answer have as much time as its body, each, and the connection is cut after
         * it.
         */
        public Builder limits(EndpointLimits value) {
            this.limits = Objects.requireNonNull(value, "limits");
            return this;
        }

        /** Sees every request and answer in full. */
        public Builder tap(WireTap value) {
            this.tap = Objects.requireNonNull(value, "tap");
            return this;
        }

        /**
         * How many requests are handled at the same time; 32 when not said. More wait, and a handler that keeps to a time knows nothing of
         * their waiting: give as many threads as there may be callers.
         */
        public Builder threads(int value) {
            this.threads = value;
            return this;
        }

        /** How long closing waits for answers that are on their way; 10 s when not said. */
        public Builder drainTime(Duration value) {
            this.drainTime = Objects.requireNonNull(value, "drainTime");
            return this;
        }

        /**
         * Starts listening.
         *
         * @throws ConfigurationException if there is no route, or the address cannot be had
         */
        public EndpointServer start() {
            if (routes.isEmpty()) {
                throw ConfigurationException.of("The endpoint server has no route", "Call route(path, handler).");
            }
            HttpServer server = listen();
            RequestThreads pool = new RequestThreads(threads, limits.bodyTime());
            List<JdkHttpServerAdapter> adapters = new ArrayList<>();
            routes.forEach((path, handler) -> {
                JdkHttpServerAdapter adapter = JdkHttpServerAdapter.of(handler, limits, tap);
                adapters.add(adapter);
                server.createContext(path, exchange -> {
                    pool.headIsComplete();
                    if (isBelow(path, exchange.getRequestURI().getRawPath())) {
                        adapter.handle(exchange);
                    } else {
                        exchange.sendResponseHeaders(404, -1);
                        exchange.close();
                    }
                });
            });
            server.setExecutor(pool);
            server.start();
            return new EndpointServer(server, List.copyOf(adapters), pool, drainTime);
        }

        /** The server of the JDK compares characters: for it {@code /inside} is below {@code /in}. */
        private static boolean isBelow(String route, String path) {
            return route.endsWith("/") || path.length() == route.length() || path.charAt(route.length()) == '/';
        }

        private HttpServer listen() {
            try {
                if (credentials == null) {
                    return HttpServer.create(address, 0);
                }
                HttpsServer https = HttpsServer.create(address, 0);
                https.setHttpsConfigurator(new HttpsConfigurator(ServerTls.context(credentials)));
                return https;
            } catch (IOException e) {
                throw new ConfigurationException(
                        Failure.of(Failure.Fault.CONFIGURATION, "Cannot listen on port " + address.getPort())
                                .remedy("Choose a free port and an address of this machine.")
                                .cause(e)
                                .build());
            }
        }
    }
}
