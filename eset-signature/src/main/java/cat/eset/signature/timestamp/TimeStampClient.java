package cat.eset.signature.timestamp;

import cat.eset.core.Failure;
import cat.eset.core.Failure.Fault;
import cat.eset.core.Failure.Retry;
import cat.eset.core.Sha256;
import cat.eset.signature.timestamp.TimeStampException.Problem;
import cat.eset.transport.http.HttpAnswer;
import cat.eset.transport.http.HttpBody;
import cat.eset.transport.http.HttpCall;
import cat.eset.transport.http.HttpExchangeClient;
import cat.eset.transport.http.HttpExchangeException;
import cat.eset.transport.http.Timeouts;
import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Asks one authority by RFC 3161 over HTTP and believes nothing of its answer unchecked: status, imprint, random number,
 * policy, time, signature, purpose of the certificate, path to a trust anchor. Immutable and thread-safe.
 *
 * <p>It asks once: put authorities one behind another with {@link TimeStampFallback}.
 */
public final class TimeStampClient implements TimeStampAuthority {

    private static final String REQUEST = "application/timestamp-query";
    private static final long LONGEST_ANSWER = 256 * 1024;
    private static final int NONCE_BITS = 63;

    private final Builder settings;
    private final TimeStampTrust trust;

    private TimeStampClient(Builder settings) {
        this.settings = settings;
        this.trust = new TimeStampTrust(settings.anchors);
    }

    /**
     * Starts a client.
     *
     * @param address of the service; the addresses of AOC's are in validador section 1
     * @param http shared client, which stays the caller's to close
     * @param anchors authorities that issue the certificates of the service
     */
    public static Builder builder(URI address, HttpExchangeClient http, Collection<X509Certificate> anchors) {
        return new Builder(address, http, anchors);
    }

    @Override
    public String name() {
        return settings.name;
    }

    @Override
    public TimeStamp stamp(Sha256 imprint) {
        Optional<BigInteger> nonce = settings.nonce ? Optional.of(nonce()) : Optional.empty();
        TimeStampExchange exchange =
                new TimeStampExchange(settings.name, imprint, nonce, settings.policy, settings.skew, trust);
        HttpCall.Builder call = HttpCall.post(
                        settings.address, settings.name, "stamp", HttpBody.of(exchange.request(), REQUEST))
                .header("Accept", "application/timestamp-reply")
                .timeouts(settings.timeouts)
                .maxResponseBytes(LONGEST_ANSWER);
        HttpAnswer answer = send(call.build());
        if (answer.status() != 200) {
            throw TimeStampException.of(
                    Problem.REFUSED,
                    Failure.of(Fault.REMOTE, "The time stamp authority answered HTTP " + answer.status())
                            .service(settings.name)
                            .retry(Retry.LATER)
                            .remedy("Check its address; try again later or use another authority."));
        }
        return exchange.accept(answer.body(), settings.clock.instant());
    }

    private HttpAnswer send(HttpCall call) {
        try {
            return settings.http.send(call);
        } catch (HttpExchangeException e) {
            throw TimeStampException.of(
                    Problem.UNREACHABLE,
                    Failure.of(e.failure().fault(), e.failure().what())
                            .service(settings.name)
                            .retry(Retry.SAME_OPERATION)
                            .remedy(e.failure().remedy().orElse("Try again, or use another authority."))
                            .cause(e));
        }
    }

    /** Never zero, and positive: some authorities mistake a negative number. */
    private BigInteger nonce() {
        byte[] bytes = new byte[8];
        settings.random.nextBytes(bytes);
        return new BigInteger(1, bytes).setBit(NONCE_BITS - 1).clearBit(NONCE_BITS);
    }

    @Override
    public String toString() {
        return "TimeStampClient[" + settings.name + "]";
    }

    /** Builds a {@link TimeStampClient}; not thread-safe. */
    public static final class Builder {
        private final URI address;
        private final HttpExchangeClient http;
        private final Collection<X509Certificate> anchors;
        private String name = "TSA";
        private Optional<String> policy = Optional.empty();
        private boolean nonce = true;
        private Duration skew = Duration.ofMinutes(5);
        private Timeouts timeouts = Timeouts.standard()
                .withConnect(Duration.ofSeconds(5))
                .withRead(Duration.ofSeconds(15))
                .withWhole(Duration.ofSeconds(30));
        private Clock clock = Clock.systemUTC();
        private RandomGenerator random = new SecureRandom();

        private Builder(URI address, HttpExchangeClient http, Collection<X509Certificate> anchors) {
            this.address = Objects.requireNonNull(address, "address");
            this.http = Objects.requireNonNull(http, "http");
            this.anchors = java.util.List.copyOf(anchors);
        }

        /** Its name in messages; {@code TSA} when not said. */
        public Builder name(String value) {
            this.name = Objects.requireNonNull(value, "name");
            return this;
        }

        /** Asks for a policy and refuses any other; none when not said, because that of the qualified TSA is unknown. */
        public Builder policy(String oid) {
            this.policy = Optional.of(oid);
            return this;
        }

        /** Sends no random number, for authorities that support none: then an old stamp could be replayed. */
        public Builder withoutNonce() {
            this.nonce = false;
            return this;
        }

        /** How far its time may be from this machine's; 5 minutes when not said. */
        public Builder skew(Duration value) {
            this.skew = Objects.requireNonNull(value, "skew");
            return this;
        }

        /** How long to wait; 5 s to connect and 30 s in all when not said. */
        public Builder timeouts(Timeouts value) {
            this.timeouts = Objects.requireNonNull(value, "timeouts");
            return this;
        }

        /** The clock its time is compared with; the real one, except in tests. */
        public Builder clock(Clock value) {
            this.clock = Objects.requireNonNull(value, "clock");
            return this;
        }

        /** Where random numbers come from. */
        public Builder random(RandomGenerator value) {
            this.random = Objects.requireNonNull(value, "random");
            return this;
        }

        /**
         * The client.
         *
         * @throws cat.eset.core.ConfigurationException if there is no trust anchor
         */
        public TimeStampClient build() {
            return new TimeStampClient(copy());
        }

        /** What is done to this builder afterwards does not reach the client. */
        private Builder copy() {
            Builder copy = new Builder(address, http, anchors);
            copy.name = name;
            copy.policy = policy;
            copy.nonce = nonce;
            copy.skew = skew;
            copy.timeouts = timeouts;
            copy.clock = clock;
            copy.random = random;
            return copy;
        }
    }
}
