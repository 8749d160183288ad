package cat.eset.signature.signador;

import cat.eset.core.id.Nif;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the person's certificates may sign (signador 4.5). If exactly one is left, the person is not asked to choose.
 * Each method returns a copy with one thing changed.
 *
 * @param nif only of this person; the Signador also asks the Validador then
 * @param authorities common names of issuers
 * @param policies identifiers of certificate policies
 * @param subjectText text that the subject must hold
 * @param commonName the exact common name of the subject
 * @param purposes key usages that will do; empty: any
 * @param validated ask the Validador about the certificate first
 */
public record CertificateFilter(
        Optional<Nif> nif,
        List<String> authorities,
        List<String> policies,
        Optional<String> subjectText,
        Optional<String> commonName,
        Set<Purpose> purposes,
        boolean validated) {

    /** What a key may be used for. */
    public enum Purpose {
        /** Digital signature. */
        DIGITAL_SIGNATURE("FD"),
        /** Non-repudiation. */
        NON_REPUDIATION("NR");

        private final String code;

        Purpose(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** Copies the lists. */
    public CertificateFilter {
        Objects.requireNonNull(nif, "nif");
        authorities = List.copyOf(authorities);
        policies = List.copyOf(policies);
        Objects.requireNonNull(subjectText, "subjectText");
        Objects.requireNonNull(commonName, "commonName");
        purposes = Set.copyOf(purposes);
    }

    /** Any certificate. */
    public static CertificateFilter any() {
        return new CertificateFilter(
                Optional.empty(), List.of(), List.of(), Optional.empty(), Optional.empty(), Set.of(), false);
    }

    /** Only of this person. */
    public CertificateFilter nif(Nif value) {
        return new CertificateFilter(
                Optional.of(value), authorities, policies, subjectText, commonName, purposes, validated);
    }

    /** Only of these issuers, by common name. */
    public CertificateFilter authorities(List<String> names) {
        return new CertificateFilter(nif, names, policies, subjectText, commonName, purposes, validated);
    }

    /** Only under these certificate policies. */
    public CertificateFilter policies(List<String> identifiers) {
        return new CertificateFilter(nif, authorities, identifiers, subjectText, commonName, purposes, validated);
    }

    /** Only with this text in the subject. */
    public CertificateFilter subjectText(String text) {
        return new CertificateFilter(nif, authorities, policies, Optional.of(text), commonName, purposes, validated);
    }

    /** Only with exactly this common name. */
    public CertificateFilter commonName(String name) {
        return new CertificateFilter(nif, authorities, policies, subjectText, Optional.of(name), purposes, validated);
    }

    /** Only with a key for one of these purposes. */
    public CertificateFilter purposes(Set<Purpose> values) {
        return new CertificateFilter(nif, authorities, policies, subjectText, commonName, values, validated);
    }

    /** Only if the Validador finds it good. */
    public CertificateFilter validatedFirst() {
        return new CertificateFilter(nif, authorities, policies, subjectText, commonName, purposes, true);
    }
}
