package cat.eset.testkit.internal.pci;

import java.util.List;

/**
 * A checked {@code Peticion}.
 *
 * @param id {@code IdPeticion}
 * @param product {@code CodigoProducto}
 * @param modality {@code CodigoCertificado}
 * @param requester {@code IdentificadorSolicitante}
 * @param requesterName {@code NombreSolicitante}
 * @param purpose {@code Finalidad} or {@code Procedimiento}
 * @param items the {@code SolicitudTransmision}
 */
public record PciRequest(
        String id,
        String product,
        String modality,
        String requester,
        String requesterName,
        String purpose,
        List<PciItem> items) {

    /** Copies the list. */
    public PciRequest {
        items = List.copyOf(items);
    }
}
