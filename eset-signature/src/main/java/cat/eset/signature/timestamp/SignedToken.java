package cat.eset.signature.timestamp;

import cat.eset.signature.internal.der.DerException;
import cat.eset.signature.internal.der.DerReader;
import cat.eset.signature.internal.der.DerWriter;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * The CMS SignedData around a time stamp (RFC 5652 and RFC 3161 section 2.4.2): one signer, signed attributes, the
 * signer's certificate named by its digest (RFC 5816).
 */
final class SignedToken {

    private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
    private static final String TST_INFO = "1.2.840.113549.1.9.16.1.4";
    private static final String CONTENT_TYPE = "1.2.840.113549.1.9.3";
    private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
    private static final String SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12";
    private static final String SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
    private static final Map<String, String> DIGESTS = Map.of(
            "2.16.840.1.101.3.4.2.1", "SHA-256",
            "2.16.840.1.101.3.4.2.2", "SHA-384",
            "2.16.840.1.101.3.4.2.3", "SHA-512");
    private static final int TAGGED_0 = 0xa0;
    private static final int TAGGED_1 = 0xa1;
    private static final int KEY_ID = 0x80;

    private final byte[] info;
    private final List<X509Certificate> certificates;
    private final DerReader signerInfo;

    private SignedToken(byte[] info, List<X509Certificate> certificates, DerReader signerInfo) {
        this.info = info;
        this.certificates = certificates;
        this.signerInfo = signerInfo;
    }

    static SignedToken parse(byte[] token) throws DerException {
        DerReader contentInfo = new DerReader(token).enter(DerReader.SEQUENCE);
        require(contentInfo.oid().equals(SIGNED_DATA), "the token is not CMS SignedData");
        DerReader signedData = contentInfo.enter(TAGGED_0).enter(DerReader.SEQUENCE);
        signedData.integer();
        signedData.skip(); // digest algorithms: those of the signer count
        DerReader content = signedData.enter(DerReader.SEQUENCE);
        require(content.oid().equals(TST_INFO), "the token holds no TSTInfo");
        byte[] info = content.enter(TAGGED_0).content(DerReader.OCTET_STRING);
        List<X509Certificate> certificates = new ArrayList<>();
        if (signedData.nextIs(TAGGED_0)) {
            certificates = certificates(signedData.enter(TAGGED_0));
        }
        if (signedData.nextIs(TAGGED_1)) {
            signedData.skip(); // revocation lists
        }
        DerReader signers = signedData.enter(DerReader.SET);
        DerReader only = signers.enter(DerReader.SEQUENCE);
        require(!signers.hasNext(), "the token has more than one signer");
        return new SignedToken(info, List.copyOf(certificates), only);
    }

    /** The DER of TSTInfo. */
    byte[] info() {
        return info;
    }

    /** All certificates in the token, in no order. */
    List<X509Certificate> certificates() {
        return certificates;
    }

