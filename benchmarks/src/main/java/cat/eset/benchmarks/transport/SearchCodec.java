package cat.eset.benchmarks.transport;

import cat.eset.transport.pci.PayloadCodec;
import cat.eset.transport.xml.PayloadWriter;
import cat.eset.transport.xml.XmlDateTime;
import cat.eset.transport.xml.XmlElement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;

/** A search of e-NOTUM as a product module writes and reads it. */
final class SearchCodec implements PayloadCodec<String, List<SearchCodec.Row>> {

    private static final String NT = "http://www.aocat.net/NT/v4.0";

    /** A row of the answer. */
    record Row(long id, String title, String reference, String state, Instant created, Instant published) {}

    @Override
    public String operation() {
        return "Cerca";
    }

    @Override
    public Set<QName> answers() {
        return Set.of(new QName(NT, "RespostaCerca"));
    }

    @Override
    public void write(String reference, PayloadWriter out) {
        out.start(NT, "nt", "PeticioCerca")
                .start(NT, "nt", "Usuari")
                .start(NT, "nt", "Empleat")
                .element(NT, "nt", "CodiOrganisme", "0899990001")
                .element(NT, "nt", "CodiDepartament", "0899990001")
                .end()
                .end()
                .start(NT, "nt", "DadesCerca")
                .start(NT, "nt", "CriterisNotificacio")
                .start(NT, "nt", "Referencia")
                .element(NT, "nt", "ValorAbsolut", reference)
                .end()
                .end()
                .start(NT, "nt", "Paginacio")
                .element(NT, "nt", "NumeroPagina", "1")
                .element(NT, "nt", "ResultatsPerPagina", "50")
                .end()
                .end()
                .end();
    }

    @Override
    public List<Row> read(XmlElement payload) {
        return payload.child("Notificacions").orElseThrow().children("Notificacio").stream()
                .map(n -> new Row(
                        Long.parseLong(n.text("IdNotificacio").orElseThrow()),
                        n.text("Titol").orElse(""),
                        n.text("Referencia").orElse(""),
                        n.text("Estat").orElseThrow(),
                        instant(n, "DataCreacio"),
                        instant(n, "DataPublicacio")))
                .toList();
    }

    private static Instant instant(XmlElement parent, String name) {
        return parent.text(name).flatMap(XmlDateTime::instant).orElseThrow();
    }
}
