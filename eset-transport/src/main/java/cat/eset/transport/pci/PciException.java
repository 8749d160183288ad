package cat.eset.transport.pci;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;

/** Any error of the PCI. {@link #failure()} says whether something may have been registered there. */
public class PciException extends EsetException {

    private static final long serialVersionUID = 1L;

    /** An error with this description. */
    public PciException(Failure failure) {
        super(failure);
    }
}
