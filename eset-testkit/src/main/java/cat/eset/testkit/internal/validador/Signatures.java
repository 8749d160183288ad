package cat.eset.testkit.internal.validador;

import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.MalformedXmlException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessable;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.operator.OperatorCreationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Verifies signatures by the JDK and Bouncy Castle; what it thinks of certificates comes from outside. */
final class Signatures {

    private static final Pattern RANGE =
            Pattern.compile("/ByteRange\\s*\\[\\s*(\\d+)\\s+(\\d+)\\s+(\\d+)\\s+(\\d+)\\s*]");

    private final Function<X509Certificate, Finding> certificates;

    Signatures(Function<X509Certificate, Finding> certificates) {
        this.certificates = certificates;
    }

    /** A CMS signature, with its content inside or with the digest of it given. */
    Finding cms(byte[] der, Optional<byte[]> digest) {
        try {
            CMSSignedData cms = new CMSSignedData(der);
            CMSProcessable content = cms.getSignedContent();
            byte[] signed = content == null ? digest.orElse(new byte[0]) : sha256((byte[]) content.getContent());
            if (signed.length == 0) {
                return Finding.NOT_PRESENT;
            }
            Finding found = Finding.UNSUITABLE;
            for (SignerInformation signer : cms.getSignerInfos()) {
                found = signer(cms, signer, signed);
                if (!found.isValid()) {
                    return found;
                }
            }
            return found;
        } catch (CMSException | GeneralSecurityException | OperatorCreationException e) {
            return Finding.UNSUITABLE;
        }
    }

    private Finding signer(CMSSignedData cms, SignerInformation signer, byte[] digest)
            throws CMSException, GeneralSecurityException, OperatorCreationException {
        @SuppressWarnings("unchecked") // a selector of signers matches certificates
        Collection<X509CertificateHolder> matches = cms.getCertificates().getMatches(signer.getSID());
        if (matches.isEmpty()) {
            return Finding.NO_KEY;
        }
        X509Certificate certificate = read(encoded(matches.iterator().next()));
        Attribute stated = signer.getSignedAttributes() == null
                ? null
                : signer.getSignedAttributes().get(CMSAttributes.messageDigest);
        boolean same = stated != null
                && Arrays.equals(
                        ASN1OctetString.getInstance(stated.getAttrValues().getObjectAt(0))
                                .getOctets(),
                        digest);
        return same && holds(signer, certificate) ? signed(certificate) : Finding.INCORRECT;
    }

    private static boolean holds(SignerInformation signer, X509Certificate certificate)
            throws GeneralSecurityException {
        try {
            java.security.Signature value = java.security.Signature.getInstance(
                    certificate.getPublicKey().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
            value.initVerify(certificate.getPublicKey());
            value.update(signer.getEncodedSignedAttributes());
            return value.verify(signer.getSignature());
        } catch (IOException e) {
            return false;
        }
    }

    private static byte[] encoded(X509CertificateHolder holder) throws CertificateException {
        try {
            return holder.getEncoded();
        } catch (IOException e) {
            throw new CertificateException(e);
        }
    }

    private static X509Certificate read(byte[] der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    /** The signatures of a PDF; the last one has to reach the end of it. */
    Finding pdf(byte[] pdf) {
        Matcher ranges = RANGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1));
        Finding found = Finding.UNSUITABLE;
        int end = 0;
        while (ranges.find()) {
            int first = Integer.parseInt(ranges.group(2));
            int second = Integer.parseInt(ranges.group(3));
            int length = Integer.parseInt(ranges.group(4));
            if (first + 1 >= second || (long) second + length > pdf.length) {
                return Finding.INCORRECT;
            }
            end = Math.max(end, second + length);
            String hex = new String(pdf, first + 1, second - first - 2, StandardCharsets.ISO_8859_1);
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update(pdf, 0, first);
                digest.update(pdf, second, length);
                found = cms(withoutPadding(HexFormat.of().parseHex(hex)), Optional.of(digest.digest()));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                found = Finding.UNSUITABLE;
            }
            if (!found.isValid()) {
                return found;
            }
        }
        return found.isValid() && end < pdf.length ? Finding.NOT_ALL_DOCUMENTS : found;
    }

    /** Bouncy Castle refuses the zeros after the CMS. */
    private static byte[] withoutPadding(byte[] padded) {
        int header = (padded[1] & 0xff) < 0x80 ? 2 : 2 + (padded[1] & 0x7f);
        int length = padded[1] & 0xff;
        if (length >= 0x80) {
            length = 0;
            for (int i = 2; i < header; i++) {
                length = (length << 8) | (padded[i] & 0xff);
            }
        }
        return Arrays.copyOf(padded, Math.min(padded.length, header + length));
    }

    /**
     * The signatures in an XML document.
     *
     * @param beside digests of documents beside it, by the address that the signature gives them
     */
    Finding xml(byte[] xml, Map<String, byte[]> beside) {
        Document document;
        try {
            document = Dom.parse(xml);
        } catch (MalformedXmlException e) {
            return Finding.NOT_PARSEABLE;
        }
        List<Element> signatures = Dom.descendants(document.getDocumentElement()).stream()
                .filter(e -> Dom.is(e, XMLSignature.XMLNS, "Signature"))
                .toList();
        Finding found = Finding.UNSUITABLE;
        for (Element signature : signatures) {
            found = signature(document, signature, beside);
            if (!found.isValid()) {
                return found;
            }
        }
        return found;
    }

    private Finding signature(Document document, Element element, Map<String, byte[]> beside) {
        List<Element> certificate = Dom.descendants(element).stream()
                .filter(e -> Dom.is(e, XMLSignature.XMLNS, "X509Certificate"))
                .toList();
        if (certificate.isEmpty()) {
            return Finding.NO_KEY;
        }
        try {
            X509Certificate signer = read(Base64.getMimeDecoder()
                    .decode(certificate.get(0).getTextContent().getBytes(StandardCharsets.US_ASCII)));
            DOMValidateContext context =
                    new DOMValidateContext(KeySelector.singletonKeySelector(signer.getPublicKey()), element);
            for (Element e : Dom.descendants(document.getDocumentElement())) {
                if (e.hasAttribute("Id")) {
                    context.setIdAttributeNS(e, null, "Id");
                }
            }
            XMLSignature signature = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
            if (!signature.getSignatureValue().validate(context)) {
                return Finding.INCORRECT;
            }
            for (Reference reference : signature.getSignedInfo().getReferences()) {
                String address = String.valueOf(reference.getURI());
                boolean inside = address.isEmpty() || address.startsWith("#");
                if (!inside && !beside.containsKey(address)) {
                    return Finding.NOT_PRESENT;
                }
                boolean holds = inside
                        ? reference.validate(context)
                        : Arrays.equals(reference.getDigestValue(), beside.get(address));
                if (!holds) {
                    return Finding.INCORRECT;
                }
            }
            return signed(signer);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException | IllegalArgumentException e) {
            return Finding.UNSUITABLE;
        }
    }

    private Finding signed(X509Certificate signer) {
        Finding certificate = certificates.apply(signer);
        return certificate.isValid() ? Finding.ON_ALL_DOCUMENTS : certificate;
    }

    static byte[] sha256(byte[] content) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(content);
    }
}
