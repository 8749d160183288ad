package cat.eset.transport.pci;

import cat.eset.core.InvalidValueException;
import java.util.Objects;

/**
 * For what the body was authorised to use a product ({@code Finalidad}, contract pci 4.4). Given by the consortium per
 * body, product and environment.
 *
 * @param kind which element carries it
 * @param code 1 to 250 characters; 3 to 20 for a procedure
 */
public record Purpose(Kind kind, String code) {

    /** Which element carries it. */
    public enum Kind {
        /** {@code Finalidad}. */
        PURPOSE,
        /** {@code Procedimiento}. */
        PROCEDURE
    }

    /** Tests in PRE, for most products. */
    public static final Purpose TESTS = of("PROVES");

    /** Checks the length. */
    public Purpose {
        Objects.requireNonNull(kind, "kind");
        int length = code.strip().length();
        boolean fits = kind == Kind.PURPOSE ? length >= 1 && length <= 250 : length >= 3 && length <= 20;
        if (!fits) {
            throw InvalidValueException.of("Purpose", "1 to 250 characters, or 3 to 20 for a procedure");
        }
    }

    /** A purpose code. */
    public static Purpose of(String code) {
        return new Purpose(Kind.PURPOSE, code);
    }

    /**
     * A SIA procedure code, sent as {@code Procedimiento}. Documented for Via Oberta only, and no official sample uses it;
     * a batch sent with it cannot be collected, because {@code SolicitudRespuesta} has no place for it.
     */
    public static Purpose procedure(String siaCode) {
        return new Purpose(Kind.PROCEDURE, siaCode);
    }

    @Override
    public String toString() {
        return code;
    }
}
