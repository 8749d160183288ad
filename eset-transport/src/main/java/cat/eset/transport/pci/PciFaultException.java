package cat.eset.transport.pci;

import cat.eset.core.Failure;
import java.util.Objects;

/** A SOAP fault. Its code is a bare number and its text Catalan (contract pci 11.1). */
public class PciFaultException extends PciException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** An error with this description and the code as written. */
    public PciFaultException(Failure failure, String code) {
        super(failure);
        this.code = Objects.requireNonNull(code, "code");
    }

    /** {@code faultcode} as written. */
    public final String code() {
        return code;
    }
}
