package cat.eset.core.retention;

import cat.eset.core.InvalidValueException;
import java.time.Period;
import java.util.Objects;

/**
 * What an approved access and evaluation table (TAAD) says of a series (Llei 10/2001 art. 19).
 *
 * @param code code of the table
 * @param kind what becomes of the documents
 * @param keptFor how long after closing they are kept before that; zero for permanent keeping
 */
public record EvaluationTable(String code, Kind kind, Period keptFor) {

    /** What becomes of the documents. */
    public enum Kind {
        /** Kept for ever (CP). */
        PERMANENT,
        /** Destroyed after a term (D). */
        DESTRUCTION,
        /** A sample is kept, the rest destroyed after a term (T). */
        SAMPLING
    }

    /** Checks the values. */
    public EvaluationTable {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(keptFor, "keptFor");
        if (code.isBlank()) {
            throw InvalidValueException.of("EvaluationTable", "its code may not be blank");
        }
        if (keptFor.isNegative() || (kind != Kind.PERMANENT && keptFor.isZero())) {
            throw InvalidValueException.of("EvaluationTable", "destruction needs a term");
        }
    }
}
