package cat.eset.documents;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;

/** DESA'L refused an operation, or gave something else than what was asked. */
public final class DesalException extends EsetException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * An error with this description.
     *
     * @param code {@code codiResposta}, whose meaning depends on the operation; empty text if there is none
     */
    public DesalException(Failure failure, String code) {
        super(failure);
        this.code = code;
    }

    /** {@code codiResposta} as written; empty text if there is none. */
    public String code() {
        return code;
    }
}
