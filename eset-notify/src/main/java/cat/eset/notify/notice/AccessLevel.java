package cat.eset.notify.notice;

import cat.eset.core.InvalidValueException;
import java.util.Set;

/**
 * The eIDAS assurance level that somebody needs to open a notification ({@code TipusAcces}; contract enotum 5.1).
 * Open-ended: a code that is not known is kept as it came.
 *
 * @param code the literal of the service
 */
public record AccessLevel(String code) {

    /** Low. */
    public static final AccessLevel LOW = new AccessLevel("BAIX");

    /** Substantial. */
    public static final AccessLevel SUBSTANTIAL = new AccessLevel("SUBSTANCIAL");

    /** High. */
    public static final AccessLevel HIGH = new AccessLevel("ALT");

    private static final Set<AccessLevel> KNOWN = Set.of(LOW, SUBSTANTIAL, HIGH);

    /** Checks that there is a code. */
    public AccessLevel {
        if (code.isBlank()) {
            throw InvalidValueException.of("AccessLevel", "its code may not be blank");
        }
    }

    /** The value of this literal. */
    public static AccessLevel of(String code) {
        return new AccessLevel(code);
    }

    /** Whether this version of the SDK knows it. */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    @Override
    public String toString() {
        return code;
    }
}
