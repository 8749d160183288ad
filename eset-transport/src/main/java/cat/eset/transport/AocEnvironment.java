package cat.eset.transport;

import cat.eset.core.ConfigurationException;
import java.net.URI;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of the worlds of the consortium: addresses, whom to trust on the wire, and who signs the answers. Always named,
 * never defaulted. Immutable and thread-safe.
 *
 * <p>The trust anchor of the signatures of the answers is not published (contract pci 10.3): give it with
 * {@link #withResponseSigner}, or say plainly at the client that signatures are not required.
 */
public final class AocEnvironment {

    private static final String SERVICES = "/siri-proxy/services/";

    private final String name;
    private final boolean production;
    private final Map<Cluster, URI> bases;
    private final ServerTrust serverTrust;
    private final @Nullable ResponseSigner responseSigner;

    private AocEnvironment(
            String name,
            boolean production,
            Map<Cluster, URI> bases,
            ServerTrust serverTrust,
            @Nullable ResponseSigner responseSigner) {
        this.name = name;
        this.production = production;
        this.bases = Map.copyOf(bases);
        this.serverTrust = serverTrust;
        this.responseSigner = responseSigner;
    }

    /** PRE: for tests, never with real personal data (contract pci 2). */
    public static AocEnvironment preproduction() {
        return official("PRE", false, "-pre");
    }

    /** PRO: everything sent here has legal effects. */
    public static AocEnvironment production() {
        return official("PRO", true, "");
    }

    /**
     * Another world: a simulator, a tunnel.
     *
     * @param name shown in messages and logs
     * @param serverTrust whom to believe there
     */
    public static Builder custom(String name, ServerTrust serverTrust) {
        return new Builder(name, serverTrust);
    }

    private static AocEnvironment official(String name, boolean production, String suffix) {
        Map<Cluster, URI> bases = new EnumMap<>(Cluster.class);
        for (Cluster cluster : Cluster.values()) {
            String host = "serveis3" + suffix + "." + cluster.name().toLowerCase(Locale.ROOT) + ".aoc.cat";
            bases.put(cluster, URI.create("https://" + host + SERVICES));
        }
        return new AocEnvironment(name, production, bases, ServerTrust.ofJava(), null);
    }

    /** The same world, with other anchors for TLS. */
    public AocEnvironment withServerTrust(ServerTrust trust) {
        return new AocEnvironment(name, production, bases, Objects.requireNonNull(trust, "trust"), responseSigner);
    }

    /** The same world, with the identity that signs its answers. */
    public AocEnvironment withResponseSigner(ResponseSigner signer) {
        return new AocEnvironment(name, production, bases, serverTrust, Objects.requireNonNull(signer, "signer"));
    }

    /** Shown in messages and logs. */
    public String name() {
        return name;
    }

    /** Whether what is sent has legal effects. */
    public boolean isProduction() {
        return production;
    }

    /**
     * The address of a front.
     *
     * @throws ConfigurationException if this world has no such cluster
     */
    public URI endpoint(Cluster cluster, Front front) {
        URI base = bases.get(cluster);
        if (base == null) {
            throw ConfigurationException.of(
                    "The environment " + name + " has no address for the cluster " + cluster,
                    "Name it: AocEnvironment.custom(...).cluster(Cluster." + cluster + ", uri).");
        }
        return base.resolve(front.path());
    }

    /** Whom to believe on the wire. */
    public ServerTrust serverTrust() {
        return serverTrust;
    }

    /** Who signs the answers; empty while nobody said so. */
    public Optional<ResponseSigner> responseSigner() {
        return Optional.ofNullable(responseSigner);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Builds another world; not thread-safe. */
    public static final class Builder {
        private final String name;
        private final ServerTrust serverTrust;
        private final Map<Cluster, URI> bases = new EnumMap<>(Cluster.class);
        private boolean production;
        private @Nullable ResponseSigner responseSigner;

        private Builder(String name, ServerTrust serverTrust) {
            this.name = Objects.requireNonNull(name, "name");
            this.serverTrust = Objects.requireNonNull(serverTrust, "serverTrust");
        }

        /**
         * The address of a cluster, up to and without the name of the front: {@code https://host/siri-proxy/services}.
         *
         * @throws ConfigurationException if it is not {@code https}; plain {@code http} is for loopback only
         */
        public Builder cluster(Cluster cluster, URI services) {
            String text = services.toString();
            URI base = text.endsWith("/") ? services : URI.create(text + "/");
            boolean loopback = "http".equals(base.getScheme()) && isLoopback(base.getHost());
            if (base.getHost() == null || !("https".equals(base.getScheme()) || loopback)) {
                throw ConfigurationException.of(
                        "The address of the cluster " + cluster + " is not https", "Plain http is for loopback only.");
            }
            bases.put(cluster, base);
            return this;
        }

        /** One address for every cluster. */
        public Builder everyCluster(URI services) {
            for (Cluster cluster : Cluster.values()) {
                cluster(cluster, services);
            }
            return this;
        }

        /** What is sent there has legal effects. */
        public Builder production() {
            this.production = true;
            return this;
        }

        /** Who signs the answers. */
        public Builder responseSigner(ResponseSigner signer) {
            this.responseSigner = Objects.requireNonNull(signer, "signer");
            return this;
        }

        /** The finished world. */
        public AocEnvironment build() {
            return new AocEnvironment(name, production, bases, serverTrust, responseSigner);
        }

        private static boolean isLoopback(@Nullable String host) {
            return "localhost".equals(host) || "127.0.0.1".equals(host) || "[::1]".equals(host);
        }
    }
}
