package cat.eset.registry.sicres;

import cat.eset.core.InvalidValueException;
import java.util.Set;

/**
 * Whether paper or objects go with it by other means ({@code Documentacion_Fisica}, contract sir 5).
 * Open-ended: a code that is not known here is kept as it is.
 *
 * @param code as written
 */
public record PhysicalDocuments(String code) {

    /** They are needed, and the destination cannot give an entry number before they arrive. */
    public static final PhysicalDocuments REQUIRED = new PhysicalDocuments("1");

    /** They complete it. */
    public static final PhysicalDocuments COMPLEMENTARY = new PhysicalDocuments("2");

    /** There are none. */
    public static final PhysicalDocuments NONE = new PhysicalDocuments("3");

    private static final Set<String> KNOWN = Set.of("1", "2", "3");

    /** Checks that there is one. */
    public PhysicalDocuments {
        if (code.isBlank()) {
            throw InvalidValueException.of("PhysicalDocuments", "a code");
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
