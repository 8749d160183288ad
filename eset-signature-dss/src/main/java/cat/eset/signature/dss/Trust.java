package cat.eset.signature.dss;

import cat.eset.signature.dss.internal.Sources;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which certificates are believed, and what is known about revocation. Immutable and thread-safe.
 *
 * @param anchors certificates that are believed without more: root or issuing authorities
 * @param intermediates issuers that signatures may fail to carry; not believed by themselves
 * @param crls revocation lists at hand
 * @param lists trusted lists whose authorities are believed too
 * @param fetching leave to fetch revocation data and missing issuers; without it nothing is fetched
 */
public record Trust(
        List<X509Certificate> anchors,
        List<X509Certificate> intermediates,
        List<X509CRL> crls,
        Optional<TrustedLists> lists,
        Optional<Fetching> fetching) {

    /** Copies the lists. */
    public Trust {
        anchors = List.copyOf(anchors);
        intermediates = List.copyOf(intermediates);
        crls = List.copyOf(crls);
        Objects.requireNonNull(lists, "lists");
        Objects.requireNonNull(fetching, "fetching");
    }

    /** Believes these authorities; knows nothing about revocation, and fetches nothing. */
    public static Trust anchors(Collection<X509Certificate> anchors) {
        return new Trust(List.copyOf(anchors), List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    /** Believes the authorities of these lists; knows nothing about revocation, and fetches nothing. */
    public static Trust lists(TrustedLists lists) {
        return anchors(List.of()).andLists(lists);
    }

    /** With issuers that signatures may fail to carry. */
    public Trust intermediates(Collection<X509Certificate> certificates) {
        return new Trust(anchors, List.copyOf(certificates), crls, lists, fetching);
    }

    /** With these revocation lists. */
    public Trust crls(Collection<X509CRL> revocations) {
        return new Trust(anchors, intermediates, List.copyOf(revocations), lists, fetching);
    }

    /** With the authorities of these lists. */
    public Trust andLists(TrustedLists value) {
        return new Trust(anchors, intermediates, crls, Optional.of(value), fetching);
    }

    /**
     * With leave to fetch: OCSP first, then revocation lists, and issuers that are missing. Signing at level B still
     * fetches nothing.
     */
    public Trust fetching(Fetching value) {
        return new Trust(anchors, intermediates, crls, lists, Optional.of(value));
    }

    Sources sources() {
        return new Sources(anchors, intermediates, crls, lists.map(TrustedLists::job), fetching.map(Fetching::loader));
    }

    @Override
    public String toString() {
        return "Trust[" + anchors.size() + " anchors, " + intermediates.size() + " intermediates, " + crls.size()
                + " revocation lists" + (lists.isPresent() ? ", trusted lists" : "")
                + (fetching.isPresent() ? ", fetching" : "") + "]";
    }
}
