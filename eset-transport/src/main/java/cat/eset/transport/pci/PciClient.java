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
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Speaks with the PCI in the name of a town hall (contract pci). Immutable and thread-safe; make one and keep it.
 *
 * <p>Nothing is re-sent behind the caller's back but what {@link RetryPolicy} allows. An unknown outcome is an error
 * whose {@code failure().effect()} is {@code UNKNOWN}; a pending state is an answer, not an error.
 */
public final class PciClient implements AutoCloseable {

    private final PciSettings settings;
    private final HttpExchangeClient http;
    private final PciConversation conversation;

    private PciClient(PciSettings settings, HttpExchangeClient http) {
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
        return doctor(Clock.systemUTC()).examine(Product.ENOTUM.soleModality(), settings.purpose());
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
                .examine(query.asBatch(), query.asBatch().purpose().orElseGet(settings::purpose));
    }

    /** The doctor, with the clock by which certificates and the server are judged. */
    PciDoctor doctor(Clock realTime) {
        return new PciDoctor(settings, http, conversation, realTime);
    }

    /**
     * The same client for another town hall: the PCI ties the certificate to the requester, so both change together. Cheap;
     * connections are never shared between certificates.
     */
    public PciClient onBehalfOf(TownHall townHall, Credentials credentials) {
        return new PciClient(settings.onBehalfOf(townHall, credentials), http.withClientCertificate(credentials));
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
        private final PciSettings settings;

        private Builder(AocEnvironment environment, Credentials credentials, TownHall townHall) {
            this.settings = new PciSettings(environment, credentials, townHall);
        }

        /** Purpose of requests that name none. Without it, {@code PROVES} outside production; in production it is compulsory. */
        public Builder purpose(Purpose value) {
            settings.purpose = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Legal basis of requests that name none; {@link Consent#LAW} when not said. */
        public Builder consent(Consent value) {
            settings.consent = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Person behind requests that name none. Data queries of Via Oberta must name theirs. */
        public Builder civilServant(CivilServant value) {
            settings.civilServant = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Who serves the data ({@code Emisor}); the consortium when not said. */
        public Builder issuer(Issuer value) {
            settings.issuer = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Authenticates by the TLS client certificate alone, which the PCI takes for every call (contract pci 10.1). */
        public Builder authenticateByTlsOnly() {
            settings.tlsOnly = true;
            return this;
        }

        /**
         * Files of a request that together are no longer than this go inside the signed XML as Base64; longer ones go as
         * MTOM parts. 0 when not said: every file goes as a part.
         */
        public Builder inlineAttachmentsUpTo(long bytes) {
            settings.inlineUpTo = bytes;
            return this;
        }

        /** Most bytes of the XML of a request; 2048 kB when not said (contract pci 12). */
        public Builder maxRequestXml(long bytes) {
            settings.maxRequestXml = bytes;
            return this;
        }

        /** Most bytes of an answer; 32 MB when not said. */
        public Builder maxResponseBytes(long bytes) {
            settings.maxResponseBytes = bytes;
            return this;
        }

        /** Limits on the XML of an answer. */
        public Builder responseLimits(XmlLimits value) {
            settings.responseLimits = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Timeouts of requests without files; {@link Timeouts#standard} when not said. */
        public Builder timeouts(Timeouts value) {
            settings.timeouts = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Timeouts of requests without files to one product: some of those who answer behind the PCI are slow. */
        public Builder timeouts(Product product, Timeouts value) {
            Map<String, Timeouts> more = new HashMap<>(settings.productTimeouts);
            more.put(product.code(), Objects.requireNonNull(value, "value"));
            settings.productTimeouts = Map.copyOf(more);
            return this;
        }

        /** Timeouts of requests with files, whatever their product; {@link Timeouts#documents} when not said. */
        public Builder documentTimeouts(Timeouts value) {
            settings.documentTimeouts = Objects.requireNonNull(value, "value");
            return this;
        }

        /** What to do about signatures of answers; {@link SignatureVerification#REQUIRE} when not said. */
        public Builder signatureVerification(SignatureVerification value) {
            settings.verification = Objects.requireNonNull(value, "value");
            return this;
        }

        /** How requests are signed; as documented when not said. */
        public Builder wsSecurity(WsSecurity value) {
            settings.wsSecurity = Objects.requireNonNull(value, "value");
            return this;
        }

        /** What may be sent again. */
        public Builder retry(RetryPolicy value) {
            settings.retry = Objects.requireNonNull(value, "value");
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
            Map<String, Throttle> more = new HashMap<>(settings.throttles);
            more.put(product.code(), Objects.requireNonNull(value, "value"));
            settings.throttles = Map.copyOf(more);
            return this;
        }

        /** Gets every message as it goes over the wire. */
        public Builder wireTap(WireTap value) {
            settings.wireTap = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Told of every exchange. */
        public Builder listener(ExchangeListener value) {
            settings.listener = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * Clock of {@code TimeStamp} and {@code FechaGeneracion}; that of the system when not said. The WS-Security time
         * stamp always bears the real time, because it is judged by it.
         */
        public Builder clock(Clock value) {
            settings.clock = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Randomness of new identities and of pauses. */
        public Builder random(RandomGenerator value) {
            settings.random = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * The finished client.
         *
         * @throws cat.eset.core.ConfigurationException if settings contradict each other
         */
        public PciClient build() {
            PciSettings finished = settings.copy();
            if (finished.purpose == null) {
                if (finished.environment.isProduction()) {
                    throw ConfigurationException.of(
                            "In production a purpose is compulsory", "Give the code that the consortium granted.");
                }
                finished.purpose = Purpose.TESTS;
            }
            HttpExchangeClient.Builder http = HttpExchangeClient.builder(finished.environment.serverTrust())
                    .clientCertificate(finished.credentials)
                    .timeouts(finished.timeouts)
                    .maxResponseBytes(finished.maxResponseBytes)
                    .random(finished.random);
            if (finished.wireTap != null) {
                http.wireTap(finished.wireTap);
            }
            if (finished.listener != null) {
                http.listener(finished.listener);
            }
            return new PciClient(finished, http.build());
        }
    }
}
