package cat.eset.transport.pci;

import java.util.Objects;

/**
 * One item of a collected batch.
 *
 * @param itemId {@code IdSolicitud} of the item of the request
 * @param value what the codec read
 * @param transmission its envelope
 */
public record PciItemAnswer<S>(String itemId, S value, PciTransmission transmission) {

    /** Checks that nothing is null. */
    public PciItemAnswer {
        Objects.requireNonNull(itemId, "itemId");
        Objects.requireNonNull(transmission, "transmission");
    }

    /** Only the id. */
    @Override
    public String toString() {
        return "PciItemAnswer[" + itemId + "]";
    }
}
