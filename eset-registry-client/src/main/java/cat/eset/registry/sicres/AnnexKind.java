package cat.eset.registry.sicres;

import cat.eset.core.InvalidValueException;
import java.util.Set;

/**
 * What a file of an exchange is ({@code Tipo_Documento}, contract sir 5). Open-ended: a code that is not known here is kept as it is.
 *
 * @param code as written
 */
public record AnnexKind(String code) {

    /** A form. */
    public static final AnnexKind FORM = new AnnexKind("01");

    /** A document that goes with it. */
    public static final AnnexKind ATTACHMENT = new AnnexKind("02");

    /** A file for machines: a signature, a time stamp. */
    public static final AnnexKind TECHNICAL = new AnnexKind("03");

    private static final Set<String> KNOWN = Set.of("01", "02", "03");

    /** Checks that there is one. */
    public AnnexKind {
        if (code.isBlank()) {
            throw InvalidValueException.of("AnnexKind", "a code");
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
