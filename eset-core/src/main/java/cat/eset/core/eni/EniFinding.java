package cat.eset.core.eni;

import java.util.Objects;

/**
 * Something wrong that the official schemas let through.
 *
 * @param rule number of the rule in contract eni, section 6
 * @param text what, in one sentence, without personal data
 */
public record EniFinding(int rule, String text) {

    /** Checks the values. */
    public EniFinding {
        Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
        return "rule " + rule + ": " + text;
    }
}
