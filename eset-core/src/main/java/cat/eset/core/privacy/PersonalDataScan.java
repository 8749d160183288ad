package cat.eset.core.privacy;

import cat.eset.core.id.Nif;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for what should not be published in free text: identity numbers, bank accounts, telephones, mail addresses. A
 * finding stops the publication until a person has looked; no finding proves nothing. Time grows with the length of the
 * text and no faster.
 */
public final class PersonalDataScan {

    private static final String SEPARATOR = "[ .-]?";
    private static final Pattern IDENTITY = Pattern.compile("(?<![\\p{L}\\d])(?:\\d{1,2}" + SEPARATOR + "\\d{3}"
            + SEPARATOR + "\\d{3}|[XYZKLMxyzklm]" + SEPARATOR + "\\d{7})" + SEPARATOR + "[A-Za-z](?![\\p{L}\\d])");
    private static final Pattern IBAN =
            Pattern.compile("(?<![\\p{L}\\d])[A-Za-z]{2}\\d{2}(?: ?[A-Za-z0-9]){11,30}(?![\\p{L}\\d])");
    private static final Pattern PHONE =
            Pattern.compile("(?<![\\d])(?:(?:\\+|00)34[ .-]?)?[6-9](?:[ .-]?\\d){8}(?!\\d)");
    private static final Pattern EMAIL = Pattern.compile(
            "(?<![\\w.+-])[\\w.+-]++@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int SHORTEST_IBAN = 15;
    private static final int SPANISH_IBAN = 24;

    private PersonalDataScan() {}

    /** What a text holds, in order of place. */
    public static List<PersonalDataFinding> scan(String text) {
        List<PersonalDataFinding> findings = new ArrayList<>();
        find(text, IDENTITY, PersonalDataFinding.Kind.IDENTITY_NUMBER, PersonalDataScan::isIdentity, findings);
        find(text, IBAN, PersonalDataFinding.Kind.IBAN, PersonalDataScan::isIban, findings);
        find(text, PHONE, PersonalDataFinding.Kind.PHONE, s -> true, findings);
        find(text, EMAIL, PersonalDataFinding.Kind.EMAIL, s -> true, findings);
        findings.sort(Comparator.comparingInt(PersonalDataFinding::start));
        return List.copyOf(findings);
    }

    private static void find(
            String text,
            Pattern pattern,
            PersonalDataFinding.Kind kind,
            Predicate<String> control,
            List<PersonalDataFinding> findings) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            findings.add(new PersonalDataFinding(kind, matcher.start(), matcher.end(), control.test(matcher.group())));
        }
    }

    private static boolean isIdentity(String text) {
        return Nif.of(text).hasValidControl();
    }

    /** The match may have swallowed the words that follow the account, so every length of an IBAN is tried. */
    private static boolean isIban(String text) {
        String s = text.replace(" ", "").toUpperCase(Locale.ROOT);
        boolean spanish = s.startsWith("ES");
        int shortest = spanish ? SPANISH_IBAN : SHORTEST_IBAN;
        int longest = spanish ? Math.min(SPANISH_IBAN, s.length()) : s.length();
        for (int length = shortest; length <= longest; length++) {
            if (isIbanOfThisLength(s.substring(0, length))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIbanOfThisLength(String s) {
        int remainder = 0;
        for (int i = 0; i < s.length(); i++) {
            int value = Character.digit(s.charAt((i + 4) % s.length()), 36);
            remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
        }
        return remainder == 1;
    }
}
