package cat.eset.testkit.internal.signador;

import cat.eset.testkit.pki.TestIdentity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The person's signing program: it makes what the order asks for with the person's key. */
final class Person {

    private static final byte[] SHA256_DIGEST_INFO = HexFormat.of().parseHex("3031300d060960864801650304020105000420");

    private final Clock clock;
    private final UnaryOperator<byte[]> stamps;

    private final Predicate<X509Certificate> revoked;

    Person(Clock clock, UnaryOperator<byte[]> stamps, Predicate<X509Certificate> revoked) {
        this.clock = clock;
        this.stamps = stamps;
        this.revoked = revoked;
    }

    /** A result and its type. */
    static final class Signed {
        final byte[] bytes;
        final String type;

        Signed(byte[] bytes, String type) {
            this.bytes = bytes;
            this.type = type;
        }
    }

    Signed sign(Order order, Map<String, byte[]> documents, TestIdentity who)
            throws JobRefusal, GeneralSecurityException, IOException {
        PersonsCertificate.requireAllowed(order, who, revoked);
        if (order.work().equals("CERTIFICAT")) {
            return new Signed(who.certificate().getEncoded(), "CERT");
        }
        if (order.isTogether()) {
            return new Signed(new XmlSigning(order, who, clock, stamps).sign(documents), type(order));
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> document : documents.entrySet()) {
            files.put(document.getKey(), one(order, document.getKey(), document.getValue(), who));
        }
        String type = type(order);
        return files.size() == 1 ? new Signed(files.values().iterator().next(), type) : zip(files, type);
    }

    private byte[] one(Order order, String name, byte[] document, TestIdentity who)
            throws JobRefusal, GeneralSecurityException, IOException {
        if (order.work().equals("SIGNATURA")) {
            return raw(document, who);
        }
        if (order.isPdf()) {
            return new PdfSigning(order, who, clock, stamps).sign(document);
        }
        if (order.isXml()) {
            return new XmlSigning(order, who, clock, stamps).sign(Map.of(name, document));
        }
        return new CmsSigning(order, who, clock, stamps).sign(document);
    }

    /** PKCS#1 over the digest: what {@code SIGNATURA} returns is not documented (contract 4.7). */
    private static byte[] raw(byte[] digest, TestIdentity who) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("NONEwithRSA");
        signature.initSign(who.privateKey());
        signature.update(SHA256_DIGEST_INFO);
        signature.update(digest);
        return signature.sign();
    }

    private static String type(Order order) {
        if (order.work().equals("SIGNATURA")) {
            return "HASH";
        }
        return order.isPdf() ? "PDF" : order.isXml() ? "XML" : "CMS";
    }

    /** Names and order inside the ZIP are not documented: the last comes first, under names that are no paths to trust. */
    private static Signed zip(Map<String, byte[]> files, String type) throws IOException {
        List<String> names = new ArrayList<>(files.keySet());
        Collections.reverse(names);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry("../" + name + "." + type.toLowerCase(Locale.ROOT)));
                zip.write(files.getOrDefault(name, new byte[0]));
                zip.closeEntry();
            }
        }
        return new Signed(out.toByteArray(), "ZIP");
    }

    /** Some other document of the same kind. */
    static byte[] otherThan(Order order, byte[] document) throws IOException {
        if (order.isPdf()) {
            return PdfSigning.blank();
        }
        if (order.isXml() && order.documentType() != Order.HASH) {
            return "<altre/>".getBytes(StandardCharsets.UTF_8);
        }
        byte[] other = document.clone();
        other[other.length - 1] ^= 1;
        return other;
    }
}
