package cat.eset.registry;

import java.util.List;
import java.util.Objects;

/**
 * Something in other terms, and what did not go over.
 *
 * @param value the result
 * @param losses what the source says and the result does not, or says otherwise; paths are those of the source
 * @param <T> what it became
 */
public record Mapped<T>(T value, List<MappingLoss> losses) {

    /** Checks the values and copies the list. */
    public Mapped {
        Objects.requireNonNull(value, "value");
        losses = List.copyOf(losses);
    }
}
