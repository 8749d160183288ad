package cat.eset.core.expedient;

import cat.eset.core.InvalidValueException;

/**
 * A class of the classification scheme. The code is opaque: every town hall has its own scheme (contract eset-model 9).
 *
 * @param code for example {@code 1038}
 * @param title its name
 */
public record Series(String code, String title) {

    /** Llibres de decrets d'alcaldia. */
    public static final Series DECREE_BOOKS = new Series("1038", "Llibres de decrets d'alcaldia");
    /** Llibres d'actes del ple. */
    public static final Series PLENARY_BOOKS = new Series("1028", "Llibres d'actes del ple");
    /** Llibres d'actes de la junta de govern local. */
    public static final Series BOARD_BOOKS = new Series("1045", "Llibres d'actes de la junta de govern local");

    /** Checks the values. */
    public Series {
        if (code.isBlank() || code.length() > 30 || title.isBlank()) {
            throw InvalidValueException.of("Series", "a code of 1 to 30 characters and a title");
        }
    }

    /** A class of the scheme. */
    public static Series of(String code, String title) {
        return new Series(code, title);
    }

    @Override
    public String toString() {
        return code;
    }
}
