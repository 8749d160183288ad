package cat.eset.transport.pci;

import cat.eset.core.ConfigurationException;
import cat.eset.core.Credentials;
import cat.eset.core.InvalidValueException;
import cat.eset.core.TownHall;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.Product;
import cat.eset.transport.http.ExchangeListener;
import cat.eset.transport.http.HttpExchangeClient;
import cat.eset.transport.http.Timeouts;
import cat.eset.transport.http.WireTap;
import cat.eset.transport.xml.XmlLimits;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Speaks with the PCI in the name of a town hall (contract pci). Immutable and thread-safe; make one and keep it.
 *
 * <p>Nothing is re-sent behind the caller's back but what {@link RetryPolicy} allows. An unknown outcome is an error
 * whose {@code failure().effect()} is {@code UNKNOWN}; a pending state is an answer, not an error.
 */
public final class PciClient implements AutoCloseable {

    private final Builder settings;
    private final HttpExchangeClient http;
    private final PciConversation conversation;

    private PciClient(Builder settings, HttpExchangeClient http) {
        this.settings = settings;
        this.http = http;
        this.conversation = new PciConversation(settings, http);
    }

    /**
     * Starts a client.
     *
     * @param environment where
     * @param credentials certificate authorised in the PCI for this town hall
     * @param townHall in whose name
     */
    public static Builder builder(AocEnvironment environment, Credentials credentials, TownHall townHall) {
        return new Builder(environment, credentials, townHall);
    }

    /**
     * Asks or does one thing at the synchronous front.
     *
     * @throws PciException see its subclasses
     */
    public <Q, S> PciAnswer<S> sincron(PciRequest<Q, S> request) {
        return conversation.ask(request.asBatch());
    }

    /**
     * Leaves a batch at the asynchronous front.
     *
     * @return always pending at first; completed only if the caller polls
     * @throws PciException see its subclasses; a duplicate means that it was taken before: poll
     */
    public <Q, S> PciAnswer.Pending<List<PciItemAnswer<S>>> submit(PciBatch<Q, S> batch) {
        return conversation.submit(batch);
    }

    /**
     * Asks for the answer of a batch, or of a synchronous request that was left pending. May be repeated freely.
     *
     * @param ticket from {@link PciAnswer.Pending}, or made again from stored fields
     * @param codec how the answer is read
     */
    public <S> PciAnswer<List<PciItemAnswer<S>>> poll(PciTicket ticket, PayloadCodec<?, S> codec) {
        return conversation.poll(ticket, codec);
    }

    /**
     * Looks whether everything is in place, and says in plain words what is missing: our certificate, address, TLS, clock,
     * IP address, authentication and the signature of the answer. Asks after a batch of e-NOTUM that never was, which
     * touches nobody's data; what the PCI answers to that is not documented, so what was granted is not shown. Use
     * {@link #doctor(PciRequest)} for that.
     *
     * @return findings; whatever is wrong is a finding and not an exception
     */
    public PciDiagnosis doctor() {
        return doctor(Clock.systemUTC()).examine(Product.ENOTUM.soleModality(), purpose());
    }

    /**
     * The same with a query of the caller, which also shows whether product, modality and purpose were granted.
     *
     * @param query a harmless one, of nobody's data
     * @return findings; whatever is wrong is a finding and not an exception
     * @throws cat.eset.core.InvalidValueException if the request is not a query
     */
    public PciDiagnosis doctor(PciRequest<?, ?> query) {
        if (query.asBatch().hasEffect()) {
            throw InvalidValueException.of("PciRequest", "a query, because a diagnosis must not do anything");
        }
        return doctor(Clock.systemUTC())
                .examine(query.asBatch(), query.asBatch().purpose().orElseGet(this::purpose));
    }

    /** The doctor, with the clock by which certificates and the server are judged. */
    PciDoctor doctor(Clock realTime) {
        return new PciDoctor(settings, http, conversation, realTime);
    }

    private Purpose purpose() {
        return Objects.requireNonNull(settings.purpose, "purpose");
    }

    /**
     * The same client for another town hall: the PCI ties the certificate to the requester, so both change together. Cheap;
     * connections are never shared between certificates.
     */
    public PciClient onBehalfOf(TownHall townHall, Credentials credentials) {
        return new PciClient(new Builder(settings, townHall, credentials), http.withClientCertificate(credentials));
    }

    /** In whose name it speaks. */
    public TownHall townHall() {
        return settings.townHall;
    }

    /** Where it speaks. */
    public AocEnvironment environment() {
        return settings.environment;
    }

    /** Closes idle connections; calls that are under way end by themselves. */
    @Override
    public void close() {
        http.close();
    }

    /** Builds a client; not thread-safe. */
    public static final class Builder {
        final AocEnvironment environment;
        final Credentials credentials;
        final TownHall townHall;

        @Nullable Purpose purpose;

        Consent consent = Consent.LAW;

        @Nullable CivilServant civilServant;

        Issuer issuer = Issuer.CONSORTIUM;
        Timeouts timeouts = Timeouts.standard();
        Timeouts documentTimeouts = Timeouts.documents();
        SignatureVerification verification = SignatureVerification.REQUIRE;
        WsSecurity wsSecurity = WsSecurity.documented();
        boolean tlsOnly;
        long inlineUpTo;
        long maxRequestXml = 2048L * 1024;
        long maxResponseBytes = 32L << 20;
        XmlLimits responseLimits = XmlLimits.standard();
        RetryPolicy retry = RetryPolicy.standard();
        Map<String, Throttle> throttles = Map.of();

