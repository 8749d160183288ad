package cat.eset.transport;

import cat.eset.core.ConfigurationException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Who signs the answers of the PCI: an authority to anchor in and the {@code organizationIdentifier} (OID 2.5.4.97) of
 * the end certificate. Pinned by these two and not by a certificate, because the certificate is replaced from time to
 * time (contract pci 10.3).
 *
 * @param anchors trusted authorities
 * @param intermediates certificates that may help to build the chain; not trusted by themselves
 * @param organizationIdentifier what the end certificate must say, for example {@code VATES-Q0801175A}
 */
public record ResponseSigner(
        List<X509Certificate> anchors, List<X509Certificate> intermediates, String organizationIdentifier) {

    /** The identifier of the consortium, seen in PRE (contract pci 10.3). */
    public static final String CONSORTIUM = "VATES-Q0801175A";

    /** Copies and checks. */
    public ResponseSigner {
        anchors = List.copyOf(anchors);
        intermediates = List.copyOf(intermediates);
        Objects.requireNonNull(organizationIdentifier, "organizationIdentifier");
        if (anchors.isEmpty()) {
            throw ConfigurationException.of(
                    "The signer of the answers has no trusted authority", "Give the certificate of its authority.");
        }
    }

    /** The consortium, under these authorities. */
    public static ResponseSigner consortium(Collection<X509Certificate> anchors) {
        return new ResponseSigner(List.copyOf(anchors), List.of(), CONSORTIUM);
    }
}
