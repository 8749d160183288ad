package cat.eset.notify;

import cat.eset.core.Credentials;
import cat.eset.core.TownHall;
import cat.eset.notify.internal.NtCalls;
import cat.eset.notify.internal.wire.Caller;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.Cluster;
import cat.eset.transport.Front;
import cat.eset.transport.Product;
import cat.eset.transport.http.ExchangeListener;
import cat.eset.transport.http.HttpExchangeClient;
import cat.eset.transport.http.WireTap;
import cat.eset.transport.pci.PciClient;
import cat.eset.transport.pci.Throttle;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Builds an {@link ENotum}; not thread-safe. */
public final class ENotumBuilder {

    private static final String DESAL = "desal.aoc.cat";
    private static final String DESAL_TESTS = "desalpre.aoc.cat";

    final TownHall townHall;
    DocumentTransport documentTransport = DocumentTransport.ATTACHED;
    ServiceLimits limits = ServiceLimits.documented();
    ReconcilePolicy reconcilePolicy = ReconcilePolicy.standard();
    Clock clock = Clock.systemUTC();

    private final AocEnvironment environment;
    private final Credentials credentials;
    private @Nullable String organisation;
    private @Nullable String department;
    private @Nullable String backOffice;
    private @Nullable Set<String> evidenceHosts;
    private @Nullable WireTap wireTap;
    private @Nullable ExchangeListener listener;
    private Optional<Throttle> throttle = Optional.of(Throttle.ENOTUM_START);
    private UnaryOperator<PciClient.Builder> pci = UnaryOperator.identity();
    private RandomGenerator random = new SecureRandom();

    ENotumBuilder(AocEnvironment environment, Credentials credentials, TownHall townHall) {
        this.environment = Objects.requireNonNull(environment, "environment");
        this.credentials = Objects.requireNonNull(credentials, "credentials");
        this.townHall = Objects.requireNonNull(townHall, "townHall");
    }

    ENotumBuilder copyFor(TownHall otherTownHall, Credentials otherCredentials) {
        ENotumBuilder b = new ENotumBuilder(environment, otherCredentials, otherTownHall);
        b.documentTransport = documentTransport;
        b.limits = limits;
        b.reconcilePolicy = reconcilePolicy;
        b.clock = clock;
        b.backOffice = backOffice;
        b.evidenceHosts = evidenceHosts;
        b.wireTap = wireTap;
        b.listener = listener;
        b.throttle = throttle;
        b.pci = pci;
        b.random = random;
        return b;
    }

    /**
     * Codes that e-NOTUM has for the town hall, ten digits each; when not said, both are the code of the town hall.
     * {@link ENotum#onBehalfOf} forgets them.
     */
    public ENotumBuilder organisation(String organisationCode, String departmentCode) {
        this.organisation = Objects.requireNonNull(organisationCode, "organisationCode");
        this.department = Objects.requireNonNull(departmentCode, "departmentCode");
        return this;
    }

    /** Code of the calling system, created by the consortium on request; an unknown one is error 3021. */
    public ENotumBuilder backOffice(String code) {
        this.backOffice = Objects.requireNonNull(code, "code");
        return this;
    }

    /** How the content of documents travels; {@link DocumentTransport#ATTACHED} when not said. */
    public ENotumBuilder documentTransport(DocumentTransport value) {
        this.documentTransport = Objects.requireNonNull(value, "value");
        return this;
    }

    /** Limits that the documentation leaves open; {@link ServiceLimits#documented()} when not said. */
    public ENotumBuilder limits(ServiceLimits value) {
        this.limits = Objects.requireNonNull(value, "value");
        return this;
    }

    /** When finding nothing means that there is nothing; {@link ReconcilePolicy#standard()} when not said. */
    public ENotumBuilder reconcilePolicy(ReconcilePolicy value) {
        this.reconcilePolicy = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Hosts from which evidence PDFs are downloaded, instead of the usual ones: that of e-NOTUM's front and DESA'L. The
     * documentation does not say which they are.
     */
    public ENotumBuilder evidenceHosts(Set<String> hosts) {
        this.evidenceHosts = Set.copyOf(hosts);
        return this;
    }

    /** Gets every message as it goes over the wire, downloads included. */
    public ENotumBuilder wireTap(WireTap value) {
        this.wireTap = Objects.requireNonNull(value, "value");
        return this;
    }

    /** Told of every exchange. */
    public ENotumBuilder listener(ExchangeListener value) {
        this.listener = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * How fast to speak with e-NOTUM; {@link Throttle#ENOTUM_START} when not said, because the consortium publishes no limit
     * (contract enotum 15). Counted for this client alone: one client for each town hall. Downloads of evidence do not
     * count, they come from elsewhere.
     */
    public ENotumBuilder throttle(Throttle value) {
        this.throttle = Optional.of(value);
        return this;
    }

    /** As fast as the caller calls. */
    public ENotumBuilder withoutThrottle() {
        this.throttle = Optional.empty();
        return this;
    }

    /** Other settings of the PCI: purpose, civil servant, timeouts, signatures. */
    public ENotumBuilder pci(UnaryOperator<PciClient.Builder> settings) {
        this.pci = Objects.requireNonNull(settings, "settings");
        return this;
    }

    /**
     * Clock of what is legal and of the period of grace; that of the system when not said. Operations must come from the
     * same clock. Certificates and WS-Security always use the real one.
     */
    public ENotumBuilder clock(Clock value) {
        this.clock = Objects.requireNonNull(value, "value");
        return this;
    }

    /** Randomness of the identities of questions. */
    public ENotumBuilder random(RandomGenerator value) {
        this.random = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * The finished client.
     *
     * @throws cat.eset.core.ConfigurationException if settings contradict each other
     */
    public ENotum build() {
        return new ENotum(this);
    }

    Connections connect() {
        PciClient.Builder client = PciClient.builder(environment, credentials, townHall);
        HttpExchangeClient.Builder downloads = HttpExchangeClient.builder(environment.serverTrust())
                .clientCertificate(credentials)
                .allowedHosts(evidenceHosts == null ? usualHosts() : evidenceHosts)
                .maxResponseBytes(limits.evidenceBytes());
        if (wireTap != null) {
            client.wireTap(wireTap);
            downloads.wireTap(wireTap);
        }
        if (listener != null) {
            client.listener(listener);
            downloads.listener(listener);
        }
        throttle.ifPresent(t -> client.throttle(Product.ENOTUM, t));
        return new Connections(pci.apply(client).build(), downloads.build());
    }

    NtCalls calls(Connections connections) {
        String own = townHall.ine10().value();
        Caller caller =
                new Caller.Employee(organisation == null ? own : organisation, department == null ? own : department);
        return new NtCalls(connections.pci(), Optional.ofNullable(backOffice), caller, clock, random);
    }

    private Set<String> usualHosts() {
        Set<String> hosts = new TreeSet<>();
        hosts.add(environment.endpoint(Cluster.NT, Front.SINCRON).getHost());
        hosts.add(environment.isProduction() ? DESAL : DESAL_TESTS);
        return hosts;
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
