package cat.eset.core;

import cat.eset.core.id.Nif;
import java.util.Objects;

/**
 * Somebody who works for a town hall.
 *
 * @param nif identity number
 * @param name given name and surnames
 */
public record Person(Nif nif, String name) {

    /** Checks the values. */
    public Person {
        Objects.requireNonNull(nif, "nif");
        if (name.isBlank()) {
            throw InvalidValueException.of("Person", "its name may not be blank");
        }
    }

    /** Does not print who it is. */
    @Override
    public String toString() {
        return "Person[***]";
    }
}
