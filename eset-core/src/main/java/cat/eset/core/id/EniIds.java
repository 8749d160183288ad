package cat.eset.core.id;

import cat.eset.core.InvalidValueException;
import java.util.Objects;

/** What the identifiers of documents and expedients have in common. */
final class EniIds {

    private EniIds() {}

    static void check(String type, String value) {
        Objects.requireNonNull(value, "value");
        if (value.isEmpty() || value.length() > 256 || value.chars().anyMatch(c -> c <= ' ')) {
            throw InvalidValueException.of(type, "1 to 256 characters without blanks");
        }
    }
}
