package cat.eset.registry.sicres;

import cat.eset.core.InvalidValueException;
import java.util.Set;

/**
 * How a person wants to be told ({@code Canal_Preferente_Comunicacion}, contract sir 5; meanings from the NTI).
 * Open-ended: a code that is not known here is kept as it is.
 *
 * @param code as written
 */
public record PreferredChannel(String code) {

    /** By post. */
    public static final PreferredChannel POST = new PreferredChannel("01");

    /** At the enabled electronic address. */
    public static final PreferredChannel ENABLED_ADDRESS = new PreferredChannel("02");

    /** By appearing at the electronic seat. */
    public static final PreferredChannel SEAT = new PreferredChannel("03");

    private static final Set<String> KNOWN = Set.of("01", "02", "03");

    /** Checks that there is one. */
    public PreferredChannel {
        if (code.isBlank()) {
            throw InvalidValueException.of("PreferredChannel", "a code");
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
