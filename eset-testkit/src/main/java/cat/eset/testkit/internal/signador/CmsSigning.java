package cat.eset.testkit.internal.signador;

import cat.eset.testkit.internal.tsa.SignatureStamps;
import cat.eset.testkit.pki.TestIdentity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** CMS and CAdES, attached, detached and over a digest. */
final class CmsSigning {

    private static final Set<Integer> ATTACHED = Set.of(1, 21, 25);

    private final Order order;
    private final TestIdentity who;
    private final Clock clock;
    private final UnaryOperator<byte[]> stamps;

    CmsSigning(Order order, TestIdentity who, Clock clock, UnaryOperator<byte[]> stamps) {
        this.order = order;
        this.who = who;
        this.clock = clock;
        this.stamps = stamps;
    }

    /** Signs a document, or the digest of one if the order is over digests. */
    byte[] sign(byte[] document) throws GeneralSecurityException, IOException {
        return order.documentType() == Order.HASH
                ? overDigest(document, null)
                : overDigest(
                        MessageDigest.getInstance(order.digest()).digest(document),
                        ATTACHED.contains(order.mode()) ? document : null);
    }

    /** A signature over this digest; with the content inside, if there is one. */
    byte[] overDigest(byte[] digest, byte @org.jspecify.annotations.Nullable [] content)
            throws GeneralSecurityException, IOException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new SignerInfoGeneratorBuilder(known(digest))
                    .setSignedAttributeGenerator(attributes())
                    .build(
                            new JcaContentSignerBuilder(order.digest().replace("-", "") + "withRSA")
                                    .build(who.privateKey()),
                            new JcaX509CertificateHolder(who.certificate())));
            generator.addCertificates(new JcaCertStore(who.chain()));
            CMSSignedData signed = content == null
                    ? generator.generate(new CMSAbsentContent())
                    : generator.generate(new CMSProcessableByteArray(content), true);
            return order.isStamped() ? new SignatureStamps(stamps).cms(signed.getEncoded()) : signed.getEncoded();
        } catch (CMSException | OperatorCreationException e) {
            throw new IllegalStateException("cannot make a CMS signature", e);
        }
    }

    private CMSAttributeTableGenerator attributes() throws GeneralSecurityException {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(attribute(CMSAttributes.signingTime, new Time(Date.from(clock.instant()))));
        if (order.isAdvanced()) {
            byte[] certificate = MessageDigest.getInstance("SHA-256")
                    .digest(who.certificate().getEncoded());
            attributes.add(attribute(
                    PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                    new SigningCertificateV2(new ESSCertIDv2[] {new ESSCertIDv2(certificate)})));
        }
        CMSAttributeTableGenerator usual = new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes));
        return order.isPdf() // a PDF tells the time itself
                ? parameters -> usual.getAttributes(parameters).remove(CMSAttributes.signingTime)
                : usual;
    }

    private static Attribute attribute(org.bouncycastle.asn1.ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new Attribute(type, new DERSet(value));
    }

    /** The digest is known already, whatever is written. */
    private static DigestCalculatorProvider known(byte[] digest) {
        return algorithm -> new DigestCalculator() {
            @Override
            public AlgorithmIdentifier getAlgorithmIdentifier() {
                return algorithm;
            }

            @Override
            public OutputStream getOutputStream() {
                return new ByteArrayOutputStream();
            }

            @Override
            public byte[] getDigest() {
                return digest.clone();
            }
        };
    }
}
