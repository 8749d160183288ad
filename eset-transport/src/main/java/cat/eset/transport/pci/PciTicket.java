package cat.eset.transport.pci;

import cat.eset.core.OperationId;
import cat.eset.transport.Modality;
import java.util.List;
import java.util.Objects;

/**
 * What must be kept to collect an answer later, in this program or in another: store its fields.
 *
 * @param operation operation whose request was accepted; {@code IdPeticion} is derived from it
 * @param modality product and modality of the request
 * @param purpose purpose of the request
 * @param itemIds {@code IdSolicitud} of each item, in the order of the request
 */
public record PciTicket(OperationId operation, Modality modality, Purpose purpose, List<String> itemIds) {

    /** Copies and checks. */
    public PciTicket {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(modality, "modality");
        Objects.requireNonNull(purpose, "purpose");
        itemIds = List.copyOf(itemIds);
    }
}
