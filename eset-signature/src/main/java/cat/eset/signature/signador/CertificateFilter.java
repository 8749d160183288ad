package cat.eset.signature.signador;

import cat.eset.core.InvalidValueException;
import cat.eset.core.id.Nif;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which of the person's certificates may sign (signador 4.5). If exactly one is left, the person is not asked to choose.
 * Each method returns a copy with one thing changed.
 *
 * @param nif only of this person; the Signador also asks the Validador then
 * @param authorities common names of issuers, in any case of letters
 * @param policies identifiers of certificate policies
 * @param subjectText text that the subject must hold, in any case of letters
 * @param commonName the exact common name of the subject
 * @param alias the exact name of the certificate in its store
 * @param purposes key usages that will do; empty: any
 * @param validated ask the Validador about the certificate first
 * @param store where certificates are looked for
 * @param cards drivers of cards; for {@link CertificateStore#CARD}
 */
public record CertificateFilter(
        Optional<Nif> nif,
        List<String> authorities,
        List<String> policies,
        Optional<String> subjectText,
        Optional<String> commonName,
        Optional<String> alias,
        Set<Purpose> purposes,
        boolean validated,
        CertificateStore store,
        List<CardDriver> cards) {

    private static final Pattern POLICY = Pattern.compile("[0-2](\\.(0|[1-9][0-9]*))+");
    private static final CertificateFilter ANY = new CertificateFilter(
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            false,
            CertificateStore.ANY,
            List.of());

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

    /** Checks that nothing in it breaks the lists of the service. */
    public CertificateFilter {
        Objects.requireNonNull(nif, "nif");
        authorities = List.copyOf(authorities);
        policies = List.copyOf(policies);
        Objects.requireNonNull(subjectText, "subjectText");
        Objects.requireNonNull(commonName, "commonName");
        Objects.requireNonNull(alias, "alias");
        purposes = Set.copyOf(purposes);
        Objects.requireNonNull(store, "store");
        cards = List.copyOf(cards);
        if (authorities.stream().anyMatch(name -> name.isBlank() || name.contains(";"))) {
            throw InvalidValueException.of("CertificateFilter", "names of issuers that are not blank and have no ;");
        }
        if (!policies.stream().allMatch(oid -> POLICY.matcher(oid).matches())) {
            throw InvalidValueException.of("CertificateFilter", "policies that are dotted object identifiers");
        }
        if (cards.isEmpty() == (store == CertificateStore.CARD)) {
            throw InvalidValueException.of("CertificateFilter", "drivers if certificates are on cards, and only then");
        }
    }

    /** Any certificate. */
    public static CertificateFilter any() {
        return ANY;
    }

    /** Only of this person. */
    public CertificateFilter nif(Nif value) {
        return new CertificateFilter(
                Optional.of(value),
                authorities,
                policies,
                subjectText,
                commonName,
                alias,
                purposes,
                validated,
                store,
                cards);
    }

    /** Only of these issuers, by common name. */
    public CertificateFilter authorities(List<String> names) {
        return new CertificateFilter(
                nif, names, policies, subjectText, commonName, alias, purposes, validated, store, cards);
    }

    /** Only under these certificate policies. */
    public CertificateFilter policies(List<String> identifiers) {
        return new CertificateFilter(
                nif, authorities, identifiers, subjectText, commonName, alias, purposes, validated, store, cards);
    }

    /** Only with this text in the subject. */
    public CertificateFilter subjectText(String text) {
        return new CertificateFilter(
                nif, authorities, policies, Optional.of(text), commonName, alias, purposes, validated, store, cards);
    }

    /** Only with exactly this common name. */
    public CertificateFilter commonName(String name) {
        return new CertificateFilter(
                nif, authorities, policies, subjectText, Optional.of(name), alias, purposes, validated, store, cards);
    }

    /** Only the one with exactly this name in its store. */
    public CertificateFilter alias(String name) {
        return new CertificateFilter(
                nif,
                authorities,
                policies,
                subjectText,
                commonName,
                Optional.of(name),
                purposes,
                validated,
                store,
                cards);
    }

    /** Only with a key for one of these purposes. */
    public CertificateFilter purposes(Set<Purpose> values) {
        return new CertificateFilter(
                nif, authorities, policies, subjectText, commonName, alias, values, validated, store, cards);
    }

    /** Only if the Validador finds it good. */
    public CertificateFilter validatedFirst() {
        return new CertificateFilter(
                nif, authorities, policies, subjectText, commonName, alias, purposes, true, store, cards);
    }

    /**
     * Only of this store; {@link CertificateStore#ANY} when not said. For cards see {@link #cards}.
     */
    public CertificateFilter store(CertificateStore value) {
        return new CertificateFilter(
                nif, authorities, policies, subjectText, commonName, alias, purposes, validated, value, List.of());
    }

    /** Only on a card, read by one of these drivers. */
    public CertificateFilter cards(List<CardDriver> drivers) {
        return new CertificateFilter(
                nif,
                authorities,
                policies,
                subjectText,
                commonName,
                alias,
                purposes,
                validated,
                CertificateStore.CARD,
                drivers);
    }
}
