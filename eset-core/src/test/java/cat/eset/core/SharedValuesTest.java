package cat.eset.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedValuesTest {

    @Test
    void operationIdsSortByTimeAndTellTheirInstant() {
        Instant first = Instant.parse("2026-03-02T08:15:30.123Z");
        OperationId a = OperationId.next(Clock.fixed(first, ZoneOffset.UTC), new Random(1));
        OperationId b = OperationId.next(Clock.fixed(first.plusMillis(1), ZoneOffset.UTC), new Random(2));

        assertThat(a).isLessThan(b);
        assertThat(a.instant()).isEqualTo(first);
        assertThat(a.toString()).hasSize(26);
        assertThat(OperationId.of(a.toString())).isEqualTo(a);
        assertThat(OperationId.next()).isNotEqualTo(OperationId.next());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01ARZ3NDEKTSV4RRFFQ69G5FA",
                "01arz3ndektsv4rrffq69g5fav",
                "81ARZ3NDEKTSV4RRFFQ69G5FAV",
                "01ARZ3NDEKTSV4RRFFQ69G5FAI"
            })
    void refusesWhatIsNoOperationId(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> OperationId.of(text));
    }

    @ParameterizedTest(name = "legal-rules R14: {0}")
    @CsvSource({
        "12345678Z,true", "00000000T,true", "99999999R,true", "12345678A,false",
        "X1234567L,true", "Y1234567X,true", "Z1234567R,true", "Z1234567A,false",
        "P0828500I,true", "P0828500A,false", "P08285009,false"
    })
    void checksTheControlOfANif(String number, boolean valid) {
        assertThat(Nif.of(number).hasValidControl()).isEqualTo(valid);
    }

    @Test
    void readsANifAsPeopleWriteIt() {
        assertThat(Nif.of(" 12.345.678-z ").value()).isEqualTo("12345678Z");
        assertThat(Nif.of("0t").value()).isEqualTo("00000000T");
        assertThat(Nif.of("P-0828500-I").isEntity()).isTrue();
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Nif.of("X12345678L"))
                .withMessageNotContaining("X12345678L");
    }

    @ParameterizedTest(name = "legal-rules R14: {0}")
    @CsvSource({"08019,3", "28079,6", "08239,7", "08184,6", "43148,2", "25120,7", "17079,2", "08025,3"})
    void checksTheControlOfAMunicipality(String municipality, int control) {
        for (int c = 0; c < 10; c++) {
            assertThat(Ine10.of(municipality + c + "0005").hasValidControl()).isEqualTo(c == control);
        }
    }

    @Test
    void whatIsPrintedHoldsNoPersonalDataAndNoSecret() {
        Failure failure = Failure.of(Failure.Fault.REMOTE, "The service refused")
                .remote("615", "NIF 12345678Z de maria@exemple.cat, tel. +34 612 345 678, CIF P0828500I")
                .build();

        assertThat(failure.toString())
                .contains("615")
                .doesNotContain("12345678Z", "maria@exemple.cat", "612 345 678", "P0828500I");
        assertThat(Nif.of("12345678Z").toString()).doesNotContain("1234");
        assertThat(new Person(Nif.of("00000000T"), "Maria Exemple").toString()).doesNotContain("Maria");
        assertThat(Secret.of("open sesame").toString()).doesNotContain("sesame");
    }

    @Test
    void aSecretIsWipedAndNeverLendsItsOwnCharacters() {
        Secret secret = Secret.of("open sesame");
        char[] lent = secret.use(chars -> chars);

        assertThat(lent).containsOnly('\0');
        assertThat(secret.<String>use(String::new)).isEqualTo("open sesame");
        secret.close();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> secret.use(String::new));
    }

    @Test
    void contentIsReadAnyNumberOfTimesAndItsSourceArrayMayChange(@TempDir Path folder) throws IOException {
        byte[] bytes = "Decret".getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("decret.txt"), bytes);
        DocumentContent inMemory = DocumentContent.of(bytes, MediaType.TEXT);
        DocumentContent inFile = DocumentContent.of(file, MediaType.TEXT);
        Arrays.fill(bytes, (byte) 0);

        for (int i = 0; i < 2; i++) {
            assertThat(inMemory.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("Decret");
            assertThat(inFile.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("Decret");
        }
        assertThat(inMemory.sha256()).isEqualTo(inFile.sha256());
        assertThat(inFile.length()).isEqualTo(6);
        assertThat(Sha256.ofBase64(inFile.sha256().base64())).isEqualTo(inFile.sha256());
    }

    @Test
    void theYearIsThatOfMadrid() {
        assertThat(LegalTime.yearOf(Instant.parse("2025-12-31T22:59:30Z"))).isEqualTo(2025);
        assertThat(LegalTime.yearOf(Instant.parse("2025-12-31T23:00:10Z"))).isEqualTo(2026);
    }
}
