package cat.eset.registry.internal.sicres;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.registry.Mapped;
import cat.eset.registry.MappingLoss;
import cat.eset.registry.sicres.AnnexKind;
import cat.eset.registry.sicres.AnnexValidity;
import cat.eset.registry.sicres.Annotation;
import cat.eset.registry.sicres.DirectoryCode;
import cat.eset.registry.sicres.EntryMark;
import cat.eset.registry.sicres.ExchangeAddress;
import cat.eset.registry.sicres.ExchangeAnnex;
import cat.eset.registry.sicres.ExchangeControl;
import cat.eset.registry.sicres.ExchangeMessage;
import cat.eset.registry.sicres.ExchangeParty;
import cat.eset.registry.sicres.ExchangePerson;
import cat.eset.registry.sicres.ExchangeSubject;
import cat.eset.registry.sicres.IdentityKind;
import cat.eset.registry.sicres.PhysicalDocuments;
import cat.eset.registry.sicres.Place;
import cat.eset.registry.sicres.PreferredChannel;
import cat.eset.registry.sicres.TransportKind;
import cat.eset.transport.xml.XmlElement;
import cat.eset.transport.xml.XmlParser;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one message of another registry, tolerantly: lengths do not matter, unknown codes are kept, what is not kept is told. */
final class Sicres3Reader {

    private static final XmlParser PARSER = XmlParser.strict();

    private final XmlElement root;
    private final List<MappingLoss> losses = new ArrayList<>();
    private final List<Block> all = new ArrayList<>();

    Sicres3Reader(String text) {
        // The declaration names the encoding of another moment: the text has been characters since (contract sir, trap
        // 2).
        String document = text.strip().replaceFirst("^<\\?xml[^>]*\\?>", "");
        this.root = PARSER.parse(document.getBytes(StandardCharsets.UTF_8));
        if (!root.localName().equals(Sicres3Tree.ROOT)) {
            throw unreadable("it is not a message of SICRES 3");
        }
    }

    Mapped<ExchangeMessage> read() {
        Block origin = block("De_Origen_o_Remitente");
        Optional<EntryMark> entry = entry(origin);
        Place from = place(origin, "Origen");
        Block destination = block("De_Destino");
        Place to = place(destination, "Destino");
        List<ExchangeParty> parties =
                blocks("De_Interesado").stream().map(Sicres3Reader::party).toList();
        ExchangeSubject subject = subject(block("De_Asunto"));
        List<ExchangeAnnex> annexes =
                blocks("De_Anexo").stream().map(Sicres3Reader::annex).toList();
        Block inner = block("De_Internos_Control");
        ExchangeControl control = control(inner, from);
        Block form = block("De_Formulario_Generico");
        String states = form.text("Expone").orElse("");
        String requests = form.text("Solicita").orElse("");
        ExchangeMessage message =
                new ExchangeMessage(from, entry, to, parties, subject, annexes, control, states, requests);
        all.forEach(b -> b.reportRest(losses));
        unknownBlocks();
        return new Mapped<>(message, losses);
    }

    /** A block that is not there is one without fields. */
    private Block block(String name) {
        List<Block> found = blocks(name);
        return found.isEmpty() ? new Block(name, List.of()) : found.get(0);
    }

