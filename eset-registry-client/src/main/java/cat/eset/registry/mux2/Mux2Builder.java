package cat.eset.registry.mux2;

import cat.eset.core.ConfigurationException;
import cat.eset.core.Credentials;
import cat.eset.core.TownHall;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.Cluster;
import cat.eset.transport.Product;
import cat.eset.transport.pci.PciClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Mux2}; not thread-safe. */
public final class Mux2Builder {

    final TownHall townHall;
    final String application;
    Cluster cluster = Product.MUX.cluster();
    AnswerNames names = AnswerNames.ofRequests();
    Clock clock = Clock.systemUTC();
    Duration clockSkew = Duration.ofMinutes(5);
    RandomGenerator random = new SecureRandom();

    @Nullable String createModality;

    @Nullable String consolidateModality;

    @Nullable String uploadModality;

    private final AocEnvironment environment;
    private final Credentials credentials;
    private UnaryOperator<PciClient.Builder> pci = UnaryOperator.identity();

    Mux2Builder(AocEnvironment environment, Credentials credentials, TownHall townHall, String application) {
        this.environment = Objects.requireNonNull(environment, "environment");
        this.credentials = Objects.requireNonNull(credentials, "credentials");
        this.townHall = Objects.requireNonNull(townHall, "townHall");
        this.application = application;
        if (application.length() < 3 || application.length() > 10) {
            throw ConfigurationException.of(
                    "The literal of the application has not 3 to 10 characters",
                    "Give the IdAplicacio that the consortium assigned.");
        }
    }

    Mux2Builder copyFor(TownHall otherTownHall, Credentials otherCredentials) {
        Mux2Builder b = new Mux2Builder(environment, otherCredentials, otherTownHall, application);
        b.cluster = cluster;
        b.names = names;
        b.clock = clock;
        b.clockSkew = clockSkew;
        b.random = random;
        b.createModality = createModality;
        b.consolidateModality = consolidateModality;
        b.uploadModality = uploadModality;
        b.pci = pci;
        return b;
    }

    /** Code of the modality of {@link Mux2#create}, which is not published: ask the consortium. */
    public Mux2Builder createModality(String code) {
        this.createModality = Objects.requireNonNull(code, "code");
        return this;
    }

    /** Code of the modality of {@link Mux2#consolidate}, which is not published: ask the consortium. */
    public Mux2Builder consolidateModality(String code) {
        this.consolidateModality = Objects.requireNonNull(code, "code");
        return this;
    }

    /** Code of the modality of {@link Mux2#upload}, which is not published: ask the consortium. */
    public Mux2Builder uploadModality(String code) {
        this.uploadModality = Objects.requireNonNull(code, "code");
        return this;
    }

    /** Cluster of the PCI that serves MUX; IOP when not said, inferred from the published schemas (contract mux 2). */
    public Mux2Builder cluster(Cluster value) {
        this.cluster = Objects.requireNonNull(value, "cluster");
        return this;
    }

    /** Names in the answers to questions; {@link AnswerNames#ofRequests()} when not said. */
    public Mux2Builder answerNames(AnswerNames value) {
        this.names = Objects.requireNonNull(value, "answerNames");
        return this;
    }

    /** Clock of the operations, for {@link Mux2#trace}; that of the system when not said. */
    public Mux2Builder clock(Clock value) {
        this.clock = Objects.requireNonNull(value, "clock");
        return this;
    }

    /** How far the clock of MUX may be from ours; 5 minutes when not said. */
    public Mux2Builder clockSkew(Duration value) {
        this.clockSkew = Objects.requireNonNull(value, "clockSkew");
        return this;
    }

    /** Randomness of the identities of questions. */
    public Mux2Builder random(RandomGenerator value) {
        this.random = Objects.requireNonNull(value, "random");
        return this;
    }

    /** Settings of the PCI: purpose, civil servant, timeouts, signatures, wire taps. */
    public Mux2Builder pci(UnaryOperator<PciClient.Builder> value) {
        this.pci = Objects.requireNonNull(value, "pci");
        return this;
    }

    /**
     * The finished client.
     *
     * @throws ConfigurationException if settings contradict each other
     */
    public Mux2 build() {
        return new Mux2(this);
    }

    PciClient connect() {
        return pci.apply(PciClient.builder(environment, credentials, townHall)).build();
    }

    String modality(String operation, @Nullable String code) {
        if (code == null) {
            throw ConfigurationException.of(
                    "The modality of MUX V2 to " + operation + " is not known",
                    "It is not published: ask the consortium, and give it with " + operation + "Modality.");
        }
        return code;
    }
}
