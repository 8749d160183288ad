package cat.eset.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.InvalidValueException;
import cat.eset.core.Office;
import cat.eset.core.Person;
import cat.eset.core.calendar.WorkingCalendar;
import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.catalogue.DocumentTypes;
import cat.eset.core.catalogue.SeriesTree;
import cat.eset.core.catalogue.StepCatalogue;
import cat.eset.core.document.DocumentType;
import cat.eset.core.expedient.Series;
import cat.eset.core.expedient.StepType;
import cat.eset.core.id.Nif;
import cat.eset.core.organisation.Absence;
import cat.eset.core.organisation.Appointment;
import cat.eset.core.organisation.Authority;
import cat.eset.core.organisation.Delegation;
import cat.eset.core.organisation.Organisation;
import cat.eset.core.retention.EvaluationTable;
import cat.eset.core.silence.SimplifiedProcedure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a town hall gives as data: its steps and its people. */
class VendorDataTest {

    private static final String FIXED = """
            00;WORK;INITIATION;;;Prèvies
            01;WORK;INITIATION;;;Incoació
            02;WORK;INITIATION;;TD14;Sol·licitud
            """;

    private static StepCatalogue read(String text) throws IOException {
        return StepCatalogue.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theShippedCatalogueHasTheFixedCodesAndTheProposedKeys() {
        StepCatalogue catalogue = StepCatalogue.standard();
        assertThat(catalogue.all()).hasSize(27);
        assertThat(catalogue.get("00")).isEqualTo(StepType.PRELIMINARY);
        assertThat(catalogue.get("02")).isEqualTo(StepType.APPLICATION);
        assertThat(catalogue.get("ESPERA_ESMENA").defaultTermDays()).contains(10);
        assertThat(catalogue.all())
                .filteredOn(t -> t.kind() == StepType.Kind.WAITING)
                .allSatisfy(t -> assertThat(t.code()).startsWith("ESPERA_"));
    }

    @Test
    void aTownHallReplacesEverythingButTheFixedCodes() throws IOException {
        StepCatalogue own = read("# nostre\n" + FIXED + "VISITA;WORK;INSTRUCTION;;TD13;Visita d'obra\n");
        assertThat(own.get("VISITA").name()).isEqualTo("Visita d'obra");
        assertThat(own.find("RESOLUCIO")).isEmpty();
        assertThatThrownBy(() -> read("VISITA;WORK;INSTRUCTION;;;Visita\n")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> read(FIXED.replace("02;WORK", "02;WAITING")))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> read(FIXED + "X;WORK;INSTRUCTION;;;A\nX;WORK;INSTRUCTION;;;B\n"))
                .hasMessageContaining("line 5");
        assertThatThrownBy(() -> read(FIXED + "X;SLEEP;INSTRUCTION;;;A\n")).hasMessageContaining("line 4");
        assertThatThrownBy(() -> read(FIXED + "X;WORK;INSTRUCTION\n")).hasMessageContaining("6 fields");
    }

