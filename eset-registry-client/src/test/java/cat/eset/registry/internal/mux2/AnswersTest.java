package cat.eset.registry.internal.mux2;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.registry.mux2.AnswerNames;
import cat.eset.registry.mux2.Documents;
import cat.eset.registry.mux2.FoundEntry;
import cat.eset.registry.mux2.Lookup;
import cat.eset.registry.mux2.StoredDocument;
import cat.eset.transport.xml.XmlParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answers that contract mux 5.3 and 5.4 print, and what the unpublished one may look like. */
class AnswersTest {

    private static final String START = "<RespostaRegistre xmlns=\"http://net.aocat/MUX2/RespostaRegistre\">";

    private static Resposta answer(String content) {
        return new PeticioCodec("VENDOR", "any")
                .read(XmlParser.strict()
                        .parse((START + content + "</RespostaRegistre>").getBytes(StandardCharsets.UTF_8)));
    }

    private static Lookup consult(String content) {
        return new ConsultReader(AnswerNames.ofRequests())
                .read(answer("<Resultat codi=\"OK\"/>" + content))
                .orElseThrow();
    }

    @Test
    void mux_5_4_documents() {
        Documents documents = DownloadReader.read(answer("""
                        <Resultat codi="OK"/>
                        <DocumentacioAssentament>
                          <NumeroAssentamentEntrada>E/000123-2024</NumeroAssentamentEntrada>
                          <Document>
                            <Nom>E/000123-2024 formulari.pdf</Nom>
                            <Descripcio>PDF_ORIGINAL</Descripcio>
                            <GUID>00000000-0000-4000-8000-000000000001</GUID>
                            <UUID>eacat-00000000-0000-4000-8000-000000000001</UUID>
                          </Document>
                          <CampNou>ignorat</CampNou>
                        </DocumentacioAssentament>
                        """)).orElseThrow();

        assertThat(documents)
                .isEqualTo(new Documents.Found(List.of(new StoredDocument(
                        "E/000123-2024 formulari.pdf",
                        "E_000123-2024 formulari.pdf",
                        Optional.of("PDF_ORIGINAL"),
                        Optional.of("00000000-0000-4000-8000-000000000001"),
                        Optional.of("eacat-00000000-0000-4000-8000-000000000001")))));
    }

    @ParameterizedTest
    @CsvSource({"../../etc/passwd, __.._etc_passwd", "..\\..\\a.pdf, __.._a.pdf", "/, _", "'', _"})
    void names_of_documents_are_no_paths(String name, String fileName) {
        Documents documents = DownloadReader.read(
                        answer("<Resultat codi=\"OK\"/><DocumentacioAssentament><Document><Nom>" + name
                                + "</Nom></Document></DocumentacioAssentament>"))
                .orElseThrow();

        assertThat(documents.<String>fold(found -> found.documents().get(0).fileName(), e -> "", d -> ""))
                .isEqualTo(fileName);
    }

    @Test
    void mux_5_4_nothing_found() {
        assertThat(consult("<ConsultaAssentaments/>")).isEqualTo(new Lookup.Nothing());
        assertThat(consult("<ConsultaAssentaments>\n  </ConsultaAssentaments>")).isEqualTo(new Lookup.Nothing());
    }

    @Test
    void mux_5_4_error() {
        Resposta answer = answer("""
                <Resultat codi="KO"><Errors><Error>
                  <Codi>502</Codi><Descripcio>No s'ha trobat cap assentament amb número E/999999-2024</Descripcio>
                </Error></Errors></Resultat>""");

        assertThat(answer.isOk()).isFalse();
        assertThat(answer.codes()).isEqualTo("502");
        assertThat(DownloadReader.read(answer))
                .contains(new Documents.NoEntry("No s'ha trobat cap assentament amb número E/999999-2024"));
    }

    @Test
    void a_trace_number_may_stand_before_the_text() {
        assertThat(
                        DownloadReader.read(
                                answer(
                                        "<Resultat codi=\"KO\"><Errors><Error><Codi>502</Codi><Descripcio>"
                                                + "[4711] No s'ha trobat cap document amb registre E/1</Descripcio></Error></Errors></Resultat>")))
                .get()
                .isInstanceOf(Documents.NoDocument.class);
        assertThat(DownloadReader.read(answer("<Resultat codi=\"KO\"><Errors><Error><Codi>502</Codi><Descripcio>"
                        + "Error intern</Descripcio></Error></Errors></Resultat>")))
                .isEmpty();
    }

    @Test
    void an_answer_without_result_is_no_answer() {
        assertThat(answer("<Altre/>").isOk()).isFalse();
        assertThat(new ConsultReader(AnswerNames.ofRequests()).read(answer("<Resultat codi=\"OK\"/>")))
                .isEmpty();
    }

    @Test
    void entries_are_read_whatever_is_around_them() {
        String one = "<Entrada><Assumpte>Obres</Assumpte><DataPresentacio>2026-03-02T10:00:00+01:00</DataPresentacio>"
                + "<DadesAssentament><NumeroAssentament>E/000001-2026</NumeroAssentament>"
                + "<DataAssentament>02/03/2026 10:00:01.000+01:00</DataAssentament></DadesAssentament></Entrada>";
        String two = one.replace("E/000001", "E/000002");

        for (String content : new String[] {one + two, "<Assentaments>" + one + two + "</Assentaments>"}) {
            assertThat(consult("<ConsultaAssentaments>" + content + "</ConsultaAssentaments>")
                            .entries())
                    .extracting(entry -> entry.number().orElseThrow())
                    .containsExactly("E/000001-2026", "E/000002-2026");
        }
        FoundEntry single = consult("<ConsultaAssentaments><Llista>" + one + "</Llista></ConsultaAssentaments>")
                .entries()
                .get(0);
        assertThat(single.subject()).contains("Obres");
        assertThat(single.presentedAt()).contains(Instant.parse("2026-03-02T09:00:00Z"));
        assertThat(single.registeredAt()).contains(Instant.parse("2026-03-02T09:00:01Z"));
    }

    @Test
    void other_names_may_be_given_and_the_raw_answer_is_kept() throws IOException {
        Resposta answer = answer("<Resultat codi=\"OK\"/><ConsultaAssentaments><Fila><Numero>E/1</Numero>"
                + "<Tema>Obres</Tema></Fila></ConsultaAssentaments>");

        Lookup unread = new ConsultReader(AnswerNames.ofRequests()).read(answer).orElseThrow();
        Lookup read = new ConsultReader(new AnswerNames("Numero", "Tema", "D1", "D2", "Entrada", "Sortida"))
                .read(answer)
                .orElseThrow();

        assertThat(unread.entries()).isEmpty();
        String raw = new String(((Lookup.Found) unread).raw().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(raw).contains("<Numero>E/1</Numero>");
        assertThat(read.entries().get(0).subject()).contains("Obres");
        assertThat(read.entries().get(0)).hasToString("FoundEntry[E/1]");
    }
}
