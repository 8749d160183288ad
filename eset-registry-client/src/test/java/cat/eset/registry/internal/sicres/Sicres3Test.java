package cat.eset.registry.internal.sicres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.EsetException;
import cat.eset.core.id.Dir3;
import cat.eset.registry.Mapped;
import cat.eset.registry.MappingLoss;
import cat.eset.registry.OfficialSchema;
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
import cat.eset.registry.sir.ExampleOf;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of the exchange message (contract sir 5 and 8). */
class Sicres3Test {

    private static final Sicres3 FORMAT = new Sicres3();

    @Test
    void the_example_of_the_note_is_read_whole_and_written_as_it_was() {
        Mapped<ExchangeMessage> read = FORMAT.read(ExampleOf.message());

        assertThat(read.losses()).isEmpty();
        ExchangeMessage m = read.value();
        assertThat(m.origin().unit()).contains(new DirectoryCode("L01089999"));
        assertThat(m.entry()).contains(EntryMark.of("2024-E-RC-1234", Instant.parse("2024-03-01T08:30:00Z")));
        assertThat(m.parties()).singleElement().satisfies(p -> {
            assertThat(p.interested().kind()).contains(IdentityKind.NIF);
            assertThat(p.interested().document()).contains("00000000T");
            assertThat(p.representative()).isEmpty();
        });
        assertThat(m.annexes().get(0).sha256().orElseThrow().hex()).startsWith("e3b0c442");
        assertThat(FORMAT.write(m)).isEqualTo(withoutIndentation(ExampleOf.message()));
    }

    @Test
    void a_message_with_every_field_survives_being_written_and_read() {
        ExchangeMessage full = full();

        Mapped<ExchangeMessage> again = FORMAT.read(FORMAT.write(full));

        assertThat(again.value()).isEqualTo(full);
        assertThat(again.losses()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sir2/Esquema_de_Validacion_XML_del_Mensaje_de_Datos_de_Intercambio.xsd",
                "sicres/SICRES3_INTERCAMBIO_APL.xsd"
            })
    void what_is_written_validates_against_the_official_schemas(String file) {
        OfficialSchema schema = OfficialSchema.of(file);

        schema.assertValid(FORMAT.write(full()));
        schema.assertValid(FORMAT.write(least()));
        // The check can fail: the number of entry is compulsory even when it is empty.
        assertThat(schema.isValid(
                        FORMAT.write(least()).replace("<Numero_Registro_Entrada></Numero_Registro_Entrada>", "")))
                .isFalse();
    }

    @Test
    void what_the_consortium_is_to_number_goes_with_an_empty_number() {
        assertThat(FORMAT.write(least()))
                .contains(
                        "<Numero_Registro_Entrada></Numero_Registro_Entrada><Fecha_Hora_Entrada></Fecha_Hora_Entrada>")
                .doesNotContain("xmlns");
    }

    @Test
    void the_encoding_that_a_declaration_names_does_not_matter_any_more() {
        String text = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n"
                + ExampleOf.message().replace("Solicitud de informe", "Petición nº 1 «niño»");

        assertThat(FORMAT.read(text).value().subject().summary()).isEqualTo("Petición nº 1 «niño»");
    }

    @Test
    void what_the_message_says_and_we_do_not_keep_is_told() {
        String text = ExampleOf.message()
                .replace("<Tipo_MIME>", "<Firma_Documento>AAAA</Firma_Documento><Tipo_MIME>")
                .replace("</De_Asunto>", "<Novedad>x</Novedad></De_Asunto>");

        assertThat(FORMAT.read(text).losses())
                .containsExactlyInAnyOrder(
                        new MappingLoss("De_Anexo/Firma_Documento", MappingLoss.Kind.NOT_MAPPED),
                        new MappingLoss("De_Asunto/Novedad", MappingLoss.Kind.NOT_MAPPED));
    }

