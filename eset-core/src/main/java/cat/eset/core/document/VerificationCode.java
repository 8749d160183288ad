package cat.eset.core.document;

import cat.eset.core.InvalidValueException;

/**
 * A secure verification code (CSV) with the rule that created the system of codes (Llei 40/2015 art. 42.b; contract
 * legal-rules R11). Who has the code may see the document: {@link #toString()} hides it.
 *
 * @param code the code
 * @param regulation the act that regulates its generation, as ENI asks for it
 */
public record VerificationCode(String code, String regulation) {

    /** Checks the values. */
    public VerificationCode {
        if (code.isBlank() || regulation.isBlank()) {
            throw InvalidValueException.of("VerificationCode", "code and regulation may not be blank");
        }
    }

    /** Hides the code, which gives access to the document. */
    @Override
    public String toString() {
        return "VerificationCode[***]";
    }
}
