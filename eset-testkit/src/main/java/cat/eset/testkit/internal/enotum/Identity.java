package cat.eset.testkit.internal.enotum;

import java.util.Locale;
import java.util.regex.Pattern;

/** Control characters and formats that the service checks (contract enotum 5.1, 8). */
final class Identity {

    private static final Pattern NIF = Pattern.compile("[XYZKLM]?[0-9]{7,8}[A-Z]");
    private static final Pattern CIF = Pattern.compile("[A-Z][0-9]{7}[A-J0-9]");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]+@[^\\s@<>.]+(\\.[^\\s@<>.]+)+");
    private static final Pattern SPANISH_PHONE = Pattern.compile("6\\d{8}|7[1-4]\\d{7}|[89]\\d{8}");
    private static final Pattern FOREIGN_PHONE = Pattern.compile("00(?!34)[1-9]\\d{6,14}");
    private static final String LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

    private Identity() {}

    static boolean isNif(String text) {
        if (!NIF.matcher(text).matches()) {
            return false;
        }
        String body = text.substring(0, text.length() - 1);
        String digits = Character.isDigit(body.charAt(0)) ? body : digit(body.charAt(0)) + body.substring(1);
        return LETTERS.charAt((int) (Long.parseLong(digits) % 23)) == text.charAt(text.length() - 1);
    }

    private static String digit(char first) {
        return switch (first) {
            case 'Y' -> "1";
            case 'Z' -> "2";
            default -> "0";
        };
    }

    static boolean isCif(String text) {
        if (!CIF.matcher(text).matches()) {
            return false;
        }
        int even = 0;
        int odd = 0;
        for (int i = 1; i <= 7; i++) {
            int d = text.charAt(i) - '0';
            if (i % 2 == 0) {
                even += d;
            } else {
                odd += 2 * d > 9 ? 2 * d - 9 : 2 * d;
            }
        }
        int control = (10 - (even + odd) % 10) % 10;
        char last = text.charAt(8);
        return last == (char) ('0' + control) || last == "JABCDEFGHI".charAt(control);
    }

    /** Numbers of public bodies begin with P, Q or S. */
    static boolean looksPublic(String cif) {
        return cif.matches("[PQS].*");
    }

    static boolean isEmail(String text) {
        return text.length() <= 255 && EMAIL.matcher(text).matches();
    }

    static boolean isPhone(String text) {
        String phone = text.replaceAll("[\\s.-]", "").replaceFirst("^\\+", "00").replaceFirst("^0034", "");
        return SPANISH_PHONE.matcher(phone).matches()
                || FOREIGN_PHONE.matcher(phone).matches();
    }

    static boolean isCountry(String text) {
        return java.util.Set.of(Locale.getISOCountries()).contains(text);
    }
}
