package cat.eset.transport.pci;

import cat.eset.core.Failure;

/** An answer that is not what the contract says: malformed, for another request, or with items missing. */
public class PciProtocolException extends PciException {

    private static final long serialVersionUID = 1L;

    /** An error with this description. */
    public PciProtocolException(Failure failure) {
        super(failure);
    }
}
