package cat.eset.signature.signador;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;

/** The Signador could not be asked, or refused. */
public final class SignadorException extends EsetException {

    private static final long serialVersionUID = 1L;

    /** An error with this description. */
    public SignadorException(Failure failure) {
        super(failure);
    }
}
