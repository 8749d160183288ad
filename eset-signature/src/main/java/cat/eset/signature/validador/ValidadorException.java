package cat.eset.signature.validador;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;

/** The Validador answered with something that is no answer. */
public final class ValidadorException extends EsetException {

    private static final long serialVersionUID = 1L;

    /** An error with this description. */
    public ValidadorException(Failure failure) {
        super(failure);
    }
}
