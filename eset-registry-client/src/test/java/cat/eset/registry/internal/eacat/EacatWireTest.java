package cat.eset.registry.internal.eacat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import cat.eset.registry.OfficialSchema;
import cat.eset.registry.eacat.Body;
import cat.eset.registry.eacat.BodyQuery;
import cat.eset.registry.eacat.BodyType;
import cat.eset.registry.eacat.EacatException;
import cat.eset.registry.eacat.Official;
import cat.eset.registry.eacat.OfficialQuery;
import cat.eset.registry.eacat.ServiceUser;
import cat.eset.registry.eacat.User;
import cat.eset.registry.eacat.UserKind;
import cat.eset.transport.xml.CanonicalXml;
import cat.eset.transport.xml.XmlParser;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The five questions against the official schema (contract pci 13). */
class EacatWireTest {

    private static final EacatWire WIRE = new EacatWire(false);
    private static final Ine10 BODY = Ine10.of("0800180001");
    private static final Nif NIF = Nif.of("00000000T");

    static Stream<String> questions() {
        return Stream.of(
                write(WIRE.users(), new EacatWire.UserQuestion(NIF, Optional.empty())),
                write(WIRE.users(), new EacatWire.UserQuestion(NIF, Optional.of(BODY))),
                write(
                        WIRE.serviceUsers(),
                        new EacatWire.ServiceQuestion("ENOTUM", Optional.of(NIF), Optional.of(BODY))),
                write(WIRE.bodyTypes(), ""),
                write(WIRE.bodies(), BodyQuery.code(BODY).ofType("2").inProvince("Lleida")),
                write(WIRE.bodies(), BodyQuery.name("Exemple")),
                write(WIRE.bodies(), BodyQuery.municipality("Exemple")),
                write(WIRE.bodies(), BodyQuery.cif(Nif.of("P0800000B"))),
                write(WIRE.officials(), OfficialQuery.IN_OFFICE),
                write(
                        WIRE.officials(),
                        OfficialQuery.of(BODY)
                                .person(NIF)
                                .authorised(
                                        Optional.of(LocalDate.of(2026, 1, 1)), Optional.of(LocalDate.of(2026, 2, 1)))
                                .whoAssist()
                                .whoCertifyCopies()
                                .alsoFormer()));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void questions_validate_against_the_official_schema(String question) {
        OfficialSchema schema = OfficialSchema.of("eacat/dadesEspecifiques.xsd");

        schema.assertValid(question);
        assertThat(schema.isValid(question.replace("peticioConsulta", "peticioConsultes")))
                .isFalse();
    }

    @Test
    void codes_are_asked_as_the_official_example_does_or_with_their_zeros() {
        assertThat(write(WIRE.bodies(), BodyQuery.code(BODY))).contains(">800180001<");
        assertThat(write(new EacatWire(true).bodies(), BodyQuery.code(BODY))).contains(">0800180001<");
        assertThat(write(WIRE.bodies(), BodyQuery.code(Ine10.of("0080180001")))).contains(">80180001<");
        assertThat(write(WIRE.users(), new EacatWire.UserQuestion(NIF, Optional.of(BODY))))
                .contains(":codiEns>800180001<");
    }

    /** Contract pci 13: numeric codes lose their zeros, and other ones never had any. */
    @Test
    void codes_get_their_zeros_back_and_other_texts_stay() {
        assertThat(read(
                        WIRE.bodies(),
                        "ConsultaEns",
                        "<ens><codiEns>ABC</codiEns><nom>n</nom><codiPostal>8018</codiPostal>"
                                + "<codiMunicipi>801930008</codiMunicipi><codiComarca>7</codiComarca>"
                                + "<codiProvincia>8</codiProvincia></ens>"))
                .singleElement()
                .satisfies(body -> {
                    assertThat(body.code()).isEqualTo("ABC");
                    assertThat(body.postcode()).contains("08018");
                    assertThat(body.municipalityCode()).contains("0801930008");
                    assertThat(body.countyCode()).contains("07");
                    assertThat(body.provinceCode()).contains("08");
                });
    }

    @Test
    void a_day_that_is_none_is_empty_and_a_flag_may_be_a_number() {
        for (String day : List.of("2015-02-30+01:00", "26/02/2015", "")) {
            assertThat(read(
                            WIRE.officials(),
                            "ConsultaFuncionariHabilitat",
                            "<funcionariHabilitat><dataAlta>" + day + "</dataAlta>"
                                    + "<assistirInteressats>1</assistirInteressats>"
                                    + "<expCopiesAutentiques>2</expCopiesAutentiques></funcionariHabilitat>"))
                    .singleElement()
                    .satisfies(official -> {
                        assertThat(official.since()).isEmpty();
                        assertThat(official.assists()).isTrue();
                        assertThat(official.certifiesCopies()).isFalse();
                    });
        }
    }

    @Test
    void rows_with_unknown_columns_and_in_another_order_are_read() {
        String answer = "<respostaConsultaEns xmlns=\"http://www.aocat.net/eacat\"><resposta><ens><nou>x</nou>"
                + "<nom>Ajuntament</nom><codiEns>800180001</codiEns></ens></resposta>"
                + "<resultat><codiResultat>0</codiResultat><descripcio>OK</descripcio></resultat></respostaConsultaEns>";

        List<Body> bodies = WIRE.bodies().read(XmlParser.strict().parse(answer.getBytes(StandardCharsets.UTF_8)));

        assertThat(bodies).singleElement().satisfies(b -> {
            assertThat(b.code()).isEqualTo("0800180001");
            assertThat(b.typeId()).isEmpty();
        });
    }

    @Test
    void an_error_is_thrown_with_what_EACAT_said() {
        String answer = "<respostaConsultaEns xmlns=\"http://www.aocat.net/eacat\"><resultat>"
                + "<codiResultat>1</codiResultat><descripcio>Error</descripcio></resultat></respostaConsultaEns>";

        assertThatThrownBy(() -> WIRE.bodies().read(XmlParser.strict().parse(answer.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(
                        EacatException.class,
                        e -> assertThat(e.failure().remoteCode()).contains("1"));
        String silent = answer.replace("<codiResultat>1</codiResultat>", "");
        assertThatThrownBy(() -> WIRE.bodies().read(XmlParser.strict().parse(silent.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(EacatException.class);
    }

    @Test
    void pci_15_2_the_answer_of_EACAT_ENS() {
        String example = """
                <respostaConsultaEns xmlns="http://www.aocat.net/eacat">
                  <peticioConsultaEns>
                    <codiEns>4399990001</codiEns>
                  </peticioConsultaEns>
                  <resposta>
                    <ens>
                      <codiEns>4399990001</codiEns>
                      <nom>Ajuntament d'Exemple</nom>
                      <idTipusEns>2</idTipusEns>
                      <nomTipusEns>Ajuntament</nomTipusEns>
                      <cif>P4399999X</cif>
                      <codiPostal>43999</codiPostal>
                    </ens>
                  </resposta>
                  <resultat>
                    <codiResultat>0</codiResultat>
                    <descripcio/>
                  </resultat>
                </respostaConsultaEns>
                """;

        Optional<String> none = Optional.empty();
        assertThat(WIRE.bodies().read(XmlParser.strict().parse(example.getBytes(StandardCharsets.UTF_8))))
                .containsExactly(new Body(
                        "4399990001",
                        "Ajuntament d'Exemple",
                        "2",
                        "Ajuntament",
                        Optional.of("P4399999X"),
                        none,
                        Optional.of("43999"),
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        none));
        OfficialSchema.of("eacat/dadesEspecifiques.xsd").assertValid(example);
    }

    @Test
    void pci_15_1_the_question_of_EACAT_ENS() {
        String written = write(WIRE.bodies(), BodyQuery.code(Ine10.of("4399990001")));

        assertThat(written.replaceAll("(</?)[a-z]+:", "$1").replaceAll("xmlns:[a-z]+", "xmlns"))
                .isEqualTo("<peticioConsultaEns xmlns=\"http://www.aocat.net/eacat\"><codiEns>4399990001</codiEns>"
                        + "</peticioConsultaEns>");
    }

    /** Rows that the official schema allows. */
    private static <T> List<T> rows(EacatCodec<?, T> codec, String operation, String rows) {
        OfficialSchema.of("eacat/dadesEspecifiques.xsd").assertValid(answer(operation, rows));
        return read(codec, operation, rows);
    }

    private static String answer(String operation, String rows) {
        return "<resposta" + operation + " xmlns=\"http://www.aocat.net/eacat\"><resposta>"
                + rows.replaceAll(">\\s+<", "><") + "</resposta><resultat><codiResultat>0</codiResultat>"
                + "<descripcio>OK</descripcio></resultat></resposta" + operation + ">";
    }

    private static <T> List<T> read(EacatCodec<?, T> codec, String operation, String rows) {
        String answer = answer(operation, rows);
        return codec.read(XmlParser.strict().parse(answer.getBytes(StandardCharsets.UTF_8)));
    }

    private static final String WHOLE_BODY = """
            <ens><codiEns>800180001</codiEns><nom>Ajuntament</nom><idTipusEns>2</idTipusEns><nomTipusEns>Tipus</nomTipusEns>
            <cif>P0800000B</cif><adreca>Plaça</adreca><codiPostal>8018</codiPostal><codiMunicipi>801930008</codiMunicipi>
            <nomMunicipi>Municipi</nomMunicipi><codiComarca>13</codiComarca><nomComarca>Comarca</nomComarca>
            <codiProvincia>8</codiProvincia><nomProvincia>Barcelona</nomProvincia><codiDelegacio>7</codiDelegacio>
            <nomDelegacio>Alt Pirineu i Aran</nomDelegacio></ens>""";

    private static final Body READ_BODY = new Body(
            "0800180001",
            "Ajuntament",
            "2",
            "Tipus",
            Optional.of("P0800000B"),
            Optional.of("Plaça"),
            Optional.of("08018"),
            Optional.of("0801930008"),
            Optional.of("Municipi"),
            Optional.of("13"),
            Optional.of("Comarca"),
            Optional.of("08"),
            Optional.of("Barcelona"),
            Optional.of("7"),
            Optional.of("Alt Pirineu i Aran"));

    @Test
    void pci_13_row_ens() {
        assertThat(rows(WIRE.bodies(), "ConsultaEns", WHOLE_BODY)).containsExactly(READ_BODY);
    }

    @Test
    void pci_13_row_usuari() {
        assertThat(rows(WIRE.users(), "ConsultaUsuari", """
                <usuari><codiEns>800180001</codiEns><nif>00000000T</nif><tipus>EPC</tipus><nom>Maria Exemple</nom>
                <dataAlta>2015-02-26+01:00</dataAlta><email>maria@exemple.cat</email><tractament>Sra.</tractament><perfil>P</perfil>
                <dataModificacio>2016-07-01Z</dataModificacio><telefon>900000000</telefon>""" + WHOLE_BODY + "</usuari>"))
                .containsExactly(new User(
                        "0800180001",
                        "00000000T",
                        new UserKind("EPC"),
                        Optional.of("Maria Exemple"),
                        Optional.of(LocalDate.of(2015, 2, 26)),
                        Optional.of("maria@exemple.cat"),
                        Optional.of("Sra."),
                        Optional.of("P"),
                        Optional.of(LocalDate.of(2016, 7, 1)),
                        Optional.of("900000000"),
                        Optional.of(READ_BODY)));
    }

    @Test
    void pci_13_row_servei() {
        assertThat(rows(WIRE.serviceUsers(), "ConsultaServei", """
                <servei><nif>00000000T</nif><nom>Maria Exemple</nom><perfil>P</perfil><codiEns>800180001</codiEns>
                <nomEns>Ajuntament</nomEns><idTipusEns>2</idTipusEns><nomTipusEns>Tipus</nomTipusEns><servei>ENOTUM</servei>
                <rol>ADMIN</rol><descripcio>Administra</descripcio></servei>"""))
                .containsExactly(new ServiceUser(
                        "00000000T",
                        Optional.of("Maria Exemple"),
                        Optional.of("P"),
                        "0800180001",
                        "Ajuntament",
                        "2",
                        "Tipus",
                        "ENOTUM",
                        "ADMIN",
                        Optional.of("Administra")));
    }

    @Test
    void pci_13_row_tipusEns() {
        assertThat(rows(
                        WIRE.bodyTypes(),
                        "ConsultaTipusEns",
                        "<tipusEns><idTipusEns>12</idTipusEns><nomTipusEns>Consorci</nomTipusEns></tipusEns>"))
                .containsExactly(new BodyType("12", "Consorci"));
    }

    @Test
    void pci_13_row_funcionariHabilitat_also_without_the_day_that_the_official_example_lacks() {
        String row = """
                <funcionariHabilitat><nom>Maria Exemple</nom><nif>00000000T</nif><tipus>MLO</tipus><nomEns>Ajuntament</nomEns>
                <codiEns>800180001</codiEns><dataAlta>2015-02-26+01:00</dataAlta><dataBaixa>2016-02-26+01:00</dataBaixa>
                <assistirInteressats>true</assistirInteressats><expCopiesAutentiques>0</expCopiesAutentiques>
                <unitatAdministrativa>OAC</unitatAdministrativa></funcionariHabilitat>""";
        Official official = new Official(
                "Maria Exemple",
                "00000000T",
                UserKind.LOCAL,
                "Ajuntament",
                "0800180001",
                Optional.of(LocalDate.of(2015, 2, 26)),
                Optional.of(LocalDate.of(2016, 2, 26)),
                true,
                false,
                "OAC");

        assertThat(rows(WIRE.officials(), "ConsultaFuncionariHabilitat", row)).containsExactly(official);
        String asInTheExample = "<respostaConsultaFuncionariHabilitat xmlns=\"http://www.aocat.net/eacat\"><resposta>"
                + row.replaceAll("<dataBaixa>.*</dataBaixa>", "")
                + "</resposta><resultat><codiResultat>0</codiResultat>"
                + "<descripcio/></resultat></respostaConsultaFuncionariHabilitat>";
        assertThat(WIRE.officials().read(XmlParser.strict().parse(asInTheExample.getBytes(StandardCharsets.UTF_8))))
                .singleElement()
                .satisfies(read -> assertThat(read.until()).isEmpty());
    }

    private static <Q> String write(EacatCodec<Q, ?> codec, Q question) {
        return new String(CanonicalXml.of(out -> codec.write(question, out)), StandardCharsets.UTF_8);
    }
}
