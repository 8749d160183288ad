package cat.eset.testkit.internal.validador;

import cat.eset.testkit.internal.xml.Dom;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Writes a {@code dss:VerifyResponse}, with the prefix noise of the real ones (contract 8.4). Not thread-safe. */
final class VerifyAnswer {

    static final String URN = "urn:oasis:names:tc:dss:1.0:";
    static final String DSS = URN + "core:schema";

    private static final String XSS = URN + "profiles:XSS";
    private static final String PSIS = "urn:catcert:psis:certificateAttributes:";

    private final String profile;
    private final Finding found;
    private String outputs = "";

    VerifyAnswer(String profile, Finding found) {
        this.profile = profile;
        this.found = found;
    }

    /** Attributes that were asked for; one that does not apply comes present and empty (contract 4.1). */
    void attributes(Element request, X509Certificate certificate) {
        StringBuilder info = new StringBuilder();
        for (Element asked : Dom.children(
                Dom.at(request, "OptionalInputs", "ReturnX509CertificateInfo").orElse(request),
                "AttributeDesignator")) {
            String name = asked.getAttribute("Name");
            info.append("<urn1:Attribute Name=\"").append(escape(name)).append("\">");
            attribute(name, certificate)
                    .ifPresent(value -> info.append(
                                    "<saml:AttributeValue xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\">")
                            .append(escape(value))
                            .append("</saml:AttributeValue>"));
            info.append("</urn1:Attribute>");
        }
        if (info.length() > 0) {
            outputs += "<urn1:X509CertificateInfo xmlns:urn1=\"" + XSS + "\">" + info + "</urn1:X509CertificateInfo>";
        }
    }

    /** The completed signature or document. */
    void updated(byte[] document) {
        outputs += "<urn:DocumentWithSignature><urn:Document><urn:Base64Data>"
                + Base64.getEncoder().encodeToString(document)
                + "</urn:Base64Data></urn:Document></urn:DocumentWithSignature>";
    }

    String write() {
        String minor = found.minor().isEmpty()
                ? ""
                // One real sample has a line break inside the code (contract 8.3).
                : "<urn:ResultMinor>" + URN + found.minor().replaceFirst(":([^:]*)$", ":\n      $1")
                        + "</urn:ResultMinor>";
        return envelope("<urn:VerifyResponse xmlns:urn=\"" + DSS + "\" Profile=\"" + escape(profile) + "\"><urn:Result>"
                + "<urn:ResultMajor>" + URN + "resultmajor:" + found.major() + "</urn:ResultMajor>" + minor
                + "</urn:Result><urn:OptionalOutputs>" + details() + outputs
                + "</urn:OptionalOutputs></urn:VerifyResponse>");
    }

    private String details() {
        String element = found.isValid()
                ? "ValidDetail"
                : found.minor().contains(":invalid:") ? "InvalidDetail" : "IndeterminateDetail";
        return "<urn:ProcessingDetails><urn:" + element + " Type=\"" + URN + "detail:RevocationStatus\"><urn:Message "
                + "xml:lang=\"en\">simulated</urn:Message></urn:" + element + "></urn:ProcessingDetails>";
    }

    private static Optional<String> attribute(String name, X509Certificate certificate) {
        if (name.equals(PSIS + "KeyOwnerNIF")) {
            return subject(certificate, "(?:OID\\.2\\.5\\.4\\.5|SERIALNUMBER)=IDCES-([^,]+)");
        }
        if (name.equals(XSS + ":certificateAttributes:SubjectDistinguishedName:commonName")) {
            return subject(certificate, "CN=([^,]+)");
        }
        if (name.equals(XSS + ":certificateAttributes:SerialNumber")) {
            return Optional.of(certificate.getSerialNumber().toString());
        }
        if (name.equals(PSIS + "issuerCA")) {
            return first(certificate.getIssuerX500Principal().toString(), "CN=([^,]+)");
        }
        return Optional.empty();
    }

    private static Optional<String> subject(X509Certificate certificate, String pattern) {
        return first(certificate.getSubjectX500Principal().toString(), pattern);
    }

    private static Optional<String> first(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    static String envelope(String body) {
        return "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"><soapenv:Body>" + body
                + "</soapenv:Body></soapenv:Envelope>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
