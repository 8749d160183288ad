package cat.eset.testkit.pci;

/**
 * One request that reached the simulated front. No bodies: see {@link PciDesk#recordTo}.
 *
 * @param number position since the start, from 1
 * @param front {@code Sincron}, {@code Asincron} or {@code AsincronResposta}
 * @param requestId {@code IdPeticion}; empty if it could not be read
 * @param product {@code CodigoProducto}
 * @param operation local name of the root element inside {@code DatosEspecificos}
 * @param requester {@code IdentificadorSolicitante}
 * @param authentication {@code WSS}, {@code TLS}, {@code WSS+TLS} or {@code NONE}
 * @param attachments number of MTOM parts besides the root
 * @param requestBytes size of the request body
 * @param processed whether the request took effect
 * @param outcome short text: a PCI state, a fault, the scripted misbehaviour, or the reason of a refusal
 */
public record PciExchange(
        long number,
        String front,
        String requestId,
        String product,
        String operation,
        String requester,
        String authentication,
        int attachments,
        long requestBytes,
        boolean processed,
        String outcome) {}
