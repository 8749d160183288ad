package cat.eset.transport.pci;

import cat.eset.transport.xml.PayloadWriter;
import cat.eset.transport.xml.XmlElement;
import java.util.Set;
import javax.xml.namespace.QName;

/**
 * How a product module writes its request into {@code DatosEspecificos} and reads its answer from there. Thread-safe.
 *
 * @param <Q> request of the product
 * @param <S> answer of the product
 */
public interface PayloadCodec<Q, S> {

    /** Name of the operation for logs, metrics and wire captures, for example {@code ProcessarTramesa}. */
    String operation();

    /** Root elements that {@link #read} understands; the one found is passed to it. */
    Set<QName> answers();

    /** Writes the product element; the writer stands inside {@code DatosEspecificos}. */
    void write(Q request, PayloadWriter out);

    /**
     * Reads the product element of an answer whose signature was checked. Tolerate unknown elements and any order.
     *
     * @throws cat.eset.core.EsetException if what the contract promises is missing; whatever it throws, the caller of the
     *     client gets a {@link PciProtocolException} with this as its cause
     */
    S read(XmlElement payload);
}
