package cat.eset.notify.record;

import java.util.Optional;

/**
 * A person or company as the service reports it. Not validated: what the service says is kept as it came.
 *
 * @param kind which
 * @param documentType {@code NIF}, {@code Passaport}, {@code IDC}, {@code CIF} or {@code VAT}; may be another one
 * @param documentNumber its number
 * @param documentCountry its country
 * @param name full name or company name
 */
public record ReportedParty(
        Kind kind, String documentType, String documentNumber, Optional<String> documentCountry, String name) {

    /** Natural or legal. */
    public enum Kind {
        /** A natural person. */
        PERSON,
        /** A legal person. */
        COMPANY
    }

    /** Does not print who it is. */
    @Override
    public String toString() {
        return "ReportedParty[" + kind + "]";
    }
}
