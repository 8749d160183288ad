package cat.eset.testkit.internal.enotum;

import cat.eset.testkit.pki.TestIdentity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** The PDF receipt: one page of text, the evidence in XML attached, sealed with a detached CMS signature. */
final class EvidencePdf {

    private static final int SIGNATURE_BYTES = 8_192;
    private static final String EMPTY_RANGE = "/ByteRange [0 0000000000 0000000000 0000000000]";

    private final Supplier<TestIdentity> seals;

    EvidencePdf(Supplier<TestIdentity> seals) {
        this.seals = seals;
    }

    /**
     * A receipt with its id in the document store. Written when somebody wants it, always with the same bytes: thousands of
     * notifications may expire at once, and few of their receipts are read.
     */
    record File(String uuid, Supplier<byte[]> content) {}

    /** An attached file. */
    record Attachment(String name, String text) {}

    /** A receipt that was sealed at this instant of the real clock. */
    File receipt(List<String> lines, List<Attachment> attachments, Instant sealed) {
        return new File(UUID.randomUUID().toString(), () -> write(lines, attachments, sealed));
    }

    private byte[] write(List<String> lines, List<Attachment> attachments, Instant sealed) {
        try {
            byte[] unsigned = assemble(lines, attachments);
            return sign(unsigned, sealed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CMSException | OperatorCreationException | CertificateEncodingException e) {
            throw new IllegalStateException("the simulator cannot seal its receipt", e);
        }
    }

    private static byte[] assemble(List<String> lines, List<Attachment> attachments) throws IOException {
        List<byte[]> objects = new ArrayList<>();
        StringBuilder names = new StringBuilder();
        int firstAttachment = 8;
        for (int i = 0; i < attachments.size(); i++) {
            names.append(literal(attachments.get(i).name()))
                    .append(' ')
                    .append(firstAttachment + 2 * i)
                    .append(" 0 R ");
        }
        objects.add(ascii("<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /SigFlags 3 >>"
                + (attachments.isEmpty() ? "" : " /Names << /EmbeddedFiles << /Names [" + names + "] >> >>") + " >>"));
        objects.add(ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"));
        objects.add(ascii("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> >> /Annots [6 0 R] >>"));
        objects.add(stream("", page(lines)));
        objects.add(ascii("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"));
        objects.add(ascii("<< /Type /Annot /Subtype /Widget /FT /Sig /T (Segell) /V 7 0 R /Rect [0 0 0 0] /F 132"
                + " /P 3 0 R >>"));
        objects.add(ascii("<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached " + EMPTY_RANGE
                + " /Contents <" + "0".repeat(2 * SIGNATURE_BYTES) + "> >>"));
        for (int i = 0; i < attachments.size(); i++) {
            String name = literal(attachments.get(i).name());
            objects.add(ascii("<< /Type /Filespec /F " + name + " /UF " + name + " /EF << /F "
                    + (firstAttachment + 2 * i + 1) + " 0 R >> >>"));
            objects.add(stream(
                    " /Type /EmbeddedFile /Subtype /text#2Fxml",
                    attachments.get(i).text().getBytes(StandardCharsets.UTF_8)));
        }
        return file(objects);
    }

    private static byte[] page(List<String> lines) {
        StringBuilder text = new StringBuilder("BT /F1 11 Tf 60 780 Td 16 TL\n");
        for (String line : lines) {
            text.append(literal(line)).append(" Tj T*\n");
        }
        return text.append("ET").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] file(List<byte[]> objects) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(ascii("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"));
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(out.size());
            out.write(ascii((i + 1) + " 0 obj\n"));
            out.write(objects.get(i));
            out.write(ascii("\nendobj\n"));
        }
        int start = out.size();
        out.write(ascii("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n"));
        for (int offset : offsets) {
            out.write(ascii(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
        }
        String id = HexFormat.of().formatHex(sha256(out.toByteArray()), 0, 16);
        out.write(ascii("trailer << /Size " + (objects.size() + 1) + " /Root 1 0 R /ID [<" + id + "><" + id
                + ">] >>\nstartxref\n" + start + "\n%%EOF\n"));
        return out.toByteArray();
    }

    private byte[] sign(byte[] pdf, Instant sealed)
            throws CMSException, IOException, OperatorCreationException, CertificateEncodingException {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int from = text.indexOf("/Contents <0") + "/Contents ".length();
        int to = from + 2 * SIGNATURE_BYTES + 2;
        String range = String.format(Locale.ROOT, "/ByteRange [0 %010d %010d %010d]", from, to, pdf.length - to);
        byte[] rangeBytes = ascii(range);
        System.arraycopy(rangeBytes, 0, pdf, text.indexOf(EMPTY_RANGE), rangeBytes.length);
        byte[] signed = new SequenceInputStream(
                        new ByteArrayInputStream(pdf, 0, from), new ByteArrayInputStream(pdf, to, pdf.length - to))
                .readAllBytes();
        byte[] hex = ascii(HexFormat.of().formatHex(cms(signed, sealed)));
        System.arraycopy(hex, 0, pdf, from + 1, hex.length);
        return pdf;
    }

    private byte[] cms(byte[] content, Instant sealed)
            throws CMSException, IOException, OperatorCreationException, CertificateEncodingException {
        TestIdentity seal = seals.get();
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        ASN1EncodableVector time = new ASN1EncodableVector();
        time.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(sealed)))));
        generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                        new JcaDigestCalculatorProviderBuilder().build())
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(time)))
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(seal.privateKey()), seal.certificate()));
        generator.addCertificates(new JcaCertStore(seal.chain()));
        CMSTypedData data = new CMSProcessableByteArray(content);
        byte[] encoded = generator.generate(data, false).getEncoded();
        if (encoded.length > SIGNATURE_BYTES) {
            throw new IllegalStateException("the seal does not fit");
        }
        return encoded;
    }

    private static byte[] stream(String extra, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(ascii("<< /Length " + content.length + extra + " >>\nstream\n"));
        out.write(content);
        out.write(ascii("\nendstream"));
        return out.toByteArray();
    }

    private static String literal(String text) {
        return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(content), 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks SHA-256", e);
        }
    }
}
