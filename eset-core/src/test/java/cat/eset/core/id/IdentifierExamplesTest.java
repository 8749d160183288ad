package cat.eset.core.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierExamplesTest {

    @ParameterizedTest(name = "legal-rules R14: {0} has control {1}")
    @CsvSource({"12345678, Z", "00000000, T", "99999999, R", "X1234567, L", "Y1234567, X", "Z1234567, R", "P0828500, I"
    })
    void nifControls(String number, char control) {
        assertThat(Nif.of(number + control).hasValidControl()).isTrue();
        char wrong = control == 'A' ? 'B' : 'A';
        assertThat(Nif.of(number + wrong).hasValidControl()).isFalse();
    }

    @ParameterizedTest(name = "legal-rules R14: INE {0} has control {1}")
    @CsvSource({"08019, 3", "28079, 6", "08239, 7", "08184, 6", "43148, 2", "25120, 7", "17079, 2", "08025, 3"})
    void ineControls(String municipality, int control) {
        assertThat(Ine10.of(municipality + control + "0005").hasValidControl()).isTrue();
        assertThat(Ine10.of(municipality + (control + 1) % 10 + "0005").hasValidControl())
                .isFalse();
    }

    @Test
    void r16LowerCaseSpacesAndLeadingZeros() {
        assertThat(Nif.of("12345678z")).isEqualTo(Nif.of("12.345.678-Z"));
        assertThat(Nif.of("1 t").value()).isEqualTo("00000001T");
        assertThatThrownBy(() -> Nif.of("X12345678L")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void r16AnEntityMayHaveEitherControl() {
        assertThat(Nif.of("G0000000J").hasValidControl()).as("00: letter only").isTrue();
        assertThat(Nif.of("G1234567D").hasValidControl()).isTrue();
        assertThat(Nif.of("G12345674").hasValidControl()).isTrue();
        assertThat(Nif.of("B1234567D").hasValidControl()).as("B: digit only").isFalse();
        assertThat(Nif.of("B12345674").hasValidControl()).isTrue();
        assertThat(Nif.of("P12345674").hasValidControl()).as("P: letter only").isFalse();
    }

    @ParameterizedTest(name = "refused: {0}")
    @ValueSource(strings = {"", "abc", "12 34"})
    void siaCodesAreDigits(String text) {
        assertThatThrownBy(() -> SiaCode.of(text)).isInstanceOf(InvalidValueException.class);
        assertThat(SiaCode.of("0218456").value()).isEqualTo("0218456");
    }
}
