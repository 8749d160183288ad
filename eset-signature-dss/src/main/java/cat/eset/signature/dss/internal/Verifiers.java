package cat.eset.signature.dss.internal;

import cat.eset.core.ConfigurationException;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.model.x509.revocation.crl.CRL;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.spi.DSSASN1Utils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.BaselineBCertificateSelector;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.aia.DefaultAIASource;
import eu.europa.esig.dss.spi.x509.revocation.RevocationSource;
import eu.europa.esig.dss.spi.x509.revocation.RevocationToken;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.util.CollectionStore;
import org.bouncycastle.util.Store;
import org.jspecify.annotations.Nullable;

/**
 * Makes the certificate verifiers of DSS from our {@link Sources}. The certificates and lists are shared, the verifiers are
 * not: DSS writes into them. Without leave to fetch nothing goes out: no AIA, no OCSP, no addresses found in certificates.
 */
final class Verifiers {

    private final CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
    private final CommonCertificateSource intermediates = new CommonCertificateSource();
    private final @Nullable ExternalResourcesCRLSource crls;
    private final Optional<ListsJob> lists;
    private final Optional<GuardedLoader> fetching;
    private volatile Optional<Enclosed> lastEnclosed = Optional.empty();

    Verifiers(Sources trust) {
        for (X509Certificate certificate : trust.anchors()) {
            anchors.addCertificate(new CertificateToken(certificate));
        }
        for (X509Certificate certificate : trust.intermediates()) {
            intermediates.addCertificate(new CertificateToken(certificate));
        }
        crls = trust.crls().isEmpty() ? null : new ExternalResourcesCRLSource(streams(trust.crls()));
        lists = trust.lists();
        fetching = trust.fetching();
    }

    CommonCertificateVerifier create() {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(anchors);
        lists.ifPresent(job -> verifier.addTrustedCertSources(job.source()));
        verifier.setAdjunctCertSources(intermediates);
        verifier.setAIASource(null);
        if (crls != null) {
            verifier.setCrlSource(crls);
        }
        fetching.ifPresent(loader -> {
            verifier.setAIASource(new DefaultAIASource(loader));
            verifier.setOcspSource(new OnlineOCSPSource(loader));
            OnlineCRLSource online = new OnlineCRLSource(loader);
            verifier.setCrlSource(crls == null ? online : new AtHandFirst(crls, online));
            verifier.setRevocationFallback(true);
        });
        return verifier;
    }

    /**
     * What a signature encloses of a chain: all up to the trust anchor. Choosing verifies every certificate, under a lock of
     * the JDK that all threads of a batch would wait at, so the last choice is kept.
     */
    Store<X509CertificateHolder> enclosed(List<X509Certificate> chain) {
        Optional<Enclosed> known = lastEnclosed;
        if (known.isPresent() && known.get().chain().equals(chain)) {
            return known.get().certificates();
        }
        List<CertificateToken> tokens =
                chain.stream().map(CertificateToken::new).toList();
        List<X509CertificateHolder> chosen = new BaselineBCertificateSelector(tokens.get(0), tokens)
                .setTrustedCertificateSource(create().getTrustedCertSources()).getCertificates().stream()
                        .map(DSSASN1Utils::getX509CertificateHolder)
                        .toList();
        Store<X509CertificateHolder> out = new CollectionStore<>(chosen);
        lastEnclosed = Optional.of(new Enclosed(List.copyOf(chain), out));
        return out;
    }

    private record Enclosed(List<X509Certificate> chain, Store<X509CertificateHolder> certificates) {}

    /** The lists at hand, and the network for what is in none of them. */
    private static final class AtHandFirst implements RevocationSource<CRL> {

        private static final long serialVersionUID = 1L;

        private final transient RevocationSource<CRL> atHand;
        private final transient RevocationSource<CRL> online;

        private AtHandFirst(RevocationSource<CRL> atHand, RevocationSource<CRL> online) {
            this.atHand = atHand;
            this.online = online;
        }

        @Override
        public @Nullable RevocationToken<CRL> getRevocationToken(
                CertificateToken certificate, CertificateToken issuer) {
            RevocationToken<CRL> found = atHand.getRevocationToken(certificate, issuer);
            return found == null ? online.getRevocationToken(certificate, issuer) : found;
        }
    }

    private static InputStream[] streams(List<X509CRL> crls) {
        InputStream[] out = new InputStream[crls.size()];
        try {
            for (int i = 0; i < out.length; i++) {
                out[i] = new ByteArrayInputStream(crls.get(i).getEncoded());
            }
        } catch (CRLException e) {
            throw ConfigurationException.of("A revocation list cannot be encoded", "Load it again from its file.");
        }
        return out;
    }
}
