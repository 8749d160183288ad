package cat.eset.registry.mux;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import java.util.List;

/** MUX refused an operation, or could not be asked. */
public final class MuxServiceException extends EsetException {

    private static final long serialVersionUID = 1L;

    private final List<String> errors;

    /**
     * An error with this description.
     *
     * @param errors what MUX said, in Catalan; empty if it said nothing
     */
    public MuxServiceException(Failure failure, List<String> errors) {
        super(failure);
        this.errors = List.copyOf(errors);
    }

    /** What MUX said; it may hold personal data. */
    public List<String> errors() {
        return errors;
    }
}
