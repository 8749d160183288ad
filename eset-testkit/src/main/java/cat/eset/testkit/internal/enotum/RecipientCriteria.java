package cat.eset.testkit.internal.enotum;

import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.w3c.dom.Element;

/** {@code CriterisDestinatari} of a search: texts are contained, identity numbers are equal (contract enotum 6.3). */
final class RecipientCriteria {

    private static final Shape REQUEST = Shape.of("(Persona|PersonaFisica|PersonaJuridica)? CanviCanal? Obligat?");

    private RecipientCriteria() {}

    static Predicate<Notice> read(Element criteria, boolean citizen) throws NtRefusal {
        NtErrors.shape(criteria, REQUEST);
        Predicate<Notice> all = n -> true;
        for (Element person : Dom.children(criteria)) {
            String name = String.valueOf(person.getLocalName());
            if (!name.startsWith("Persona")) {
                continue;
            }
            if (citizen && !name.equals("Persona")) {
                throw NtErrors.refusal(3014);
            }
            all = all.and(n -> n.draft.recipients().stream()
                    .anyMatch(r -> (name.equals("Persona") || name.equals("PersonaJuridica") == r.legal())
                            && matches(person, r.person())));
        }
        // Absent means no filter; false is a filter.
        Optional<Boolean> change = flag(criteria, "CanviCanal");
        Optional<Boolean> obliged = flag(criteria, "Obligat");
        return all.and(n -> change.isEmpty() || n.channelChange.isEmpty() != change.get())
                .and(n -> obliged.isEmpty()
                        || n.draft.recipients().stream().anyMatch(r -> isObliged(r) == obliged.get()));
    }

    /** Criteria have the names and the nesting of what was sent. */
    private static boolean matches(Element wanted, Element person) {
        return Dom.children(wanted).stream().allMatch(criterion -> {
            String name = String.valueOf(criterion.getLocalName());
            Optional<Element> own = Dom.child(person, name);
            if (own.isEmpty()) {
                return false;
            }
            return switch (name) {
                case "BustiesCorreu", "Telefons" ->
                    Dom.children(criterion).stream()
                            .allMatch(text ->
                                    Dom.children(own.get()).stream().anyMatch(contact -> contains(contact, text)));
                case "DocumentIdentificatiu" ->
                    own.get()
                            .getTextContent()
                            .strip()
                            .equals(criterion.getTextContent().strip());
                case "PersonaVinculada" -> matches(criterion, own.get());
                default -> contains(own.get(), criterion);
            };
        });
    }

    private static boolean contains(Element own, Element wanted) {
        return Search.fold(own.getTextContent())
                .contains(Search.fold(wanted.getTextContent().strip()));
    }

    private static boolean isObliged(Recipient recipient) {
        return recipient.legal() || recipient.obliged().matches("true|1");
    }

    static Optional<Boolean> flag(Element criteria, String name) {
        return Dom.child(criteria, name)
                .map(e -> List.of("true", "1").contains(e.getTextContent().strip()));
    }
}
