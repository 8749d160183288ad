package cat.eset.core.eni;

import cat.eset.core.InvalidValueException;
import java.util.List;
import java.util.Objects;

/**
 * How a document was made (EstadoElaboracion). Open-ended: a code that is not known is kept as it came (contract eni 4).
 *
 * @param code as written in the XML
 */
public record EniElaboration(String code) {

    /** Original. */
    public static final EniElaboration ORIGINAL = new EniElaboration("EE01");
    /** Authentic electronic copy with change of format. */
    public static final EniElaboration COPY_FORMAT_CHANGE = new EniElaboration("EE02");
    /** Authentic electronic copy of paper. */
    public static final EniElaboration COPY_OF_PAPER = new EniElaboration("EE03");
    /** Partial authentic electronic copy. */
    public static final EniElaboration PARTIAL_COPY = new EniElaboration("EE04");
    /** Anything else, plain copies among them. */
    public static final EniElaboration OTHER = new EniElaboration("EE99");

    private static final List<EniElaboration> KNOWN =
            List.of(ORIGINAL, COPY_FORMAT_CHANGE, COPY_OF_PAPER, PARTIAL_COPY, OTHER);

    /** Checks that there is a code. */
    public EniElaboration {
        Objects.requireNonNull(code, "code");
        if (code.isBlank()) {
            throw InvalidValueException.of("EniElaboration", "its code may not be blank");
        }
    }

    /** A code as it is written. */
    public static EniElaboration of(String code) {
        return new EniElaboration(code);
    }

    /** Whether version 1.0 of the norm has it. */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    @Override
    public String toString() {
        return code;
    }
}
