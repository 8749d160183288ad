package cat.eset.core.decree;

import java.util.Locale;

/** How a town hall prints numbers of decrees. Replaceable: there is no common format (contract eset-model 7). */
@FunctionalInterface
public interface DecreeNumberFormat {

    /** {@code 0084/2026}. */
    DecreeNumberFormat DEFAULT = (year, sequence) -> String.format(Locale.ROOT, "%04d/%04d", sequence, year);

    /** The text of a number: 1 to 40 characters, different for different numbers. */
    String format(int year, long sequence);

    /** The number with its text. */
    default DecreeNumber number(int year, long sequence) {
        return new DecreeNumber(year, sequence, format(year, sequence));
    }
}
