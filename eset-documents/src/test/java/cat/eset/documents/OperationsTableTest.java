package cat.eset.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of DESA'L in docs/sir.md names every operation of contract desal 4, methods that exist, and each has a test that bears its number. */
class OperationsTableTest {

    private static final Pattern ROW = Pattern.compile("\\| ([FDE]\\d+) \\| (.*?) \\| (.*?) \\|");
    private static final Pattern NAME = Pattern.compile("`(expedients\\(\\)\\.)?([a-zA-Z]+)`");

    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("../docs/sir.md"))) {
            ROW.matcher(line)
                    .results()
                    .forEach(row ->
                            assertThat(rows.put(row.group(1), row.group(3))).isNull());
        }
        return rows;
    }

    @Test
    void every_operation_of_the_contract_is_in_the_table() throws IOException {
        assertThat(rows().keySet())
                .containsExactly(
                        "F1", "F2", "D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "E1", "E2", "E3", "E4", "E5", "E6",
                        "E7", "E8", "E9", "E10");
    }

    @Test
    void every_method_of_the_table_exists() throws IOException {
        for (Map.Entry<String, String> row : rows().entrySet()) {
            List<MatchResult> names = NAME.matcher(row.getValue()).results().toList();
            assertThat(names).as(row.getKey()).isNotEmpty();
            for (MatchResult name : names) {
                Class<?> owner = name.group(1) == null ? DesalClient.class : DesalExpedients.class;
                assertThat(methods(owner)).as(row.getKey()).contains(name.group(2));
            }
        }
    }

    @Test
    void every_public_method_is_in_the_table_or_stands_on_one_that_is() throws IOException {
        String all = String.join(" ", rows().values());
        for (Class<?> owner : List.of(DesalClient.class, DesalExpedients.class)) {
            assertThat(methods(owner)
                            .filter(name ->
                                    !List.of("builder", "close", "expedients").contains(name)))
                    .as(owner.getSimpleName())
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(all).contains(name + "`"));
        }
    }

    @Test
    void every_operation_has_a_test_that_bears_its_number() throws IOException {
        for (String operation : rows().keySet()) {
            assertThat(Arrays.stream(DesalOperationsTest.class.getDeclaredMethods())
                            .filter(method -> method.isAnnotationPresent(Test.class))
                            .filter(method ->
                                    List.of(method.getName().split("_", -1)).contains(operation)))
                    .as(operation)
                    .isNotEmpty();
        }
    }

    private static Stream<String> methods(Class<?> owner) {
        return Arrays.stream(owner.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .distinct();
    }
}
