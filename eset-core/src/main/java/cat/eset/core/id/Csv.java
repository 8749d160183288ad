package cat.eset.core.id;

import cat.eset.core.InvalidValueException;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * A secure verification code of our own making (RD 203/2021 art. 21.2; contract legal-rules R11): 128 random bits, not
 * derived from the document and so not guessable, in 26 characters of Crockford's Base32, and one check character.
 *
 * <p>The check character is a sum over the field of 32 elements, so it is one of the same letters and finds every wrong
 * character and every swap of two neighbours. Who has the code may see the document: {@link #toString()} hides it,
 * {@link #printed()} shows it.
 *
 * @param value 27 characters, capitals and digits without I, L, O, U
 */
public record Csv(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_CHARACTERS = 26;
    private static final int LENGTH = RANDOM_CHARACTERS + 1;
    private static final int GROUP = 5;
    // x^5 + x^2 + 1: with it, x generates all 31 elements but zero.
    private static final int FIELD = 0b100101;

    /** Checks the form and the check character. */
    public Csv {
        Objects.requireNonNull(value, "value");
        if (value.length() != LENGTH || value.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            throw InvalidValueException.of("Csv", "27 capitals and digits, without I, L, O and U");
        }
        if (ALPHABET.indexOf(value.charAt(0)) > 7) {
            throw InvalidValueException.of("Csv", "it carries 128 bits: the first character is 0 to 7");
        }
        if (check(value) != value.charAt(RANDOM_CHARACTERS)) {
            throw InvalidValueException.of("Csv", "the check character is wrong: a character was mistyped");
        }
    }

    /**
     * A new code.
     *
     * @param random a source that nobody can predict: a {@link java.security.SecureRandom}
     */
    public static Csv random(RandomGenerator random) {
        StringBuilder code = new StringBuilder(LENGTH);
        code.append(ALPHABET.charAt(random.nextInt(8)));
        while (code.length() < RANDOM_CHARACTERS) {
            code.append(ALPHABET.charAt(random.nextInt(32)));
        }
        return new Csv(code.append(check(code)).toString());
    }

    /** Reads a code as people type it: any case, spaces and hyphens ignored, O taken as 0, I and L as 1. */
    public static Csv of(String typed) {
        String code = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return new Csv(code);
    }

    private static char check(CharSequence code) {
        int sum = 0;
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            sum = timesX(sum ^ ALPHABET.indexOf(code.charAt(i)));
        }
        return ALPHABET.charAt(sum);
    }

    private static int timesX(int element) {
        int shifted = element << 1;
        return (shifted & 32) == 0 ? shifted : shifted ^ FIELD;
    }

    /** For people: groups of five, {@code 4Q2MK-9TD4X-...}. */
    public String printed() {
        StringBuilder text = new StringBuilder(LENGTH + LENGTH / GROUP);
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(value.charAt(i));
        }
        return text.toString();
    }

    /** Hides the code, which gives access to the document. */
    @Override
    public String toString() {
        return "Csv[***]";
    }
}
