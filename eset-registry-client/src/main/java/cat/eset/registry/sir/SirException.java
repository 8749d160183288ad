package cat.eset.registry.sir;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;

/** SIR answered a question with an error, or with something that is no answer. Nothing changed there. */
public final class SirException extends EsetException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * An error.
     *
     * @param code what the service answered ({@code codiResultat}); empty text if its answer was no answer
     */
    public SirException(Failure failure, String code) {
        super(failure);
        this.code = code;
    }

    /** What its code means. */
    public SirError error() {
        return SirError.of(code);
    }
}