    @Test
    void unknown_codes_and_impossible_dates_do_not_stop_the_reading() {
        String text = ExampleOf.message()
                .replace("<Tipo_Anotacion>02", "<Tipo_Anotacion>09")
                .replace("20240301093000", "20241332093000")
                .replace("<Tipo_MIME>application/pdf", "<Tipo_MIME>" + "a".repeat(200));

        Mapped<ExchangeMessage> read = FORMAT.read(text);

        assertThat(read.value().control().annotation()).isEqualTo(new Annotation("09"));
        assertThat(read.value().control().annotation().isKnown()).isFalse();
        assertThat(read.value().entry().orElseThrow().at()).isEmpty();
        assertThat(read.losses())
                .containsExactly(
                        new MappingLoss("De_Origen_o_Remitente/Fecha_Hora_Entrada", MappingLoss.Kind.REPLACED));
    }

    @Test
    void the_thirtieth_of_February_is_no_day_near_it() {
        Mapped<ExchangeMessage> read = FORMAT.read(ExampleOf.message().replace("20240301093000", "20240230093000"));

        assertThat(read.value().entry().orElseThrow().at()).isEmpty();
        assertThat(read.losses())
                .containsExactly(
                        new MappingLoss("De_Origen_o_Remitente/Fecha_Hora_Entrada", MappingLoss.Kind.REPLACED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<Otro/>",
                "<Fichero_Intercambio_SICRES_3/>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><Fichero_Intercambio_SICRES_3>&x;</Fichero_Intercambio_SICRES_3>"
            })
    void what_is_no_such_message_is_refused(String text) {
        assertThatThrownBy(() -> FORMAT.read(text)).isInstanceOf(EsetException.class);
    }

    private static ExchangeMessage least() {
        Place origin = Place.office(Dir3.of("O00000001")).unit(Dir3.of("L01089999"));
        return new ExchangeMessage(
                origin,
                Optional.empty(),
                Place.office(Dir3.of("O00000002")),
                List.of(),
                ExchangeSubject.of("Solicitud"),
                List.of(),
                ExchangeControl.sending(origin),
                "",
                "");
    }

    static ExchangeMessage full() {
        Place origin =
                Place.office(Dir3.of("O00000001")).named("Registre <General>").unit(Dir3.of("L01089999"), "Alcaldia");
        ExchangePerson person = new ExchangePerson(
                Optional.of(IdentityKind.NIE),
                Optional.of("X0000000T"),
                Optional.of("Exemple SA"),
                Optional.of("Maria"),
                Optional.of("Exemple"),
                Optional.of("Prova"),
                new ExchangeAddress(
                        Optional.of("0724"),
                        Optional.of("08"),
                        Optional.of("08001"),
                        Optional.of("Carrer Major, 1"),
                        Optional.of("08001")),
                Optional.of("maria@exemple.cat"),
                Optional.of("600000000"),
                Optional.of("deh@exemple.cat"),
                Optional.of(PreferredChannel.SEAT));
        return new ExchangeMessage(
                origin,
                Optional.of(EntryMark.of("2026/S/000001", Instant.parse("2026-07-01T10:00:00Z"))),
                Place.office(Dir3.of("O00000002")).named("Registro").unit(Dir3.of("E00000002"), "Unidad"),
                List.of(
                        new ExchangeParty(person, Optional.of(person), Optional.of("observacions")),
                        ExchangeParty.of(person)),
                new ExchangeSubject("Tot & més", Optional.of("A1"), Optional.of("REF"), Optional.of("X-2026/1")),
                List.of(new ExchangeAnnex(
                        "a.pdf",
                        "ADJ-1",
                        AnnexKind.FORM,
                        Optional.of(AnnexValidity.ORIGINAL),
                        Optional.of("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
                        Optional.of("application/pdf"),
                        Optional.of("ADJ-1"),
                        Optional.of("annex"))),
                new ExchangeControl(
                        Optional.of("O00000001_26_00000001"),
                        Annotation.FORWARDING,
                        Optional.of("motiu"),
                        true,
                        PhysicalDocuments.REQUIRED,
                        true,
                        origin.office(),
                        origin.officeName(),
                        Optional.of(TransportKind.BY_HAND),
                        Optional.of("123"),
                        Optional.of("Usuari"),
                        Optional.of("contacte"),
                        Optional.of("1.0"),
                        Optional.of("apunt")),
                "Exposo ]]> que",
                "Sol·licito");
    }

    private static String withoutIndentation(String xml) {
        return xml.replaceAll(">\\s+<", "><").strip();
    }
}
