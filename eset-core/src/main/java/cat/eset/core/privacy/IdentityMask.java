package cat.eset.core.privacy;

import cat.eset.core.InvalidValueException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Hides an identity number but for four characters, always the same ones, so that several publications cannot be put
 * together (guidance of the AEPD and the APDCAT; contract legal-rules R12). The masks of DNI and NIE were confirmed; the
 * others follow the guidance as it is remembered.
 */
public final class IdentityMask {

    private static final Pattern DNI = Pattern.compile("\\d{8}[A-Z]");
    private static final Pattern NIE = Pattern.compile("[XYZKLM]\\d{7}[A-Z]");
    private static final int FIRST_DIGIT = 4;
    private static final int LAST_DIGIT = 7;
    private static final int SHOWN = 4;

    private IdentityMask() {}

    /**
     * A number with its mask: {@code 12345678X} gives {@code ***4567**}.
     *
     * @param number DNI, NIE, passport or any other
     * @throws InvalidValueException if it is so short that nothing would be hidden
     */
    public static String mask(String number) {
        String s = number.toUpperCase(Locale.ROOT).replaceAll("[\\s.\\-]", "");
        if (s.length() <= SHOWN) {
            throw InvalidValueException.of("IdentityMask", "a number of more than four characters");
        }
        long digits = s.chars().filter(Character::isDigit).count();
        StringBuilder masked = new StringBuilder(s.length());
        int seen = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            boolean shown;
            if (digits >= LAST_DIGIT) {
                seen += Character.isDigit(c) ? 1 : 0;
                shown = Character.isDigit(c) && seen >= FIRST_DIGIT && seen <= LAST_DIGIT;
            } else {
                shown = i >= s.length() - SHOWN;
            }
            masked.append(shown ? c : '*');
        }
        return masked.toString();
    }

    /** Whether the mask of that number is one of the two that were confirmed. */
    public static boolean isConfirmed(String number) {
        return DNI.matcher(number).matches() || NIE.matcher(number).matches();
    }
}
