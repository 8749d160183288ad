package cat.eset.core.registry;

import cat.eset.core.InvalidValueException;
import java.util.Objects;

/**
 * Number of an entry. What is compared and stored is the structure; the text is how the town hall prints it.
 *
 * @param direction entry or exit
 * @param year legal year of the instant of numbering
 * @param sequence 1, 2, 3... without gaps inside a direction and year
 * @param text as printed, at most 20 characters (SICRES)
 */
public record RegistryNumber(Direction direction, int year, long sequence, String text) {

    /** Longest text that survives an exchange between registries, in characters. */
    public static final int MAX_TEXT = 20;

    /** Checks the values. */
    public RegistryNumber {
        Objects.requireNonNull(direction, "direction");
        if (year < 1900 || year > 9999 || sequence < 1) {
            throw InvalidValueException.of("RegistryNumber", "a year of four digits and a sequence from 1");
        }
        if (text.isBlank() || text.length() > MAX_TEXT) {
            throw InvalidValueException.of("RegistryNumber", "its text has 1 to 20 characters");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
