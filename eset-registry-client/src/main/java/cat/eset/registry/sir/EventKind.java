package cat.eset.registry.sir;

import cat.eset.core.InvalidValueException;
import java.util.Set;

/**
 * What synchronising tells about an exchange ({@code tipus}, contract sir 3.6). Not the same list as {@link ExchangeState}.
 * Open-ended: a code that is not known here is kept as it is.
 *
 * @param code as written
 */
public record EventKind(String code) {

    /** What we sent is at the destination. */
    public static final EventKind AWAITING_CONFIRMATION = new EventKind("PENDENT_CONFIRMACIO");

    /** What we sent was taken. */
    public static final EventKind CONFIRMED = new EventKind("CONFIRMAT");

    /** What we sent came back. */
    public static final EventKind REJECTED = new EventKind("REBUTJAT");

    /** What we sent failed. */
    public static final EventKind FAILED = new EventKind("ERROR");

    /** Another administration sent us something: it has to be decided on. */
    public static final EventKind RECEIVED = new EventKind("REBUT");

    private static final Set<String> KNOWN = Set.of("PENDENT_CONFIRMACIO", "CONFIRMAT", "REBUTJAT", "ERROR", "REBUT");

    /** Checks that there is one. */
    public EventKind {
        if (code.isBlank()) {
            throw InvalidValueException.of("EventKind", "a code");
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
