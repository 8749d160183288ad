package cat.eset.transport.pci;

import cat.eset.core.Failure;
import cat.eset.transport.http.RequestSent;
import java.util.Objects;

/** No answer of the PCI came: network, TLS, time, size, or an error of something in front of it. */
public class PciTransportException extends PciException {

    private static final long serialVersionUID = 1L;

    private final RequestSent requestSent;

    /** An error with this description. */
    public PciTransportException(Failure failure, RequestSent requestSent) {
        super(failure);
        this.requestSent = Objects.requireNonNull(requestSent, "requestSent");
    }

    /** Whether the PCI may have got the request. */
    public final RequestSent requestSent() {
        return requestSent;
    }
}
