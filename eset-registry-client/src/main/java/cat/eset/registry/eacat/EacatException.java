package cat.eset.registry.eacat;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;

/** EACAT answered a question with an error, or not at all. Nothing changed there. */
public final class EacatException extends EsetException {

    private static final long serialVersionUID = 1L;

    /** An error with this description; its remote code is the {@code codiResultat}. */
    public EacatException(Failure failure) {
        super(failure);
    }
}
