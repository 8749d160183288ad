package cat.eset.core.eni;

import cat.eset.core.InvalidValueException;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.SiaCode;

/**
 * The procedure an expedient belongs to: its SIA code, or {@code <organ>_PRO_<30 characters>} where there is none
 * (contract eni 5).
 *
 * @param value as written in the XML
 */
public record EniClassification(String value) {

    /** Checks that there is a value. */
    public EniClassification {
        if (value.isBlank()) {
            throw InvalidValueException.of("EniClassification", "it may not be blank");
        }
    }

    /** A procedure of the State's inventory. */
    public static EniClassification of(SiaCode sia) {
        return new EniClassification(sia.value());
    }

    /**
     * A procedure without SIA code.
     *
     * @param key 1 to 26 capitals and digits, unique in the body, for example the code of the series
     */
    public static EniClassification ofProcedure(Dir3 organ, String key) {
        if (!key.matches("[A-Z0-9]{1,26}")) {
            throw InvalidValueException.of("EniClassification", "a key is 1 to 26 capitals and digits");
        }
        return new EniClassification(organ + "_PRO_ESET" + "0".repeat(26 - key.length()) + key);
    }

    /** Whether it has one of the two published forms. */
    public boolean isWellFormed() {
        return value.matches("\\d{1,80}|[A-Z][A-Z0-9]{8}_PRO_[A-Za-z0-9_.-]{1,30}");
    }

    @Override
    public String toString() {
        return value;
    }
}
