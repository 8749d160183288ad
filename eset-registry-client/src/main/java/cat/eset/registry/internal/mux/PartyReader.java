package cat.eset.registry.internal.mux;

import cat.eset.core.InvalidValueException;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Nif;
import cat.eset.core.party.Contact;
import cat.eset.core.party.ElectronicRelation;
import cat.eset.core.party.IdentityDocument;
import cat.eset.core.party.Party;
import cat.eset.core.party.PartyName;
import cat.eset.registry.MappingLoss;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads an {@code interessat} or its {@code representant} (contract mux 8.5). */
final class PartyReader {

    /** Stands where a name or number must be and none was given: nothing is invented. */
    private static final String UNKNOWN = "-";

    /** Of identifiers (contract mux, appendix A); the list may grow. */
    private static final Set<String> KINDS = Set.of("", "NIF", "DNI", "NIE", "CIF", "VAT", "PAS");

    private PartyReader() {}

    static Party read(Fields fields) {
        Fields computed = fields.object("informacioIdentificador");
        computed.ignore("valid", "tipusEntitat", "tipusIdentificador", "provincia", "observacions");
        Optional<String> companyName = fields.text("raoSocial");
        Optional<String> kindOfPerson = computed.text("tipusPersona");
        IdentityDocument identity = identity(fields, computed);
        boolean legal = kindOfPerson.map("J"::equalsIgnoreCase).orElse(companyName.isPresent());
        if (!legal && companyName.isPresent()) {
            fields.lose("raoSocial", MappingLoss.Kind.NOT_MAPPED);
        }
        Party party = Party.of(
                        identity,
                        legal ? legalName(fields, companyName) : naturalName(fields),
                        legal ? ElectronicRelation.OBLIGED : ElectronicRelation.NOT_CHOSEN)
                .with(contact(fields));
        Fields representative = fields.object("representant");
        return representative.isObject() ? party.representedBy(read(representative)) : party;
    }

    /** A body that sends or receives. */
    static Optional<Party> body(Fields unit) {
        Optional<String> name = unit.text("nom");
        Optional<Dir3> code = code(unit, "dir3");
        code.ifPresent(kept -> unit.ignoreRest());
        return code.map(dir3 -> Party.publicBody(dir3, name.orElse(dir3.value())));
    }

    /** A DIR3 code; one of another form is reported. */
    static Optional<Dir3> code(Fields fields, String name) {
        return fields.text(name).flatMap(text -> {
            try {
                return Optional.of(Dir3.of(text.toUpperCase(Locale.ROOT)));
            } catch (InvalidValueException e) {
                fields.lose(name, MappingLoss.Kind.REPLACED);
                return Optional.empty();
            }
        });
    }

    private static IdentityDocument identity(Fields fields, Fields computed) {
        String kind = fields.code("tipusIdentificador").orElse("").toUpperCase(Locale.ROOT);
        if (!KINDS.contains(kind)) {
            fields.lose("tipusIdentificador", MappingLoss.Kind.REPLACED);
        }
        Optional<String> normalised = computed.text("identificador");
        Optional<String> typed = fields.text("identificador");
        Optional<Dir3> dir3 = code(fields, "dir3personaJuridica");
        if (typed.isEmpty() && normalised.isEmpty()) {
            if (dir3.isEmpty()) {
                fields.lose("identificador", MappingLoss.Kind.ASSUMED);
            }
            return dir3.map(IdentityDocument::of)
                    .orElseGet(() -> new IdentityDocument(IdentityDocument.Kind.OTHER, UNKNOWN));
        }
        dir3.ifPresent(code -> fields.lose("dir3personaJuridica", MappingLoss.Kind.NOT_MAPPED));
        String value = typed.or(() -> normalised).orElse(UNKNOWN);
        return switch (kind) {
            case "PAS" -> new IdentityDocument(IdentityDocument.Kind.PASSPORT, cut(fields, value));
            case "VAT" -> new IdentityDocument(IdentityDocument.Kind.VAT, cut(fields, value));
            default -> nif(fields, normalised.orElse(value), value);
        };
    }

    private static IdentityDocument nif(Fields fields, String normalised, String typed) {
        String plain = normalise(normalised);
        if (!plain.equals(normalise(typed))) {
            // What MUX computed counts, because it looked it up; what was typed is told.
            fields.lose("identificador", MappingLoss.Kind.REPLACED);
        }
        try {
            return IdentityDocument.of(new Nif(plain));
        } catch (InvalidValueException e) {
            fields.lose("identificador", MappingLoss.Kind.REPLACED);
            return new IdentityDocument(IdentityDocument.Kind.OTHER, cut(fields, typed));
        }
    }

    private static String normalise(String identifier) {
        return identifier.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    }

    private static String cut(Fields fields, String value) {
        if (value.length() <= 256) {
            return value;
        }
        fields.lose("identificador", MappingLoss.Kind.SHORTENED);
        return value.substring(0, 256);
    }

    private static PartyName legalName(Fields fields, Optional<String> companyName) {
        return new PartyName.Legal(companyName.or(() -> fields.text("nom")).orElseGet(() -> {
            fields.lose("raoSocial", MappingLoss.Kind.ASSUMED);
            return UNKNOWN;
        }));
    }

    private static PartyName naturalName(Fields fields) {
        return new PartyName.Natural(orUnknown(fields, "nom"), orUnknown(fields, "cognom1"), fields.text("cognom2"));
    }

    private static String orUnknown(Fields fields, String name) {
        return fields.text(name).orElseGet(() -> {
            fields.lose(name, MappingLoss.Kind.ASSUMED);
            return UNKNOWN;
        });
    }

    private static Contact contact(Fields fields) {
        return new Contact(fields.text("email"), fields.text("telefonMobil"), postalAddress(fields));
    }

    private static Optional<String> postalAddress(Fields fields) {
        Optional<String> whole = fields.text("adressaCompleta");
        if (whole.isPresent()) {
            return whole;
        }
        String street = join(fields, " ", "nomVia", "numeroInferior", "numeroSuperior");
        String door = join(fields, " ", "bloc", "portal", "escala", "pis", "porta");
        String place = join(fields, " ", "codiPostal", "municipi");
        String address = Stream.of(street, door, place, join(fields, ", ", "provincia", "pais"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return address.isEmpty() ? Optional.empty() : Optional.of(address);
    }

    private static String join(Fields fields, String separator, String... names) {
        return Stream.of(names).map(fields::text).flatMap(Optional::stream).collect(Collectors.joining(separator));
    }
}
