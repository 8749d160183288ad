package cat.eset.core.term;

import static cat.eset.core.term.LegalExamples.catalonia;
import static cat.eset.core.term.LegalExamples.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.InvalidValueException;
import cat.eset.core.rule.RuleBrokenException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatutoryTermsTest {

    private static final StatutoryTerms TERMS = StatutoryTerms.standard();

    @ParameterizedTest(name = "legal-rules R4: {0} is {1} {2}, art. {3}")
    @CsvSource({
        "correction, 10, WORKING_DAYS, 68.1",
        "step, 10, WORKING_DAYS, 73.1",
        "report, 10, WORKING_DAYS, 80.2",
        "hearing, 10, WORKING_DAYS, 82.2",
        "public-information, 20, WORKING_DAYS, 83.2",
        "new-issues, 15, WORKING_DAYS, 88.1",
        "complementary-allegations, 7, WORKING_DAYS, 87",
        "complementary-actions, 15, WORKING_DAYS, 87",
        "dispatch, 10, WORKING_DAYS, 40.2",
        "copies, 15, WORKING_DAYS, 27.4",
        "forward-appeal, 10, WORKING_DAYS, 121.2",
        "reposicio, 1, MONTHS, 124.1",
        "reposicio-resolve, 1, MONTHS, 124.2",
        "alcada, 1, MONTHS, 122.1",
        "alcada-resolve, 3, MONTHS, 122.2",
        "review-error, 4, YEARS, 125.2",
        "review, 3, MONTHS, 125.2",
        "simplified, 30, WORKING_DAYS, 96.6",
        "resolve-default, 3, MONTHS, 21.3",
        "decree-copies, 6, WORKING_DAYS, 196.3"
    })
    void standardTerms(String code, int amount, TermUnit unit, String article) {
        StatutoryTerm term = TERMS.get(code);

        assertThat(term.term().amount()).isEqualTo(amount);
        assertThat(term.unit()).isEqualTo(unit);
        assertThat(term.article().number()).isEqualTo(article);
    }

    @Test
    void r61DispatchOfADecree() {
        TermResult result = TERMS.get("dispatch").term().from(day("10/4/2025")).on(catalonia());

        assertThat(result.end()).isEqualTo(day("28/4/2025"));
        assertThat(result.reasons()).extracting(r -> r.article().number()).contains("40.2");
    }

    @Test
    void theLawSetsTheLeastAndTheMost() {
        assertThat(TERMS.get("hearing").term(15).amount()).isEqualTo(15);
        assertThatThrownBy(() -> TERMS.get("hearing").term(9)).isInstanceOf(RuleBrokenException.class);
        assertThatThrownBy(() -> TERMS.get("hearing").term(16)).hasMessageContaining("82.2");
        assertThat(TERMS.get("public-information").term(45).amount()).isEqualTo(45);
        assertThatThrownBy(() -> TERMS.get("public-information").term(19)).hasMessageContaining("83.2");
    }

    @ParameterizedTest(name = "refused: {0}")
    @ValueSource(
            strings = {
                "a;1",
                "a;x;1;MONTHS;L39;1;what",
                "a;1;1;WEEKS;L39;1;what",
                "a;1;1;MONTHS;XX;1;what",
                "a;1;1;MONTHS;L39;1;what\na;1;1;MONTHS;L39;1;what"
            })
    void aBrokenFileSaysItsLine(String file) {
        assertThatThrownBy(() -> StatutoryTerms.load(new StringReader(file)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("line");
    }

    @Test
    void aVendorReplacesAndAddsTerms() throws Exception {
        StatutoryTerms mine =
                StatutoryTerms.load(new StringReader("# mine\nlocal;5;;WORKING_DAYS;L39;73.1;own step\n"));

        assertThat(mine.all()).hasSize(1);
        assertThat(TERMS.with(mine.get("local")).all()).hasSize(TERMS.all().size() + 1);
        assertThatThrownBy(() -> mine.get("hearing")).isInstanceOf(InvalidValueException.class);
    }
}
