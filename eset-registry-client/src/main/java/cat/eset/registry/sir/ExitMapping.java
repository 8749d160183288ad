package cat.eset.registry.sir;

import cat.eset.core.id.Nif;
import cat.eset.core.party.ElectronicRelation;
import cat.eset.core.party.IdentityDocument;
import cat.eset.core.party.Party;
import cat.eset.core.registry.Attachment;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.ExchangeOrder;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.registry.Mapped;
import cat.eset.registry.MappingLoss;
import cat.eset.registry.MappingLoss.Kind;
import cat.eset.registry.sicres.ExchangeAddress;
import cat.eset.registry.sicres.ExchangeParty;
import cat.eset.registry.sicres.ExchangePerson;
import cat.eset.registry.sicres.IdentityKind;
import cat.eset.registry.sicres.Place;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** From an exit of the work model to a dispatch; what the exchange has no place for is told. */
final class ExitMapping {

    private static final int LONGEST_REFERENCE = 16;

    private final ExchangeOrder order;
    private final Place origin;
    private final boolean ownNumber;
    private final List<MappingLoss> losses = new ArrayList<>();

    ExitMapping(ExchangeOrder order, Place origin, boolean ownNumber) {
        this.order = order;
        this.origin = origin;
        this.ownNumber = ownNumber;
    }

    Mapped<Dispatch> dispatch() {
        RegistryEntry exit = order.exit();
        EntryDraft content = exit.content();
        Place from = origin.unit().isPresent() && content.unit().isEmpty()
                ? origin
                : origin.unit(content.unit().orElse(exit.townHall().dir3()));
        Place to = order.unit().map(Place.office(order.office())::unit).orElseGet(() -> Place.office(order.office()));
        DispatchBuilder dispatch = Dispatch.builder(from, to, content.extract());
        if (ownNumber) {
            dispatch.numbered(exit.number().text(), exit.registeredAt());
        } else {
            lose("number", Kind.NOT_MAPPED);
        }
        for (int i = 0; i < content.parties().size(); i++) {
            dispatch.party(party(content.parties().get(i), "parties[" + i + "]"));
        }
        content.externalReference().ifPresent(reference -> {
            if (reference.length() <= LONGEST_REFERENCE) {
                dispatch.externalReference(reference);
            } else {
                lose("externalReference", Kind.NOT_MAPPED);
            }
        });
        if (content.statement().isPresent() || content.request().isPresent()) {
            dispatch.form(content.statement().orElse(""), content.request().orElse(""));
        }
        content.answers().ifPresent(entry -> dispatch.remarks("Respuesta a " + entry.text()));
        expedients(exit, dispatch);
        order.documents().forEach(d -> dispatch.document(d.fileName(), d.content()));
        withoutPlace(exit);
        Dispatch built = dispatch.build();
        losses.addAll(built.losses());
        return new Mapped<>(built, losses);
    }

    private void expedients(RegistryEntry exit, DispatchBuilder dispatch) {
        Iterator<String> expedients = exit.expedients().iterator();
        if (expedients.hasNext()) {
            dispatch.expedient(expedients.next());
        }
        if (expedients.hasNext()) {
            lose("expedients", Kind.NOT_MAPPED);
        }
    }

    /** What SICRES 3 has no field for. */
    private void withoutPlace(RegistryEntry exit) {
        EntryDraft content = exit.content();
        if (content.procedure().isPresent()) {
            lose("procedure", Kind.NOT_MAPPED);
        }
        if (content.presentedAt().filter(at -> !at.equals(exit.registeredAt())).isPresent()) {
            lose("presentedAt", Kind.NOT_MAPPED);
        }
        if (!exit.corrections().isEmpty()) {
            lose("corrections", Kind.NOT_MAPPED);
        }
        Set<String> sent =
                order.documents().stream().map(ExchangeOrder.Document::fileName).collect(Collectors.toSet());
        for (int i = 0; i < content.attachments().size(); i++) {
            Attachment attachment = content.attachments().get(i);
            if (!sent.contains(attachment.name())) {
                lose("attachments[" + i + "]", Kind.NOT_MAPPED);
            } else if (!attachment.title().equals(attachment.name())) {
                lose("attachments[" + i + "].title", Kind.NOT_MAPPED);
            }
        }
    }

    private ExchangeParty party(Party party, String path) {
        Optional<ExchangePerson> representative = party.representative().map(r -> person(r, path + ".representative"));
        return new ExchangeParty(person(party, path), representative, Optional.empty());
    }

    private ExchangePerson person(Party party, String path) {
        boolean toldByKind = party.name()
                .fold(
                        natural -> party.relation() == ElectronicRelation.NOT_CHOSEN,
                        legal -> party.relation() == ElectronicRelation.OBLIGED);
        if (!toldByKind) {
            lose(path + ".relation", Kind.NOT_MAPPED);
        }
        IdentityDocument identity = party.identity();
        if (identity.kind() == IdentityDocument.Kind.VAT) {
            lose(path + ".identity.kind", Kind.REPLACED);
        }
        return new ExchangePerson(
                Optional.of(kind(identity)),
                Optional.of(identity.value()),
                party.name().fold(natural -> Optional.empty(), legal -> Optional.of(legal.name())),
                party.name().fold(natural -> Optional.of(natural.given()), legal -> Optional.empty()),
                party.name().fold(natural -> Optional.of(natural.firstSurname()), legal -> Optional.empty()),
                party.name().fold(natural -> natural.secondSurname(), legal -> Optional.empty()),
                party.contact().postalAddress().map(ExchangeAddress::of).orElse(ExchangeAddress.NONE),
                party.contact().email(),
                party.contact().mobile(),
                Optional.empty(),
                Optional.empty());
    }

    private static IdentityKind kind(IdentityDocument identity) {
        return switch (identity.kind()) {
            case NIF -> ofNif(new Nif(identity.value()));
            case PASSPORT -> IdentityKind.PASSPORT;
            case DIR3 -> IdentityKind.ORIGIN_CODE;
            case VAT, OTHER -> IdentityKind.OTHER;
        };
    }

    private static IdentityKind ofNif(Nif nif) {
        if (nif.isEntity()) {
            return IdentityKind.CIF;
        }
        return "XYZ".indexOf(nif.value().charAt(0)) >= 0 ? IdentityKind.NIE : IdentityKind.NIF;
    }

    private void lose(String path, Kind kind) {
        losses.add(new MappingLoss(path, kind));
    }
}
