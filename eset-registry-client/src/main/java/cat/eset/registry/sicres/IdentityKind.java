package cat.eset.registry.sicres;

import cat.eset.core.InvalidValueException;
import java.util.Set;

/**
 * Kind of identity document ({@code Tipo_Documento_Identificacion}, contract sir 5; meanings from the NTI).
 * Open-ended: a code that is not known here is kept as it is.
 *
 * @param code as written
 */
public record IdentityKind(String code) {

    /** A NIF of a natural person. */
    public static final IdentityKind NIF = new IdentityKind("N");

    /** A NIF of an entity. */
    public static final IdentityKind CIF = new IdentityKind("C");

    /** A passport. */
    public static final IdentityKind PASSPORT = new IdentityKind("P");

    /** A NIE. */
    public static final IdentityKind NIE = new IdentityKind("E");

    /** Something else. */
    public static final IdentityKind OTHER = new IdentityKind("X");

    /** A code of the directory of public bodies. */
    public static final IdentityKind ORIGIN_CODE = new IdentityKind("O");

    private static final Set<String> KNOWN = Set.of("N", "C", "P", "E", "X", "O");

    /** Checks that there is one. */
    public IdentityKind {
        if (code.isBlank()) {
            throw InvalidValueException.of("IdentityKind", "a code");
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
