package cat.eset.core.id;

import cat.eset.core.InvalidValueException;
import java.util.Objects;

/**
 * A code of the common directory of units and offices (DIR3).
 *
 * @param value a capital letter and eight capitals or digits
 */
public record Dir3(String value) {

    /** Checks the form. */
    public Dir3 {
        Objects.requireNonNull(value, "value");
        if (!value.matches("[A-Z][A-Z0-9]{8}")) {
            throw InvalidValueException.of("Dir3", "a capital letter and eight capitals or digits");
        }
    }

    /** A code of nine characters. */
    public static Dir3 of(String value) {
        return new Dir3(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
