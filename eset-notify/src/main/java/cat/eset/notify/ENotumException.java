package cat.eset.notify;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.notify.error.ENotumError;
import java.util.ArrayList;
import java.util.List;

/** e-NOTUM answered a question with errors, or with something that is no answer. Nothing changed there. */
public final class ENotumException extends EsetException {

    private static final long serialVersionUID = 1L;

    private static final long STATE_ALLOWS_NO_EVIDENCE = 3020;
    private static final long PDF_NOT_GENERATED = 3104;

    private final ArrayList<Long> codes;

    /**
     * An error.
     *
     * @param failure for people
     * @param errors what the service said, the worst first; may be empty
     */
    public ENotumException(Failure failure, List<ENotumError> errors) {
        super(failure);
        this.codes = new ArrayList<>(errors.stream().map(ENotumError::code).toList());
    }

    /** What the service said, the worst first; empty if its answer was no answer. */
    public List<ENotumError> errors() {
        return codes.stream().map(ENotumError::of).toList();
    }

    /** Whether the service said this number. */
    public boolean has(long code) {
        return codes.contains(code);
    }

    /** Whether the evidence that was asked for is only not there yet (3020, 3104): ask again later. */
    public boolean saysNotYet() {
        return has(STATE_ALLOWS_NO_EVIDENCE) || has(PDF_NOT_GENERATED);
    }
}
