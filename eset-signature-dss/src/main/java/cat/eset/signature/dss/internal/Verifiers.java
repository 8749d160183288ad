package cat.eset.signature.dss.internal;

import cat.eset.core.ConfigurationException;
import cat.eset.signature.dss.Trust;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the certificate verifiers of DSS from our {@link Trust}. The sources are shared, the verifiers are not: DSS writes
 * into them. Nothing is ever fetched through one of these: no AIA, no OCSP, no CRL addresses found inside certificates.
 */
final class Verifiers {

    private final CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
    private final CommonCertificateSource intermediates = new CommonCertificateSource();
    private final @Nullable ExternalResourcesCRLSource crls;

    Verifiers(Trust trust) {
        for (X509Certificate certificate : trust.anchors()) {
            anchors.addCertificate(new CertificateToken(certificate));
        }
        for (X509Certificate certificate : trust.intermediates()) {
            intermediates.addCertificate(new CertificateToken(certificate));
        }
        crls = trust.crls().isEmpty() ? null : new ExternalResourcesCRLSource(streams(trust.crls()));
    }

    CommonCertificateVerifier create() {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(anchors);
        verifier.setAdjunctCertSources(intermediates);
        verifier.setAIASource(null);
        if (crls != null) {
            verifier.setCrlSource(crls);
        }
        return verifier;
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
