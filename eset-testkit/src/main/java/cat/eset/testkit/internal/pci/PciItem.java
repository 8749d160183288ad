package cat.eset.testkit.internal.pci;

import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * One {@code SolicitudTransmision}.
 *
 * @param id {@code IdSolicitud}
 * @param caseId {@code IdTransmision}; may be empty
 * @param generated {@code FechaGeneracion}; may be empty
 * @param consent {@code Consentimiento}
 * @param officialNif {@code NifFuncionario} of the requester; may be empty
 * @param payload the product's root element inside {@code DatosEspecificos}
 * @param files attachments by {@code Fichero/Id}
 */
public record PciItem(
        String id,
        String caseId,
        String generated,
        String consent,
        String officialNif,
        Optional<Element> payload,
        Map<String, PciItem.File> files) {

    /**
     * A {@code Fichero}.
     *
     * @param name {@code NombreFichero}; may be empty
     * @param content its content
     * @param inline whether it came as base64 inside the XML
     */
    public record File(String name, Part content, boolean inline) {}
}
