package cat.eset.transport.http;

import cat.eset.core.ConfigurationException;
import cat.eset.core.Credentials;
import cat.eset.core.Failure;
import cat.eset.transport.ServerTrust;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * HTTPS exchanges that happen exactly once: no redirect is followed, no connection is retried, nothing is re-sent.
 * Immutable and thread-safe; make one and keep it.
 *
 * <p>Any HTTP status is an answer. An error is what gave no whole answer: {@link HttpExchangeException}.
 */
public final class HttpExchangeClient implements AutoCloseable {

    private final Builder settings;
    private final OkHttpClient http;
    private final ExchangeTeller teller;
    private final AtomicLong exchanges;

    private HttpExchangeClient(Builder settings, ConnectionPool pool, AtomicLong exchanges) {
        this.settings = settings;
        this.exchanges = exchanges;
        this.teller = new ExchangeTeller(settings.wireTap, settings.listener);
        TlsSettings tls = TlsSettings.of(settings.serverTrust, settings.clientCertificate);
        OkHttpClient plain = new OkHttpClient.Builder()
                .connectionPool(pool)
                .protocols(List.of(Protocol.HTTP_1_1))
                .socketFactory(new InterruptibleSockets())
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .sslSocketFactory(tls.socketFactory(), tls.trustManager())
                .eventListenerFactory(HttpExchangeClient::progressOf)
                .addInterceptor(new TimeoutsInterceptor(settings.timeouts))
                .addNetworkInterceptor(new RetryAfterInterceptor())
                .build();
        OkHttpClient guarded = settings.publicOnly
                ? plain.newBuilder().dns(new PublicAddresses()).build()
                : plain;
        this.http = settings.serverTrust
                .expectedName()
                .map(name -> guarded.newBuilder()
                        .hostnameVerifier(
                                (host, session) -> guarded.hostnameVerifier().verify(name, session))
                        .build())
                .orElse(guarded);
    }

    /** Starts a client that believes servers as said here. */
    public static Builder builder(ServerTrust serverTrust) {
        return new Builder(serverTrust);
    }

    /**
     * Sends a request and reads its answer into memory, up to the limit.
     *
     * @throws HttpExchangeException if no whole answer came
     */
    public HttpAnswer send(HttpCall call) {
        return exchange(call, null, answer -> answer);
    }

    /**
     * Sends a request and lets a function read its answer. If the function throws, the listener is told that the answer
     * was refused.
     *
     * @param call request
     * @param reader reads the answer
     * @throws HttpExchangeException if no whole answer came
     */
    public <R> R send(HttpCall call, Function<? super HttpAnswer, ? extends R> reader) {
        return exchange(call, null, reader);
    }

    /**
     * Sends a request and streams the body of its answer, up to the limit. Only an answer with status 2xx goes to the
     * sink; any other is read into memory.
     *
     * @param call request
     * @param sink gets the bytes; not closed
     * @throws HttpExchangeException if no whole answer came; the sink then has some of it
     */
    public HttpAnswer send(HttpCall call, OutputStream sink) {
        return exchange(call, Objects.requireNonNull(sink, "sink"), answer -> answer);
    }

    /** The same client with another client certificate. Connections are not shared between certificates. */
    public HttpExchangeClient withClientCertificate(Credentials credentials) {
        Builder other = new Builder(settings);
        other.clientCertificate(credentials);
        return new HttpExchangeClient(other, http.connectionPool(), exchanges);
    }

    /** Closes idle connections; exchanges that are under way end by themselves. */
    @Override
    public void close() {
        http.connectionPool().evictAll();
    }

    private <R> R exchange(
            HttpCall call, @Nullable OutputStream sink, Function<? super HttpAnswer, ? extends R> reader) {
        checkHost(call);
        long started = System.nanoTime();
        Progress progress =
                new Progress(call.timeouts().orElse(settings.timeouts).connect());
        Exchange exchange = new Exchange(exchanges.incrementAndGet(), call);
        Call http11 = http.newCall(exchange.request(progress, teller));
        http11.timeout()
                .timeout(call.timeouts().orElse(settings.timeouts).whole().toMillis(), TimeUnit.MILLISECONDS);
        teller.started(exchange);
        ExchangeListener.Outcome outcome = ExchangeListener.Outcome.UNKNOWN;
        try {
            HttpAnswer answer = execute(http11, exchange, progress, sink);
            outcome = ExchangeListener.Outcome.REFUSED;
            R result = reader.apply(answer);
            outcome = ExchangeListener.Outcome.ANSWERED;
            return result;
        } catch (HttpAnswerTooLargeException e) {
            outcome = ExchangeListener.Outcome.REFUSED;
            throw e;
        } catch (HttpExchangeException e) {
            outcome = e.requestSent() == RequestSent.NO ? ExchangeListener.Outcome.NOT_SENT : outcome;
            throw e;
        } finally {
            teller.ended(exchange, progress, outcome, Duration.ofNanos(System.nanoTime() - started));
        }
    }

