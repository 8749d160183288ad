package cat.eset.registry.sir;

import cat.eset.core.ConfigurationException;
import cat.eset.core.Credentials;
import cat.eset.core.TownHall;
import cat.eset.core.work.Announcements;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.Cluster;
import cat.eset.transport.Front;
import cat.eset.transport.http.ExchangeListener;
import cat.eset.transport.http.HttpExchangeClient;
import cat.eset.transport.http.WireTap;
import cat.eset.transport.pci.PciClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Builds a {@link SirClient}; not thread-safe. */
public final class SirClientBuilder {

    final AocEnvironment environment;
    final TownHall townHall;
    final Announcements announcements;
    Duration grace = Duration.ofHours(1);
    Clock clock = Clock.systemUTC();
    RandomGenerator random = new SecureRandom();

    private final Credentials credentials;
    private long maxFileBytes = 16L << 20;
    private @Nullable WireTap wireTap;
    private @Nullable ExchangeListener listener;
    private UnaryOperator<PciClient.Builder> pci = UnaryOperator.identity();

    SirClientBuilder(
            AocEnvironment environment, Credentials credentials, TownHall townHall, Announcements announcements) {
        this.environment = Objects.requireNonNull(environment, "environment");
        this.credentials = Objects.requireNonNull(credentials, "credentials");
        this.townHall = Objects.requireNonNull(townHall, "townHall");
        this.announcements = Objects.requireNonNull(announcements, "announcements");
    }

    SirClientBuilder copyFor(TownHall otherTownHall, Credentials otherCredentials, Announcements others) {
        SirClientBuilder b = new SirClientBuilder(environment, otherCredentials, otherTownHall, others);
        b.grace = grace;
        b.clock = clock;
        b.random = random;
        b.maxFileBytes = maxFileBytes;
        b.wireTap = wireTap;
        b.listener = listener;
        b.pci = pci;
        return b;
    }

    /**
     * How long after the last attempt finding nothing says nothing; an hour when not said. How long an exchange may be without being told
     * is not documented.
     */
    public SirClientBuilder grace(Duration value) {
        if (value.isNegative()) {
            throw ConfigurationException.of("The period of grace of SIR is negative", "Use zero or more.");
        }
        this.grace = value;
        return this;
    }

    /** Most bytes of a file that is downloaded; 16 MB when not said, although those who send may send 10. */
    public SirClientBuilder maxFileBytes(long value) {
        this.maxFileBytes = value;
        return this;
    }

    /** Gets every message as it goes over the wire, downloads included. */
    public SirClientBuilder wireTap(WireTap value) {
        this.wireTap = Objects.requireNonNull(value, "value");
        return this;
    }

    /** Told of every exchange. */
    public SirClientBuilder listener(ExchangeListener value) {
        this.listener = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Other settings of the PCI: purpose, timeouts, signatures. Files go as MTOM parts with the client certificate; with
     * {@code inlineAttachmentsUpTo} small ones go inside the signed XML (contract sir 2).
     */
    public SirClientBuilder pci(UnaryOperator<PciClient.Builder> settings) {
        this.pci = Objects.requireNonNull(settings, "settings");
        return this;
    }

    /**
     * Clock of the period of grace; that of the system when not said. Operations must come from the same clock. Certificates and
     * WS-Security always use the real one.
     */
    public SirClientBuilder clock(Clock value) {
        this.clock = Objects.requireNonNull(value, "value");
        return this;
    }

    /** Randomness of the identities of questions. */
    public SirClientBuilder random(RandomGenerator value) {
        this.random = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * The finished client.
     *
     * @throws ConfigurationException if settings contradict each other
     */
    public SirClient build() {
        return new SirClient(this);
    }

    Connections connect() {
        PciClient.Builder client = PciClient.builder(environment, credentials, townHall);
        String host = environment.endpoint(Cluster.APP, Front.SINCRON).getHost();
        HttpExchangeClient.Builder downloads = HttpExchangeClient.builder(environment.serverTrust())
                .clientCertificate(credentials)
                .allowedHosts(Set.of(host))
                .maxResponseBytes(maxFileBytes);
        if (wireTap != null) {
            client.wireTap(wireTap);
            downloads.wireTap(wireTap);
        }
        if (listener != null) {
            client.listener(listener);
            downloads.listener(listener);
        }
        return new Connections(pci.apply(client).build(), downloads.build());
    }

    /** What has to be closed. */
    record Connections(PciClient pci, HttpExchangeClient downloads) implements AutoCloseable {
        @Override
        public void close() {
            pci.close();
            downloads.close();
        }
    }
}
