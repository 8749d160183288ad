package cat.eset.registry.eacat;

import cat.eset.core.Credentials;
import cat.eset.core.InvalidValueException;
import cat.eset.core.TownHall;
import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import cat.eset.registry.eacat.BodyList.Coverage;
import cat.eset.registry.internal.eacat.EacatCalls;
import cat.eset.registry.internal.eacat.EacatWire;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.pci.PciClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Asks the directory of EACAT through the PCI (contract pci 13). Immutable and thread-safe; make one and keep it. Questions have no effect
 * and may be repeated; those about persons are accesses to personal data, which the consortium records.
 *
 * <p>Every method throws {@link EacatException} when EACAT answers with an error and a {@code PciException} when the PCI does not answer.
 */
public final class EacatDirectory implements AutoCloseable {

    private static final int MOST_BODIES = 500;

    private final PciClient pci;
    private final EacatCalls calls;
    private final EacatWire wire;
    private final List<String> provinces;

    private EacatDirectory(Builder b) {
        this.pci = b.pci.apply(PciClient.builder(b.environment, b.credentials, b.townHall))
                .build();
        this.calls = new EacatCalls(pci, b.clock, b.random);
        this.wire = new EacatWire(b.paddedCodes);
        this.provinces = b.provinces;
    }

    /**
     * Starts a directory.
     *
     * @param environment where
     * @param credentials certificate authorised in the PCI for this town hall
     * @param townHall in whose name
     */
    public static Builder builder(AocEnvironment environment, Credentials credentials, TownHall townHall) {
        return new Builder(environment, credentials, townHall);
    }

    /** A person in every body for which he or she is a user. */
    public List<User> users(Nif nif) {
        return calls.ask(wire.users(), new EacatWire.UserQuestion(nif, Optional.empty()));
    }

    /** A person as a user of a body. */
    public List<User> users(Nif nif, Ine10 body) {
        return calls.ask(wire.users(), new EacatWire.UserQuestion(nif, Optional.of(body)));
    }

    /**
     * Everybody with a role in a service, in every body that we may see.
     *
     * @param service code of the service, 1 to 15 characters
     */
    public List<ServiceUser> serviceUsers(String service) {
        return serviceUsers(service, Optional.empty(), Optional.empty());
    }

    /**
     * Who has a role in a service.
     *
     * @param service code of the service, 1 to 15 characters
     * @param nif only this person
     * @param body only in this body
     */
    public List<ServiceUser> serviceUsers(String service, Optional<Nif> nif, Optional<Ine10> body) {
        if (service.isBlank() || service.length() > 15) {
            throw InvalidValueException.of("EacatDirectory", "a service of 1 to 15 characters");
        }
        return calls.ask(wire.serviceUsers(), new EacatWire.ServiceQuestion(service, nif, body));
    }

    /** Types of body. */
    public List<BodyType> bodyTypes() {
        return calls.ask(wire.bodyTypes(), "");
    }

    /**
     * Bodies, in one question: at most 500, and the coverage says when they were probably cut.
     *
     * @see #allBodies
     */
    public BodyList bodies(BodyQuery query) {
        if (query.isEmpty()) {
            throw InvalidValueException.of("BodyQuery", "at least one criterion");
        }
        List<Body> found = calls.ask(wire.bodies(), query);
        return new BodyList(found, found.size() < MOST_BODIES ? Coverage.WHOLE : Coverage.CUT);
    }

    /**
     * Bodies, however many there are: what is cut is asked again per province, and a province that is still cut per type. Some dozens of
     * questions at most.
     */
    public BodyList allBodies(BodyQuery query) {
        BodyList whole = bodies(query);
        if (whole.coverage() == Coverage.WHOLE) {
            return whole;
        }
        if (query.province().isEmpty()) {
            return parts(whole, provinces, query::inProvince);
        }
        return query.typeId().isEmpty()
                ? parts(whole, bodyTypes().stream().map(BodyType::id).toList(), query::ofType)
                : whole;
    }

    private BodyList parts(BodyList whole, List<String> values, Function<String, BodyQuery> narrower) {
        Map<String, Body> found = new LinkedHashMap<>();
        whole.bodies().forEach(b -> found.putIfAbsent(b.code(), b));
        Coverage coverage = values.isEmpty() ? Coverage.CUT : Coverage.BY_PARTS;
        for (String value : values) {
            BodyList part = allBodies(narrower.apply(value));
            part.bodies().forEach(b -> found.putIfAbsent(b.code(), b));
            if (part.coverage() == Coverage.CUT) {
                coverage = Coverage.CUT;
            }
        }
        return new BodyList(List.copyOf(found.values()), coverage);
    }

    /** Authorised officials. */
    public List<Official> officials(OfficialQuery query) {
        return calls.ask(wire.officials(), query);
    }

    /** Closes idle connections. */
    @Override
    public void close() {
        pci.close();
    }

    /** Builds an {@link EacatDirectory}; not thread-safe. */
    public static final class Builder {
        private final AocEnvironment environment;
        private final Credentials credentials;
        private final TownHall townHall;
        private boolean paddedCodes;
        private List<String> provinces = List.of("Barcelona", "Tarragona", "Lleida", "Girona");
        private UnaryOperator<PciClient.Builder> pci = UnaryOperator.identity();
        private Clock clock = Clock.systemUTC();
        private RandomGenerator random = new SecureRandom();

        private Builder(AocEnvironment environment, Credentials credentials, TownHall townHall) {
            this.environment = Objects.requireNonNull(environment, "environment");
            this.credentials = Objects.requireNonNull(credentials, "credentials");
            this.townHall = Objects.requireNonNull(townHall, "townHall");
        }

        /**
         * Asks with codes of ten digits. When not said, leading zeros are left out, as in the official example; whether EACAT finds the
         * other form is not known: try both in PRE.
         */
        public Builder paddedCodes() {
            this.paddedCodes = true;
            return this;
        }

        /** Names of the provinces by which a cut answer is asked again; the four of Catalonia when not said. */
        public Builder provinces(List<String> names) {
            this.provinces = List.copyOf(names);
            return this;
        }

        /** Settings of the PCI: purpose, consent, civil servant, timeouts, signatures, wire tap. */
        public Builder pci(UnaryOperator<PciClient.Builder> settings) {
            this.pci = Objects.requireNonNull(settings, "settings");
            return this;
        }

        /** The clock of the identities of questions; that of the system when not said. */
        public Builder clock(Clock value) {
            this.clock = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Randomness of the identities of questions. */
        public Builder random(RandomGenerator value) {
            this.random = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * The finished directory.
         *
         * @throws cat.eset.core.ConfigurationException if settings contradict each other
         */
        public EacatDirectory build() {
            return new EacatDirectory(this);
        }
    }
}
