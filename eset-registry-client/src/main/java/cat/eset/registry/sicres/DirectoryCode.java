package cat.eset.registry.sicres;

import cat.eset.core.InvalidValueException;
import cat.eset.core.id.Dir3;
import java.util.Objects;
import java.util.Optional;

/**
 * A code of a registry office or a unit as the exchange writes it: DIR3, or whatever another registry sent.
 *
 * @param value as written
 */
public record DirectoryCode(String value) {

    /** Checks that there is one. */
    public DirectoryCode {
        Objects.requireNonNull(value, "value");
        if (value.isBlank()) {
            throw InvalidValueException.of("DirectoryCode", "a code");
        }
    }

    /** A code of DIR3. */
    public static DirectoryCode of(Dir3 code) {
        return new DirectoryCode(code.value());
    }

    /** The same as a code of DIR3, if it has its form. */
    public Optional<Dir3> dir3() {
        try {
            return Optional.of(Dir3.of(value));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    /** Whether it has the form of an office: an {@code O} and eight digits (contract sir, trap 14). */
    public boolean looksLikeOffice() {
        return value.matches("O\\d{8}");
    }

    @Override
    public String toString() {
        return value;
    }
}
