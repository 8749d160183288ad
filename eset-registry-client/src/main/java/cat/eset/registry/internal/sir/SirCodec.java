package cat.eset.registry.internal.sir;

import cat.eset.transport.pci.PayloadCodec;
import cat.eset.transport.xml.PayloadWriter;
import cat.eset.transport.xml.XmlElement;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.xml.namespace.QName;

/**
 * One operation of SIR (contract sir 3): the root element says which.
 *
 * @param <Q> content of the request
 * @param <T> content of the answer
 */
public final class SirCodec<Q, T> implements PayloadCodec<Q, SirAnswer<T>> {

    static final String NS = "http://www.aoc.cat/sir";
    static final String PREFIX = "sir";

    private final String operation;
    private final BiConsumer<Q, PayloadWriter> writer;
    private final Function<XmlElement, Optional<T>> reader;

    /**
     * An operation.
     *
     * @param operation what follows {@code peticio} and {@code resposta} in the names of its elements
     * @param writer writes what is inside the request
     * @param reader reads the answer; empty if what the contract promises is not there
     */
    SirCodec(String operation, BiConsumer<Q, PayloadWriter> writer, Function<XmlElement, Optional<T>> reader) {
        this.operation = operation;
        this.writer = writer;
        this.reader = reader;
    }

    @Override
    public String operation() {
        return operation;
    }

    @Override
    public Set<QName> answers() {
        return Set.of(new QName(NS, "resposta" + operation));
    }

    @Override
    public void write(Q request, PayloadWriter out) {
        out.start(NS, PREFIX, "peticio" + operation);
        writer.accept(request, out);
        out.end();
    }

    @Override
    public SirAnswer<T> read(XmlElement payload) {
        Optional<XmlElement> result = payload.child("resultat");
        return new SirAnswer<>(
                result.flatMap(r -> r.text("codiResultat")).orElse(""),
                result.flatMap(r -> r.text("descripcio")).orElse(""),
                reader.apply(payload));
    }
}
