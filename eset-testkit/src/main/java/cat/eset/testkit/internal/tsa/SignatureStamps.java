package cat.eset.testkit.internal.tsa;

import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.MalformedXmlException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Adds a time stamp to signatures that exist: level T, in the place that each form has for it. */
public final class SignatureStamps {

    private static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
    private static final Pattern RANGE =
            Pattern.compile("/ByteRange\\s*\\[\\s*(\\d+)\\s+(\\d+)\\s+(\\d+)\\s+(\\d+)\\s*]");

    private final UnaryOperator<byte[]> tokens;

    /**
     * Stamps.
     *
     * @param tokens makes a time stamp token over a SHA-256 digest
     */
    public SignatureStamps(UnaryOperator<byte[]> tokens) {
        this.tokens = tokens;
    }

    /** Every signer of a CMS signature gets a time stamp. */
    public byte[] cms(byte[] der) throws GeneralSecurityException, IOException {
        try {
            CMSSignedData signed = new CMSSignedData(der);
            List<SignerInformation> stamped = new ArrayList<>();
            for (SignerInformation signer : signed.getSignerInfos()) {
                AttributeTable unsigned = signer.getUnsignedAttributes();
                ASN1EncodableVector attributes =
                        unsigned == null ? new ASN1EncodableVector() : unsigned.toASN1EncodableVector();
                attributes.add(new Attribute(
                        PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                        new DERSet(ASN1Primitive.fromByteArray(token(signer.getSignature())))));
                stamped.add(SignerInformation.replaceUnsignedAttributes(signer, new AttributeTable(attributes)));
            }
            return CMSSignedData.replaceSigners(signed, new SignerInformationStore(stamped))
                    .getEncoded();
        } catch (CMSException e) {
            throw new IOException("no CMS signature", e);
        }
    }

    /** Every signature of a PDF gets one, if the room that it reserved is large enough; no other byte changes. */
    public byte[] pdf(byte[] pdf) throws GeneralSecurityException, IOException {
        byte[] out = pdf.clone();
        Matcher ranges = RANGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1));
        while (ranges.find()) {
            int from = Integer.parseInt(ranges.group(2)) + 1;
            int to = Integer.parseInt(ranges.group(3)) - 1;
            byte[] cms = HexFormat.of().parseHex(new String(pdf, from, to - from, StandardCharsets.ISO_8859_1));
            byte[] hex = HexFormat.of()
                    .formatHex(cms(ASN1Primitive.fromByteArray(value(cms)).getEncoded()))
                    .getBytes(StandardCharsets.US_ASCII);
            if (hex.length <= to - from) {
                Arrays.fill(out, from, to, (byte) '0');
                System.arraycopy(hex, 0, out, from, hex.length);
            }
        }
        return out;
    }

    /** The CMS without the zeros that fill its room. */
    private static byte[] value(byte[] padded) {
        int header = (padded[1] & 0xff) < 0x80 ? 2 : 2 + (padded[1] & 0x7f);
        int length = (padded[1] & 0xff) < 0x80 ? padded[1] : 0;
        for (int i = 2; i < header; i++) {
            length = (length << 8) | (padded[i] & 0xff);
        }
        return Arrays.copyOf(padded, header + length);
    }

    /** Every XAdES signature of a document gets one; plain XMLDSig has no place for it. */
    public byte[] xml(byte[] xml) throws GeneralSecurityException, IOException {
        try {
            Document document = Dom.parse(xml);
            for (Element element : Dom.descendants(document.getDocumentElement())) {
                if (Dom.is(element, XMLSignature.XMLNS, "Signature")) {
                    stamp(element);
                }
            }
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            transformer.transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (MalformedXmlException | TransformerException e) {
            throw new IOException("no XML", e);
        }
    }

    /** XAdES-T with an RFC 3161 token: over the canonical {@code ds:SignatureValue}. */
    public void stamp(Element signature) throws GeneralSecurityException {
        List<Element> all = Dom.descendants(signature);
        Optional<Element> value = named(all, "SignatureValue");
        Optional<Element> qualifying = named(all, "QualifyingProperties");
        if (value.isEmpty() || qualifying.isEmpty()) {
            return;
        }
        Element properties = child(child(qualifying.get(), "UnsignedProperties"), "UnsignedSignatureProperties");
        Element stamp = properties.getOwnerDocument().createElementNS(XADES, "xades:SignatureTimeStamp");
        properties.appendChild(stamp);
        Element method = stamp.getOwnerDocument().createElementNS(XMLSignature.XMLNS, "ds:CanonicalizationMethod");
        method.setAttributeNS(null, "Algorithm", CanonicalizationMethod.EXCLUSIVE);
        stamp.appendChild(method);
        byte[] token = token(canonical(value.get()));
        child(stamp, "EncapsulatedTimeStamp").setTextContent(Base64.getEncoder().encodeToString(token));
    }

    private byte[] token(byte[] stamped) throws GeneralSecurityException {
        return tokens.apply(MessageDigest.getInstance("SHA-256").digest(stamped));
    }

    private static Optional<Element> named(List<Element> elements, String name) {
        return elements.stream().filter(e -> name.equals(e.getLocalName())).findFirst();
    }

    private static Element child(Element parent, String name) {
        for (Element existing : Dom.children(parent, name)) {
            return existing;
        }
        Element child = parent.getOwnerDocument().createElementNS(XADES, "xades:" + name);
        parent.appendChild(child);
        return child;
    }

    /** Exclusive canonical form of an element that holds nothing but text. */
    private static byte[] canonical(Element value) {
        String id = value.getAttribute("Id");
        String prefix = value.getPrefix() == null ? "" : ":" + value.getPrefix();
        return ("<" + value.getNodeName() + " xmlns" + prefix + "=\"" + XMLSignature.XMLNS + "\""
                        + (id.isEmpty() ? "" : " Id=\"" + id + "\"") + ">"
                        + value.getTextContent().replace("\r", "&#xD;") + "</" + value.getNodeName() + ">")
                .getBytes(StandardCharsets.UTF_8);
    }
}
