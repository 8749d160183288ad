package cat.eset.registry.internal.eacat;

import cat.eset.core.Failure;
import cat.eset.registry.eacat.EacatException;
import cat.eset.transport.pci.PayloadCodec;
import cat.eset.transport.xml.PayloadWriter;
import cat.eset.transport.xml.XmlElement;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.xml.namespace.QName;

/**
 * One question to the directory: a request, and rows of one name.
 *
 * @param <Q> question
 * @param <T> row
 */
public final class EacatCodec<Q, T> implements PayloadCodec<Q, List<T>> {

    static final String NS = "http://www.aocat.net/eacat";
    static final String PREFIX = "eacat";

    private final String modality;
    private final String operation;
    private final String row;
    private final BiConsumer<Q, PayloadWriter> writer;
    private final Function<XmlElement, T> reader;

    EacatCodec(
            String modality,
            String operation,
            String row,
            BiConsumer<Q, PayloadWriter> writer,
            Function<XmlElement, T> reader) {
        this.modality = modality;
        this.operation = operation;
        this.row = row;
        this.writer = writer;
        this.reader = reader;
    }

    String modality() {
        return modality;
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
    public void write(Q question, PayloadWriter out) {
        out.start(NS, PREFIX, "peticio" + operation);
        writer.accept(question, out);
        out.end();
    }

    @Override
    public List<T> read(XmlElement payload) {
        XmlElement result = payload.child("resultat").orElse(payload);
        String code = result.text("codiResultat").orElse("");
        if (!code.equals("0")) {
            throw new EacatException(Failure.of(Failure.Fault.REMOTE, operation + " was answered with an error")
                    .service(EacatCalls.SERVICE)
                    .remote(code, result.text("descripcio").orElse(""))
                    .remedy("Read the text: the codes of EACAT are only 0 and 1.")
                    .build());
        }
        return payload.child("resposta").map(r -> r.children(row)).orElse(List.of()).stream()
                .map(reader)
                .toList();
    }
}
