package cat.eset.registry.internal.mux;

import java.util.regex.Pattern;

/** Texts of strangers made safe or short. */
public final class SafeNames {

    private static final int MAX_NAME = 80;

    /** Outside of {@code Char} of XML 1.0, section 2.2; among them halves of characters. */
    private static final Pattern NOT_PRINTABLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private SafeNames() {}

    /**
     * A name that is safe as the name of a file: numbers of entries, which hold slashes, are part of real names, and a name from
     * outside may try to leave its folder.
     */
    public static String fileName(String given) {
        String flat = given.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").strip();
        flat = flat.replaceFirst("^\\.+", "_");
        if (flat.isEmpty()) {
            return "_";
        }
        if (flat.length() <= MAX_NAME) {
            return flat;
        }
        int dot = flat.lastIndexOf('.');
        String extension = dot > 0 && flat.length() - dot <= 10 ? flat.substring(dot) : "";
        return cut(flat, MAX_NAME - extension.length()) + extension;
    }

    /**
     * Without the characters that XML and some databases cannot hold: an entry with one of them could not be stored, or never leave again
     * in an index or a notification.
     */
    static String printable(String text) {
        return NOT_PRINTABLE.matcher(text).replaceAll("\uFFFD");
    }

    /** At most so many characters; one outside the basic plane is not cut in two. */
    public static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
