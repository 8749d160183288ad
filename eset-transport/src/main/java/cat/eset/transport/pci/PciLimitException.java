package cat.eset.transport.pci;

import cat.eset.core.Failure;

/** A request larger than the PCI takes; nothing was sent (contract pci 12). */
public class PciLimitException extends PciException {

    private static final long serialVersionUID = 1L;

    /** An error with this description. */
    public PciLimitException(Failure failure) {
        super(failure);
    }
}
