package cat.eset.registry.mux;

import cat.eset.core.ConfigurationException;
import cat.eset.transport.ServerTrust;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;

/**
 * Where the REST services of MUX V3 are, and whom to believe there (contract mux 2). Always named, never defaulted.
 *
 * @param name shown in messages
 * @param transactions base of receipts and consolidation, without a slash at its end
 * @param mailboxes base of the mailboxes, without a slash at its end
 * @param trust who may be at the other end
 */
public record MuxEnvironment(String name, URI transactions, URI mailboxes, ServerTrust trust) {

    /** Checks the addresses. */
    public MuxEnvironment {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(trust, "trust");
        for (URI address : new URI[] {transactions, mailboxes}) {
            if (!"https".equals(address.getScheme()) || address.toString().endsWith("/")) {
                throw ConfigurationException.of(
                        "An address of MUX is not usable", "Give https addresses without a slash at their end.");
            }
        }
    }

    /** Development; its addresses come from the document alone. */
    public static MuxEnvironment development() {
        return official("mux-dev");
    }

    /** PRE: for tests, never with real personal data. */
    public static MuxEnvironment preproduction() {
        return official("mux-pre");
    }

    /** PRO: everything sent here has legal effects. */
    public static MuxEnvironment production() {
        return official("mux");
    }

    /**
     * Another world: a simulator, a tunnel.
     *
     * @param base holds {@code transaccio} and {@code bustia}
     */
    public static MuxEnvironment custom(String name, URI base, ServerTrust trust) {
        String start = base.toString().replaceAll("/+$", "");
        return new MuxEnvironment(name, URI.create(start + "/transaccio"), URI.create(start + "/bustia"), trust);
    }

    private static MuxEnvironment official(String host) {
        return custom(host.toUpperCase(Locale.ROOT), URI.create("https://" + host + ".aoc.cat"), ServerTrust.ofJava());
    }
}
