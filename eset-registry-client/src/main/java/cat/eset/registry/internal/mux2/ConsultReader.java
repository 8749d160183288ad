package cat.eset.registry.internal.mux2;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.EntryDraft;
import cat.eset.registry.Mapped;
import cat.eset.registry.internal.mux.WireDates;
import cat.eset.registry.mux2.AnswerNames;
import cat.eset.registry.mux2.FoundEntry;
import cat.eset.registry.mux2.Lookup;
import cat.eset.transport.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code ConsultaAssentaments}, of which only one thing is published: it is empty when nothing was found (contract mux 5.3). An entry is
 * whatever holds one number.
 */
public final class ConsultReader {

    private static final List<String> IDENTITIES = List.of("NIF", "NIE", "Passaport", "CIF", "VATNumber");

    private final AnswerNames names;

    /** With these names. */
    public ConsultReader(AnswerNames names) {
        this.names = names;
    }

    /** What was found; empty if the answer does not say that it looked. */
    public Optional<Lookup> read(Resposta answer) {
        return Found.child(answer.payload(), "ConsultaAssentaments").map(consult -> {
            if (consult.children().isEmpty() && consult.text().isEmpty()) {
                return new Lookup.Nothing();
            }
            List<XmlElement> rows = new ArrayList<>();
            rows(consult, rows);
            return new Lookup.Found(rows.stream().map(this::entry).toList(), answer.raw());
        });
    }

    /** The number that an answer gives, wherever it gives it. */
    public Optional<String> number(Resposta answer) {
        return Found.textBelow(answer.payload(), names.number());
    }

    private void rows(XmlElement element, List<XmlElement> rows) {
        int numbers = Found.below(element, names.number()).size();
        if (numbers == 1) {
            rows.add(element);
        } else if (numbers > 1) {
            element.children().forEach(child -> rows(child, rows));
        }
    }

    private FoundEntry entry(XmlElement row) {
        List<String> identities = IDENTITIES.stream()
                .flatMap(name -> Found.below(row, name).stream())
                .map(XmlElement::text)
                .filter(text -> !text.isEmpty())
                .toList();
        return new FoundEntry(
                Found.textBelow(row, names.number()),
                Found.textBelow(row, names.subject()),
                Found.textBelow(row, names.presentedAt()).flatMap(WireDates::tryRead),
                Found.textBelow(row, names.registeredAt()).flatMap(WireDates::tryRead),
                identities,
                content(row, names.entry(), Direction.ENTRY).or(() -> content(row, names.exit(), Direction.EXIT)),
                DocumentContent.of(row.canonical(), MediaType.XML));
    }

    private static Optional<Mapped<EntryDraft>> content(XmlElement row, String name, Direction direction) {
        return Found.below(row, name).stream().findFirst().map(entry -> EntryReader.read(entry, direction));
    }
}
