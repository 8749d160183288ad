package cat.eset.core.registry;

import java.util.Locale;

/** How a town hall prints registry numbers. Replaceable: there is no common format. */
@FunctionalInterface
public interface RegistryNumberFormat {

    /** {@code 2026/E/000123}. */
    RegistryNumberFormat DEFAULT = (direction, year, sequence) ->
            String.format(Locale.ROOT, "%04d/%s/%06d", year, direction.letter(), sequence);

    /** The text of a number: 1 to 20 characters, different for different numbers. */
    String format(Direction direction, int year, long sequence);

    /** The number with its text. */
    default RegistryNumber number(Direction direction, int year, long sequence) {
        return new RegistryNumber(direction, year, sequence, format(direction, year, sequence));
    }
}
