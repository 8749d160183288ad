package cat.eset.core.decree;

import cat.eset.core.InvalidValueException;

/**
 * Number of a decree: with the year, its natural key (contract eset-model 7).
 *
 * @param year year of the approving signature, in Europe/Madrid
 * @param sequence 1, 2, 3... without gaps inside the year
 * @param text as printed
 */
public record DecreeNumber(int year, long sequence, String text) {

    /** Checks the values. */
    public DecreeNumber {
        if (year < 1900 || year > 9999 || sequence < 1) {
            throw InvalidValueException.of("DecreeNumber", "a year of four digits and a sequence from 1");
        }
        if (text.isBlank() || text.length() > 40) {
            throw InvalidValueException.of("DecreeNumber", "its text has 1 to 40 characters");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
