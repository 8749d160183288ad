package cat.eset.registry.internal.mux2;

import cat.eset.transport.pci.PayloadCodec;
import cat.eset.transport.xml.PayloadWriter;
import cat.eset.transport.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;

/** Writes {@code PeticioRegistre} and reads {@code RespostaRegistre}, whose schema is not published (contract mux 5.3). */
public final class PeticioCodec implements PayloadCodec<Peticio, Resposta> {

    static final String ANSWERS = "http://net.aocat/MUX2/RespostaRegistre";

    private final String application;
    private final String operation;

    /** For this application ({@code IdAplicacio}) and operation. */
    public PeticioCodec(String application, String operation) {
        this.application = application;
        this.operation = operation;
    }

    @Override
    public String operation() {
        return operation;
    }

    @Override
    public Set<QName> answers() {
        return Set.of(new QName(ANSWERS, "RespostaRegistre"));
    }

    @Override
    public void write(Peticio request, PayloadWriter out) {
        Pet pet = new Pet(out).open("PeticioRegistre").attribute("IdAplicacio", application);
        request.transaction().ifPresent(id -> pet.attribute("IdTransaccio", id));
        pet.open(request.name());
        request.content().accept(pet);
        pet.close().close();
    }

    @Override
    public Resposta read(XmlElement payload) {
        List<Resposta.ErrorLine> errors = new ArrayList<>();
        Optional<XmlElement> result = Found.child(payload, "Resultat");
        result.flatMap(r -> Found.child(r, "Errors")).ifPresent(group -> {
            for (XmlElement error : group.children()) {
                errors.add(new Resposta.ErrorLine(
                        Found.text(error, "Codi").orElse(""),
                        Found.text(error, "Descripcio").orElse("")));
            }
        });
        return new Resposta(result.flatMap(r -> r.attribute("codi")).orElse(""), errors, payload);
    }
}
