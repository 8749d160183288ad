package cat.eset.signature.signador;

import cat.eset.core.InvalidValueException;
import java.util.Objects;
import java.util.Optional;

/**
 * What a signer commits to (signador 4.6). The syntax of its parts is not documented, so they are passed on as given.
 *
 * @param identifier which commitment
 * @param description in words; XAdES only
 * @param object which of the signed objects it is about; all when not said; XAdES only
 */
public record Commitment(String identifier, Optional<String> description, Optional<String> object) {

    /** Checks the values. */
    public Commitment {
        if (identifier.isBlank()) {
            throw InvalidValueException.of("Commitment", "an identifier");
        }
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(object, "object");
    }

    /** About all that is signed. */
    public static Commitment of(String identifier) {
        return new Commitment(identifier, Optional.empty(), Optional.empty());
    }

    /** With words; XAdES only. */
    public Commitment description(String text) {
        return new Commitment(identifier, Optional.of(text), object);
    }

    /** About one of the signed objects; XAdES only. */
    public Commitment about(String reference) {
        return new Commitment(identifier, description, Optional.of(reference));
    }

    boolean needsXades() {
        return description.isPresent() || object.isPresent();
    }
}
