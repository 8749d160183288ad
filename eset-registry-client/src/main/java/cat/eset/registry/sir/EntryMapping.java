package cat.eset.registry.sir;

import cat.eset.core.InvalidValueException;
import cat.eset.core.MediaType;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Nif;
import cat.eset.core.party.Contact;
import cat.eset.core.party.ElectronicRelation;
import cat.eset.core.party.IdentityDocument;
import cat.eset.core.party.Party;
import cat.eset.core.party.PartyName;
import cat.eset.core.registry.Attachment;
import cat.eset.core.registry.EntryDraft;
import cat.eset.registry.Mapped;
import cat.eset.registry.MappingLoss;
import cat.eset.registry.MappingLoss.Kind;
import cat.eset.registry.internal.mux.SafeNames;
import cat.eset.registry.sicres.AnnexKind;
import cat.eset.registry.sicres.DirectoryCode;
import cat.eset.registry.sicres.EntryMark;
import cat.eset.registry.sicres.ExchangeAddress;
import cat.eset.registry.sicres.ExchangeAnnex;
import cat.eset.registry.sicres.ExchangeControl;
import cat.eset.registry.sicres.ExchangeMessage;
import cat.eset.registry.sicres.ExchangeParty;
import cat.eset.registry.sicres.ExchangePerson;
import cat.eset.registry.sicres.IdentityKind;
import cat.eset.registry.sicres.PhysicalDocuments;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From what another administration sent to an entry that is not registered yet; what the entry has no place for is told. */
final class EntryMapping {

    /** Stands where a name or number must be and none was given: nothing is invented. */
    private static final String UNKNOWN = "-";

    private final ExchangeRecord record;
    private final ExchangeMessage message;
    private final List<MappingLoss> losses = new ArrayList<>();

    EntryMapping(ExchangeRecord record, ExchangeMessage message) {
        this.record = record;
        this.message = message;
    }

    Mapped<EntryDraft> draft() {
        losses.addAll(record.messageLosses());
        EntryDraft.Builder draft = EntryDraft.entry(extract());
        draft.externalReference(record.id().value());
        // Presented at any registry of the public sector is presented (art. 16.4 Llei 39/2015).
        message.entry().flatMap(EntryMark::at).ifPresent(draft::presentedAt);
        message.destination()
                .unit()
                .flatMap(code -> dir3(code, "De_Destino/Codigo_Unidad_Tramitacion_Destino"))
                .ifPresent(draft::unit);
        sender().ifPresent(draft::party);
        for (int i = 0; i < message.parties().size(); i++) {
            ExchangeParty party = message.parties().get(i);
            String path = "De_Interesado[" + i + "]";
            if (!party.interested().equals(ExchangePerson.NOBODY)
                    || party.representative().isPresent()) {
                draft.party(party(party, path));
            }
            lostIf(party.remarks().isPresent(), path + "/Observaciones");
        }
        for (int i = 0; i < message.annexes().size(); i++) {
            draft.attachment(attachment(message.annexes().get(i), "De_Anexo[" + i + "]"));
        }
        if (!message.states().isEmpty() || !message.requests().isEmpty()) {
            draft.genericRequest(message.states(), message.requests());
        }
        withoutPlace();
        return new Mapped<>(draft.build(), losses);
    }

    private String extract() {
        String summary = message.subject().summary().strip();
        if (summary.isEmpty()) {
            lose("De_Asunto/Resumen", Kind.ASSUMED);
            return "Sense extracte";
        }
        if (summary.length() <= EntryDraft.MAX_EXTRACT) {
            return summary;
        }
        lose("De_Asunto/Resumen", Kind.SHORTENED);
        return SafeNames.cut(summary, EntryDraft.MAX_EXTRACT - 1) + "…";
    }

    /** The administration that sends: its unit, or its office if it names none. */
    private Optional<Party> sender() {
        boolean hasUnit = message.origin().unit().isPresent();
        DirectoryCode code = message.origin().unit().orElse(message.origin().office());
        Optional<String> name =
                hasUnit ? message.origin().unitName() : message.origin().officeName();
        String side = hasUnit ? "Unidad_Tramitacion" : "Entidad_Registral";
        lostIf(hasUnit, "De_Origen_o_Remitente/Codigo_Entidad_Registral_Origen");
        return dir3(code, "De_Origen_o_Remitente/Codigo_" + side + "_Origen")
                .map(dir3 -> Party.publicBody(dir3, name.orElse(dir3.value())));
    }

    private Optional<Dir3> dir3(DirectoryCode code, String path) {
        Optional<Dir3> dir3 = code.dir3();
        if (dir3.isEmpty()) {
            lose(path, Kind.REPLACED);
        }
        return dir3;
    }

    private Party party(ExchangeParty party, String path) {
        Party interested = person(party.interested(), path, "_Interesado");
        return party.representative()
                .map(r -> interested.representedBy(person(r, path, "_Representante")))
                .orElse(interested);
    }

    private Party person(ExchangePerson person, String path, String who) {
        boolean natural = person.company().isEmpty()
                && (person.given().isPresent() || person.firstSurname().isPresent());
        PartyName name = natural
                ? new PartyName.Natural(
                        orUnknown(person.given(), path + "/Nombre" + who),
                        orUnknown(person.firstSurname(), path + "/Primer_Apellido" + who),
                        person.secondSurname())
                : new PartyName.Legal(orUnknown(person.company(), path + "/Razon_Social" + who));
        lostIf(!natural && person.given().isPresent(), path + "/Nombre" + who);
        lostIf(!natural && person.firstSurname().isPresent(), path + "/Primer_Apellido" + who);
        lostIf(!natural && person.secondSurname().isPresent(), path + "/Segundo_Apellido" + who);
        lostIf(person.enabledAddress().isPresent(), path + "/Direccion_Electronica_Habilitada" + who);
        lostIf(person.channel().isPresent(), path + "/Canal_Preferente_Comunicacion" + who);
        return Party.of(
                        identity(person, path, who),
                        name,
                        natural ? ElectronicRelation.NOT_CHOSEN : ElectronicRelation.OBLIGED)
                .with(new Contact(person.email(), person.phone(), address(person.address(), path, who)));
    }

