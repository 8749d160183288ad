package cat.eset.registry.sir;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.EsetException;
import cat.eset.core.id.Dir3;
import cat.eset.core.registry.EntryDraft;
import cat.eset.registry.Mapped;
import cat.eset.registry.internal.sicres.Sicres3;
import cat.eset.registry.sicres.ExchangeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field of SICRES 3 (contract sir 5), one after the other: what another administration says is in the entry or told. */
class EveryFieldOfAnExchangeTest {

    private static final String MARK = "M4RK17";
    private static final Pattern LEAF = Pattern.compile("<(\\w+)>([^<]+)</\\1>");
    private static final Pattern BLOCK = Pattern.compile("<(De_\\w+|Novedad)>");

    /**
     * Names that decode a code which is kept or told; our own office, which received it; the identity of a file inside the message, which is
     * replaced by its key for the download; and what says how the message travelled.
     */
    private static final Pattern NOT_ABOUT_THE_ENTRY =
            Pattern.compile("Decodificacion_.*|Codigo_Entidad_Registral_Destino"
                    + "|Identificador_Fichero|Identificador_Intercambio|Aplicacion_Version_Emisora|Tipo_Anotacion"
                    + "|Tipo_Registro|Codigo_Entidad_Registral_Inicio|Descripcion_Tipo_Anotacion");

    private static final String PERSON = """
            <Tipo_Documento_Identificacion_Interesado>%1$s</Tipo_Documento_Identificacion_Interesado>
            <Documento_Identificacion_Interesado>%2$s</Documento_Identificacion_Interesado>
            <Razon_Social_Interesado>%3$s</Razon_Social_Interesado>
            <Nombre_Interesado>Maria</Nombre_Interesado>
            <Primer_Apellido_Interesado>Exemple</Primer_Apellido_Interesado>
            <Segundo_Apellido_Interesado>Prova</Segundo_Apellido_Interesado>
            <Pais_Interesado>0724</Pais_Interesado><Provincia_Interesado>08</Provincia_Interesado>
            <Municipio_Interesado>08001</Municipio_Interesado><Direccion_Interesado>Carrer</Direccion_Interesado>
            <Codigo_Postal_Interesado>08294</Codigo_Postal_Interesado><Correo_Electronico_Interesado>a</Correo_Electronico_Interesado>
            <Telefono_Contacto_Interesado>6</Telefono_Contacto_Interesado>
            <Direccion_Electronica_Habilitada_Interesado>d</Direccion_Electronica_Habilitada_Interesado>
            <Canal_Preferente_Comunicacion_Interesado>01</Canal_Preferente_Comunicacion_Interesado>""";

    private static final String WHOLE = """
            <Fichero_Intercambio_SICRES_3>
            <De_Origen_o_Remitente><Codigo_Entidad_Registral_Origen>O00000001</Codigo_Entidad_Registral_Origen>
            <Decodificacion_Entidad_Registral_Origen>n</Decodificacion_Entidad_Registral_Origen>
            <Numero_Registro_Entrada>2026-E-1</Numero_Registro_Entrada><Fecha_Hora_Entrada>20260302093000</Fecha_Hora_Entrada>
            <Timestamp_Entrada>AAAA</Timestamp_Entrada>
            <Codigo_Unidad_Tramitacion_Origen>L01089998</Codigo_Unidad_Tramitacion_Origen>
            <Decodificacion_Unidad_Tramitacion_Origen>n</Decodificacion_Unidad_Tramitacion_Origen></De_Origen_o_Remitente>
            <De_Destino><Codigo_Entidad_Registral_Destino>O00000002</Codigo_Entidad_Registral_Destino>
            <Decodificacion_Entidad_Registral_Destino>n</Decodificacion_Entidad_Registral_Destino>
            <Codigo_Unidad_Tramitacion_Destino>L01089999</Codigo_Unidad_Tramitacion_Destino>
            <Decodificacion_Unidad_Tramitacion_Destino>n</Decodificacion_Unidad_Tramitacion_Destino></De_Destino>
            """ + "<De_Interesado>" + PERSON.formatted("N", "00000000T", "") + "\n"
            + PERSON.formatted("N", "99999999R", "").replace("_Interesado", "_Representante")
            + "<Observaciones>o</Observaciones></De_Interesado>\n<De_Interesado>"
            + PERSON.formatted("C", "P0828500I", "Exemple SA") + "</De_Interesado>\n" + """
            <De_Asunto><Resumen>r</Resumen><Codigo_Asunto_Segun_Destino>c</Codigo_Asunto_Segun_Destino>
            <Referencia_Externa>r</Referencia_Externa><Numero_Expediente>n</Numero_Expediente></De_Asunto>
            <De_Anexo><Nombre_Fichero_Anexado>n.pdf</Nombre_Fichero_Anexado><Identificador_Fichero>i</Identificador_Fichero>
            <Validez_Documento>04</Validez_Documento><Tipo_Documento>02</Tipo_Documento><Certificado>AAAA</Certificado>
            <Firma_Documento>AAAA</Firma_Documento><TimeStamp>AAAA</TimeStamp>
            <Validacion_OCSP_Certificado>AAAA</Validacion_OCSP_Certificado>
            <Hash>47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=</Hash><Tipo_MIME>application/pdf</Tipo_MIME><Anexo>AAAA</Anexo>
            <Identificador_Documento_Firmado>i</Identificador_Documento_Firmado><Observaciones>o</Observaciones></De_Anexo>
            <De_Internos_Control><Tipo_Transporte_Entrada>01</Tipo_Transporte_Entrada>
            <Numero_Transporte_Entrada>n</Numero_Transporte_Entrada><Nombre_Usuario>n</Nombre_Usuario>
            <Contacto_Usuario>c</Contacto_Usuario><Identificador_Intercambio>O00000001_26_00000001</Identificador_Intercambio>
            <Aplicacion_Version_Emisora>1</Aplicacion_Version_Emisora><Tipo_Anotacion>02</Tipo_Anotacion>
            <Descripcion_Tipo_Anotacion>d</Descripcion_Tipo_Anotacion><Tipo_Registro>0</Tipo_Registro>
            <Documentacion_Fisica>3</Documentacion_Fisica><Observaciones_Apunte>o</Observaciones_Apunte>
            <Indicador_Prueba>0</Indicador_Prueba><Codigo_Entidad_Registral_Inicio>O00000001</Codigo_Entidad_Registral_Inicio>
            <Decodificacion_Entidad_Registral_Inicio>n</Decodificacion_Entidad_Registral_Inicio></De_Internos_Control>
            <De_Formulario_Generico><Expone>e</Expone><Solicita>s</Solicita></De_Formulario_Generico>
            <Novedad><Campo>nuevo</Campo></Novedad>
            </Fichero_Intercambio_SICRES_3>""";

