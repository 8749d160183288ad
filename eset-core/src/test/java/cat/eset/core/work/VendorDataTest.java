package cat.eset.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.InvalidValueException;
import cat.eset.core.Office;
import cat.eset.core.Person;
import cat.eset.core.catalogue.StepCatalogue;
import cat.eset.core.expedient.StepType;
import cat.eset.core.id.Nif;
import cat.eset.core.organisation.Absence;
import cat.eset.core.organisation.Appointment;
import cat.eset.core.organisation.Authority;
import cat.eset.core.organisation.Delegation;
import cat.eset.core.organisation.Organisation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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
        assertThatThrownBy(() -> read(FIXED + "X;WORK;INSTRUCTION\n")).hasMessageContaining("six fields");
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
}
