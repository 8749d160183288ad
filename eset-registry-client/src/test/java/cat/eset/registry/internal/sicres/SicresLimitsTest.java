package cat.eset.registry.internal.sicres;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.registry.sicres.ExchangeMessage;
import cat.eset.registry.sicres.LimitViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every field of a message at its limit and one beyond it (contracts sir 5 for SICRES 3, eni 8 for SICRES 4). */
class SicresLimitsTest {

    private static final String BOTH = "SICRES 3 and 4";
    private static final Sicres3 FORMAT = new Sicres3();
    private static final String FULL = FORMAT.write(Sicres3Test.full());

    /** What cannot be too long: a digest, and what is written from an instant or from a flag. */
    private static final Set<String> FREE = Set.of(
            "De_Anexo/Hash",
            "De_Origen_o_Remitente/Fecha_Hora_Entrada",
            "De_Internos_Control/Tipo_Registro",
            "De_Internos_Control/Indicador_Prueba");

    /** The message with this text in every element of that name inside blocks of that name. */
    private static ExchangeMessage with(String block, String field, String value) {
        String text = Pattern.compile("<" + block + ">.*?</" + block + ">")
                .matcher(FULL)
                .replaceAll(found -> Matcher.quoteReplacement(found.group()
                        .replaceAll(
                                "<" + field + ">[^<]*</" + field + ">",
                                "<" + field + ">" + value + "</" + field + ">")));
        assertThat(text).contains("<" + field + ">" + value + "</" + field + ">");
        return FORMAT.read(text).value();
    }

