package cat.eset.core.document;

import cat.eset.core.InvalidValueException;
import cat.eset.core.OperationId;
import java.time.Clock;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Identity of a document inside the town hall, for its whole life and in every expedient.
 *
 * @param value 1 to 30 capitals and digits, so that it may be the last part of an ENI identifier (contract eni 5)
 */
public record DocumentId(String value) {

    /** Checks the form. */
    public DocumentId {
        Objects.requireNonNull(value, "value");
        if (!value.matches("[A-Z0-9]{1,30}")) {
            throw InvalidValueException.of("DocumentId", "1 to 30 capitals and digits");
        }
    }

    /** An identity that was stored. */
    public static DocumentId of(String value) {
        return new DocumentId(value);
    }

    /** A new identity, ordered by time. */
    public static DocumentId next(Clock clock, RandomGenerator random) {
        return new DocumentId(OperationId.next(clock, random).value());
    }

    @Override
    public String toString() {
        return value;
    }
}
