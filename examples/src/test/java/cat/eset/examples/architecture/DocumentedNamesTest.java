package cat.eset.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.EsetException;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents name is what a vendor finds in the API. */
class DocumentedNamesTest {

    private static final Path DOCS = Path.of("..", "docs");

    /** What is not known, what we do, the setting, and what else is said. */
    private static final Pattern ROW = Pattern.compile("- \\*\\*.+?\\*\\* - .+? - (.+?)(?: - .+|\\.)");

    private static final Pattern QUOTED = Pattern.compile("`([^`(]+)[^`]*`");

    /** Types, the outer one first, and then a member: one of each, or one alone. */
    private static final Pattern NAME =
            Pattern.compile("((?:[A-Z]\\w*[a-z]\\w*)(?:\\.[A-Z]\\w*[a-z]\\w*)*)?\\.?([a-z]\\w*|[A-Z][A-Z0-9_]+)?");

    private static final Set<String> EXPORTED = ReactorModule.all()
            .flatMap(module -> module.exportedPackages().stream())
            .collect(Collectors.toUnmodifiableSet());

    @Test
    void everyRowNamesASettingThatExistsOrSaysThatThereIsNone() throws IOException {
        List<String> rows = Files.readAllLines(DOCS.resolve("assumptions.md")).stream()
                .filter(line -> line.startsWith("- "))
                .toList();

        assertThat(rows).hasSizeGreaterThan(150);
        assertThat(rows.stream().flatMap(DocumentedNamesTest::faults)).isEmpty();
    }

    @Test
    void theGlossaryTiesToItsWordsTypesThatExist() throws IOException {
        List<String> types = Files.readAllLines(DOCS.resolve("glossary.md")).stream()
                .filter(line -> line.startsWith("|"))
                .flatMap(line ->
                        QUOTED.matcher(line.substring(1, line.indexOf('|', 1))).results())
                .map(quoted -> quoted.group(1))
                .toList();

        assertThat(types).hasSizeGreaterThan(20);
        assertThat(types.stream().filter(type -> typesCalled(type, false).isEmpty()))
                .isEmpty();
    }

    @Test
    void everyErrorThatIsExportedStandsAmongTheErrors() throws IOException {
        String page = Files.readString(DOCS.resolve("errors.md"));
        List<String> errors = Published.CLASSES.stream()
                .filter(type -> type.isAssignableTo(EsetException.class))
                .filter(type -> EXPORTED.contains(type.getPackageName()))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName)
                .toList();

        assertThat(errors).hasSizeGreaterThan(20);
        assertThat(errors.stream().filter(error -> !page.contains("`" + error))).isEmpty();
    }

    private static Stream<String> faults(String line) {
        Matcher row = ROW.matcher(line);
        if (!row.matches()) {
            return Stream.of("no row of the form that the page tells: " + line);
        }
        String setting = row.group(1);
        List<String> faults = new ArrayList<>();
        List<JavaClass> types = List.of();
        Matcher quoted = QUOTED.matcher(setting);
        while (quoted.find()) {
            Matcher name = NAME.matcher(quoted.group(1));
            if (!name.matches()) {
                faults.add("no name of a setting: " + quoted.group(1));
                continue;
            }
            if (name.group(1) != null) {
                types = typesCalled(name.group(1), setting.contains("internal"));
            }
            boolean exists = types.stream().anyMatch(type -> name.group(2) == null || has(type, name.group(2)));
            if (!exists) {
                faults.add("no such setting: " + quoted.group(1));
            }
        }
        if (!setting.contains("`") && !setting.startsWith("none") && !setting.startsWith("not a setting")) {
            faults.add("no setting named: " + line);
        }
        return faults.stream();
    }

    private static List<JavaClass> typesCalled(String name, boolean internal) {
        return Published.CLASSES.stream()
                .filter(type -> internal || EXPORTED.contains(type.getPackageName()))
                .filter(type -> ("." + type.getName().replace('$', '.')).endsWith("." + name))
                .toList();
    }

    private static boolean has(JavaClass type, String member) {
        return Stream.concat(type.getAllMethods().stream(), type.getAllFields().stream())
                .map(JavaMember::getName)
                .anyMatch(member::equals);
    }
}
