package cat.eset.core.event;

import cat.eset.core.InvalidValueException;
import java.util.Objects;

/**
 * Identity of an aggregate among all aggregates.
 *
 * @param kind simple name of the aggregate, for example {@code Expedient}
 * @param id its identity inside the kind
 */
public record AggregateKey(String kind, String id) {

    /** Checks the values. */
    public AggregateKey {
        Objects.requireNonNull(kind, "kind");
        if (id.isBlank()) {
            throw InvalidValueException.of("AggregateKey", "its id may not be blank");
        }
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