        @Nullable WireTap wireTap;

        @Nullable ExchangeListener listener;

        Clock clock = Clock.systemUTC();
        RandomGenerator random = new SecureRandom();

        private Builder(AocEnvironment environment, Credentials credentials, TownHall townHall) {
            this.environment = Objects.requireNonNull(environment, "environment");
            this.credentials = Objects.requireNonNull(credentials, "credentials");
            this.townHall = Objects.requireNonNull(townHall, "townHall");
        }

        private Builder(Builder other, TownHall townHall, Credentials credentials) {
            this(other.environment, credentials, townHall);
            this.purpose = other.purpose;
            this.consent = other.consent;
            this.civilServant = other.civilServant;
            this.issuer = other.issuer;
            this.timeouts = other.timeouts;
            this.documentTimeouts = other.documentTimeouts;
            this.verification = other.verification;
            this.wsSecurity = other.wsSecurity;
            this.tlsOnly = other.tlsOnly;
            this.inlineUpTo = other.inlineUpTo;
            this.maxRequestXml = other.maxRequestXml;
            this.maxResponseBytes = other.maxResponseBytes;
            this.responseLimits = other.responseLimits;
            this.retry = other.retry;
            this.throttles = other.throttles;
            this.wireTap = other.wireTap;
            this.listener = other.listener;
            this.clock = other.clock;
            this.random = other.random;
        }

        /** Purpose of requests that name none. Without it, {@code PROVES} outside production; in production it is compulsory. */
        public Builder purpose(Purpose value) {
            this.purpose = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Legal basis of requests that name none; {@link Consent#LAW} when not said. */
        public Builder consent(Consent value) {
            this.consent = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Person behind requests that name none. Data queries of Via Oberta must name theirs. */
        public Builder civilServant(CivilServant value) {
            this.civilServant = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Who serves the data ({@code Emisor}); the consortium when not said. */
        public Builder issuer(Issuer value) {
            this.issuer = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Authenticates by the TLS client certificate alone, which the PCI takes for every call (contract pci 10.1). */
        public Builder authenticateByTlsOnly() {
            this.tlsOnly = true;
            return this;
        }

        /**
         * Files of a request that together are no longer than this go inside the signed XML as Base64; longer ones go as
         * MTOM parts. 0 when not said: every file goes as a part.
         */
        public Builder inlineAttachmentsUpTo(long bytes) {
            this.inlineUpTo = bytes;
            return this;
        }

        /** Most bytes of the XML of a request; 2048 kB when not said (contract pci 12). */
        public Builder maxRequestXml(long bytes) {
            this.maxRequestXml = bytes;
            return this;
        }

        /** Most bytes of an answer; 32 MB when not said. */
        public Builder maxResponseBytes(long bytes) {
            this.maxResponseBytes = bytes;
            return this;
        }

        /** Limits on the XML of an answer. */
        public Builder responseLimits(XmlLimits value) {
            this.responseLimits = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Timeouts of requests without files. */
        public Builder timeouts(Timeouts value) {
            this.timeouts = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Timeouts of requests with files. */
        public Builder documentTimeouts(Timeouts value) {
            this.documentTimeouts = Objects.requireNonNull(value, "value");
            return this;
        }

        /** What to do about signatures of answers; {@link SignatureVerification#REQUIRE} when not said. */
        public Builder signatureVerification(SignatureVerification value) {
            this.verification = Objects.requireNonNull(value, "value");
            return this;
        }

        /** How requests are signed; as documented when not said. */
        public Builder wsSecurity(WsSecurity value) {
            this.wsSecurity = Objects.requireNonNull(value, "value");
            return this;
        }

        /** What may be sent again. */
        public Builder retry(RetryPolicy value) {
            this.retry = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * How fast to speak with a product; as fast as the caller calls when not said. Counted for this client alone, and
         * anew for each client made with {@link PciClient#onBehalfOf}.
         *
         * @param product which
         * @param value {@link Throttle#ENOTUM_START} for e-NOTUM, to begin with
         */
        public Builder throttle(Product product, Throttle value) {
            Map<String, Throttle> more = new HashMap<>(throttles);
            more.put(product.code(), Objects.requireNonNull(value, "value"));
            this.throttles = Map.copyOf(more);
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

        /**
         * Clock of {@code TimeStamp} and {@code FechaGeneracion}; that of the system when not said. The WS-Security time
         * stamp always bears the real time, because it is judged by it.
         */
        public Builder clock(Clock value) {
            this.clock = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Randomness of new identities and of pauses. */
        public Builder random(RandomGenerator value) {
            this.random = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * The finished client.
         *
         * @throws cat.eset.core.ConfigurationException if settings contradict each other
         */
        public PciClient build() {
            Builder finished = new Builder(this, townHall, credentials);
            if (purpose == null) {
                if (environment.isProduction()) {
                    throw ConfigurationException.of(
                            "In production a purpose is compulsory", "Give the code that the consortium granted.");
                }
                finished.purpose = Purpose.TESTS;
            }
            HttpExchangeClient.Builder http = HttpExchangeClient.builder(environment.serverTrust())
                    .clientCertificate(credentials)
                    .timeouts(timeouts)
                    .maxResponseBytes(maxResponseBytes)
                    .random(random);
            if (wireTap != null) {
                http.wireTap(wireTap);
            }
            if (listener != null) {
                http.listener(listener);
            }
            return new PciClient(finished, http.build());
        }
    }
}
