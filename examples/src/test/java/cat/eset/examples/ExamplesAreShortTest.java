package cat.eset.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One need, one file, less than a screen and a half. The day is the exception: it is the whole of it. */
class ExamplesAreShortTest {

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/cat/eset/examples"))) {
            List<Path> small = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("TownHallDay.java"))
                    .toList();
            return small.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleHasLessThanSixtyLines(Path example) throws IOException {
        assertThat(Files.readAllLines(example)).hasSizeLessThan(60);
    }
}
