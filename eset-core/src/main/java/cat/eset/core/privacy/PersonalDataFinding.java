package cat.eset.core.privacy;

import java.util.Objects;

/**
 * A place of a text that looks like personal data. Holds where, not what.
 *
 * @param kind what it looks like
 * @param start first character
 * @param end first character after it
 * @param control whether its check characters are right, so that it is almost surely what it looks like
 */
public record PersonalDataFinding(Kind kind, int start, int end, boolean control) {

    /** What it looks like. */
    public enum Kind {
        /** A DNI or NIE. */
        IDENTITY_NUMBER,
        /** A bank account. */
        IBAN,
        /** A telephone. */
        PHONE,
        /** An e-mail address. */
        EMAIL
    }

    /** Checks the values. */
    public PersonalDataFinding {
        Objects.requireNonNull(kind, "kind");
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a finding has at least one character");
        }
    }
}