    private HttpAnswer execute(Call http11, Exchange exchange, Progress progress, @Nullable OutputStream sink) {
        try (Response response = http11.execute()) {
            progress.status = response.code();
            return read(exchange, response, progress, sink);
        } catch (TooLargeException e) {
            throw HttpFailures.tooLarge(exchange.call(), e.limit());
        } catch (IOException e) {
            throw HttpFailures.of(exchange.call(), e, progress, settings.clientCertificate);
        } catch (Exception e) {
            // OkHttp is Kotlin, which lets the interrupt of a thread that waits for a connection through undeclared.
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                InterruptedIOException interrupt = new InterruptedIOException("interrupted");
                interrupt.initCause(e);
                throw HttpFailures.of(exchange.call(), interrupt, progress, settings.clientCertificate);
            }
            throw e;
        }
    }

    private HttpAnswer read(Exchange exchange, Response response, Progress progress, @Nullable OutputStream sink)
            throws IOException {
        HttpCall call = exchange.call();
        Map<String, List<String>> headers = RetryAfterInterceptor.headers(response);
        long limit = call.maxResponseBytes() > 0 ? call.maxResponseBytes() : settings.maxResponseBytes;
        try (OutputStream tap = teller.response(exchange, response.code(), headers)) {
            if (sink != null && response.isSuccessful()) {
                long length = BoundedBody.copy(response, limit, sink, tap, progress);
                return new HttpAnswer(response.code(), headers, new byte[0], length);
            }
            byte[] body = BoundedBody.read(response, limit, tap, progress);
            return new HttpAnswer(response.code(), headers, body, body.length);
        }
    }

    private void checkHost(HttpCall call) {
        String host = call.uri().getHost();
        String scheme = call.uri().getScheme();
        if (host == null || !("https".equals(scheme) || "http".equals(scheme))) {
            throw ConfigurationException.of(
                    "The address of " + call.service() + " is not an http(s) address", "Correct it.");
        }
        if (settings.allowedHosts != null && !settings.allowedHosts.contains(host.toLowerCase(Locale.ROOT))) {
            throw notAllowed(call, host, "If it is right, add it to the allowed hosts.");
        }
        if (settings.publicOnly) {
            try {
                PublicAddresses.requireLiteral(host);
            } catch (UnknownHostException e) {
                throw notAllowed(call, host, "Addresses inside documents may not lead into this network.");
            }
        }
    }

    private static HttpExchangeException notAllowed(HttpCall call, String host, String remedy) {
        return new HttpExchangeException(
                Failure.of(Failure.Fault.REMOTE, "An address points at the host " + host + ", which is not allowed")
                        .service(call.service())
                        .operation(call.operationId().orElse(null))
                        .remedy(remedy)
                        .build(),
                RequestSent.NO);
    }

    private static EventListener progressOf(Call call) {
        Progress progress = call.request().tag(Progress.class);
        return progress == null ? EventListener.NONE : progress;
    }

    /** Builds a client; not thread-safe. */
    public static final class Builder {
        private static final long MOST_BYTES = Integer.MAX_VALUE - 8L;

        private final ServerTrust serverTrust;
        private @Nullable Credentials clientCertificate;
        private Timeouts timeouts = Timeouts.standard();
        private long maxResponseBytes = 64L << 20;
        private Duration idleConnections = Duration.ofSeconds(4);
        private @Nullable Set<String> allowedHosts;
        private boolean publicOnly;
        private @Nullable WireTap wireTap;
        private @Nullable ExchangeListener listener;
        private @Nullable RandomGenerator random;

        private Builder(ServerTrust serverTrust) {
            this.serverTrust = Objects.requireNonNull(serverTrust, "serverTrust");
        }

        private Builder(Builder other) {
            this.serverTrust = other.serverTrust;
            this.clientCertificate = other.clientCertificate;
            this.timeouts = other.timeouts;
            this.maxResponseBytes = other.maxResponseBytes;
            this.idleConnections = other.idleConnections;
            this.allowedHosts = other.allowedHosts;
            this.publicOnly = other.publicOnly;
            this.wireTap = other.wireTap;
            this.listener = other.listener;
        }

        /** Certificate that is shown when the server asks for one. */
        public Builder clientCertificate(Credentials value) {
            this.clientCertificate = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Timeouts of calls that name none. */
        public Builder timeouts(Timeouts value) {
            this.timeouts = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Most bytes of an answer that are read; 64 MB when not said. */
        public Builder maxResponseBytes(long value) {
            if (value < 1 || value > MOST_BYTES) {
                throw ConfigurationException.of(
                        "The limit on answers is not between 1 byte and 2 GB", "Choose another.");
            }
            this.maxResponseBytes = value;
            return this;
        }

        /**
         * How long an idle connection is kept; 4 seconds when not said. Shorter than the service and what stands in front
         * of it keep theirs (an Apache server 5 seconds, unless told otherwise), so that no request is written into a
         * connection that was dropped in silence.
         */
        public Builder idleConnections(Duration value) {
            this.idleConnections = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * Only these hosts are called. For addresses that come inside messages: without it any host is called.
         */
        public Builder allowedHosts(Set<String> hosts) {
            this.allowedHosts =
                    hosts.stream().map(h -> h.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
            return this;
        }

        /**
         * Only addresses of the public Internet are called: not this machine, not the private network, whatever a name
         * resolves to. For addresses that come from strangers. A proxy set for the whole JVM resolves names by itself and
         * has to have the same rule.
         */
        public Builder publicAddressesOnly() {
            this.publicOnly = true;
            return this;
        }

        /** Gets every message as it goes over the wire. */
        public Builder wireTap(WireTap value) {
            this.wireTap = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Told of every exchange. */
        public Builder listener(ExchangeListener value) {
            this.listener = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Randomness for the numbers of exchanges. */
        public Builder random(RandomGenerator value) {
            this.random = Objects.requireNonNull(value, "value");
            return this;
        }

        /** The finished client. */
        public HttpExchangeClient build() {
            RandomGenerator source = random == null ? new SecureRandom() : random;
            ConnectionPool pool = new ConnectionPool(8, idleConnections.toMillis(), TimeUnit.MILLISECONDS);
            return new HttpExchangeClient(new Builder(this), pool, new AtomicLong(source.nextLong() >>> 2));
        }
    }
}
