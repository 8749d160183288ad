package cat.eset.core.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.InvalidValueException;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CsvTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void codesAreUniqueAndHaveTheForm() {
        Random random = new Random(1);
        Set<Csv> codes = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            codes.add(Csv.random(random));
        }

        assertThat(codes).hasSize(10_000);
        assertThat(codes)
                .allSatisfy(c -> assertThat(c.printed())
                        .matches("[0-7][0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{5}){4}-[0-9A-HJKMNP-TV-Z]{2}"));
    }

    @Test
    void everyWrongCharacterAndEverySwapOfNeighboursIsFound() {
        String code = Csv.random(new Random(2)).value();
        for (int i = 0; i < code.length(); i++) {
            for (int letter = 0; letter < ALPHABET.length(); letter++) {
                char c = ALPHABET.charAt(letter);
                if (c != code.charAt(i)) {
                    String wrong = code.substring(0, i) + c + code.substring(i + 1);
                    assertThatThrownBy(() -> new Csv(wrong)).isInstanceOf(InvalidValueException.class);
                }
            }
            if (i > 0 && code.charAt(i) != code.charAt(i - 1)) {
                String swapped = code.substring(0, i - 1) + code.charAt(i) + code.charAt(i - 1) + code.substring(i + 1);
                assertThatThrownBy(() -> new Csv(swapped)).isInstanceOf(InvalidValueException.class);
            }
        }
    }

    @Test
    void r11PeopleTypeItInAnyCaseWithSeparatorsAndConfuseLetters() {
        Random random = new Random(3);
        Csv code = Csv.random(random);
        while (!code.value().contains("0") || !code.value().contains("1")) {
            code = Csv.random(random);
        }

        assertThat(Csv.of(code.printed())).isEqualTo(code);
        assertThat(Csv.of(" " + code.printed().toLowerCase(java.util.Locale.ROOT) + " "))
                .isEqualTo(code);
        assertThat(Csv.of(
                        code.printed().replace('0', 'o').replaceFirst("1", "I").replace('1', 'l')))
                .isEqualTo(code);
    }

    @Test
    void itDoesNotPrintItself() {
        Csv code = Csv.random(new Random(4));

        assertThat(code.toString()).doesNotContain(code.value().substring(0, 5));
    }
}
