package cat.eset.core.id;

import cat.eset.core.InvalidValueException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A Spanish tax identity number: DNI, NIE, K/L/M number, or the number of an entity (contract legal-rules R14).
 *
 * @param value nine characters, upper case, without separators
 */
public record Nif(String value) {

    private static final Pattern PERSON = Pattern.compile("(\\d{8}|[XYZKLM]\\d{7})[A-Z]");
    private static final Pattern ENTITY = Pattern.compile("[ABCDEFGHJNPQRSUVW]\\d{7}[0-9A-J]");
    private static final String LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String ENTITY_LETTERS = "JABCDEFGHI";

    /** Checks the form. */
    public Nif {
        Objects.requireNonNull(value, "value");
        if (!PERSON.matcher(value).matches() && !ENTITY.matcher(value).matches()) {
            throw InvalidValueException.of("Nif", "nine characters of a DNI, NIE, K/L/M or entity number");
        }
    }

    /** Reads a number as people write it: any case, spaces, dots and hyphens ignored, missing leading zeros of a DNI added. */
    public static Nif of(String text) {
        String s = text.toUpperCase(Locale.ROOT).replaceAll("[\\s.\\-]", "");
        if (s.matches("\\d{1,7}[A-Z]")) {
            s = "0".repeat(9 - s.length()) + s;
        }
        return new Nif(s);
    }

    /** Whether it is the number of an entity and not of a natural person. */
    public boolean isEntity() {
        return ENTITY.matcher(value).matches();
    }

    /** Whether the control character is right. */
    public boolean hasValidControl() {
        return isEntity() ? hasValidEntityControl() : hasValidPersonControl();
    }

    private boolean hasValidPersonControl() {
        char first = value.charAt(0);
        int xyz = "XYZ".indexOf(first);
        String digits = xyz >= 0 ? xyz + value.substring(1, 8) : value.substring(Character.isDigit(first) ? 0 : 1, 8);
        return LETTERS.charAt(Integer.parseInt(digits) % 23) == value.charAt(8);
    }

    private boolean hasValidEntityControl() {
        int sum = 0;
        for (int i = 1; i <= 7; i++) {
            int d = value.charAt(i) - '0';
            int doubled = 2 * d;
            sum += i % 2 == 0 ? d : doubled / 10 + doubled % 10;
        }
        int c = (10 - sum % 10) % 10;
        char control = value.charAt(8);
        char letter = ENTITY_LETTERS.charAt(c);
        char digit = (char) ('0' + c);
        char kind = value.charAt(0);
        if ("NPQRSW".indexOf(kind) >= 0 || value.startsWith("00", 1)) {
            return control == letter;
        }
        if ("ABEH".indexOf(kind) >= 0) {
            return control == digit;
        }
        return control == letter || control == digit;
    }

    /** Does not print the number. */
    @Override
    public String toString() {
        return "Nif[***]";
    }
}
