package cat.eset.signature.timestamp;

import cat.eset.core.ConfigurationException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges the certificate of a time stamp authority by its issuers, never by itself: AOC renews it every year (validador
 * section 6). Revocation is left to the validation of the finished signature.
 */
final class TimeStampTrust {

    private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";

    private final Set<TrustAnchor> anchors;

    TimeStampTrust(Collection<X509Certificate> anchors) {
        if (anchors.isEmpty()) {
            throw ConfigurationException.of(
                    "The time stamp client has no trust anchor", "Give the authorities that issue its certificates.");
        }
        this.anchors = anchors.stream()
                .map(certificate -> new TrustAnchor(certificate, null))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Why the signer is not believed; empty if it is. */
    Optional<String> check(X509Certificate signer, List<X509Certificate> others, Instant now) {
        try {
            List<String> purposes = signer.getExtendedKeyUsage();
            Set<String> critical = signer.getCriticalExtensionOIDs();
            boolean onlyStamps = purposes != null
                    && purposes.equals(List.of(TIME_STAMPING))
                    && critical != null
                    && critical.contains(EXTENDED_KEY_USAGE);
            if (!onlyStamps) {
                return Optional.of("its certificate is not one for time stamping (RFC 3161 section 2.3)");
            }
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(signer);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return Optional.empty();
        } catch (CertificateParsingException e) {
            return Optional.of("the purposes of its certificate cannot be read");
        } catch (GeneralSecurityException e) {
            return Optional.of("its certificate does not lead to a trust anchor, or is expired");
        }
    }
}
