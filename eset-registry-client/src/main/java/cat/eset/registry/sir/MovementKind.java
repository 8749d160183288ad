package cat.eset.registry.sir;

import cat.eset.core.InvalidValueException;
import java.util.Set;

/**
 * What happened to an exchange ({@code apunt/tipus}, contract sir 3.5). Open-ended: a code that is not known here is kept as it is.
 *
 * @param code as written
 */
public record MovementKind(String code) {

    /** It was sent. */
    public static final MovementKind SENDING = new MovementKind("ENVIAMENT");

    /** It was taken. */
    public static final MovementKind CONFIRMATION = new MovementKind("CONFIRMACIO");

    /** It was sent back. */
    public static final MovementKind REJECTION = new MovementKind("REBUIG");

    /** It was passed on. */
    public static final MovementKind FORWARDING = new MovementKind("REENVIAMENT");

    /** It failed. */
    public static final MovementKind FAILURE = new MovementKind("ERROR");

    private static final Set<String> KNOWN = Set.of("ENVIAMENT", "CONFIRMACIO", "REBUIG", "REENVIAMENT", "ERROR");

    /** Checks that there is one. */
    public MovementKind {
        if (code.isBlank()) {
            throw InvalidValueException.of("MovementKind", "a code");
        }
    }

    /** Whether it is one of the published codes. */
    public boolean isKnown() {
        return KNOWN.contains(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
