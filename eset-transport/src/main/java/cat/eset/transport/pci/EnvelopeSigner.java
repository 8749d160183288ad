package cat.eset.transport.pci;

import static cat.eset.transport.pci.PciNames.BASE64_BINARY;
import static cat.eset.transport.pci.PciNames.DS;
import static cat.eset.transport.pci.PciNames.EXC_C14N;
import static cat.eset.transport.pci.PciNames.SOAP;
import static cat.eset.transport.pci.PciNames.WSSE;
import static cat.eset.transport.pci.PciNames.WSU;
import static cat.eset.transport.pci.PciNames.X509V3;
import static java.nio.charset.StandardCharsets.UTF_8;

import cat.eset.core.ConfigurationException;
import cat.eset.core.Credentials;
import cat.eset.transport.xml.CanonicalXml;
import cat.eset.transport.xml.PayloadWriter;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Puts a Body into an envelope, with or without a WS-Security signature (contract pci 10.2). The Body comes as the bytes of
 * its exclusive-canonical form: they are digested and sent as they are. Every signed element declares the namespaces it
 * uses itself, so its canonical form is what stands in the message. Thread-safe.
 */
final class EnvelopeSigner {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final byte[] OPEN = ascii("<soapenv:Envelope xmlns:soapenv=\"" + SOAP + "\">");
    private static final byte[] CLOSE = ascii("</soapenv:Envelope>");

    private final PrivateKey key;
    private final WsSecurity settings;
    private final String token;
    private final String signatureName;
    private final String digestName;

    EnvelopeSigner(Credentials credentials, WsSecurity settings) {
        this.key = credentials.privateKey();
        this.settings = settings;
        if (!key.getAlgorithm().equals("RSA")) {
            throw ConfigurationException.of(
                    "The PCI takes RSA signatures and the key is " + key.getAlgorithm(),
                    "Use an RSA certificate, or authenticate by TLS only.");
        }
        boolean sha1 = settings.algorithms() == WsSecurity.Algorithms.SHA1;
        this.signatureName = sha1 ? "SHA1withRSA" : "SHA256withRSA";
        this.digestName = sha1 ? "SHA-1" : "SHA-256";
        this.token = token(credentials);
        signature(new byte[0]);
    }

    /** The envelope without signature, in pieces. */
    static List<byte[]> unsigned(byte[] body) {
        return List.of(OPEN, body, CLOSE);
    }

    /** The signed envelope, in pieces. */
    List<byte[]> signed(byte[] body, Instant now) {
        byte[] timestamp = timestamp(now);
        byte[] signedInfo = CanonicalXml.of(out -> signedInfo(out, body, timestamp));
        String value = Base64.getEncoder().encodeToString(signature(signedInfo));
        byte[] head = ascii("<soapenv:Header><wsse:Security xmlns:wsse=\"" + WSSE + "\" xmlns:wsu=\"" + WSU
                + "\" soapenv:mustUnderstand=\"1\">" + token + "<ds:Signature xmlns:ds=\"" + DS + "\" Id=\"SIG\">");
        byte[] tail = ascii("<ds:SignatureValue>" + value + "</ds:SignatureValue><ds:KeyInfo Id=\"KI\">"
                + "<wsse:SecurityTokenReference wsu:Id=\"STR\"><wsse:Reference URI=\"#X509\" ValueType=\"" + X509V3
                + "\"/></wsse:SecurityTokenReference></ds:KeyInfo></ds:Signature>");
        byte[] end = ascii("</wsse:Security></soapenv:Header>");
        return List.of(OPEN, head, signedInfo, tail, timestamp, end, body, CLOSE);
    }

    private byte[] timestamp(Instant now) {
        return CanonicalXml.of(out -> out.start(WSU, "wsu", "Timestamp")
                .attribute(WSU, "wsu", "Id", "TS")
                .element(WSU, "wsu", "Created", UTC.format(now))
                .element(WSU, "wsu", "Expires", UTC.format(now.plus(settings.timeToLive())))
                .end());
    }

    private void signedInfo(PayloadWriter out, byte[] body, byte[] timestamp) {
        boolean sha1 = settings.algorithms() == WsSecurity.Algorithms.SHA1;
        out.start(DS, "ds", "SignedInfo");
        algorithm(out, "CanonicalizationMethod", EXC_C14N);
        algorithm(out, "SignatureMethod", sha1 ? PciNames.RSA_SHA1 : PciNames.RSA_SHA256);
        reference(out, PciBody.ID, body, sha1);
        if (settings.signTimestamp()) {
            reference(out, "TS", timestamp, sha1);
        }
        out.end();
    }

    private void reference(PayloadWriter out, String id, byte[] content, boolean sha1) {
        out.start(DS, "ds", "Reference").attribute("URI", "#" + id);
        out.start(DS, "ds", "Transforms");
        algorithm(out, "Transform", EXC_C14N);
        out.end();
        algorithm(out, "DigestMethod", sha1 ? PciNames.SHA1 : PciNames.SHA256);
        out.element(DS, "ds", "DigestValue", Base64.getEncoder().encodeToString(digest(content)));
        out.end();
    }

    private static void algorithm(PayloadWriter out, String element, String uri) {
        out.start(DS, "ds", element).attribute("Algorithm", uri).end();
    }

    private byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance(digestName).digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + digestName, e);
        }
    }

    private byte[] signature(byte[] content) {
        try {
            Signature signature = Signature.getInstance(signatureName);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw ConfigurationException.of(
                    "The private key cannot sign: " + e.getMessage(), "Check the key, its token and its provider.");
        }
    }

    private static String token(Credentials credentials) {
        try {
            String der =
                    Base64.getEncoder().encodeToString(credentials.certificate().getEncoded());
            return "<wsse:BinarySecurityToken EncodingType=\"" + BASE64_BINARY + "\" ValueType=\"" + X509V3
                    + "\" wsu:Id=\"X509\">" + der + "</wsse:BinarySecurityToken>";
        } catch (CertificateEncodingException e) {
            throw ConfigurationException.of("The certificate cannot be encoded", "Export it again.");
        }
    }

    private static byte[] ascii(String s) {
        return s.getBytes(UTF_8);
    }
}