    private static List<LimitViolation> about(String block, String field, ExchangeMessage message) {
        return SicresLimits.violations(message).stream()
                .filter(violation -> violation.field().matches(block + "(\\[\\d])?/" + field))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "De_Origen_o_Remitente, Decodificacion_Entidad_Registral_Origen, 80, SICRES 3",
        "De_Origen_o_Remitente, Numero_Registro_Entrada, 20, SICRES 3 and 4",
        "De_Origen_o_Remitente, Codigo_Unidad_Tramitacion_Origen, 21, SICRES 3 and 4",
        "De_Origen_o_Remitente, Decodificacion_Unidad_Tramitacion_Origen, 80, SICRES 3",
        "De_Destino, Decodificacion_Entidad_Registral_Destino, 80, SICRES 3",
        "De_Destino, Codigo_Unidad_Tramitacion_Destino, 21, SICRES 3 and 4",
        "De_Destino, Decodificacion_Unidad_Tramitacion_Destino, 80, SICRES 3",
        "De_Interesado, Documento_Identificacion_Interesado, 17, SICRES 3",
        "De_Interesado, Razon_Social_Interesado, 80, SICRES 3 and 4",
        "De_Interesado, Nombre_Interesado, 30, SICRES 3 and 4",
        "De_Interesado, Primer_Apellido_Interesado, 30, SICRES 3 and 4",
        "De_Interesado, Segundo_Apellido_Interesado, 30, SICRES 3 and 4",
        "De_Interesado, Pais_Interesado, 4, SICRES 3 and 4",
        "De_Interesado, Provincia_Interesado, 2, SICRES 3 and 4",
        "De_Interesado, Municipio_Interesado, 5, SICRES 3 and 4",
        "De_Interesado, Direccion_Interesado, 160, SICRES 3 and 4",
        "De_Interesado, Codigo_Postal_Interesado, 5, SICRES 3 and 4",
        "De_Interesado, Correo_Electronico_Interesado, 160, SICRES 3 and 4",
        "De_Interesado, Telefono_Contacto_Interesado, 20, SICRES 3 and 4",
        "De_Interesado, Direccion_Electronica_Habilitada_Interesado, 160, SICRES 3",
        "De_Interesado, Documento_Identificacion_Representante, 17, SICRES 3",
        "De_Interesado, Razon_Social_Representante, 80, SICRES 3 and 4",
        "De_Interesado, Nombre_Representante, 30, SICRES 3 and 4",
        "De_Interesado, Primer_Apellido_Representante, 30, SICRES 3 and 4",
        "De_Interesado, Segundo_Apellido_Representante, 30, SICRES 3 and 4",
        "De_Interesado, Pais_Representante, 4, SICRES 3 and 4",
        "De_Interesado, Provincia_Representante, 2, SICRES 3 and 4",
        "De_Interesado, Municipio_Representante, 5, SICRES 3 and 4",
        "De_Interesado, Direccion_Representante, 160, SICRES 3 and 4",
        "De_Interesado, Codigo_Postal_Representante, 5, SICRES 3 and 4",
        "De_Interesado, Correo_Electronico_Representante, 160, SICRES 3 and 4",
        "De_Interesado, Telefono_Contacto_Representante, 20, SICRES 3 and 4",
        "De_Interesado, Direccion_Electronica_Habilitada_Representante, 160, SICRES 3",
        "De_Interesado, Observaciones, 160, SICRES 3 and 4",
        "De_Asunto, Resumen, 240, SICRES 3 and 4",
        "De_Asunto, Codigo_Asunto_Segun_Destino, 16, SICRES 3 and 4",
        "De_Asunto, Referencia_Externa, 16, SICRES 3 and 4",
        "De_Asunto, Numero_Expediente, 80, SICRES 3 and 4",
        "De_Anexo, Nombre_Fichero_Anexado, 80, SICRES 3 and 4",
        "De_Anexo, Identificador_Fichero, 50, SICRES 3 and 4",
        "De_Anexo, Tipo_MIME, 20, SICRES 3",
        "De_Anexo, Identificador_Documento_Firmado, 50, SICRES 3",
        "De_Anexo, Observaciones, 50, SICRES 3",
        "De_Internos_Control, Numero_Transporte_Entrada, 20, SICRES 3",
        "De_Internos_Control, Nombre_Usuario, 80, SICRES 3 and 4",
        "De_Internos_Control, Contacto_Usuario, 160, SICRES 3 and 4",
        "De_Internos_Control, Aplicacion_Version_Emisora, 4, SICRES 3",
        "De_Internos_Control, Descripcion_Tipo_Anotacion, 80, SICRES 3",
        "De_Internos_Control, Observaciones_Apunte, 50, SICRES 3",
        "De_Internos_Control, Codigo_Entidad_Registral_Inicio, 21, SICRES 3 and 4",
        "De_Internos_Control, Decodificacion_Entidad_Registral_Inicio, 80, SICRES 3",
        "De_Formulario_Generico, Expone, 4000, SICRES 3 and 4",
        "De_Formulario_Generico, Solicita, 4000, SICRES 3 and 4"
    })
    void as_long_as_the_tighter_of_both_allows_and_no_longer(String block, String field, int limit, String source) {
        assertThat(about(block, field, with(block, field, "x".repeat(limit)))).isEmpty();
        assertThat(about(block, field, with(block, field, "x".repeat(limit + 1))))
                .isNotEmpty()
                .allSatisfy(violation -> {
                    assertThat(violation.limit()).endsWith(limit + " characters");
                    assertThat(violation.source()).isEqualTo(source);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "De_Interesado, Tipo_Documento_Identificacion_Interesado, N C P E X O, SICRES 3 and 4",
        "De_Interesado, Tipo_Documento_Identificacion_Representante, N C P E X O, SICRES 3 and 4",
        "De_Interesado, Canal_Preferente_Comunicacion_Interesado, 01 02 03, SICRES 3",
        "De_Interesado, Canal_Preferente_Comunicacion_Representante, 01 02 03, SICRES 3",
        "De_Anexo, Validez_Documento, 01 02 03 04, SICRES 3",
        "De_Anexo, Tipo_Documento, 01 02 03, SICRES 3 and 4",
        "De_Internos_Control, Tipo_Transporte_Entrada, 01 02 03 04 05 06 07, SICRES 3",
        "De_Internos_Control, Documentacion_Fisica, 1 2 3, SICRES 3 and 4",
        // What the consortium takes when something is sent.
        "De_Internos_Control, Tipo_Anotacion, 02, SIR of the consortium",
        "De_Internos_Control, Tipo_Registro, 0, SIR of the consortium",
        "De_Internos_Control, Indicador_Prueba, 0, SIR of the consortium"
    })
    void only_the_codes_of_the_list(String block, String field, String codes, String source) {
        Set<String> listed = Set.of(codes.split(" ", -1));
        Set<String> tried = new TreeSet<>(listed);
        tried.addAll(List.of("0", "1", "2", "3", "4", "00", "01", "02", "03", "04", "05", "08", "N", "Z"));
        // A flag has two values: what is neither is read as no.
        tried.removeIf(code -> field.matches("Tipo_Registro|Indicador_Prueba") && !code.matches("[01]"));
        List<String> refused = new ArrayList<>(tried);
        refused.removeIf(code -> about(block, field, with(block, field, code)).isEmpty());

        assertThat(tried).hasSizeGreaterThan(listed.size());
        assertThat(refused).doesNotContainAnyElementsOf(listed).hasSize(tried.size() - listed.size());
        assertThat(about(block, field, with(block, field, refused.get(0))))
                .allSatisfy(violation -> assertThat(violation.source()).isEqualTo(source));
    }

    @Test
    void the_consortium_gives_the_identity_of_an_exchange() {
        assertThat(about("De_Internos_Control", "Identificador_Intercambio", Sicres3Test.full()))
                .containsExactly(new LimitViolation(
                        "De_Internos_Control/Identificador_Intercambio",
                        "nothing, because the consortium gives it",
                        "SIR of the consortium"));
    }

    @Test
    void what_must_be_there_is_not_blank() {
        for (String field : List.of("De_Asunto/Resumen", "De_Anexo/Nombre_Fichero_Anexado")) {
            String[] parts = field.split("/", -1);
            assertThat(about(parts[0], parts[1], with(parts[0], parts[1], "")))
                    .extracting(LimitViolation::source)
                    .containsExactly(BOTH);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "De_Origen_o_Remitente, Fecha_Hora_Entrada, compulsory beside a number of entry, SIR of the consortium",
        "De_Interesado, Tipo_Documento_Identificacion_Interesado, compulsory, SICRES 4",
        "De_Interesado, Documento_Identificacion_Interesado, compulsory, SICRES 4",
        "De_Interesado, Tipo_Documento_Identificacion_Representante, compulsory, SICRES 4",
        "De_Interesado, Documento_Identificacion_Representante, compulsory, SICRES 4"
    })
    void what_may_be_empty_by_itself_and_not_beside_the_rest(String block, String field, String limit, String source) {
        assertThat(about(block, field, Sicres3Test.full())).isEmpty();
        assertThat(about(block, field, with(block, field, ""))).isNotEmpty().allSatisfy(violation -> {
            assertThat(violation.limit()).isEqualTo(limit);
            assertThat(violation.source()).isEqualTo(source);
        });
    }

    /** A field that is written and has no limit would be one that was forgotten. */
    @Test
    void no_other_field_is_without_a_limit() {
        Set<String> unlimited = new TreeSet<>();
        Sicres3Tree.walk(Sicres3Test.full(), new Sicres3Tree.Visitor() {
            private String block = "";

            @Override
            public void open(String name) {
                block = name;
            }

            @Override
            public void leaf(String name, String value) {
                String field = block + "/" + name;
                if (!FREE.contains(field)
                        && about(block, name, with(block, name, "x".repeat(5000)))
                                .isEmpty()) {
                    unlimited.add(field);
                }
            }

            @Override
            public void close() {
                block = "";
            }
        });

        assertThat(unlimited).isEmpty();
    }
}
