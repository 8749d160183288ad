package cat.eset.transport.pci;

import cat.eset.core.Failure;

/** The signature of an answer is missing, wrong, or not of the expected signer. */
public class PciSignatureException extends PciException {

    private static final long serialVersionUID = 1L;

    /** An error with this description. */
    public PciSignatureException(Failure failure) {
        super(failure);
    }
}
