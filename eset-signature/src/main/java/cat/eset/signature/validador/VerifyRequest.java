package cat.eset.signature.validador;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import cat.eset.core.Sha256;
import cat.eset.signature.internal.xml.SafeXml;
import cat.eset.transport.http.HttpBody;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A {@code dss:VerifyRequest} in its SOAP envelope (validador 3 and 4), written by hand: PSIS is an earlier draft than the
 * published OASIS schema. Documents are streamed into it.
 */
final class VerifyRequest implements HttpBody {

    private static final String CONTENT_TYPE = "text/xml; charset=UTF-8";
    private static final String XSS = "urn:oasis:names:tc:dss:1.0:profiles:XSS";
    private static final String STAMPS = "urn:oasis:names:tc:dss:1.0:profiles:timestamping";
    private static final String ENVELOPE =
            "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>";
    private static final String NAMESPACES = " xmlns:dss=\"urn:oasis:names:tc:dss:1.0:core:schema\" xmlns:xss=\"" + XSS
            + "\" xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"";
    private static final String PDF = "urn:oasis:names:tc:dss:1.0:profiles:DSS_PDF";

    private final byte[] before;
    private final Optional<DocumentContent> document;
    private final byte[] after;

    private VerifyRequest(String before, Optional<DocumentContent> document, String after) {
        this.before = before.getBytes(StandardCharsets.UTF_8);
        this.document = document;
        this.after = after.getBytes(StandardCharsets.UTF_8);
    }

    /** 4.1. */
    static VerifyRequest certificate(X509Certificate certificate, List<String> attributes, String options) {
        StringBuilder asked = new StringBuilder("<dss:ReturnProcessingDetails/>");
        if (!attributes.isEmpty()) {
            asked.append("<xss:ReturnX509CertificateInfo>");
            attributes.forEach(name -> asked.append("<xss:AttributeDesignator Name=\"")
                    .append(escape(name))
                    .append("\"/>"));
            asked.append("</xss:ReturnX509CertificateInfo>");
        }
        try {
            String object = "<dss:SignatureObject><dss:Other><ds:X509Data><ds:X509Certificate>"
                    + Base64.getEncoder().encodeToString(certificate.getEncoded())
                    + "</ds:X509Certificate></ds:X509Data></dss:Other></dss:SignatureObject>";
            return new VerifyRequest(open(XSS, asked + options) + object, Optional.empty(), close());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /** 4.2: a CMS signature; the digest of its content if it stands beside it. */
    static VerifyRequest cms(DocumentContent signature, Optional<Sha256> content, String options) {
        String documents = content.map(
                        digest -> "<dss:InputDocuments>" + hash("ID=\"Doc1\"", digest) + "</dss:InputDocuments>")
                .orElse("");
        return new VerifyRequest(
                open(XSS, "<dss:ReturnProcessingDetails/>" + options)
                        + documents
                        + "<dss:SignatureObject><dss:Base64Signature Type=\"urn:ietf:rfc:3369\">",
                Optional.of(signature),
                "</dss:Base64Signature></dss:SignatureObject>" + close());
    }

    /** 4.3: in the form that no parser on the way can alter, or inline. */
    static VerifyRequest xml(DocumentContent xml, String options, boolean inline) {
        return xml(open(XSS, "<dss:ReturnProcessingDetails/>" + options) + "<dss:InputDocuments>", xml, inline);
    }

    /** 4.3 with content beside: its digest, under the address that the signature gives it. */
    static VerifyRequest xml(
            DocumentContent signature, Sha256 content, String address, String options, boolean inline) {
        String before = open(XSS, "<dss:ReturnProcessingDetails/>" + options) + "<dss:InputDocuments>"
                + hash("RefURI=\"" + escape(address) + "\"", content);
        return xml(before, signature, inline);
    }

    private static VerifyRequest xml(String before, DocumentContent xml, boolean inline) {
        String document = before + "<dss:Document ID=\"doc\" RefURI=\"\">";
        String end = "</dss:Document></dss:InputDocuments>" + close();
        return inline
                ? new VerifyRequest(
                        document + "<dss:InlineXML>" + withoutProlog(xml), Optional.empty(), "</dss:InlineXML>" + end)
                : new VerifyRequest(document + "<dss:Base64XML>", Optional.of(xml), "</dss:Base64XML>" + end);
    }

    /** The document without its declaration, which may only stand at the beginning of a file. */
    private static String withoutProlog(DocumentContent xml) {
        try {
            if (SafeXml.parse(xml).isEmpty()) {
                throw InvalidValueException.of("Validador", "well-formed XML without document type, to be sent inline");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(xml.readAllBytes()))
                    .toString();
            return text.replaceFirst("^\\uFEFF?(?:<\\?xml [^>]*\\?>)?", "");
        } catch (CharacterCodingException e) {
            throw InvalidValueException.of("Validador", "XML in UTF-8, to be sent inline");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 4.6: a request for an RFC 3161 token, without {@code KeySelector}, whose certificate would rot. */
    static VerifyRequest timeStamp(Sha256 imprint) {
        return new VerifyRequest(
                ENVELOPE + "<dss:SignRequest Profile=\"" + STAMPS + "\"" + NAMESPACES + "><dss:InputDocuments>"
                        + hash("ID=\"Doc1\"", imprint)
                        + "</dss:InputDocuments><dss:OptionalInputs><dss:SignatureType>urn:ietf:rfc:3161"
                        + "</dss:SignatureType></dss:OptionalInputs></dss:SignRequest></soap:Body></soap:Envelope>",
                Optional.empty(),
                "");
    }

    private static String hash(String attribute, Sha256 digest) {
        return "<dss:DocumentHash " + attribute
                + "><ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/><ds:DigestValue>"
                + digest.base64() + "</ds:DigestValue></dss:DocumentHash>";
    }

    /** 4.4. */
    static VerifyRequest pdf(DocumentContent pdf, String options) {
        return new VerifyRequest(
                open(PDF, "<dss:ReturnProcessingDetails/>" + options)
                        + "<dss:InputDocuments><dss:Document><dss:Base64Data MimeType=\"application/pdf\">",
                Optional.of(pdf),
                "</dss:Base64Data></dss:Document></dss:InputDocuments>" + close());
    }

    /** 4.5, to be added to the options. */
    static String upgrade(String type) {
        return "<dss:ReturnUpdatedSignature Type=\"" + escape(type) + "\"/>";
    }

    @Override
    public String contentType() {
        return CONTENT_TYPE;
    }

    @Override
    public long length() {
        return before.length
                + after.length
                + document.map(d -> (d.length() + 2) / 3 * 4).orElse(0L);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(before);
        if (document.isPresent()) {
            OutputStream unclosable = new FilterOutputStream(out) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, length);
                }

                @Override
                public void close() {
                    // closing the encoder ends the Base64, not the request
                }
            };
            try (InputStream in = document.get().open();
                    OutputStream base64 = Base64.getEncoder().wrap(unclosable)) {
                in.transferTo(base64);
            }
        }
        out.write(after);
    }

    /** The whole request, for tests. */
    byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writeTo(out);
        return out.toByteArray();
    }

    private static String open(String profile, String options) {
        return ENVELOPE + "<dss:VerifyRequest Profile=\"" + profile + "\"" + NAMESPACES + "><dss:OptionalInputs>"
                + options + "</dss:OptionalInputs>";
    }

    private static String close() {
        return "</dss:VerifyRequest></soap:Body></soap:Envelope>";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
