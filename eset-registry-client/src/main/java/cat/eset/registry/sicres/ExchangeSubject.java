package cat.eset.registry.sicres;

import java.util.Objects;
import java.util.Optional;

/**
 * What an exchange is about ({@code De_Asunto}).
 *
 * @param summary extract
 * @param code code of the subject at the destination
 * @param externalReference reference
 * @param expedient number of the expedient
 */
public record ExchangeSubject(
        String summary, Optional<String> code, Optional<String> externalReference, Optional<String> expedient) {

    /** Checks the values. */
    public ExchangeSubject {
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(externalReference, "externalReference");
        Objects.requireNonNull(expedient, "expedient");
    }

    /** A subject that says only what it is about. */
    public static ExchangeSubject of(String summary) {
        return new ExchangeSubject(summary, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Does not print what it is about. */
    @Override
    public String toString() {
        return "ExchangeSubject[***]";
    }
}
