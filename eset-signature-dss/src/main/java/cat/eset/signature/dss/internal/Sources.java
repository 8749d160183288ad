package cat.eset.signature.dss.internal;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Where belief comes from.
 *
 * @param anchors certificates that are believed without more
 * @param intermediates issuers that signatures may fail to carry
 * @param crls revocation lists at hand
 * @param lists trusted lists
 * @param fetching leave to fetch what certificates point at
 */
public record Sources(
        List<X509Certificate> anchors,
        List<X509Certificate> intermediates,
        List<X509CRL> crls,
        Optional<ListsJob> lists,
        Optional<GuardedLoader> fetching) {}
