package cat.eset.registry.eacat;

import cat.eset.core.InvalidValueException;
import java.util.Set;

/**
 * Kind of user of EACAT ({@code tipus}, contract pci 13). Open-ended: a code that is not known here is kept as it is.
 *
 * @param code as written
 */
public record UserKind(String code) {

    /** Of a local body. */
    public static final UserKind LOCAL = new UserKind("MLO");

    /** An administrator of the system. */
    public static final UserKind SYSTEM = new UserKind("WIN");

    /** Of EPOCA. */
    public static final UserKind EPOCA = new UserKind("EPC");

    /** Of the audiovisual council. */
    public static final UserKind AUDIOVISUAL_COUNCIL = new UserKind("CAC");

    /** Of the audit office. */
    public static final UserKind AUDIT_OFFICE = new UserKind("SNC");

    private static final Set<String> KNOWN = Set.of("MLO", "WIN", "EPC", "CAC", "SNC");

    /** Checks that there is one. */
    public UserKind {
        if (code.isBlank()) {
            throw InvalidValueException.of("UserKind", "a code");
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
