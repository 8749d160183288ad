package cat.eset.transport.pci;

import static cat.eset.transport.pci.PciNames.CAOC;
import static cat.eset.transport.pci.PciNames.OPEN;
import static cat.eset.transport.pci.PciNames.PET;
import static cat.eset.transport.pci.PciNames.SOAP;
import static cat.eset.transport.pci.PciNames.SOL;
import static cat.eset.transport.pci.PciNames.WSU;
import static cat.eset.transport.pci.PciNames.XOP;

import cat.eset.core.LegalTime;
import cat.eset.transport.xml.PayloadWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes the SOAP Body of a request. Children go in the order of the tables of contract pci 4.1 and 4.2, the only one that
 * every published schema takes; what the message says twice is written twice from one value.
 */
final class PciBody {

    static final String ID = "Body";

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT)
            .withZone(LegalTime.ZONE);

    private final PayloadWriter out;
    private final PciSender sender;
    private final Instant now;
    private final String namespace;
    private final String prefix;

    private PciBody(PayloadWriter out, PciSender sender, Instant now, String namespace, String prefix) {
        this.out = out;
        this.sender = sender;
        this.now = now;
        this.namespace = namespace;
        this.prefix = prefix;
    }

    /** {@code Peticion}; with {@code mtom} each file is a reference to its MIME part. */
    static <Q> void writeRequest(
            PayloadWriter out, PciBatch<Q, ?> batch, PciSender sender, Instant now, @Nullable MtomParts mtom) {
        new PciBody(out, sender, now, PET, "pet").request(batch, mtom);
    }

    /** {@code SolicitudRespuesta}. */
    static void writePoll(PayloadWriter out, PciTicket ticket, PciSender sender, Instant now) {
        new PciBody(out, sender, now, SOL, "sol").poll(ticket);
    }

    private <Q> void request(PciBatch<Q, ?> batch, @Nullable MtomParts mtom) {
        open("Peticion");
        start("Atributos");
        element("IdPeticion", batch.operation().value());
        element("NumElementos", Integer.toString(batch.items().size()));
        element("TimeStamp", TIMESTAMP.format(now));
        element("CodigoCertificado", batch.modality().code());
        element("CodigoProducto", batch.modality().product().code());
        authorisation();
        issuer();
        civilServant();
        end();
        start("Solicitudes");
        for (int i = 0; i < batch.items().size(); i++) {
            item(batch, batch.items().get(i), batch.itemIds().get(i), mtom);
        }
        end();
        close();
    }

    private void poll(PciTicket ticket) {
        open("SolicitudRespuesta");
        start("Atributos");
        element("IdPeticion", ticket.operation().value());
        element("NumElementos", Integer.toString(ticket.itemIds().size()));
        element("TimeStamp", TIMESTAMP.format(now));
        element("CodigoCertificado", ticket.modality().code());
        authorisation();
        element("CodigoProducto", ticket.modality().product().code());
        issuer();
        civilServant();
        end();
        close();
    }

    private <Q> void item(PciBatch<Q, ?> batch, PciItem<Q> item, String itemId, @Nullable MtomParts mtom) {
        start("SolicitudTransmision");
        start("DatosGenericos");
        issuer();
        requester();
        item.subject().ifPresent(this::subject);
        start("Transmision");
        element("CodigoCertificado", batch.modality().code());
        element("IdSolicitud", itemId);
        item.caseNumber().ifPresent(number -> element("IdTransmision", number));
        element("FechaGeneracion", LegalTime.dateOf(now).toString());
        end();
        files(item.attachments(), mtom);
        end();
        start("DatosEspecificos");
        extensions(item);
        batch.codec().write(item.payload(), out);
        end();
        end();
    }

    private void authorisation() {
        start("DatosAutorizacion");
        element("IdentificadorSolicitante", sender.townHall().ine10().value());
        element("NombreSolicitante", sender.townHall().name());
        purpose();
        end();
    }

    private void requester() {
        start("Solicitante");
        element("IdentificadorSolicitante", sender.townHall().ine10().value());
        element("NombreSolicitante", sender.townHall().name());
        purpose();
        element("Consentimiento", sender.consent().code());
        civilServant();
        end();
    }

    private void purpose() {
        boolean procedure = sender.purpose().kind() == Purpose.Kind.PROCEDURE;
        element(procedure ? "Procedimiento" : "Finalidad", sender.purpose().code());
    }

    private void issuer() {
        start("Emisor");
        element("NifEmisor", sender.issuer().nif());
        element("NombreEmisor", sender.issuer().name());
        end();
    }

    private void civilServant() {
        sender.civilServant().ifPresent(person -> {
            start("Funcionario");
            element("NombreCompletoFuncionario", person.name());
            element("NifFuncionario", person.nif().value());
            person.email().ifPresent(email -> element("EMailFuncionario", email));
            end();
        });
    }

    private void subject(DataSubject subject) {
        start("Titular");
        element("TipoDocumentacion", subject.documentType());
        element("Documentacion", subject.document());
        subject.fullName().ifPresent(value -> element("NombreCompleto", value));
        subject.name().ifPresent(value -> element("Nombre", value));
        subject.surname1().ifPresent(value -> element("Apellido1", value));
        subject.surname2().ifPresent(value -> element("Apellido2", value));
        end();
    }

    private void files(List<Attachment> attachments, @Nullable MtomParts mtom) {
        if (attachments.isEmpty()) {
            return;
        }
        start("Ficheros");
        for (Attachment attachment : attachments) {
            start("Fichero");
            element("NombreFichero", attachment.fileName());
            start("Contenido");
            if (mtom == null) {
                out.base64(attachment.content());
            } else {
                out.start(XOP, "xop", "Include")
                        .attribute("href", "cid:" + mtom.add(attachment))
                        .end();
            }
            end();
            element("Id", attachment.id());
            end();
        }
        end();
    }

    private void extensions(PciItem<?> item) {
        if (!item.wantsPdf() && !item.wantsEvidence()) {
            return;
        }
        out.start(CAOC, "caoc", "ExtensionesPeticion")
                .element(CAOC, "caoc", "PDF", Boolean.toString(item.wantsPdf()))
                .element(CAOC, "caoc", "Evidencia", Boolean.toString(item.wantsEvidence()))
                .end();
    }

    private void open(String message) {
        out.start(SOAP, "soapenv", "Body").attribute(WSU, "wsu", "Id", ID);
        out.start(OPEN, "open", "procesa");
        start(message);
    }

    private void close() {
        out.end().end().end();
    }

    private void start(String name) {
        out.start(namespace, prefix, name);
    }

    private void element(String name, String text) {
        out.element(namespace, prefix, name, text);
    }

    private void end() {
        out.end();
    }
}
