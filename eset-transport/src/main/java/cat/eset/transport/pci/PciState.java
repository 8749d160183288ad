package cat.eset.transport.pci;

import java.util.Objects;
import java.util.Optional;

/**
 * Outcome at the level of the PCI ({@code Estado}, contract pci 11). {@code 0003} means that the PCI finished, not that the
 * business operation worked.
 *
 * @param code {@code CodigoEstado}
 * @param secondary {@code CodigoEstadoSecundario}; no list of values is published
 * @param text {@code LiteralError}; may be cut at 255 characters
 * @param hours {@code TiempoEstimadoRespuesta}: hours until an answer is expected
 */
public record PciState(String code, Optional<String> secondary, Optional<String> text, Optional<Integer> hours) {

    /** Accepted, not started. */
    public static final String PENDING = "0001";
    /** In process. */
    public static final String IN_PROCESS = "0002";
    /** Finished. */
    public static final String FINISHED = "0003";
    /** Failed. */
    public static final String FAILED = "0502";

    /** Checks that nothing is null. */
    public PciState {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(secondary, "secondary");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(hours, "hours");
    }

    /** Whether it is one of the four published codes. */
    public boolean isKnown() {
        return isPending() || code.equals(FINISHED) || code.equals(FAILED);
    }

    /** Whether the answer is still to come. */
    public boolean isPending() {
        return code.equals(PENDING) || code.equals(IN_PROCESS);
    }

    /** Only the code. */
    @Override
    public String toString() {
        return code;
    }
}
