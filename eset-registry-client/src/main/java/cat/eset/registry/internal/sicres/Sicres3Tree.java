package cat.eset.registry.internal.sicres;

import cat.eset.core.LegalTime;
import cat.eset.registry.sicres.EntryMark;
import cat.eset.registry.sicres.ExchangeAddress;
import cat.eset.registry.sicres.ExchangeAnnex;
import cat.eset.registry.sicres.ExchangeControl;
import cat.eset.registry.sicres.ExchangeMessage;
import cat.eset.registry.sicres.ExchangeParty;
import cat.eset.registry.sicres.ExchangePerson;
import cat.eset.registry.sicres.ExchangeSubject;
import cat.eset.registry.sicres.Place;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A message as the elements of SICRES 3, in their order (contract sir 5). What is written and what is held to the limits is the same walk,
 * so that no field can escape them.
 */
final class Sicres3Tree {

    static final String ROOT = "Fichero_Intercambio_SICRES_3";

    /** Without zone: the official time of the Peninsula (contract sir, trap 4). */
    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT)
            .withZone(LegalTime.ZONE)
            .withResolverStyle(ResolverStyle.STRICT);

    /** Sees the elements pass by. */
    interface Visitor {
        /** A block opens. */
        void open(String block);

        /** An element with text, which may be empty. */
        void leaf(String name, String value);

        /** The innermost block closes. */
        void close();
    }

    private final Visitor visitor;

    private Sicres3Tree(Visitor visitor) {
        this.visitor = visitor;
    }

    static void walk(ExchangeMessage message, Visitor visitor) {
        new Sicres3Tree(visitor).message(message);
    }

    private void message(ExchangeMessage m) {
        visitor.open("De_Origen_o_Remitente");
        office("Origen", m.origin());
        // Both elements are compulsory, and empty when the consortium is to register it.
        leaf("Numero_Registro_Entrada", m.entry().map(EntryMark::number).orElse(""));
        leaf(
                "Fecha_Hora_Entrada",
                m.entry().flatMap(EntryMark::at).map(DATE::format).orElse(""));
        unit("Origen", m.origin());
        visitor.close();
        visitor.open("De_Destino");
        office("Destino", m.destination());
        unit("Destino", m.destination());
        visitor.close();
        List<ExchangeParty> parties =
                m.parties().isEmpty() ? List.of(ExchangeParty.of(ExchangePerson.NOBODY)) : m.parties();
        parties.forEach(this::party);
        subject(m.subject());
        m.annexes().forEach(this::annex);
        control(m.control());
        visitor.open("De_Formulario_Generico");
        leaf("Expone", m.states());
        leaf("Solicita", m.requests());
        visitor.close();
    }

    private void office(String side, Place place) {
        leaf("Codigo_Entidad_Registral_" + side, place.office().value());
        optional("Decodificacion_Entidad_Registral_" + side, place.officeName());
    }

    private void unit(String side, Place place) {
        optional("Codigo_Unidad_Tramitacion_" + side, place.unit());
        optional("Decodificacion_Unidad_Tramitacion_" + side, place.unitName());
    }

    private void party(ExchangeParty party) {
        visitor.open("De_Interesado");
        identity("Interesado", party.interested());
        party.representative().ifPresent(r -> identity("Representante", r));
        contact("Interesado", party.interested());
        party.representative().ifPresent(r -> contact("Representante", r));
        optional("Observaciones", party.remarks());
        visitor.close();
    }

    private void identity(String who, ExchangePerson p) {
        optional("Tipo_Documento_Identificacion_" + who, p.kind());
        optional("Documento_Identificacion_" + who, p.document());
        optional("Razon_Social_" + who, p.company());
        optional("Nombre_" + who, p.given());
        optional("Primer_Apellido_" + who, p.firstSurname());
        optional("Segundo_Apellido_" + who, p.secondSurname());
    }

    private void contact(String who, ExchangePerson p) {
        ExchangeAddress address = p.address();
        optional("Pais_" + who, address.country());
        optional("Provincia_" + who, address.province());
        optional("Municipio_" + who, address.municipality());
        optional("Direccion_" + who, address.street());
        optional("Codigo_Postal_" + who, address.postcode());
        optional("Correo_Electronico_" + who, p.email());
        optional("Telefono_Contacto_" + who, p.phone());
        optional("Direccion_Electronica_Habilitada_" + who, p.enabledAddress());
        optional("Canal_Preferente_Comunicacion_" + who, p.channel());
    }

    private void subject(ExchangeSubject subject) {
        visitor.open("De_Asunto");
        leaf("Resumen", subject.summary());
        optional("Codigo_Asunto_Segun_Destino", subject.code());
        optional("Referencia_Externa", subject.externalReference());
        optional("Numero_Expediente", subject.expedient());
        visitor.close();
    }

    private void annex(ExchangeAnnex annex) {
        visitor.open("De_Anexo");
        leaf("Nombre_Fichero_Anexado", annex.name());
        leaf("Identificador_Fichero", annex.id());
        optional("Validez_Documento", annex.validity());
        leaf("Tipo_Documento", annex.kind().code());
        leaf("Hash", annex.hash().orElse(""));
        optional("Tipo_MIME", annex.mediaType());
        optional("Identificador_Documento_Firmado", annex.signedId());
        optional("Observaciones", annex.remarks());
        visitor.close();
    }

    private void control(ExchangeControl c) {
        visitor.open("De_Internos_Control");
        optional("Tipo_Transporte_Entrada", c.transport());
        optional("Numero_Transporte_Entrada", c.transportNumber());
        optional("Nombre_Usuario", c.userName());
        optional("Contacto_Usuario", c.userContact());
        leaf("Identificador_Intercambio", c.exchangeId().orElse(""));
        optional("Aplicacion_Version_Emisora", c.application());
        leaf("Tipo_Anotacion", c.annotation().code());
        optional("Descripcion_Tipo_Anotacion", c.annotationText());
        leaf("Tipo_Registro", c.exitAtOrigin() ? "1" : "0");
        leaf("Documentacion_Fisica", c.physicalDocuments().code());
        optional("Observaciones_Apunte", c.remarks());
        leaf("Indicador_Prueba", c.test() ? "1" : "0");
        leaf("Codigo_Entidad_Registral_Inicio", c.startOffice().value());
        optional("Decodificacion_Entidad_Registral_Inicio", c.startName());
        visitor.close();
    }

    private void optional(String name, Optional<?> value) {
        value.ifPresent(v -> visitor.leaf(name, v.toString()));
    }

    private void leaf(String name, String value) {
        visitor.leaf(name, value);
    }
}
