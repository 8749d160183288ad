package cat.eset.registry.mux;

import cat.eset.core.Secret;
import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.registry.Direction;
import cat.eset.core.work.Outbox;
import cat.eset.registry.internal.jwt.Hs256;
import cat.eset.registry.internal.jwt.TokenMaker;
import cat.eset.registry.internal.mux.ConsolidationRest;
import cat.eset.registry.internal.mux.MailboxRest;
import cat.eset.registry.internal.mux.MuxRest;
import cat.eset.registry.internal.mux.TransactionReader;
import cat.eset.registry.internal.mux.UnitRule;
import cat.eset.transport.http.ExchangeListener;
import cat.eset.transport.http.HttpExchangeClient;
import cat.eset.transport.http.Timeouts;
import cat.eset.transport.http.WireTap;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a registry may ask of MUX V3 (contract mux 6): receipts, its mailbox, and consolidation. Immutable and thread-safe; close it when it
 * is no longer needed.
 *
 * <p>Nothing is ever sent twice behind the caller's back.
 */
public final class MuxClient implements AutoCloseable {

    private final HttpExchangeClient http;
    private final ConsolidationRest transactions;
    private final MailboxRest mailboxes;

    private MuxClient(Builder b) {
        HttpExchangeClient.Builder connection =
                HttpExchangeClient.builder(b.environment.trust()).timeouts(b.timeouts);
        if (b.wireTap != null) {
            connection.wireTap(b.wireTap);
        }
        if (b.listener != null) {
            connection.listener(b.listener);
        }
        Hs256 hmac = Hs256.of(b.secret, b.secretForm == SecretForm.BASE64URL);
        TokenMaker tokens = new TokenMaker(hmac, b.issuer, b.townHall.ine10().value(), b.tokenLife, b.clock);
        this.http = connection.build();
        MuxRest rest = new MuxRest(http, tokens);
        this.transactions = new ConsolidationRest(rest, b.environment.transactions());
        this.mailboxes = new MailboxRest(
                rest, b.environment.mailboxes(), new TransactionReader(new UnitRule(b.townHall, b.alsoOurs)));
    }

    /**
     * A client in the name of a town hall.
     *
     * @param environment where
     * @param issuer literal of the integrator, assigned by the consortium
     * @param secret shared secret, which the caller keeps open as long as the client is used
     * @param townHall in whose name
     */
    public static Builder builder(MuxEnvironment environment, String issuer, Secret secret, TownHall townHall) {
        return new Builder(environment, issuer, secret, townHall);
    }

    /**
     * Where the receipts of a transaction are; none while there are none.
     *
     * @param transactionId its {@code idTransaccio}
     */
    public Receipts receipts(String transactionId) {
        return transactions.receipts(transactionId);
    }

    /** What the auxiliary registry made of a transaction, and what of it is consolidated. */
    public List<AuxiliaryEntry> auxiliaryEntries(String transactionId) {
        return transactions.state(transactionId);
    }

    /** Tells MUX the number of ours for an entry of the auxiliary registry. Asks before it sends, so it may be repeated freely. */
    public ConsolidationResult consolidate(Consolidation consolidation) {
        return transactions.consolidate(consolidation);
    }

    /**
     * Delivers a consolidation that a {@link MailboxReader} left in the outbox.
     *
     * @param message of topic {@link MailboxReader#TOPIC}
     */
    public ConsolidationResult consolidate(Outbox.Message message) {
        return consolidate(ConsolidationMessage.read(message));
    }

    /** Undoes a consolidation: the link, not the entries. */
    public void removeConsolidation(String transactionId, Direction leg, String auxiliaryNumber) {
        transactions.remove(transactionId, leg, auxiliaryNumber);
    }

    /**
     * A mailbox of ours.
     *
     * @param id 12 hexadecimal digits, assigned when the registry was registered in MUX
     */
    public Mailbox mailbox(String id) {
        return new Mailbox(mailboxes, id);
    }

    /** Closes idle connections. */
    @Override
    public void close() {
        http.close();
    }

    /** Builds a {@link MuxClient}; not thread-safe. */
    public static final class Builder {
        private final MuxEnvironment environment;
        private final String issuer;
        private final Secret secret;
        private final TownHall townHall;
        private SecretForm secretForm = SecretForm.TEXT;
        private Duration tokenLife = Duration.ofSeconds(20);
        private Clock clock = Clock.systemUTC();
        private Timeouts timeouts = Timeouts.standard();
        private Predicate<Dir3> alsoOurs = unit -> false;
        private @Nullable WireTap wireTap;
        private @Nullable ExchangeListener listener;

        private Builder(MuxEnvironment environment, String issuer, Secret secret, TownHall townHall) {
            this.environment = Objects.requireNonNull(environment, "environment");
            this.issuer = Objects.requireNonNull(issuer, "issuer");
            this.secret = Objects.requireNonNull(secret, "secret");
            this.townHall = Objects.requireNonNull(townHall, "townHall");
        }

        /** How the secret becomes a key; {@link SecretForm#TEXT} when not said. */
        public Builder secretForm(SecretForm value) {
            this.secretForm = Objects.requireNonNull(value, "secretForm");
            return this;
        }

        /** How long a token is good; 20 s when not said. */
        public Builder tokenLife(Duration value) {
            this.tokenLife = Objects.requireNonNull(value, "tokenLife");
            return this;
        }

        /** The clock of the tokens; the system's when not said. */
        public Builder clock(Clock value) {
            this.clock = Objects.requireNonNull(value, "clock");
            return this;
        }

        /** How long to wait. */
        public Builder timeouts(Timeouts value) {
            this.timeouts = Objects.requireNonNull(value, "timeouts");
            return this;
        }

        /** Units that are of this town hall besides itself and what hangs below it. */
        public Builder alsoOurUnits(Predicate<Dir3> value) {
            this.alsoOurs = Objects.requireNonNull(value, "alsoOurs");
            return this;
        }

        /** Gets every message as it goes over the wire. */
        public Builder wireTap(WireTap value) {
            this.wireTap = Objects.requireNonNull(value, "wireTap");
            return this;
        }

        /** Told of every exchange. */
        public Builder listener(ExchangeListener value) {
            this.listener = Objects.requireNonNull(value, "listener");
            return this;
        }

        /** The finished client. */
        public MuxClient build() {
            return new MuxClient(this);
        }
    }
}
