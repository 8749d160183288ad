package cat.eset.testkit.pki;

import java.math.BigInteger;
import java.net.URI;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/** The root: issues certificates and CRLs. Bouncy Castle builds the structures, the JDK signs; no provider is registered. */
final class Authority {

    private static final String ALGORITHM = "SHA256withRSA";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TestIdentity identity;
    private final Optional<URI> base;

    Authority(TestIdentity identity, Optional<URI> base) {
        this.identity = identity;
        this.base = base;
    }

    static Authority create(Optional<URI> base) {
        KeyPair keys = KeyForge.rsa2048();
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "ES")
                .addRDN(BCStyle.O, "e-SET testkit")
                .addRDN(BCStyle.CN, "EC de prova e-SET " + Long.toHexString(RANDOM.nextLong()))
                .build();
        Instant now = Instant.now();
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    name,
                    serial(),
                    Date.from(now.minus(Duration.ofDays(3650))),
                    Date.from(now.plus(Duration.ofDays(3650))),
                    name,
                    keys.getPublic());
            JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(keys.getPublic()));
            X509Certificate certificate = sign(builder, keys.getPrivate());
            return new Authority(new TestIdentity(TestPki.ROOT, keys.getPrivate(), List.of(certificate)), base);
        } catch (CertIOException | java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("cannot build the root certificate", e);
        }
    }

    X509Certificate certificate() {
        return identity.certificate();
    }

    TestIdentity identity() {
        return identity;
    }

    TestIdentity issue(String name, KeyPair keys, CertificateProfile profile) {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    X500Name.getInstance(certificate().getSubjectX500Principal().getEncoded()),
                    serial(),
                    Date.from(profile.notBefore()),
                    Date.from(profile.notAfter()),
                    subject(profile),
                    keys.getPublic());
            extend(builder, keys, profile);
            X509Certificate end = sign(builder, identity.privateKey());
            return new TestIdentity(name, keys.getPrivate(), List.of(end, certificate()));
        } catch (CertIOException | CertificateException | java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("cannot build the certificate of " + name, e);
        }
    }

    byte[] crl(Map<BigInteger, Instant> revoked) {
        Instant now = Instant.now();
        try {
            X509v2CRLBuilder builder = new JcaX509v2CRLBuilder(certificate().getSubjectX500Principal(), Date.from(now));
            builder.setNextUpdate(Date.from(now.plus(Duration.ofDays(7))));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate()));
            builder.addExtension(
                    Extension.cRLNumber,
                    false,
                    new org.bouncycastle.asn1.x509.CRLNumber(BigInteger.valueOf(now.toEpochMilli())));
            revoked.forEach((serial, when) -> builder.addCRLEntry(serial, Date.from(when), CRLReason.keyCompromise));
            return builder.build(new JcaContentSignerBuilder(ALGORITHM).build(identity.privateKey()))
                    .getEncoded();
        } catch (java.io.IOException
                | OperatorCreationException
                | java.security.NoSuchAlgorithmException
                | java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException("cannot build the CRL", e);
        }
    }

    /** What an OCSP responder says, which is the root itself (RFC 6960 section 4.2.2.2). */
    byte[] ocsp(byte[] request, Map<BigInteger, Instant> revoked) throws java.io.IOException {
        Date now = Date.from(Instant.now());
        Date later = Date.from(Instant.now().plus(Duration.ofHours(1)));
        try {
            OCSPReq asked = new OCSPReq(request);
            BasicOCSPRespBuilder answer = new BasicOCSPRespBuilder(new RespID(
                    X500Name.getInstance(certificate().getSubjectX500Principal().getEncoded())));
            for (Req one : asked.getRequestList()) {
                answer.addResponse(one.getCertID(), status(one.getCertID(), revoked), now, later);
            }
            Extension nonce = asked.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
            if (nonce != null) {
                answer.setResponseExtensions(new Extensions(nonce));
            }
            X509CertificateHolder[] chain = {new JcaX509CertificateHolder(certificate())};
            return new OCSPRespBuilder()
                    .build(
                            OCSPRespBuilder.SUCCESSFUL,
                            answer.build(
                                    new JcaContentSignerBuilder(ALGORITHM).build(identity.privateKey()), chain, now))
                    .getEncoded();
        } catch (OCSPException | OperatorCreationException | CertificateException e) {
            throw new IllegalStateException("cannot build the OCSP answer", e);
        }
    }

    /** Good for whatever the root issued and did not revoke; unknown for the certificates of others. */
    private @Nullable CertificateStatus status(CertificateID id, Map<BigInteger, Instant> revoked)
            throws OCSPException, CertificateException, OperatorCreationException {
        boolean ours = id.matchesIssuer(
                new JcaX509CertificateHolder(certificate()), new JcaDigestCalculatorProviderBuilder().build());
        if (!ours) {
            return new UnknownStatus();
        }
        Instant when = revoked.get(id.getSerialNumber());
        return when == null ? CertificateStatus.GOOD : new RevokedStatus(Date.from(when), CRLReason.keyCompromise);
    }

    private void extend(X509v3CertificateBuilder builder, KeyPair keys, CertificateProfile profile)
            throws CertIOException, CertificateException, java.security.NoSuchAlgorithmException {
        JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(keyUsage(profile)));
        builder.addExtension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(keys.getPublic()));
        builder.addExtension(Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(certificate()));
        KeyPurposeId[] purposes = profile.purposes().stream()
                .map(oid -> KeyPurposeId.getInstance(new ASN1ObjectIdentifier(oid)))
                .toArray(KeyPurposeId[]::new);
        if (purposes.length > 0) {
            builder.addExtension(
                    Extension.extendedKeyUsage, profile.criticalPurposes(), new ExtendedKeyUsage(purposes));
        }
        if (!profile.serverNames().isEmpty()) {
            builder.addExtension(Extension.subjectAlternativeName, false, serverNames(profile.serverNames()));
        }
        if (base.isPresent()) {
            builder.addExtension(
                    Extension.cRLDistributionPoints, false, crlAt(base.get().resolve("ca.crl")));
            builder.addExtension(
                    Extension.authorityInfoAccess, false, new AuthorityInformationAccess(new AccessDescription[] {
                        new AccessDescription(
                                AccessDescription.id_ad_ocsp, uri(base.get().resolve("ocsp"))),
                        new AccessDescription(
                                AccessDescription.id_ad_caIssuers,
                                uri(base.get().resolve("ca.cer")))
                    }));
        }
    }

    private static int keyUsage(CertificateProfile profile) {
        if (!profile.serverNames().isEmpty()) {
            return KeyUsage.digitalSignature | KeyUsage.keyEncipherment;
        }
        if (profile.purposes().equals(List.of(CertificateProfile.TIME_STAMPING))) {
            return KeyUsage.nonRepudiation; // as real authorities have, and all that RFC 3161 2.3 asks for
        }
        return KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
    }

    private static GeneralNames serverNames(List<String> names) {
        return new GeneralNames(names.stream()
                .map(name ->
                        new GeneralName(name.matches("[0-9.]+") ? GeneralName.iPAddress : GeneralName.dNSName, name))
                .toArray(GeneralName[]::new));
    }

    private static ASN1Encodable crlAt(URI address) {
        return new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(new DistributionPointName(new GeneralNames(uri(address))), null, null)
        });
    }

    private static GeneralName uri(URI address) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, address.toString());
    }

    private static X500Name subject(CertificateProfile profile) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "ES");
        profile.organization().ifPresent(o -> name.addRDN(BCStyle.O, o));
        profile.organizationIdentifier().ifPresent(o -> name.addRDN(BCStyle.ORGANIZATION_IDENTIFIER, o));
        profile.surname().ifPresent(s -> name.addRDN(BCStyle.SURNAME, s));
        profile.givenName().ifPresent(g -> name.addRDN(BCStyle.GIVENNAME, g));
        profile.serialNumber().ifPresent(s -> name.addRDN(BCStyle.SERIALNUMBER, s));
        return name.addRDN(BCStyle.CN, profile.commonName()).build();
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key) {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(ALGORITHM).build(key)));
        } catch (OperatorCreationException | CertificateException e) {
            throw new IllegalStateException("cannot sign a certificate", e);
        }
    }

    private static BigInteger serial() {
        return new BigInteger(127, RANDOM).add(BigInteger.ONE);
    }
}
