package cat.eset.registry.mux2;

import cat.eset.core.InvalidValueException;
import java.util.Optional;

/** Lengths that the request schema sets, so that what would be refused there is refused here. */
final class Lengths {

    private Lengths() {}

    static void check(String type, String what, String value, int min, int max) {
        if (value.length() < min || value.length() > max) {
            throw InvalidValueException.of(type, what + " has " + min + " to " + max + " characters");
        }
    }

    static void check(String type, String what, Optional<String> value, int min, int max) {
        value.ifPresent(v -> check(type, what, v, min, max));
    }

    static void match(String type, String what, String value, String pattern) {
        if (!value.matches(pattern)) {
            throw InvalidValueException.of(type, what + " has the form " + pattern);
        }
    }
}
