package cat.eset.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code that a reader copies from the documents is code that compiles and is tested. */
class ReadmeSnippetsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** {@code <!-- snippet: path#tag -->} and the block of Java below it. */
    private static final Pattern SNIPPET =
            Pattern.compile("<!-- snippet: (\\S+)#(\\S+) -->\\s*```java\n(.*?)```", Pattern.DOTALL);

    private static final Pattern JAVA_BLOCK = Pattern.compile("^```java$", Pattern.MULTILINE);

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            List<Path> pages = docs.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().contains("adr"))
                    .toList();
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), pages.stream());
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyBlockOfJavaIsARegionOfACompiledFile(Path document) throws IOException {
        String text = Files.readString(document);
        List<MatchResult> snippets = SNIPPET.matcher(text).results().toList();

        assertThat(JAVA_BLOCK.matcher(text).results())
                .as("blocks of Java in %s, each with the region that it comes from", document)
                .hasSize(snippets.size());
        for (MatchResult snippet : snippets) {
            assertThat(snippet.group(3)).isEqualTo(region(snippet.group(1), snippet.group(2)));
        }
    }

    @Test
    void theReadmeShowsCode() throws IOException {
        assertThat(SNIPPET.matcher(Files.readString(ROOT.resolve("README.md"))).find())
                .isTrue();
    }

    private static String region(String file, String tag) throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve(file));
        int start = indexOf(lines, "// tag::" + tag + "[]");
        int end = indexOf(lines, "// end::" + tag + "[]");
        return String.join("\n", lines.subList(start + 1, end)).stripIndent().strip() + "\n";
    }

    private static int indexOf(List<String> lines, String marker) {
        return lines.indexOf(lines.stream()
                .filter(line -> line.strip().equals(marker))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line " + marker)));
    }
}
