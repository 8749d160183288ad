package cat.eset.signature.dss.internal;

import eu.europa.esig.dss.model.x509.CertificateToken;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * What one signature needs besides the document.
 *
 * @param chain the signer's certificate first
 * @param signingTime the claimed time
 * @param stamping where its time stamps come from
 */
record SigningContext(List<X509Certificate> chain, Instant signingTime, Stamping stamping) {

    X509Certificate certificate() {
        return chain.get(0);
    }

    Date signingDate() {
        return Date.from(signingTime);
    }

    CertificateToken certificateToken() {
        return new CertificateToken(certificate());
    }

    List<CertificateToken> chainTokens() {
        return chain.stream().map(CertificateToken::new).toList();
    }
}
