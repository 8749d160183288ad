package cat.eset.transport.pci;

import cat.eset.core.Failure;

/** A call that did not get its turn ({@link Throttle}); nothing was sent. */
public class PciThrottledException extends PciException {

    private static final long serialVersionUID = 1L;

    /** An error with this description. */
    public PciThrottledException(Failure failure) {
        super(failure);
    }
}
