package cat.eset.registry.sicres;

import cat.eset.core.InvalidValueException;
import java.util.Set;

/**
 * What a file of an exchange is worth ({@code Validez_Documento}, contract sir 5). Open-ended: a code that is not known here is kept as it is.
 *
 * @param code as written
 */
public record AnnexValidity(String code) {

    /** A copy. */
    public static final AnnexValidity COPY = new AnnexValidity("01");

    /** A certified copy. */
    public static final AnnexValidity CERTIFIED_COPY = new AnnexValidity("02");

    /** An original that is a copy ("copia original"). */
    public static final AnnexValidity ORIGINAL_COPY = new AnnexValidity("03");

    /** An original. */
    public static final AnnexValidity ORIGINAL = new AnnexValidity("04");

    private static final Set<String> KNOWN = Set.of("01", "02", "03", "04");

    /** Checks that there is one. */
    public AnnexValidity {
        if (code.isBlank()) {
            throw InvalidValueException.of("AnnexValidity", "a code");
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
