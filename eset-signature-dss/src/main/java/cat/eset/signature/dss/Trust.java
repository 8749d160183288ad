package cat.eset.signature.dss;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

/**
 * Which certificates are believed, and what is known about revocation. Immutable and thread-safe.
 *
 * @param anchors certificates that are believed without more: root or issuing authorities
 * @param intermediates issuers that signatures may fail to carry; not believed by themselves
 * @param crls revocation lists at hand; none means that revocation cannot be decided here
 */
public record Trust(List<X509Certificate> anchors, List<X509Certificate> intermediates, List<X509CRL> crls) {

    /** Copies the lists. */
    public Trust {
        anchors = List.copyOf(anchors);
        intermediates = List.copyOf(intermediates);
        crls = List.copyOf(crls);
    }

    /** Believes these authorities; knows nothing about revocation. */
    public static Trust anchors(Collection<X509Certificate> anchors) {
        return new Trust(List.copyOf(anchors), List.of(), List.of());
    }

    /** With issuers that signatures may fail to carry. */
    public Trust intermediates(Collection<X509Certificate> certificates) {
        return new Trust(anchors, List.copyOf(certificates), crls);
    }

    /** With these revocation lists. */
    public Trust crls(Collection<X509CRL> lists) {
        return new Trust(anchors, intermediates, List.copyOf(lists));
    }

    @Override
    public String toString() {
        return "Trust[" + anchors.size() + " anchors, " + intermediates.size() + " intermediates, " + crls.size()
                + " revocation lists]";
    }
}
