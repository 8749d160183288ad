package cat.eset.core.id;

import cat.eset.core.InvalidValueException;
import java.util.Objects;

/**
 * The number of a procedure in the State's inventory (SIA). Its length is not published in what we read: digits, up to
 * the 80 characters that registry exchange allows (contract eni 8).
 *
 * @param value 1 to 80 digits
 */
public record SiaCode(String value) {

    /** Checks the form. */
    public SiaCode {
        Objects.requireNonNull(value, "value");
        if (!value.matches("\\d{1,80}")) {
            throw InvalidValueException.of("SiaCode", "1 to 80 digits");
        }
    }

    /** A code as it is written. */
    public static SiaCode of(String value) {
        return new SiaCode(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