    @Test
    void theMayorSignsOrADelegateFromTheDayAfterTheDecreeOrTheFirstDeputyWhenAbsent() {
        Person mayor = new Person(Nif.of("00000000T"), "Alcaldessa");
        Person councillor = new Person(Nif.of("00000001R"), "Regidor");
        Person deputy = new Person(Nif.of("00000002W"), "Tinent d'alcaldia");
        LocalDate day = LocalDate.of(2026, 3, 2);
        Organisation organisation = new Organisation(
                List.of(Appointment.of(mayor, Office.MAYOR, Town.EL_BRUC, LocalDate.of(2023, 6, 17))),
                List.of(Delegation.byDecree(Office.MAYOR, councillor, Town.EL_BRUC, "0010/2026", day)),
                List.of(deputy),
                List.of(new Absence(mayor, day.plusDays(10), day.plusDays(20))));

        assertThat(organisation.authorities(Office.MAYOR, Town.EL_BRUC, day))
                .extracting(Authority::how)
                .containsExactly(Authority.How.HOLDER);
        Optional<Authority> delegate =
                organisation.authorityOf(councillor, Office.MAYOR, Town.EL_BRUC, day.plusDays(1));
        assertThat(delegate.orElseThrow().actor().office()).isEqualTo(Office.DELEGATED_COUNCILLOR);
        assertThat(delegate.orElseThrow().reason().toString()).contains("192.1");
        assertThat(organisation.authorityOf(deputy, Office.MAYOR, Town.EL_BRUC, day))
                .isEmpty();
        assertThat(organisation
                        .authorityOf(deputy, Office.MAYOR, Town.EL_BRUC, day.plusDays(10))
                        .orElseThrow()
                        .how())
                .isEqualTo(Authority.How.SUBSTITUTE);
        assertThat(organisation.authorityOf(mayor, Office.MAYOR, Town.EL_BRUC, day.plusDays(20)))
                .isEmpty();
        assertThat(organisation.authorityOf(mayor, Office.MAYOR, Town.EL_BRUC, day.plusDays(21)))
                .isPresent();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theTypesOfDocumentAreThoseOfEniAndTheDocumentedOnesOfTheMethod() throws IOException {
        DocumentTypes types = DocumentTypes.standard();
        assertThat(types.all()).hasSize(24);
        assertThat(types.find(DocumentType.DECREE).orElseThrow().abbreviation()).contains("DECRET");
        assertThat(types.all())
                .allSatisfy(entry -> assertThat(
                                types.find(DocumentType.of(entry.type().eniCode())))
                        .isPresent());
        // contract eset-model 9
        assertThat(types.find(DocumentType.APPLICATION).orElseThrow().title("BAIXA GUAL", LocalDate.of(2017, 9, 21)))
                .isEqualTo("SOL BAIXA GUAL 21092017");

        DocumentTypes own = DocumentTypes.read(bytes("ADJUNT;;Adjunt\nTD13;;Informe\nTD13-101;INF;Informe d'obra\n"));
        assertThat(own.find(DocumentType.of("TD13-101")).orElseThrow().name()).isEqualTo("Informe d'obra");
        assertThatThrownBy(() -> DocumentTypes.read(bytes("ADJUNT;;Adjunt\nTD13-101;INF;Informe d'obra\n")))
                .hasMessageContaining("TD13-101");
        assertThatThrownBy(() -> DocumentTypes.read(bytes("TD13;;Informe\n"))).hasMessageContaining("ADJUNT");
        assertThatThrownBy(() -> DocumentTypes.read(bytes("ADJUNT;;Adjunt\nX9;;Informe\n")))
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> DocumentTypes.read(bytes("ADJUNT;Adjunt\n"))).hasMessageContaining("3 fields");
    }

    @Test
    void theSeriesAreATreeThatKeepsTheOfficialBooks() throws IOException {
        SeriesTree sample = SeriesTree.sample();
        assertThat(sample.path(Series.DECREE_BOOKS))
                .extracting(Series::code)
                .containsExactly("ORGANS", "LLIBRES", "1038");
        assertThat(sample.below(sample.find("LLIBRES").orElseThrow()))
                .containsExactly(Series.PLENARY_BOOKS, Series.DECREE_BOOKS, Series.BOARD_BOOKS);
        assertThat(sample.table(Series.DECREE_BOOKS)).isEmpty();

        String books = "1028;;;;Ple\n1038;;TAAD 1;;Decrets\n1045;;;;Junta\n";
        SeriesTree own = SeriesTree.read(bytes(books + "1373;;TAAD 10;5;Llicències\n1374;1373;;;Obres; menors\n"));
        assertThat(own.table(own.find("1373").orElseThrow())
                        .orElseThrow()
                        .keptFor()
                        .getYears())
                .isEqualTo(5);
        assertThat(own.table(own.find("1038").orElseThrow()).orElseThrow().kind())
                .isEqualTo(EvaluationTable.Kind.PERMANENT);
        assertThat(own.find("1374").orElseThrow().title()).isEqualTo("Obres; menors");
        assertThatThrownBy(() -> SeriesTree.read(bytes("1028;;;;Ple\n1038;;;;Decrets\n")))
                .hasMessageContaining("1045");
        assertThatThrownBy(() -> SeriesTree.read(bytes(books + "7;8;;;Orfe\n"))).hasMessageContaining("7 hangs");
    }

    @Test
    void theSimplifiedProcedureHasAClosedListAndThirtyDays() {
        // legal-rules R4.9
        WorkingCalendars calendars =
                WorkingCalendars.of(WorkingCalendar.catalonia().of("El Bruc"));
        assertThat(SimplifiedProcedure.resolveBy(LocalDate.of(2025, 3, 3), calendars)
                        .end())
                .isEqualTo(LocalDate.of(2025, 4, 14));
        assertThat(SimplifiedProcedure.steps()).hasSize(8);
        assertThat(SimplifiedProcedure.forcesOrdinary(SimplifiedProcedure.steps()))
                .isEmpty();
        assertThat(SimplifiedProcedure.forcesOrdinary(List.of(SimplifiedProcedure.Act.ANYTHING_ELSE)))
                .hasValueSatisfying(reason -> assertThat(reason.toString()).contains("96.7"));
    }
}
