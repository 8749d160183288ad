package cat.eset.testkit.pki;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an end certificate says about its holder. Made by the factories and refined by the {@code with} methods.
 *
 * @param commonName CN
 * @param organization O, if any
 * @param organizationIdentifier organizationIdentifier (2.5.4.97), for example {@code VATES-Q0801175A}
 * @param serialNumber serialNumber (2.5.4.5), for example {@code IDCES-00000000T}
 * @param surname SN of a natural person
 * @param givenName G of a natural person
 * @param purposes extended key usages, as object identifiers
 * @param criticalPurposes whether the extended key usage is critical
 * @param serverNames DNS names or IP addresses of a TLS server
 * @param notBefore start of validity, by the real clock
 * @param notAfter end of validity, by the real clock
 */
public record CertificateProfile(
        String commonName,
        Optional<String> organization,
        Optional<String> organizationIdentifier,
        Optional<String> serialNumber,
        Optional<String> surname,
        Optional<String> givenName,
        List<String> purposes,
        boolean criticalPurposes,
        List<String> serverNames,
        Instant notBefore,
        Instant notAfter) {

    /** TLS client, 1.3.6.1.5.5.7.3.2. */
    public static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    /** TLS server, 1.3.6.1.5.5.7.3.1. */
    public static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    /** E-mail protection, 1.3.6.1.5.5.7.3.4. */
    public static final String EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4";
    /** Time stamping, 1.3.6.1.5.5.7.3.8. */
    public static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
    /** OCSP signing, 1.3.6.1.5.5.7.3.9. */
    public static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";

    /** Checks the values. */
    public CertificateProfile {
        if (commonName.isBlank()) {
            throw new IllegalArgumentException("a certificate needs a common name");
        }
        purposes = List.copyOf(purposes);
        serverNames = List.copyOf(serverNames);
        if (!notBefore.isBefore(notAfter)) {
            throw new IllegalArgumentException("a certificate must start before it ends");
        }
    }

    /** The electronic seal of an organisation: client authentication and e-mail protection, as the observed ones. */
    public static CertificateProfile seal(String commonName, String organization, String organizationIdentifier) {
        return base(commonName, List.of(CLIENT_AUTH, EMAIL_PROTECTION))
                .withOrganization(organization, organizationIdentifier);
    }

    /**
     * The signing certificate of a person.
     *
     * @param nif tax number of the person; it becomes {@code IDCES-nif} in the serial number
     */
    public static CertificateProfile person(String givenName, String surname, String nif) {
        Objects.requireNonNull(nif, "nif");
        CertificateProfile p =
                base(givenName + " " + surname + " - DNI " + nif, List.of(CLIENT_AUTH, EMAIL_PROTECTION));
        return new CertificateProfile(
                p.commonName,
                p.organization,
                p.organizationIdentifier,
                Optional.of("IDCES-" + nif),
                Optional.of(surname),
                Optional.of(givenName),
                p.purposes,
                false,
                List.of(),
                p.notBefore,
                p.notAfter);
    }

    /** A TLS server. */
    public static CertificateProfile server(String commonName, List<String> serverNames) {
        CertificateProfile p = base(commonName, List.of(SERVER_AUTH));
        return new CertificateProfile(
                commonName,
                p.organization,
                p.organizationIdentifier,
                p.serialNumber,
                p.surname,
                p.givenName,
                p.purposes,
                false,
                serverNames,
                p.notBefore,
                p.notAfter);
    }

    /** A time-stamp authority: its only extended key usage is critical (RFC 3161 2.3). */
    public static CertificateProfile timeStampAuthority(String commonName, String organization, String identifier) {
        return base(commonName, List.of(TIME_STAMPING))
                .withOrganization(organization, identifier)
                .withPurposes(List.of(TIME_STAMPING), true);
    }

    /** The same with an organisation. */
    public CertificateProfile withOrganization(String name, String identifier) {
        return new CertificateProfile(
                commonName,
                Optional.of(name),
                Optional.of(identifier),
                serialNumber,
                surname,
                givenName,
                purposes,
                criticalPurposes,
                serverNames,
                notBefore,
                notAfter);
    }

    /** The same with other extended key usages. */
    public CertificateProfile withPurposes(List<String> identifiers, boolean critical) {
        return new CertificateProfile(
                commonName,
                organization,
                organizationIdentifier,
                serialNumber,
                surname,
                givenName,
                identifiers,
                critical,
                serverNames,
                notBefore,
                notAfter);
    }

    /** The same with another period of validity, in the past for an expired certificate. */
    public CertificateProfile withValidity(Instant from, Instant to) {
        return new CertificateProfile(
                commonName,
                organization,
                organizationIdentifier,
                serialNumber,
                surname,
                givenName,
                purposes,
                criticalPurposes,
                serverNames,
                from,
                to);
    }

    private static CertificateProfile base(String commonName, List<String> purposes) {
        Instant now = Instant.now();
        return new CertificateProfile(
                commonName,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                purposes,
                false,
                List.of(),
                // Two years back: also at the virtual dates of 2026 the certificates are valid.
                now.minus(Duration.ofDays(730)),
                now.plus(Duration.ofDays(730)));
    }
}
