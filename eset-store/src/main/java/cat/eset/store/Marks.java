package cat.eset.store;

import java.util.regex.Pattern;

/**
 * The marks that whoever searches may leave out: the accents of letters, and the dot of {@code l·l}. On PostgreSQL the words of the tables are
 * without them since version 5, so that other marks ask for another version.
 */
final class Marks {

    /** Letters that are written with a mark... */
    static final String MARKED = "ÀÁÂÃÄÅàáâãäåÇçÈÉÊËèéêëÌÍÎÏìíîïÑñÒÓÔÕÖòóôõöÙÚÛÜùúûüÝýÿĿŀ";

    /** ...and the same letters without it. */
    static final String PLAIN = "AAAAAAaaaaaaCcEEEEeeeeIIIIiiiiNnOOOOOoooooUUUUuuuuYyyLl";

    /** Marks by themselves: accents that follow their letter, and the dots that are typed for the one of {@code l·l}. */
    static final String ALONE = "\u0300\u0301\u0302\u0303\u0308\u030A\u0327\u00B7\u2027\u2219\u22C5";

    private Marks() {}

    /** A text without its marks, as {@code translate(text, MARKED || ALONE, PLAIN)} gives it. */
    static String without(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            int marked = MARKED.indexOf(letter);
            if (marked >= 0) {
                plain.append(PLAIN.charAt(marked));
            } else if (ALONE.indexOf(letter) < 0) {
                plain.append(letter);
            }
        }
        return plain.toString();
    }

    /** A regular expression for a word without marks, wherever marks may be. */
    static String anywhereIn(String plain) {
        StringBuilder expression = new StringBuilder();
        plain.codePoints().forEach(letter -> expression.append(anyOf(letter)).append("[" + ALONE + "]*"));
        return expression.toString();
    }

    private static String anyOf(int letter) {
        String itself = Character.toString(letter);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < PLAIN.length(); i++) {
            if (itself.equalsIgnoreCase(PLAIN.substring(i, i + 1))) {
                all.append(MARKED.charAt(i));
            }
        }
        return all.isEmpty() ? Pattern.quote(itself) : "[" + itself + all + "]";
    }
}
