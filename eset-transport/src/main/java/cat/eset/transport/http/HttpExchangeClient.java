package cat.eset.transport.http;

import cat.eset.core.Credentials;
import cat.eset.transport.ServerTrust;
import java.io.OutputStream;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * HTTPS exchanges that happen exactly once: no redirect is followed, no connection is retried, nothing is re-sent.
 * Immutable and thread-safe; make one and keep it.
 *
 * <p>Any HTTP status is an answer. An error is what gave no whole answer: {@link HttpExchangeException}.
 */
@SuppressWarnings({"UnusedVariable", "DoNotCallSuggester", "ObjectToString"})
public final class HttpExchangeClient implements AutoCloseable {

    private final Builder settings;

    private HttpExchangeClient(Builder settings) {
        this.settings = settings;
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
        throw new UnsupportedOperationException(call.toString() + settings.serverTrust);
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
        throw new UnsupportedOperationException(call.toString() + sink);
    }

    /** The same client with another client certificate. */
    public HttpExchangeClient withClientCertificate(Credentials credentials) {
        throw new UnsupportedOperationException(String.valueOf(credentials));
    }

    /** Closes idle connections; exchanges that are under way end by themselves. */
    @Override
    public void close() {}

    /** Builds a client; not thread-safe. */
    public static final class Builder {
        private final ServerTrust serverTrust;
        private @Nullable Credentials clientCertificate;
        private Timeouts timeouts = Timeouts.standard();
        private long maxResponseBytes = 64L << 20;
        private @Nullable Set<String> allowedHosts;
        private @Nullable WireTap wireTap;
        private @Nullable ExchangeListener listener;
        private @Nullable RandomGenerator random;

        private Builder(ServerTrust serverTrust) {
            this.serverTrust = Objects.requireNonNull(serverTrust, "serverTrust");
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
            this.maxResponseBytes = value;
            return this;
        }

        /**
         * Only these hosts are called. For addresses that come inside messages: without it any host is called.
         */
        public Builder allowedHosts(Set<String> hosts) {
            this.allowedHosts = Set.copyOf(hosts);
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
            return new HttpExchangeClient(this);
        }
    }
}
