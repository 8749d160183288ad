package cat.eset.transport.pci;

import cat.eset.transport.ResponseSigner;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a certificate is one by which the expected signer signs: chain to an anchor, validity by the real clock,
 * {@code organizationIdentifier}, key usage and key size (contract pci 10.3, item 4). Remembers for a few minutes the last
 * one that was right, since it is the same in every answer. Thread-safe.
 */
final class SignerTrust {

    private static final long REMEMBERED_NANOS = Duration.ofMinutes(5).toNanos();
    private static final int LEAST_BITS = 2048;

    private final ResponseSigner expected;
    private final Set<TrustAnchor> anchors = new HashSet<>();
    private volatile @Nullable Accepted last;

    private record Accepted(String token, X509Certificate certificate, long since) {}

    SignerTrust(ResponseSigner expected) {
        this.expected = expected;
        expected.anchors().forEach(anchor -> anchors.add(new TrustAnchor(anchor, null)));
    }

    /** The certificate in a BinarySecurityToken, if it is trusted. */
    X509Certificate certificate(String token) throws SignatureProblem {
        Accepted known = last;
        if (known != null && known.token().equals(token) && System.nanoTime() - known.since() < REMEMBERED_NANOS) {
            return known.certificate();
        }
        X509Certificate certificate = parse(token);
        check(certificate);
        last = new Accepted(token, certificate, System.nanoTime());
        return certificate;
    }

    private static X509Certificate parse(String token) throws SignatureProblem {
        try {
            byte[] der = Base64.getMimeDecoder().decode(token);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException e) {
            throw new SignatureProblem("its certificate cannot be read");
        }
    }

    private void check(X509Certificate certificate) throws SignatureProblem {
        try {
            certificate.checkValidity();
        } catch (CertificateException e) {
            throw new SignatureProblem("its certificate is valid from "
                    + certificate.getNotBefore().toInstant() + " to "
                    + certificate.getNotAfter().toInstant() + " and not now");
        }
        if (!(certificate.getPublicKey() instanceof RSAPublicKey rsa)
                || rsa.getModulus().bitLength() < LEAST_BITS) {
            throw new SignatureProblem("its key is not RSA of " + LEAST_BITS + " bits or more");
        }
        boolean[] usage = certificate.getKeyUsage();
        if (usage != null && !usage[0] && !usage[1]) {
            throw new SignatureProblem("its certificate is not for signing");
        }
        checkChain(certificate);
        String organization = DistinguishedName.organizationIdentifier(certificate.getSubjectX500Principal())
                .orElse("none");
        if (!organization.equals(expected.organizationIdentifier())) {
            throw new SignatureProblem("its certificate belongs to the organization " + organization + " and not to "
                    + expected.organizationIdentifier());
        }
    }

    private void checkChain(X509Certificate certificate) throws SignatureProblem {
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(certificate);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
            parameters.setRevocationEnabled(false);
            List<X509Certificate> help = new ArrayList<>(expected.intermediates());
            help.add(certificate);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(help)));
            CertPathBuilder.getInstance("PKIX").build(parameters);
        } catch (GeneralSecurityException e) {
            throw new SignatureProblem("no trusted authority stands behind its certificate, issued by \""
                    + certificate.getIssuerX500Principal().getName() + "\"");
        }
    }
}
