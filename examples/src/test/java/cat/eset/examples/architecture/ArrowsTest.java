package cat.eset.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may know whom: the core knows nobody, and the clients never know each other. */
class ArrowsTest {

    @ParameterizedTest
    @EnumSource
    void aModuleKnowsOnlyTheModulesBelowIt(ReactorModule module) {
        List<String> strangers = module.classes().stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> isOurs(dependency.getTargetClass()))
                .filter(dependency -> !mayKnow(module, dependency.getTargetClass()))
                .map(dependency -> dependency.getDescription())
                .toList();

        assertThat(strangers).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aModuleKeepsToItsOwnPackages(ReactorModule module) {
        assertThat(module.classes())
                .filteredOn(type -> !type.getSimpleName().equals("module-info"))
                .extracting(JavaClass::getName)
                .allMatch(module::holds);
    }

    @Test
    void theExamplesUseOnlyWhatAVendorCanUse() {
        JavaClasses examples = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("cat.eset.examples");

        assertThat(examples).isNotEmpty();
        assertThat(examples.stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(dependency -> isOurs(dependency.getTargetClass()))
                        .filter(dependency -> ReactorModule.isInternal(
                                dependency.getTargetClass().getPackageName()))
                        .map(dependency -> dependency.getDescription()))
                .isEmpty();
    }

    private static boolean isOurs(JavaClass type) {
        return type.getBaseComponentType().getName().startsWith("cat.eset.");
    }

    private static boolean mayKnow(ReactorModule module, JavaClass type) {
        String name = type.getBaseComponentType().getName();
        return module.holds(name) || module.known().stream().anyMatch(known -> known.holds(name));
    }
}
