package cat.eset.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.term.TermResult;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ComputeATermTest {

    @Test
    void easterIsNotCounted() {
        TermResult term = ComputeATerm.correction(LocalDate.of(2026, 3, 26));

        assertThat(term.end()).isEqualTo(LocalDate.of(2026, 4, 13));
        assertThat(term.explain()).contains("Divendres Sant", "Dilluns de Pasqua", "30.2");
    }
}
