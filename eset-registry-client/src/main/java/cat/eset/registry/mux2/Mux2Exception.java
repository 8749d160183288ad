package cat.eset.registry.mux2;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;

/** MUX V2 answered a question with an error, or with something that is no answer. Nothing changed there. */
public final class Mux2Exception extends EsetException {

    private static final long serialVersionUID = 1L;

    /** An error with this description. */
    public Mux2Exception(Failure failure) {
        super(failure);
    }
}
