package cat.eset.registry.sir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import cat.eset.core.id.Dir3;
import cat.eset.registry.MappingLoss;
import cat.eset.registry.sicres.ExchangeAddress;
import cat.eset.registry.sicres.ExchangeParty;
import cat.eset.registry.sicres.ExchangePerson;
import cat.eset.registry.sicres.ExchangeRefusedException;
import cat.eset.registry.sicres.IdentityKind;
import cat.eset.registry.sicres.LimitViolation;
import cat.eset.registry.sicres.PhysicalDocuments;
import cat.eset.registry.sicres.Place;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tighter of the limits of SICRES 3 and 4, before anything is sent (design 5h; contracts sir 5, eni 8). */
class LimitsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");

    private static final String EXTENSIONS =
            "an extension of docx jpeg jpg odg odp ods odt pdf png pptx rtf svg tiff txt xlsx xml xsig";

    private static DispatchBuilder dispatch() {
        return Dispatch.builder(Town.ORIGIN, Town.DESTINATION, "Sol·licitud");
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                row(
                        "De_Origen_o_Remitente/Numero_Registro_Entrada",
                        "at most 20 characters",
                        "SICRES 3 and 4",
                        b -> b.numbered("2026/S/0000000000001/X", NOON)),
                row(
                        "De_Asunto/Referencia_Externa",
                        "at most 16 characters",
                        "SICRES 3 and 4",
                        b -> b.externalReference("x".repeat(17))),
                row(
                        "De_Asunto/Codigo_Asunto_Segun_Destino",
                        "at most 16 characters",
                        "SICRES 3 and 4",
                        b -> b.subjectCode("x".repeat(17))),
                row(
                        "De_Asunto/Numero_Expediente",
                        "at most 80 characters",
                        "SICRES 3 and 4",
                        b -> b.expedient("x".repeat(81))),
                row(
                        "De_Internos_Control/Observaciones_Apunte",
                        "at most 50 characters",
                        "SICRES 3",
                        b -> b.remarks("x".repeat(51))),
                row(
                        "De_Internos_Control/Documentacion_Fisica",
                        "one of 1, 2, 3",
                        "SICRES 3 and 4",
                        b -> b.physicalDocuments(new PhysicalDocuments("4"))),
                row(
                        "De_Formulario_Generico/Expone",
                        "at most 4000 characters",
                        "SICRES 3 and 4",
                        b -> b.form("x".repeat(4001), "")),
                row(
                        "De_Interesado[0]/Documento_Identificacion_Interesado",
                        "at most 17 characters",
                        "SICRES 3",
                        b -> b.party(ExchangeParty.of(person("1".repeat(18), "Maria", "Exemple")))),
                row(
                        "De_Interesado[1]/Nombre_Interesado",
                        "at most 30 characters",
                        "SICRES 3 and 4",
                        b -> b.party(ExchangeParty.of(person("00000000T", "Maria", "Exemple")))
                                .party(ExchangeParty.of(person("00000000T", "M".repeat(31), "Exemple")))),
                row(
                        "De_Interesado[0]/Primer_Apellido_Representante",
                        "at most 30 characters",
                        "SICRES 3 and 4",
                        b -> b.party(new ExchangeParty(
                                person("00000000T", "Maria", "Exemple"),
                                Optional.of(person("00000000T", "Maria", "E".repeat(31))),
                                Optional.empty()))),
                row(
                        "De_Interesado[0]/Documento_Identificacion_Interesado",
                        "compulsory",
                        "SICRES 4",
                        b -> b.party(ExchangeParty.of(new ExchangePerson(
                                Optional.of(IdentityKind.NIF),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("Maria"),
                                Optional.of("Exemple"),
                                Optional.empty(),
                                ExchangeAddress.NONE,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())))),
                row(
                        "De_Anexo[0]/Nombre_Fichero_Anexado",
                        "1 to 80 characters",
                        "SICRES 3 and 4",
                        b -> b.document("x".repeat(77) + ".pdf", Town.PDF)),
                row(
                        "De_Anexo[0]/Nombre_Fichero_Anexado",
                        EXTENSIONS,
                        "SIR of the consortium",
                        b -> b.document("foto.tif", Town.PDF)),
                row(
                        "De_Anexo[0]/Nombre_Fichero_Anexado",
                        "a name without folders and control characters",
                        "SIR of the consortium",
                        b -> b.document("../secret.pdf", Town.PDF)),
                row(
                        "De_Anexo[0]/Nombre_Fichero_Anexado",
                        "a name without folders and control characters",
                        "SIR of the consortium",
                        b -> b.document("..\\secret.pdf", Town.PDF)),
                row(
                        "De_Anexo[0]/Nombre_Fichero_Anexado",
                        "a name without folders and control characters",
                        "SIR of the consortium",
                        b -> b.document("two\u0000names.pdf", Town.PDF)),
                row(
                        "De_Anexo[0]/Nombre_Fichero_Anexado",
                        EXTENSIONS,
                        "SIR of the consortium",
                        b -> b.document(".pdf", Town.PDF)),
                row(
                        "De_Anexo[0]/Nombre_Fichero_Anexado",
                        EXTENSIONS,
                        "SIR of the consortium",
                        b -> b.document("pdf", Town.PDF)),
                row(
                        "De_Anexo[0]",
                        "at most 10000000 bytes",
                        "SIR of the consortium",
                        b -> b.document("a.pdf", bytes(10_000_001))),
                row(
                        "De_Anexo",
                        "at most 15000000 bytes in all",
                        "SIR of the consortium",
                        b -> b.document("a.pdf", bytes(8_000_000)).document("b.pdf", bytes(8_000_000))),
                row(
                        "De_Anexo",
                        "at most 5 files",
                        "SIR of the consortium",
                        b -> b.document("1.pdf", Town.PDF)
                                .document("2.pdf", Town.PDF)
                                .document("3.pdf", Town.PDF)
                                .document("4.pdf", Town.PDF)
                                .document("5.pdf", Town.PDF)
                                .document("6.pdf", Town.PDF)));
    }

    private static Arguments row(String field, String limit, String source, UnaryOperator<DispatchBuilder> breaking) {
        return Arguments.of(new LimitViolation(field, limit, source), breaking);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void each_limit_is_named_with_its_field_and_its_source(
            LimitViolation violation, UnaryOperator<DispatchBuilder> breaking) {
        DispatchBuilder dispatch = breaking.apply(dispatch());

        ExchangeRefusedException refused = catchThrowableOfType(ExchangeRefusedException.class, dispatch::build);

        assertThat(refused.violations()).containsExactly(violation);
        assertThat(refused.getMessage()).contains(violation.field()).contains(violation.source());
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_and_no_value_of_it() {
        ExchangeRefusedException refused = catchThrowableOfType(
                ExchangeRefusedException.class,
                () -> Dispatch.builder(Place.office(Dir3.of("L01089999")), Place.office(Dir3.of("E00000002")), " ")
                        .externalReference("a secret reference")
                        .build());

        assertThat(refused.violations())
                .extracting(LimitViolation::field)
                .containsExactlyInAnyOrder(
                        "De_Asunto/Resumen",
                        "De_Asunto/Referencia_Externa",
                        "De_Origen_o_Remitente/Codigo_Unidad_Tramitacion_Origen",
                        "De_Origen_o_Remitente/Codigo_Entidad_Registral_Origen",
                        "De_Destino/Codigo_Entidad_Registral_Destino");
        assertThat(refused.getMessage()).doesNotContain("a secret reference");
    }

    @Test
    void what_is_exactly_at_the_limits_is_taken() {
        assertThatCode(() -> dispatch()
                        .numbered("x".repeat(20), NOON)
                        .externalReference("x".repeat(16))
                        .remarks("x".repeat(50))
                        .form("x".repeat(4000), "x".repeat(4000))
                        .party(ExchangeParty.of(person("1".repeat(17), "M".repeat(30), "E".repeat(30))))
                        .document("x".repeat(76) + ".pdf", bytes(10_000_000))
                        .document("b.PDF", bytes(5_000_000))
                        .build())
                .doesNotThrowAnyException();
    }

    @Test
    void names_of_places_and_long_media_types_give_way_and_that_is_told() {
        MediaType docx = new MediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        Dispatch dispatch = Dispatch.builder(Town.ORIGIN.named("R".repeat(90)), Town.DESTINATION, "Sol·licitud")
                .document("a.docx", DocumentContent.of(new byte[1], docx))
                .build();

        assertThat(dispatch.losses())
                .containsExactlyInAnyOrder(
                        new MappingLoss("origin.officeName", MappingLoss.Kind.SHORTENED),
                        new MappingLoss("documents[0].mediaType", MappingLoss.Kind.NOT_MAPPED));
        assertThat(dispatch.message().origin().officeName().orElseThrow()).hasSize(80);
        assertThat(dispatch.message().annexes().get(0).mediaType()).isEmpty();
    }

    @Test
    void a_media_type_of_twenty_characters_goes_and_one_more_is_too_long() {
        for (int length : new int[] {20, 21}) {
            MediaType type = new MediaType("application/" + "x".repeat(length - 12));
            Dispatch dispatch = dispatch()
                    .document("a.pdf", DocumentContent.of(new byte[1], type))
                    .build();

            assertThat(dispatch.message().annexes().get(0).mediaType().isPresent())
                    .isEqualTo(length == 20);
            assertThat(dispatch.losses()).hasSize(length - 20);
        }
    }

    @Test
    void other_limits_on_files_are_a_setting() {
        SirLimits more = new SirLimits(10, 20_000_000, 40_000_000, Set.of("zip"));

        assertThatCode(() -> dispatch()
                        .limits(more)
                        .document("a.zip", bytes(15_000_000))
                        .build())
                .doesNotThrowAnyException();
    }

    @Test
    void codes_that_are_not_published_never_fail() {
        SirError unknown = SirError.of("0037");

        assertThat(unknown.isKnown()).isFalse();
        assertThat(unknown.remedy()).isNotBlank();
        assertThat(SirError.OK).isEqualTo("0");
        assertThat(SirError.all()).extracting(SirError::code).containsExactly("502", "0502");
        // Contract sir 6: one code for all errors, so none of them says that nothing was done.
        assertThat(List.of(SirError.of("502"), SirError.of("0502"), unknown)).allSatisfy(error -> {
            assertThat(error.effect()).isEqualTo(Failure.Effect.UNKNOWN);
            assertThat(error.retry()).isEqualTo(Failure.Retry.NEVER);
            assertThat(error.fault()).isEqualTo(Failure.Fault.REMOTE);
        });
        assertThat(List.of(new ExchangeState("CADUCAT").isKnown(), ExchangeState.REJECTED.isKnown()))
                .containsExactly(false, true);
    }

    private static ExchangePerson person(String document, String given, String surname) {
        return new ExchangePerson(
                Optional.of(IdentityKind.NIF),
                Optional.of(document),
                Optional.empty(),
                Optional.of(given),
                Optional.of(surname),
                Optional.empty(),
                ExchangeAddress.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Content of this length that nobody reads. */
    private static DocumentContent bytes(long length) {
        return DocumentContent.of(
                length, MediaType.PDF, Sha256.of(new byte[0]), () -> new ByteArrayInputStream(new byte[0]));
    }
}
