package cat.eset.transport.pci;

import cat.eset.core.Failure;
import java.util.Objects;

/** The PCI answered with an error state, {@code 0502} as far as is known (contract pci 11.2). */
public class PciStateException extends PciException {

    private static final long serialVersionUID = 1L;

    private final transient PciReply reply;

    /** An error with this description and the answer that brought it. */
    public PciStateException(Failure failure, PciReply reply) {
        super(failure);
        this.reply = Objects.requireNonNull(reply, "reply");
    }

    /** Code, secondary code, text and hours. */
    public final PciState state() {
        return reply.state();
    }

    /** The whole answer. */
    public final PciReply reply() {
        return reply;
    }
}
