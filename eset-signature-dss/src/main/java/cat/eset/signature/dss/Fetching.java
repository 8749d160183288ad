package cat.eset.signature.dss;

import cat.eset.core.InvalidValueException;
import cat.eset.signature.dss.internal.GuardedLoader;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.http.HttpExchangeClient;
import cat.eset.transport.http.Timeouts;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Leave to fetch what certificates point at: revocation lists, OCSP answers, missing issuers, and trusted lists. The addresses
 * come from certificates and lists of strangers, so only http and https of the public Internet is called, no redirect is
 * followed, and answers are cut off by size and time. Immutable and thread-safe; close it at the end.
 *
 * <p>Nothing is fetched for a certificate without a path to a trust anchor, so an attacker's certificate leads nowhere.
 */
public final class Fetching implements AutoCloseable {

    private final Settings settings;
    private final HttpExchangeClient http;

    private Fetching(Settings settings) {
        this.settings = settings;
        HttpExchangeClient.Builder client = HttpExchangeClient.builder(ServerTrust.ofJava())
                .timeouts(settings.timeouts)
                .maxResponseBytes(settings.mostBytes);
        settings.hosts.ifPresent(client::allowedHosts);
        this.http = (settings.privateAllowed ? client : client.publicAddressesOnly()).build();
    }

    private record Settings(Timeouts timeouts, long mostBytes, Optional<Set<String>> hosts, boolean privateAllowed) {}

    /** 3 s to connect, 10 s in all, 20 MB an answer, any public host. */
    public static Fetching guarded() {
        Timeouts timeouts = Timeouts.standard()
                .withConnect(Duration.ofSeconds(3))
                .withRead(Duration.ofSeconds(5))
                .withWhole(Duration.ofSeconds(10));
        return new Fetching(new Settings(timeouts, 20L << 20, Optional.empty(), false));
    }

    /** The same with these times for each answer. */
    public Fetching timeouts(Timeouts value) {
        return new Fetching(new Settings(
                Objects.requireNonNull(value, "timeouts"),
                settings.mostBytes,
                settings.hosts,
                settings.privateAllowed));
    }

    /** The same with this limit on each answer, in bytes. */
    public Fetching mostBytes(long bytes) {
        if (bytes < 1) {
            throw InvalidValueException.of("Fetching", "a positive limit");
        }
        return new Fetching(new Settings(settings.timeouts, bytes, settings.hosts, settings.privateAllowed));
    }

    /** The same, from these hosts only. */
    public Fetching hosts(Set<String> names) {
        return new Fetching(new Settings(
                settings.timeouts, settings.mostBytes, Optional.of(Set.copyOf(names)), settings.privateAllowed));
    }

    /**
     * The same, from private networks too: for tests, and for a town hall whose own authority lives inside. Name the
     * {@link #hosts} then.
     */
    public Fetching withPrivateAddresses() {
        return new Fetching(new Settings(settings.timeouts, settings.mostBytes, settings.hosts, true));
    }

    GuardedLoader loader() {
        return new GuardedLoader(http);
    }

    @Override
    public void close() {
        http.close();
    }
}
