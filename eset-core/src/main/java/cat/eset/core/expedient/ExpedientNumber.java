package cat.eset.core.expedient;

import cat.eset.core.InvalidValueException;

/**
 * Number of an expedient inside a town hall. What is compared and stored is the structure; the text is how it is
 * printed.
 *
 * @param year year of creation
 * @param sequence 1, 2, 3... inside the year
 * @param text as printed, at most 80 characters (SICRES)
 */
public record ExpedientNumber(int year, long sequence, String text) {

    /** Checks the values. */
    public ExpedientNumber {
        if (year < 1900 || year > 9999 || sequence < 1) {
            throw InvalidValueException.of("ExpedientNumber", "a year of four digits and a sequence from 1");
        }
        if (text.isBlank() || text.length() > 80) {
            throw InvalidValueException.of("ExpedientNumber", "its text has 1 to 80 characters");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
