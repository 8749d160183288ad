package cat.eset.registry.sicres;

import cat.eset.core.InvalidValueException;
import java.util.Set;

/**
 * How it came to the office of origin ({@code Tipo_Transporte_Entrada}; meanings: contract mux 8.2).
 * Open-ended: a code that is not known here is kept as it is.
 *
 * @param code as written
 */
public record TransportKind(String code) {

    /** A courier. */
    public static final TransportKind COURIER = new TransportKind("01");

    /** By post. */
    public static final TransportKind POST = new TransportKind("02");

    /** By certified post. */
    public static final TransportKind CERTIFIED_POST = new TransportKind("03");

    /** By burofax. */
    public static final TransportKind BUROFAX = new TransportKind("04");

    /** By hand. */
    public static final TransportKind BY_HAND = new TransportKind("05");

    /** By fax. */
    public static final TransportKind FAX = new TransportKind("06");

    /** In another way. */
    public static final TransportKind OTHER = new TransportKind("07");

    private static final Set<String> KNOWN = Set.of("01", "02", "03", "04", "05", "06", "07");

    /** Checks that there is one. */
    public TransportKind {
        if (code.isBlank()) {
            throw InvalidValueException.of("TransportKind", "a code");
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
