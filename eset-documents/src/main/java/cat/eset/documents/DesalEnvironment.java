package cat.eset.documents;

import cat.eset.core.ConfigurationException;
import cat.eset.transport.ServerTrust;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Where DESA'L is, and where the addresses it hands out for bytes may lead (contract desal 2). Always named, never defaulted.
 *
 * @param name shown in messages
 * @param base address without a slash at its end
 * @param contentHosts domains to which bytes may go and from which they may come: an address inside an answer is followed only if its host
 *     is one of these or below one
 * @param trust who may be at the other end
 * @param region region of the signature
 * @param signedService service of the signature
 */
public record DesalEnvironment(
        String name, URI base, Set<String> contentHosts, ServerTrust trust, String region, String signedService) {

    /** Checks the address. */
    public DesalEnvironment {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(trust, "trust");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(signedService, "signedService");
        contentHosts = Set.copyOf(contentHosts);
        if (!"https".equals(base.getScheme()) || base.toString().endsWith("/") || contentHosts.isEmpty()) {
            throw ConfigurationException.of(
                    "The address of DESA'L is not usable",
                    "Give an https address without a slash at its end, and the hosts of the bytes.");
        }
    }

    /** PRE: for tests, never with real personal data. */
    public static DesalEnvironment preproduction() {
        return official("PRE", "desalpre");
    }

    /** PRO. */
    public static DesalEnvironment production() {
        return official("PRO", "desal");
    }

    /** Another world: a simulator, a tunnel. Bytes are at the same host. */
    public static DesalEnvironment custom(String name, URI base, ServerTrust trust) {
        return new DesalEnvironment(name, base, Set.of(base.getHost()), trust, "eu-west-1", "execute-api");
    }

    /** The same, with bytes at these domains. */
    public DesalEnvironment withContentHosts(Set<String> hosts) {
        return new DesalEnvironment(name, base, hosts, trust, region, signedService);
    }

    /** Whether bytes may be there. */
    public boolean allowsContentAt(URI address) {
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        return "https".equals(address.getScheme())
                && contentHosts.stream().anyMatch(allowed -> host.equals(allowed) || host.endsWith("." + allowed));
    }

    private static DesalEnvironment official(String name, String host) {
        return new DesalEnvironment(
                name,
                URI.create("https://" + host + ".aoc.cat"),
                Set.of("amazonaws.com"),
                ServerTrust.ofJava(),
                "eu-west-1",
                "execute-api");
    }
}
