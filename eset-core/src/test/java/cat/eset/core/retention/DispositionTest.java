package cat.eset.core.retention;

import static cat.eset.core.term.LegalExamples.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.InvalidValueException;
import cat.eset.core.retention.Disposition.Block;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DispositionTest {

    private static final EvaluationTable FIVE_YEARS =
            new EvaluationTable("TAAD 1", EvaluationTable.Kind.DESTRUCTION, Period.ofYears(5));

    @Test
    void r13ASeriesWithoutTableIsKeptForEver() {
        assertThat(Disposition.of(Optional.empty(), Optional.of(day("1/1/1990")), Set.of(), day("1/6/2026")))
                .isInstanceOf(Disposition.Permanent.class);
        assertThat(Disposition.of(
                        Optional.of(new EvaluationTable("T", EvaluationTable.Kind.PERMANENT, Period.ZERO)),
                        Optional.of(day("1/1/1990")),
                        Set.of(),
                        day("1/6/2026")))
                .isInstanceOf(Disposition.Permanent.class);
    }

    @Test
    void r13KeptUntilTheTermEndsThenEliminableUnlessSomethingForbidsIt() {
        Optional<EvaluationTable> table = Optional.of(FIVE_YEARS);
        var closed = Optional.of(day("29/2/2020"));

        assertThat(Disposition.of(table, closed, Set.of(), day("27/2/2025")))
                .isInstanceOfSatisfying(
                        Disposition.Keep.class, k -> assertThat(k.until()).isEqualTo(day("28/2/2025")));
        assertThat(Disposition.of(table, closed, Set.of(), day("28/2/2025")))
                .isInstanceOf(Disposition.Eliminable.class);
        for (Block block : Block.values()) {
            assertThat(Disposition.of(table, closed, Set.of(block), day("28/2/2025")))
                    .isInstanceOf(Disposition.Blocked.class);
        }
        assertThat(Disposition.of(table, Optional.empty(), Set.of(), day("28/2/2030")))
                .as("an open expedient")
                .isInstanceOf(Disposition.Blocked.class);
    }

    @Test
    void destructionNeedsATermAndARecordItsFields() {
        assertThatThrownBy(() -> new EvaluationTable("T", EvaluationTable.Kind.SAMPLING, Period.ZERO))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new EliminationRecord(
                        "1038",
                        day("1/1/2010"),
                        day("1/1/2009"),
                        "3 expedients",
                        "T",
                        "Acord",
                        day("1/1/2026"),
                        "Secretaria"))
                .isInstanceOf(InvalidValueException.class);
    }
}