    private IdentityDocument identity(ExchangePerson person, String path, String who) {
        String field = path + "/Documento_Identificacion" + who;
        Optional<String> number = person.document();
        if (number.isEmpty()) {
            lose(field, Kind.ASSUMED);
            return new IdentityDocument(IdentityDocument.Kind.OTHER, UNKNOWN);
        }
        String written = number.get();
        if (person.kind().filter(k -> !k.isKnown()).isPresent()) {
            lose(path + "/Tipo_Documento_Identificacion" + who, Kind.REPLACED);
        }
        String kind = person.kind().map(IdentityKind::code).orElse("");
        try {
            return switch (kind) {
                case "N", "C", "E" -> IdentityDocument.of(Nif.of(written));
                case "P" -> new IdentityDocument(IdentityDocument.Kind.PASSPORT, written);
                case "O" -> IdentityDocument.of(Dir3.of(written.toUpperCase(Locale.ROOT)));
                default -> new IdentityDocument(IdentityDocument.Kind.OTHER, written);
            };
        } catch (InvalidValueException e) {
            lose(field, Kind.REPLACED);
            return new IdentityDocument(
                    IdentityDocument.Kind.OTHER, written.substring(0, Math.min(256, written.length())));
        }
    }

    private Optional<String> address(ExchangeAddress address, String path, String who) {
        // Codes of the statistics institute: the entry keeps one text for people.
        lostIf(address.country().isPresent(), path + "/Pais" + who);
        lostIf(address.province().isPresent(), path + "/Provincia" + who);
        lostIf(address.municipality().isPresent(), path + "/Municipio" + who);
        String text = Stream.of(address.street(), address.postcode())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private Attachment attachment(ExchangeAnnex annex, String path) {
        String given = annex.name().isBlank() ? annex.id() : annex.name();
        String name = SafeNames.fileName(given);
        if (!name.equals(given)) {
            lose(path + "/Nombre_Fichero_Anexado", Kind.REPLACED);
        }
        lostIf(annex.hash().isPresent() && annex.sha256().isEmpty(), path + "/Hash");
        lostIf(!annex.kind().equals(AnnexKind.ATTACHMENT), path + "/Tipo_Documento");
        lostIf(annex.validity().isPresent(), path + "/Validez_Documento");
        lostIf(annex.signedId().isPresent(), path + "/Identificador_Documento_Firmado");
        lostIf(annex.remarks().isPresent(), path + "/Observaciones");
        return new Attachment(
                name, given, mediaType(annex, path), Optional.empty(), annex.sha256(), reference(annex, path));
    }

    /** The key of the download, found by the name of the file: the annexes of the answer do not repeat its identity (contract sir 3.5). */
    private Optional<String> reference(ExchangeAnnex annex, String path) {
        List<ExchangeRecord.AnnexFile> sameName = record.files().stream()
                .filter(f -> f.name().equals(annex.name()))
                .toList();
        if (sameName.size() == 1) {
            return Optional.of(sameName.get(0).guid());
        }
        lose(path + "/Identificador_Fichero", Kind.NOT_MAPPED);
        return Optional.empty();
    }

    private MediaType mediaType(ExchangeAnnex annex, String path) {
        if (annex.mediaType().isEmpty()) {
            return MediaType.BINARY;
        }
        try {
            return new MediaType(annex.mediaType().get().toLowerCase(Locale.ROOT));
        } catch (InvalidValueException e) {
            lose(path + "/Tipo_MIME", Kind.REPLACED);
            return MediaType.BINARY;
        }
    }

    private void withoutPlace() {
        lostIf(message.entry().isPresent(), "De_Origen_o_Remitente/Numero_Registro_Entrada");
        lostIf(message.subject().code().isPresent(), "De_Asunto/Codigo_Asunto_Segun_Destino");
        lostIf(message.subject().externalReference().isPresent(), "De_Asunto/Referencia_Externa");
        lostIf(message.subject().expedient().isPresent(), "De_Asunto/Numero_Expediente");
        ExchangeControl control = message.control();
        String block = "De_Internos_Control/";
        lostIf(!control.physicalDocuments().equals(PhysicalDocuments.NONE), block + "Documentacion_Fisica");
        lostIf(control.transport().isPresent(), block + "Tipo_Transporte_Entrada");
        lostIf(control.transportNumber().isPresent(), block + "Numero_Transporte_Entrada");
        lostIf(control.userName().isPresent(), block + "Nombre_Usuario");
        lostIf(control.userContact().isPresent(), block + "Contacto_Usuario");
        lostIf(control.remarks().isPresent(), block + "Observaciones_Apunte");
        lostIf(control.test(), block + "Indicador_Prueba");
    }

    private String orUnknown(Optional<String> text, String path) {
        return text.orElseGet(() -> {
            lose(path, Kind.ASSUMED);
            return UNKNOWN;
        });
    }

    private void lostIf(boolean lost, String path) {
        if (lost) {
            lose(path, Kind.NOT_MAPPED);
        }
    }

    private void lose(String path, Kind kind) {
        losses.add(new MappingLoss(path, kind));
    }
}
