package cat.eset.registry.sicres;

import cat.eset.core.InvalidValueException;
import java.util.Set;

/**
 * Why a message travels ({@code Tipo_Anotacion}, contract sir 5). Rejection has a code in SICRES 3 only.
 * Open-ended: a code that is not known here is kept as it is.
 *
 * @param code as written
 */
public record Annotation(String code) {

    /** Pending. */
    public static final Annotation PENDING = new Annotation("01");

    /** A sending. */
    public static final Annotation SENDING = new Annotation("02");

    /** A forwarding. */
    public static final Annotation FORWARDING = new Annotation("03");

    /** A rejection. */
    public static final Annotation REJECTION = new Annotation("04");

    private static final Set<String> KNOWN = Set.of("01", "02", "03", "04");

    /** Checks that there is one. */
    public Annotation {
        if (code.isBlank()) {
            throw InvalidValueException.of("Annotation", "a code");
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
