package cat.eset.registry.internal.sir;

import cat.eset.registry.sir.SirError;
import java.util.Optional;

/**
 * An answer of SIR.
 *
 * @param code {@code codiResultat}; empty text if there is none
 * @param text {@code descripcio}; it may hold personal data
 * @param body what the operation promises; absent on error
 */
public record SirAnswer<T>(String code, String text, Optional<T> body) {

    /** What was asked for, if the service says that it worked. */
    Optional<T> good() {
        return code.equals(SirError.OK) ? body : Optional.empty();
    }
}
