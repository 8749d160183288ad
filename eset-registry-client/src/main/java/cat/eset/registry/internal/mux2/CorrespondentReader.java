package cat.eset.registry.internal.mux2;

import cat.eset.core.InvalidValueException;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Nif;
import cat.eset.core.party.Contact;
import cat.eset.core.party.ElectronicRelation;
import cat.eset.core.party.IdentityDocument;
import cat.eset.core.party.Party;
import cat.eset.core.party.PartyName;
import cat.eset.registry.MappingLoss;
import cat.eset.registry.internal.mux.Losses;
import cat.eset.transport.xml.XmlElement;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads who an entry comes from or an exit goes to (contract mux 5.2). Not thread-safe. */
final class CorrespondentReader {

    private static final String UNKNOWN = "-";

    private final Losses losses;
    private final Set<XmlElement> read;
    private final String path;

    CorrespondentReader(Losses losses, Set<XmlElement> read, String path) {
        this.losses = losses;
        this.read = read;
        this.path = path;
    }

    Optional<Party> read(XmlElement side) {
        return part(side, "PersonaFisica")
                .map(person -> represented(person(person), person))
                .or(() -> part(side, "PersonaJuridica").map(company -> represented(company(company), company)))
                .or(() -> part(side, "Administracio").map(body -> represented(body(body), body)));
    }

    private Party represented(Party party, XmlElement element) {
        return part(element, "Representant")
                .map(representative -> party.representedBy(person(representative)))
                .orElse(party);
    }

    private Party person(XmlElement person) {
        IdentityDocument identity = part(person, "ID")
                .flatMap(id -> nif(id, "NIF")
                        .or(() -> nif(id, "NIE"))
                        .or(() -> text(id, "Passaport")
                                .map(number -> new IdentityDocument(IdentityDocument.Kind.PASSPORT, number))))
                .orElseGet(() -> unknownIdentity("ID"));
        PartyName name =
                new PartyName.Natural(orUnknown(person, "Nom"), orUnknown(person, "Cognom1"), text(person, "Cognom2"));
        return Party.of(identity, name, ElectronicRelation.NOT_CHOSEN).with(contact(person));
    }

    private Party company(XmlElement company) {
        IdentityDocument identity = nif(company, "CIF")
                .or(() -> text(company, "VATNumber")
                        .map(number -> new IdentityDocument(IdentityDocument.Kind.VAT, number)))
                .orElseGet(() -> unknownIdentity("CIF"));
        return Party.of(identity, new PartyName.Legal(orUnknown(company, "RaoSocial")), ElectronicRelation.OBLIGED)
                .with(contact(company));
    }

    /** A body comes without a name, and with a code that is not the one of the core. */
    private Party body(XmlElement body) {
        Optional<Dir3> unit = text(body, "UnitatOrganica").flatMap(this::dir3);
        String ine10 = orUnknown(body, "INE10");
        lose("Administracio/INE10", MappingLoss.Kind.REPLACED);
        IdentityDocument identity = unit.map(IdentityDocument::of)
                .orElseGet(() -> new IdentityDocument(IdentityDocument.Kind.OTHER, ine10));
        return Party.of(identity, new PartyName.Legal(ine10), ElectronicRelation.OBLIGED)
                .with(contact(body));
    }

    private Contact contact(XmlElement who) {
        Optional<String> place = part(who, "Poblacio")
                .flatMap(town -> text(town, "CodiPostal").or(() -> text(town, "INE10")))
                .or(() -> part(who, "Domicili").map(this::address));
        return new Contact(Optional.empty(), Optional.empty(), place);
    }

    private String address(XmlElement address) {
        String street = join(address, " ", "TipusVia", "NomVia", "NumeroInferior", "NumeroSuperior");
        String door = join(address, " ", "Bloc", "Escala", "Pis", "Porta");
        String town = join(address, " ", "CodiPostal", "NomPoblacio");
        return Stream.of(street, door, town, join(address, ", ", "NomProvincia", "Pais"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String join(XmlElement parent, String separator, String... names) {
        return Stream.of(names)
                .map(name -> text(parent, name))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(separator));
    }

    private Optional<IdentityDocument> nif(XmlElement parent, String name) {
        return text(parent, name).map(number -> {
            try {
                return IdentityDocument.of(new Nif(number.toUpperCase(Locale.ROOT)));
            } catch (InvalidValueException e) {
                lose(name, MappingLoss.Kind.REPLACED);
                return new IdentityDocument(IdentityDocument.Kind.OTHER, number);
            }
        });
    }

    private Optional<Dir3> dir3(String code) {
        try {
            return Optional.of(Dir3.of(code.toUpperCase(Locale.ROOT)));
        } catch (InvalidValueException e) {
            lose("Administracio/UnitatOrganica", MappingLoss.Kind.REPLACED);
            return Optional.empty();
        }
    }

    private IdentityDocument unknownIdentity(String name) {
        lose(name, MappingLoss.Kind.ASSUMED);
        return new IdentityDocument(IdentityDocument.Kind.OTHER, UNKNOWN);
    }

    private String orUnknown(XmlElement parent, String name) {
        return text(parent, name).orElseGet(() -> {
            lose(name, MappingLoss.Kind.ASSUMED);
            return UNKNOWN;
        });
    }

    private Optional<XmlElement> part(XmlElement parent, String name) {
        Optional<XmlElement> part = Found.child(parent, name);
        part.ifPresent(read::add);
        return part;
    }

    private Optional<String> text(XmlElement parent, String name) {
        part(parent, name);
        return Found.text(parent, name);
    }

    private void lose(String name, MappingLoss.Kind kind) {
        losses.add(path + "/" + name, kind);
    }
}
