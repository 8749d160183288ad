package cat.eset.core.id;

import cat.eset.core.InvalidValueException;
import java.util.Objects;

/**
 * The ten-digit code of a body in the consortium ("codi ENS"): province (2), municipality (3), control (1), and four
 * more (contract legal-rules R14).
 *
 * @param value ten digits
 */
public record Ine10(String value) {

    private static final String[] MAPS = {"0246813579", "0382741596", "0123456789"};
    private static final int[] PATTERN = {0, 1, 2, 0, 1};

    /** Checks the form. */
    public Ine10 {
        Objects.requireNonNull(value, "value");
        if (!value.matches("\\d{10}")) {
            throw InvalidValueException.of("Ine10", "ten digits");
        }
    }

    /** A code of ten digits. */
    public static Ine10 of(String value) {
        return new Ine10(value);
    }

    /** Whether the sixth digit is the control of the first five. Codes of bodies that are not municipalities break it. */
    public boolean hasValidControl() {
        int sum = 0;
        for (int i = 0; i < PATTERN.length; i++) {
            sum += MAPS[PATTERN[i]].charAt(value.charAt(i) - '0') - '0';
        }
        return (10 - sum % 10) % 10 == value.charAt(5) - '0';
    }

    @Override
    public String toString() {
        return value;
    }
}
