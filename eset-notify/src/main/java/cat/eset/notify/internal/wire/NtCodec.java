package cat.eset.notify.internal.wire;

import cat.eset.transport.pci.PayloadCodec;
import cat.eset.transport.xml.PayloadWriter;
import cat.eset.transport.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;

/**
 * What the operations share: role and back office going out; errors, or a body, coming in.
 *
 * @param <Q> content of the request
 * @param <T> body of the answer
 */
public abstract class NtCodec<Q, T> implements PayloadCodec<NtRequest<Q>, NtAnswer<T>> {

    private final String operation;
    private final Set<QName> answers;

    NtCodec(String operation) {
        this.operation = operation;
        this.answers = Set.of(new QName(Nt.NS, "Resposta" + operation));
    }

    @Override
    public final String operation() {
        return operation;
    }

    @Override
    public final Set<QName> answers() {
        return answers;
    }

    @Override
    public final void write(NtRequest<Q> request, PayloadWriter out) {
        Nt nt = new Nt(out);
        nt.open("Peticio" + operation);
        nt.text("BackOffice", request.backOffice());
        nt.open("Usuari");
        writeCaller(request.caller(), nt);
        nt.close();
        writeBody(request.body(), nt);
        nt.close();
    }

    @Override
    public final NtAnswer<T> read(XmlElement payload) {
        List<NtAnswer.ErrorLine> errors = new ArrayList<>();
        for (XmlElement group : payload.children("Errors")) {
            for (XmlElement error : group.children("Error")) {
                long code = error.text("CodiError").map(NtCodec::number).orElse(0L);
                errors.add(
                        new NtAnswer.ErrorLine(code, error.text("MissatgeError").orElse("")));
            }
        }
        return new NtAnswer<>(errors, readBody(payload));
    }

    /** Writes what comes after {@code Usuari}. */
    abstract void writeBody(Q body, Nt nt);

    /** Reads what comes after {@code Errors}; empty if there is nothing. */
    abstract Optional<T> readBody(XmlElement payload);

    private static void writeCaller(Caller caller, Nt nt) {
        if (caller instanceof Caller.Employee e) {
            nt.open("Empleat")
                    .text("CodiOrganisme", e.organisation())
                    .text("CodiDepartament", e.department())
                    .close();
        } else if (caller instanceof Caller.Citizen c) {
            nt.open("Ciutada")
                    .text("VALIdAccessToken", c.token().<String>use(String::new))
                    .close();
        } else if (caller instanceof Caller.Representative r) {
            nt.open("Representant")
                    .text("VALIdAccessToken", r.token().<String>use(String::new))
                    .open("Interessat");
            r.person().ifPresent(p -> nt.open("PersonaFisica").person(p).close());
            r.company().ifPresent(c -> nt.open("PersonaJuridica").company(c).close());
            nt.close().close();
        }
    }

    /** A code that is no number is an error all the same: it becomes one that the catalogue does not know. */
    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
