package cat.eset.notify.error;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.Failure.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue of contract enotum 14. */
class ENotumErrorTest {

    @Test
    void holdsAll135PublishedErrorsWithTheirTextsInBothLanguages() {
        assertThat(ENotumError.all()).hasSize(135).allSatisfy(e -> {
            assertThat(e.isKnown()).isTrue();
            assertThat(e.retry()).isNotEqualTo(RetryAdvice.UNKNOWN);
            assertThat(e.meaning()).isNotBlank();
            assertThat(e.meaningCatalan()).isNotBlank().isNotEqualTo(e.meaning());
            assertThat(e.remedy()).isNotBlank().doesNotEndWith(".");
            assertThat(e.remedyCatalan()).isNotBlank().isNotEqualTo(e.remedy());
        });
        assertThat(ENotumError.all()).extracting(ENotumError::code).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "contract enotum 14: {0} is {1}, fault {2}")
    @CsvSource({
        "101, CORRECT_FIRST, CALLER",
        "103, WITH_CARE, REMOTE",
        "104, ARRANGE_ACCESS, CONFIGURATION",
        "701, CORRECT_FIRST, CALLER",
        "720, CORRECT_FIRST, CALLER",
        "921, WITH_CARE, REMOTE",
        "1015, ARRANGE_ACCESS, CONFIGURATION",
        "3003, READ_STATE, REMOTE",
        "3005, LATER, REMOTE",
        "3011, WITH_CARE, REMOTE",
        "3020, LATER, REMOTE",
        "3021, ARRANGE_ACCESS, CONFIGURATION",
        "3037, READ_STATE, REMOTE",
        "3038, READ_STATE, REMOTE",
        "3104, LATER, REMOTE",
        "3201, CORRECT_FIRST, CALLER"
    })
    void saysWhatToDo(long code, RetryAdvice retry, Fault fault) {
        assertThat(ENotumError.of(code).retry()).isEqualTo(retry);
        assertThat(ENotumError.of(code).fault()).isEqualTo(fault);
    }

    @Test
    void neverFailsOnACodeThatIsNotPublished() {
        ENotumError error = ENotumError.of(99_999);

        assertThat(error.isKnown()).isFalse();
        assertThat(error.code()).isEqualTo(99_999);
        assertThat(error.retry()).isEqualTo(RetryAdvice.UNKNOWN);
        assertThat(error.remedy()).isNotBlank();
    }

    @Test
    void theDocumentSaysWhatTheCatalogueSays() throws IOException {
        String rows = ENotumError.all().stream()
                .map(e -> "| " + e.code() + " | " + e.meaning() + " | " + e.meaningCatalan() + " | " + e.fault() + " | "
                        + e.retry() + " | " + e.remedy() + " | " + e.remedyCatalan() + " |\n")
                .collect(Collectors.joining());

        assertThat(Files.readString(Path.of("../docs/e-notum-errors.md"))).endsWith(rows);
    }
}
