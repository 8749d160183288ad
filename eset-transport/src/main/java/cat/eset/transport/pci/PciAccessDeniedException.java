package cat.eset.transport.pci;

import cat.eset.core.Failure;

/** Refused before the PCI itself: HTTP 403, as a rule because this IP address is not enabled (contract pci 11.2). */
public class PciAccessDeniedException extends PciException {

    private static final long serialVersionUID = 1L;

    /** An error with this description. */
    public PciAccessDeniedException(Failure failure) {
        super(failure);
    }
}
