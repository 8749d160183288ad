package cat.eset.transport.pci;

import cat.eset.core.Failure;

/**
 * "Transmissió ja enregistrada": a request with this identity was taken before, and its result is not given again. Ask
 * the product itself what became of it (contract pci 11.3).
 */
public class PciDuplicateRequestException extends PciStateException {

    private static final long serialVersionUID = 1L;

    /** An error with this description and the answer that brought it. */
    public PciDuplicateRequestException(Failure failure, PciReply reply) {
        super(failure, reply);
    }
}
