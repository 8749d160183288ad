package cat.eset.testkit.internal.signador;

import cat.eset.testkit.pki.TestIdentity;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyInformation;

/** The filter of contract 4.5 on the only certificate that the person has. */
final class PersonsCertificate {

    private static final Pattern COMMON_NAME = Pattern.compile("(?:^|, )CN=(?:\"([^\"]*)\"|([^,]+))");
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private PersonsCertificate() {}

    static void requireAllowed(Order order, TestIdentity who, Predicate<X509Certificate> revoked) throws JobRefusal {
        X509Certificate certificate = who.certificate();
        String subject = certificate.getSubjectX500Principal().toString();
        String nif = order.option("required_nif");
        if (!nif.isEmpty() && !subject.contains("-" + nif)) {
            throw new JobRefusal("El NIF del certificat no és el requerit");
        }
        if ((!nif.isEmpty() || order.says("psis_validation")) && revoked.test(certificate)) {
            throw new JobRefusal("El Validador no accepta el certificat");
        }
        boolean passes = issuer(order, certificate)
                && policies(order, certificate)
                && same(order, "selected_alias", who.name())
                && same(order, "selected_CN", commonName(subject))
                && lower(subject).contains(lower(order.option("subject_Text")))
                && use(order, certificate);
        if (!passes) {
            throw new JobRefusal("No hi ha cap certificat que compleixi el filtre");
        }
    }

    private static boolean same(Order order, String option, String value) {
        return order.option(option).isEmpty() || order.option(option).equals(value);
    }

    private static boolean issuer(Order order, X509Certificate certificate) {
        String name = commonName(certificate.getIssuerX500Principal().toString());
        List<String> allowed = order.list("allowed_CAs");
        return allowed.isEmpty() || allowed.stream().anyMatch(name::equalsIgnoreCase);
    }

    private static boolean policies(Order order, X509Certificate certificate) {
        List<String> allowed = order.list("allowed_OIDs");
        if (allowed.isEmpty()) {
            return true;
        }
        byte[] extension = certificate.getExtensionValue(Extension.certificatePolicies.getId());
        if (extension == null) {
            return false;
        }
        for (PolicyInformation policy : CertificatePolicies.getInstance(
                        ASN1OctetString.getInstance(extension).getOctets())
                .getPolicyInformation()) {
            if (allowed.contains(policy.getPolicyIdentifier().getId())) {
                return true;
            }
        }
        return false;
    }

    private static boolean use(Order order, X509Certificate certificate) {
        List<String> uses = order.list("keyUsage");
        boolean[] bits = certificate.getKeyUsage();
        return uses.isEmpty()
                || bits == null
                || (uses.contains("FD") && bits[DIGITAL_SIGNATURE])
                || (uses.contains("NR") && bits[NON_REPUDIATION]);
    }

    private static String commonName(String name) {
        Matcher matcher = COMMON_NAME.matcher(name);
        if (!matcher.find()) {
            return "";
        }
        return matcher.group(1) == null ? String.valueOf(matcher.group(2)) : String.valueOf(matcher.group(1));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
