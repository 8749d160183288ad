package cat.eset.core.expedient;

import java.util.Locale;

/** How a town hall prints numbers of expedients. Replaceable: e-SET publishes no format (contract eset-model 9). */
@FunctionalInterface
public interface ExpedientNumberFormat {

    /** {@code 0042/2026}. */
    ExpedientNumberFormat DEFAULT = (year, sequence) -> String.format(Locale.ROOT, "%04d/%04d", sequence, year);

    /** The text of a number: 1 to 80 characters, different for different numbers. */
    String format(int year, long sequence);

    /** The number with its text. */
    default ExpedientNumber number(int year, long sequence) {
        return new ExpedientNumber(year, sequence, format(year, sequence));
    }
}
