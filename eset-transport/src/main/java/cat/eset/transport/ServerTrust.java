package cat.eset.transport;

import cat.eset.core.ConfigurationException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom to believe at the other end of a TLS connection: anchors, and the name its certificate must bear. Immutable.
 *
 * <p>The name is that of the address unless {@link #expecting} says otherwise.
 */
public final class ServerTrust {

    private final @Nullable List<X509Certificate> anchors;
    private final @Nullable String expectedName;

    private ServerTrust(@Nullable List<X509Certificate> anchors, @Nullable String expectedName) {
        this.anchors = anchors;
        this.expectedName = expectedName;
    }

    /** The authorities that this Java trusts, as the consortium's own sample client does (contract pci 10.4). */
    public static ServerTrust ofJava() {
        return new ServerTrust(null, null);
    }

    /** These authorities and no other. */
    public static ServerTrust anchors(Collection<X509Certificate> anchors) {
        if (anchors.isEmpty()) {
            throw ConfigurationException.of("The list of trusted authorities is empty", "Give at least one.");
        }
        return new ServerTrust(List.copyOf(anchors), null);
    }

    /** The same anchors, with a certificate that must bear this name instead of that of the address (tunnels, proxies). */
    public ServerTrust expecting(String serverName) {
        return new ServerTrust(anchors, Objects.requireNonNull(serverName, "serverName"));
    }

    /** The authorities; empty: those of this Java. */
    public Optional<List<X509Certificate>> anchors() {
        return Optional.ofNullable(anchors);
    }

    /** The name the server's certificate must bear; empty: that of the address. */
    public Optional<String> expectedName() {
        return Optional.ofNullable(expectedName);
    }
}
