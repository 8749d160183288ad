package cat.eset.transport.pci;

import cat.eset.core.Failure;

/** The PCI saw no acceptable certificate or signature: fault 1013 and its like. */
public class PciAuthenticationException extends PciFaultException {

    private static final long serialVersionUID = 1L;

    /** An error with this description and the code as written. */
    public PciAuthenticationException(Failure failure, String code) {
        super(failure, code);
    }
}
