package cat.eset.transport.pci;

import cat.eset.core.DocumentContent;
import cat.eset.transport.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/**
 * One item of an answer ({@code TransmisionDatos}).
 *
 * @param itemId {@code IdSolicitud}, by which it belongs to an item of the request
 * @param transmissionId {@code IdTransmision}; often missing
 * @param specificData {@code DatosEspecificos} as it came, of which {@link XmlElement#canonical()} gives the raw XML
 * @param extensions printable PDF and evidence, where they were asked for
 */
public record PciTransmission(
        String itemId, Optional<String> transmissionId, Optional<XmlElement> specificData, Extensions extensions) {

    /**
     * What {@code ExtensionesRespuesta} carries (contract pci 8). Large values are held in memory.
     *
     * @param pdfs printable documents
     * @param pdfGuids codes under which printable documents are kept in DESA'L
     * @param evidences original messages of the issuers
     */
    public record Extensions(List<DocumentContent> pdfs, List<String> pdfGuids, List<DocumentContent> evidences) {

        /** None. */
        public static final Extensions NONE = new Extensions(List.of(), List.of(), List.of());

        /** Copies the lists. */
        public Extensions {
            pdfs = List.copyOf(pdfs);
            pdfGuids = List.copyOf(pdfGuids);
            evidences = List.copyOf(evidences);
        }
    }

    /** Only the ids. */
    @Override
    public String toString() {
        return "PciTransmission[" + itemId + "]";
    }
}
