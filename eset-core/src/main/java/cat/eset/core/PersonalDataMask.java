package cat.eset.core;

import java.util.regex.Pattern;

/** Masks what looks like personal data in texts that come from elsewhere, before they reach a message or a log. */
final class PersonalDataMask {

    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern IDENTITY =
            Pattern.compile("(?i)\\b(?:[XYZKLM]\\d{7}[A-Z]|\\d{8}[A-Z]|[A-HJNP-SUVW]\\d{7}[0-9A-J])\\b");
    private static final Pattern PHONE =
            Pattern.compile("(?<![\\w-])(?:\\+|00)?(?:34[ -]?)?[6-9]\\d{2}(?:[ -]?\\d{3}){2}(?![\\w-])");

    private PersonalDataMask() {}

    static String mask(String text) {
        String s = EMAIL.matcher(text).replaceAll("***@***");
        s = IDENTITY.matcher(s).replaceAll("*********");
        return PHONE.matcher(s).replaceAll("*********");
    }
}