    private static Mapped<EntryDraft> draft(String text) {
        Mapped<ExchangeMessage> message = new Sicres3().read(text);
        return new ExchangeRecord(
                        "1",
                        ExchangeId.of("O00000001_26_00000001"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        ExchangeState.SENT,
                        Optional.of(message.value()),
                        message.losses(),
                        text,
                        List.of(),
                        List.of(new ExchangeRecord.AnnexFile("n.pdf", "i", "g")))
                .toDraft()
                .orElseThrow();
    }

    static Stream<Arguments> leaves() {
        List<Arguments> found = new ArrayList<>();
        Matcher leaf = LEAF.matcher(WHOLE);
        while (leaf.find()) {
            if (!NOT_ABOUT_THE_ENTRY.matcher(leaf.group(1)).matches()) {
                String before = WHOLE.substring(0, leaf.start());
                Matcher block = BLOCK.matcher(before);
                String inside = "";
                while (block.find()) {
                    inside = block.group(1);
                }
                found.add(Arguments.of(inside, leaf.group(1), leaf.start(2), leaf.end(2)));
            }
        }
        return found.stream();
    }

    @ParameterizedTest(name = "{0}/{1}")
    @MethodSource("leaves")
    void what_a_field_says_is_in_the_entry_or_among_the_losses(String block, String field, int start, int end) {
        Mapped<EntryDraft> mapped;
        try {
            mapped = draft(WHOLE.substring(0, start) + MARK + WHOLE.substring(end));
        } catch (EsetException refused) {
            return;
        }

        boolean kept = texts(mapped.value()).anyMatch(text -> text.contains(MARK));
        boolean told = mapped.losses().stream().anyMatch(loss -> isOf(loss.path(), block, field));
        assertThat(kept || told).as(block + "/" + field).isTrue();
    }

    private static boolean isOf(String path, String block, String field) {
        return path.equals(block) || (path.startsWith(block) && path.endsWith("/" + field));
    }

    @Test
    void a_field_that_is_alone_in_its_party_is_told_too() {
        Mapped<EntryDraft> company = draft(WHOLE);

        assertThat(company.losses())
                .extracting(Object::toString)
                .contains(
                        "De_Interesado[1]/Nombre_Interesado NOT_MAPPED",
                        "De_Interesado[1]/Primer_Apellido_Interesado NOT_MAPPED",
                        "De_Interesado[1]/Segundo_Apellido_Interesado NOT_MAPPED");
    }

    private static Stream<String> texts(EntryDraft draft) {
        Stream<Optional<String>> own = Stream.of(
                Optional.of(draft.extract()),
                draft.statement(),
                draft.request(),
                draft.unit().map(Dir3::value));
        Stream<Optional<String>> parties = draft.parties().stream()
                .flatMap(party -> Stream.concat(Stream.of(party), party.representative().stream()))
                .flatMap(party -> Stream.of(
                        Optional.of(party.identity().value()),
                        Optional.of(party.name().full()),
                        party.contact().email(),
                        party.contact().mobile(),
                        party.contact().postalAddress()));
        Stream<Optional<String>> attachments = draft.attachments().stream()
                .flatMap(attachment -> Stream.of(Optional.of(attachment.name()), Optional.of(attachment.title())));
        return Stream.of(own, parties, attachments).flatMap(all -> all).flatMap(Optional::stream);
    }
}
