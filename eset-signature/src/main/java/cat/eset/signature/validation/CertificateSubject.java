package cat.eset.signature.validation;

import cat.eset.signature.validation.SignerIdentity.Qualification;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** Reads names and identity numbers out of a certificate (ETSI EN 319 412-1 semantics identifiers). */
final class CertificateSubject {

    private static final Map<String, String> NAMES = Map.of(
            "2.5.4.3", "CN",
            "2.5.4.5", "SERIALNUMBER",
            "2.5.4.10", "O",
            "2.5.4.12", "TITLE",
            "2.5.4.97", "ORGID");
    private static final Pattern PREFIX = Pattern.compile("(?:IDC|PAS|PNO|TIN|VAT|NTR)[A-Z]{2}-");

    private CertificateSubject() {}

    static SignerIdentity identity(X509Certificate certificate, Qualification qualification) {
        X500Principal subjectName = certificate.getSubjectX500Principal();
        Map<String, String> subject = attributes(subjectName);
        Map<String, String> issuer = attributes(certificate.getIssuerX500Principal());
        return new SignerIdentity(
                subject.getOrDefault("CN", subjectName.getName()),
                Optional.ofNullable(subject.get("SERIALNUMBER")).map(CertificateSubject::withoutPrefix),
                Optional.ofNullable(subject.get("O")),
                Optional.ofNullable(subject.get("ORGID")).map(CertificateSubject::withoutPrefix),
                Optional.ofNullable(subject.get("TITLE")),
                issuer.getOrDefault("CN", certificate.getIssuerX500Principal().getName()),
                qualification,
                certificate);
    }

    private static String withoutPrefix(String value) {
        return PREFIX.matcher(value).lookingAt() ? value.substring(6) : value;
    }

    private static Map<String, String> attributes(X500Principal name) {
        Map<String, String> out = new HashMap<>();
        try {
            for (Rdn rdn : new LdapName(name.getName(X500Principal.RFC2253, NAMES)).getRdns()) {
                out.put(rdn.getType().toUpperCase(Locale.ROOT), text(rdn.getValue()));
            }
        } catch (InvalidNameException e) {
            return Map.of(); // a name that cannot be read is shown whole by the caller
        }
        return out;
    }

    /** An attribute that the JDK has no name for comes as the DER of a string. */
    private static String text(Object value) {
        if (value instanceof byte[] der && der.length > 2 && der[1] >= 0 && der[1] == der.length - 2) {
            return new String(der, 2, der.length - 2, StandardCharsets.UTF_8);
        }
        return value.toString();
    }
}