    private List<Block> blocks(String name) {
        List<XmlElement> elements = root.children(name);
        List<Block> found = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            String path = elements.size() == 1 ? name : name + "[" + i + "]";
            found.add(new Block(path, elements.get(i).children()));
        }
        all.addAll(found);
        return found;
    }

    private void unknownBlocks() {
        Set<String> known =
                all.stream().map(b -> b.path.replaceFirst("\\[.*", "")).collect(Collectors.toSet());
        root.children().stream()
                .map(XmlElement::localName)
                .filter(name -> !known.contains(name))
                .distinct()
                .forEach(name -> losses.add(new MappingLoss(name, MappingLoss.Kind.NOT_MAPPED)));
    }

    /** Whether a flag is 1; what is neither 1 nor 0 counts as 0 and is told. */
    private boolean flag(Block block, String name) {
        Optional<String> written = block.text(name);
        if (written.filter(text -> !text.equals("0") && !text.equals("1")).isPresent()) {
            losses.add(new MappingLoss(block.path + "/" + name, MappingLoss.Kind.REPLACED));
        }
        return written.filter("1"::equals).isPresent();
    }

    private Optional<EntryMark> entry(Block origin) {
        Optional<String> number = origin.text("Numero_Registro_Entrada");
        Optional<String> date = origin.text("Fecha_Hora_Entrada");
        Optional<Instant> at = date.flatMap(Sicres3Reader::instant);
        if (date.isPresent() && at.isEmpty()) {
            losses.add(new MappingLoss("De_Origen_o_Remitente/Fecha_Hora_Entrada", MappingLoss.Kind.REPLACED));
        }
        return number.map(n -> new EntryMark(n, at));
    }

    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.from(Sicres3Tree.DATE.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Place place(Block block, String side) {
        DirectoryCode office = block.text("Codigo_Entidad_Registral_" + side)
                .map(DirectoryCode::new)
                .orElseThrow(() -> unreadable("it does not name the office of " + side));
        return new Place(
                office,
                block.text("Decodificacion_Entidad_Registral_" + side),
                block.text("Codigo_Unidad_Tramitacion_" + side).map(DirectoryCode::new),
                block.text("Decodificacion_Unidad_Tramitacion_" + side));
    }

    private static ExchangeParty party(Block block) {
        ExchangePerson representative = person(block, "Representante");
        return new ExchangeParty(
                person(block, "Interesado"),
                Optional.of(representative).filter(r -> !r.equals(ExchangePerson.NOBODY)),
                block.text("Observaciones"));
    }

    private static ExchangePerson person(Block block, String who) {
        return new ExchangePerson(
                block.text("Tipo_Documento_Identificacion_" + who).map(IdentityKind::new),
                block.text("Documento_Identificacion_" + who),
                block.text("Razon_Social_" + who),
                block.text("Nombre_" + who),
                block.text("Primer_Apellido_" + who),
                block.text("Segundo_Apellido_" + who),
                new ExchangeAddress(
                        block.text("Pais_" + who),
                        block.text("Provincia_" + who),
                        block.text("Municipio_" + who),
                        block.text("Direccion_" + who),
                        block.text("Codigo_Postal_" + who)),
                block.text("Correo_Electronico_" + who),
                block.text("Telefono_Contacto_" + who),
                block.text("Direccion_Electronica_Habilitada_" + who),
                block.text("Canal_Preferente_Comunicacion_" + who).map(PreferredChannel::new));
    }

    private static ExchangeSubject subject(Block block) {
        return new ExchangeSubject(
                block.text("Resumen").orElse(""),
                block.text("Codigo_Asunto_Segun_Destino"),
                block.text("Referencia_Externa"),
                block.text("Numero_Expediente"));
    }

    private static ExchangeAnnex annex(Block block) {
        return new ExchangeAnnex(
                block.text("Nombre_Fichero_Anexado").orElse(""),
                block.text("Identificador_Fichero").orElse(""),
                block.text("Tipo_Documento").map(AnnexKind::new).orElse(AnnexKind.ATTACHMENT),
                block.text("Validez_Documento").map(AnnexValidity::new),
                block.text("Hash"),
                block.text("Tipo_MIME"),
                block.text("Identificador_Documento_Firmado"),
                block.text("Observaciones"));
    }

    private ExchangeControl control(Block block, Place origin) {
        return new ExchangeControl(
                block.text("Identificador_Intercambio"),
                block.text("Tipo_Anotacion").map(Annotation::new).orElse(Annotation.SENDING),
                block.text("Descripcion_Tipo_Anotacion"),
                flag(block, "Tipo_Registro"),
                block.text("Documentacion_Fisica").map(PhysicalDocuments::new).orElse(PhysicalDocuments.NONE),
                flag(block, "Indicador_Prueba"),
                block.text("Codigo_Entidad_Registral_Inicio")
                        .map(DirectoryCode::new)
                        .orElse(origin.office()),
                block.text("Decodificacion_Entidad_Registral_Inicio"),
                block.text("Tipo_Transporte_Entrada").map(TransportKind::new),
                block.text("Numero_Transporte_Entrada"),
                block.text("Nombre_Usuario"),
                block.text("Contacto_Usuario"),
                block.text("Aplicacion_Version_Emisora"),
                block.text("Observaciones_Apunte"));
    }

    private static EsetException unreadable(String why) {
        return new EsetException(Failure.of(Failure.Fault.REMOTE, "The message of the exchange cannot be read: " + why)
                .service("SIR")
                .remedy("Look at its text, which is handed out as it came.")
                .build());
    }

    /** The fields of one block, each asked for by its name; those that nobody asks for are reported. */
    private static final class Block {
        private final String path;
        private final List<XmlElement> fields;
        private final List<XmlElement> taken = new ArrayList<>();

        Block(String path, List<XmlElement> fields) {
            this.path = path;
            this.fields = fields;
        }

        Optional<String> text(String name) {
            return fields.stream()
                    .filter(e -> e.localName().equals(name))
                    .findFirst()
                    .flatMap(e -> {
                        taken.add(e);
                        return Optional.of(e.text()).filter(t -> !t.isEmpty());
                    });
        }

        void reportRest(List<MappingLoss> losses) {
            for (XmlElement field : fields) {
                if (!taken.contains(field)
                        && !(field.text().isEmpty() && field.children().isEmpty())) {
                    losses.add(new MappingLoss(path + "/" + field.localName(), MappingLoss.Kind.NOT_MAPPED));
                }
            }
        }
    }
}
