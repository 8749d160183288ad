package cat.eset.transport.pci;

import cat.eset.core.Credentials;
import cat.eset.core.TownHall;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.http.ExchangeListener;
import cat.eset.transport.http.Timeouts;
import cat.eset.transport.http.WireTap;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Speaks with the PCI in the name of a town hall (contract pci). Immutable and thread-safe; make one and keep it.
 *
 * <p>Nothing is re-sent behind the caller's back but what {@link RetryPolicy} allows. An unknown outcome is an error
 * whose {@code failure().effect()} is {@code UNKNOWN}; a pending state is an answer, not an error.
 */
@SuppressWarnings({"UnusedVariable", "DoNotCallSuggester", "ObjectToString"})
public final class PciClient implements AutoCloseable {

    private final Builder settings;

    private PciClient(Builder settings) {
        this.settings = settings;
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
        throw new UnsupportedOperationException(request.toString() + settings.environment);
    }

    /**
     * Leaves a batch at the asynchronous front.
     *
     * @return always pending at first; completed only if the caller polls
     * @throws PciException see its subclasses; a duplicate means that it was taken before: poll
     */
    public <Q, S> PciAnswer.Pending<List<PciItemAnswer<S>>> submit(PciBatch<Q, S> batch) {
        throw new UnsupportedOperationException(batch.toString());
    }

    /**
     * Asks for the answer of a batch, or of a synchronous request that was left pending. May be repeated freely.
     *
     * @param ticket from {@link PciAnswer.Pending}, or made again from stored fields
     * @param codec how the answer is read
     */
    public <S> PciAnswer<List<PciItemAnswer<S>>> poll(PciTicket ticket, PayloadCodec<?, S> codec) {
        throw new UnsupportedOperationException(ticket.toString() + codec);
    }

    /** The same client for another town hall, sharing connections where certificates allow it. */
    public PciClient onBehalfOf(TownHall townHall, Credentials credentials) {
        return builder(settings.environment, credentials, townHall).build();
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
    public void close() {}

    /** Builds a client; not thread-safe. */
    public static final class Builder {
        private final AocEnvironment environment;
        private final Credentials credentials;
        private final TownHall townHall;
        private @Nullable Purpose purpose;
        private Consent consent = Consent.LAW;
        private @Nullable CivilServant civilServant;
        private Timeouts timeouts = Timeouts.standard();
        private Timeouts documentTimeouts = Timeouts.documents();
        private SignatureVerification verification = SignatureVerification.REQUIRE;
        private WsSecurity wsSecurity = WsSecurity.documented();
        private RetryPolicy retry = RetryPolicy.standard();
        private @Nullable WireTap wireTap;
        private @Nullable ExchangeListener listener;
        private Clock clock = Clock.systemUTC();
        private @Nullable RandomGenerator random;

        private Builder(AocEnvironment environment, Credentials credentials, TownHall townHall) {
            this.environment = Objects.requireNonNull(environment, "environment");
            this.credentials = Objects.requireNonNull(credentials, "credentials");
            this.townHall = Objects.requireNonNull(townHall, "townHall");
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

        /** Clock of {@code TimeStamp} and of the WS-Security time stamp; that of the system when not said. */
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
            return new PciClient(this);
        }
    }
}