    /** The certificate that the signature verifies with; empty if it does not, or names another certificate. */
    Optional<X509Certificate> verifiedSigner() throws DerException {
        signerInfo.integer();
        X509Certificate signer = named(signerInfo);
        String digest = DIGESTS.get(signerInfo.enter(DerReader.SEQUENCE).oid());
        byte[] signedAttributes = signerInfo.content(TAGGED_0);
        signerInfo.skip(); // signature algorithm: follows from the digest and the key
        byte[] value = signerInfo.content(DerReader.OCTET_STRING);
        if (signer == null || digest == null) {
            return Optional.empty();
        }
        try {
            Map<String, DerReader> attributes = attributes(signedAttributes);
            boolean good = TST_INFO.equals(attribute(attributes, CONTENT_TYPE).oid())
                    && MessageDigest.isEqual(
                            MessageDigest.getInstance(digest).digest(info),
                            attribute(attributes, MESSAGE_DIGEST).content(DerReader.OCTET_STRING))
                    && names(attributes, signer)
                    && verifies(signer, digest, DerWriter.value(DerReader.SET, signedAttributes), value);
            return good ? Optional.of(signer) : Optional.empty();
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private @org.jspecify.annotations.Nullable X509Certificate named(DerReader signer) throws DerException {
        if (signer.nextIs(KEY_ID)) {
            byte[] keyId = signer.content(KEY_ID);
            byte[] extension = DerWriter.value(DerReader.OCTET_STRING, DerWriter.value(DerReader.OCTET_STRING, keyId));
            return certificates.stream()
                    .filter(c -> Arrays.equals(extension, c.getExtensionValue("2.5.29.14")))
                    .findFirst()
                    .orElse(null);
        }
        DerReader sid = signer.enter(DerReader.SEQUENCE);
        X500Principal issuer = principal(sid.whole());
        BigInteger serial = sid.integer();
        return certificates.stream()
                .filter(c -> c.getSerialNumber().equals(serial)
                        && c.getIssuerX500Principal().equals(issuer))
                .findFirst()
                .orElse(null);
    }

    private static X500Principal principal(byte[] name) throws DerException {
        try {
            return new X500Principal(name);
        } catch (IllegalArgumentException e) {
            throw new DerException("the issuer's name cannot be read");
        }
    }

    private static boolean verifies(X509Certificate signer, String digest, byte[] signed, byte[] value)
            throws GeneralSecurityException {
        String key = signer.getPublicKey().getAlgorithm();
        Signature signature =
                Signature.getInstance(digest.replace("-", "") + "with" + (key.equals("EC") ? "ECDSA" : key));
        // Of the certificate itself Java would refuse keys for non-repudiation only.
        signature.initVerify(signer.getPublicKey());
        signature.update(signed);
        return signature.verify(value);
    }

    /** Without this attribute a certificate with the same key could stand in for the real one (RFC 3161 2.4.2). */
    private static boolean names(Map<String, DerReader> attributes, X509Certificate signer)
            throws DerException, GeneralSecurityException {
        if (attributes.containsKey(SIGNING_CERTIFICATE_V2)) {
            DerReader first = firstCertId(attribute(attributes, SIGNING_CERTIFICATE_V2));
            String digest = "SHA-256";
            if (first.nextIs(DerReader.SEQUENCE)) {
                digest = DIGESTS.getOrDefault(first.enter(DerReader.SEQUENCE).oid(), "unknown");
            }
            return matches(first, digest, signer);
        }
        return attributes.containsKey(SIGNING_CERTIFICATE)
                && matches(firstCertId(attribute(attributes, SIGNING_CERTIFICATE)), "SHA-1", signer);
    }

    private static DerReader firstCertId(DerReader attribute) throws DerException {
        return attribute.enter(DerReader.SEQUENCE).enter(DerReader.SEQUENCE).enter(DerReader.SEQUENCE);
    }

    private static boolean matches(DerReader certId, String digest, X509Certificate signer)
            throws DerException, GeneralSecurityException {
        byte[] hash = certId.content(DerReader.OCTET_STRING);
        return MessageDigest.isEqual(hash, MessageDigest.getInstance(digest).digest(signer.getEncoded()));
    }

    private static Map<String, DerReader> attributes(byte[] set) throws DerException {
        Map<String, DerReader> out = new HashMap<>();
        for (DerReader all = new DerReader(set); all.hasNext(); ) {
            DerReader attribute = all.enter(DerReader.SEQUENCE);
            String type = attribute.oid();
            require(out.put(type, attribute.enter(DerReader.SET)) == null, "a signed attribute comes twice");
        }
        return out;
    }

    private static DerReader attribute(Map<String, DerReader> attributes, String type) throws DerException {
        DerReader out = attributes.get(type);
        if (out == null) {
            throw new DerException("a signed attribute is missing: " + type);
        }
        return out;
    }

    private static List<X509Certificate> certificates(DerReader set) throws DerException {
        List<X509Certificate> out = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            while (set.hasNext()) {
                byte[] der = set.whole();
                if (der[0] == DerReader.SEQUENCE) {
                    out.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
                }
            }
        } catch (CertificateException e) {
            throw new DerException("a certificate of the token cannot be read");
        }
        return out;
    }

    private static void require(boolean condition, String otherwise) throws DerException {
        if (!condition) {
            throw new DerException(otherwise);
        }
    }
}
