package cat.eset.registry.internal.mux2;

import cat.eset.core.InvalidValueException;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.party.ElectronicRelation;
import cat.eset.core.party.IdentityDocument;
import cat.eset.core.party.Party;
import cat.eset.core.party.PartyName;
import cat.eset.registry.MappingLoss;
import cat.eset.registry.internal.mux.Losses;
import cat.eset.registry.internal.mux.SafeNames;
import cat.eset.registry.mux2.Correspondent;
import cat.eset.registry.mux2.Mux2Person;
import cat.eset.registry.mux2.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes the first party of an entry in the terms of MUX V2, which has place for one. */
final class OutgoingParty {

    private static final String TYPE = "Mux2Entry";
    private static final String PATH = "parties[0]";
    private static final int MAX_NAME = 50;
    private static final int MAX_LEGAL_NAME = 255;

    private final Function<Dir3, Optional<Ine10>> ine10Of;
    private final Function<Party, Optional<Place>> placeOf;
    private final Losses losses;

    OutgoingParty(Function<Dir3, Optional<Ine10>> ine10Of, Function<Party, Optional<Place>> placeOf, Losses losses) {
        this.ine10Of = ine10Of;
        this.placeOf = placeOf;
        this.losses = losses;
    }

    Correspondent write(List<Party> parties) {
        if (parties.isEmpty()) {
            throw missing("a party: who presents it or whom it goes to");
        }
        Party party = parties.get(0);
        Optional<Mux2Person> representative = party.representative().flatMap(this::representative);
        if (party.isPublicBody()) {
            return body(party, representative);
        }
        return party.name()
                .fold(
                        natural -> new Correspondent.Person(person(party, natural, PATH), representative),
                        legal -> company(party, legal, representative));
    }

    private Correspondent body(Party party, Optional<Mux2Person> representative) {
        Dir3 code = Dir3.of(party.identity().value());
        Ine10 ine10 = ine10Of.apply(code)
                .orElseThrow(() -> missing("the ten digits of the body: give a directory with Mux2Mapping.bodies"));
        losses.add(PATH + ".name", MappingLoss.Kind.NOT_MAPPED);
        contact(party, PATH);
        relation(party, ElectronicRelation.OBLIGED, PATH);
        losses.ifPresent(PATH + ".contact.postalAddress", party.contact().postalAddress());
        return new Correspondent.Body(
                ine10, Optional.empty(), Optional.of(code.value()), Optional.empty(), representative);
    }

    private Correspondent company(Party party, PartyName.Legal legal, Optional<Mux2Person> representative) {
        boolean foreign = party.identity().kind() == IdentityDocument.Kind.VAT;
        if (!foreign && party.identity().kind() != IdentityDocument.Kind.NIF) {
            throw missing("a CIF or VAT number of the company");
        }
        contact(party, PATH);
        relation(party, ElectronicRelation.OBLIGED, PATH);
        return new Correspondent.Company(
                party.identity().value(),
                foreign,
                cut(legal.name(), MAX_LEGAL_NAME, PATH + ".name"),
                place(party, PATH),
                representative);
    }

    /** A legal person cannot represent anybody there. */
    private Optional<Mux2Person> representative(Party party) {
        String path = PATH + ".representative";
        if (party.name() instanceof PartyName.Natural natural) {
            party.representative().ifPresent(p -> losses.add(path + ".representative", MappingLoss.Kind.NOT_MAPPED));
            return Optional.of(person(party, natural, path));
        }
        losses.add(path, MappingLoss.Kind.NOT_MAPPED);
        return Optional.empty();
    }

    private Mux2Person person(Party party, PartyName.Natural name, String path) {
        contact(party, path);
        relation(party, ElectronicRelation.NOT_CHOSEN, path);
        return new Mux2Person(
                identity(party.identity()),
                cut(name.given(), MAX_NAME, path + ".name"),
                cut(name.firstSurname(), MAX_NAME, path + ".name"),
                name.secondSurname().map(surname -> cut(surname, MAX_NAME, path + ".name")),
                place(party, path));
    }

    private static Mux2Person.Identity identity(IdentityDocument identity) {
        Optional<Mux2Person.Identity> known = switch (identity.kind()) {
            case NIF -> Mux2Person.Identity.of(identity.value());
            case PASSPORT -> Optional.of(new Mux2Person.Identity(Mux2Person.Identity.Kind.PASSPORT, identity.value()));
            default -> Optional.empty();
        };
        return known.orElseThrow(() -> missing("a DNI, NIE or passport of the person (K, L and M numbers do not fit)"));
    }

    private Place place(Party party, String path) {
        Place place = placeOf.apply(party)
                .orElseThrow(() -> missing("a postal code of every person: give a rule with Mux2Mapping.places"));
        if (!(place instanceof Place.Address)
                && party.contact()
                        .postalAddress()
                        .filter(text -> !text.equals(text(place)))
                        .isPresent()) {
            losses.add(path + ".contact.postalAddress", MappingLoss.Kind.SHORTENED);
        }
        return place;
    }

    private static String text(Place place) {
        return place.fold(Place.PostalCode::code, town -> town.code().value(), address -> "");
    }

    private void contact(Party party, String path) {
        losses.ifPresent(path + ".contact.email", party.contact().email());
        losses.ifPresent(path + ".contact.mobile", party.contact().mobile());
    }

    /** What the kind of party says by itself is not lost. */
    private void relation(Party party, ElectronicRelation usual, String path) {
        if (party.relation() != usual) {
            losses.add(path + ".relation", MappingLoss.Kind.NOT_MAPPED);
        }
    }

    private String cut(String text, int length, String path) {
        String cut = SafeNames.cut(text, length);
        if (!cut.equals(text)) {
            losses.add(path, MappingLoss.Kind.SHORTENED);
        }
        return cut;
    }

    private static InvalidValueException missing(String what) {
        return InvalidValueException.of(TYPE, "MUX V2 wants " + what);
    }
}
