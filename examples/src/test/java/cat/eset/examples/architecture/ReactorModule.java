package cat.eset.examples.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The modules of the reactor, each with the root of its packages and the modules it may know. */
enum ReactorModule {
    CORE("eset-core", "cat.eset.core"),
    JSON("eset-json", "cat.eset.json", CORE),
    TRANSPORT("eset-transport", "cat.eset.transport", CORE),
    ENDPOINT("eset-endpoint", "cat.eset.endpoint", CORE),
    STORE("eset-store", "cat.eset.store", CORE, JSON),
    TESTKIT("eset-testkit", "cat.eset.testkit", CORE),
    DOCUMENTS("eset-documents", "cat.eset.documents", CORE, TRANSPORT, ENDPOINT),
    SIGNATURE("eset-signature", "cat.eset.signature", CORE, TRANSPORT, ENDPOINT),
    SIGNATURE_DSS("eset-signature-dss", "cat.eset.signature.dss", CORE, TRANSPORT, SIGNATURE),
    REGISTRY_CLIENT("eset-registry-client", "cat.eset.registry", CORE, TRANSPORT, ENDPOINT, DOCUMENTS),
    NOTIFY("eset-notify", "cat.eset.notify", CORE, TRANSPORT, ENDPOINT, DOCUMENTS);

    private final String folder;
    private final String rootPackage;

    @SuppressWarnings("ImmutableEnumChecker") // filled by Set.of
    private final Set<ReactorModule> known;

    ReactorModule(String folder, String rootPackage, ReactorModule... known) {
        this.folder = folder;
        this.rootPackage = rootPackage;
        this.known = Set.of(known);
    }

    String folder() {
        return folder;
    }

    Set<ReactorModule> known() {
        return known;
    }

    /** Whether the class lives in this module; the longest root that fits is the right one. */
    boolean holds(String className) {
        return fits(className)
                && Arrays.stream(values())
                        .filter(other -> other.rootPackage.length() > rootPackage.length())
                        .noneMatch(other -> other.fits(className));
    }

    private boolean fits(String className) {
        return className.startsWith(rootPackage + ".");
    }

    Path sources() {
        return home().resolve("src/main/java");
    }

    JavaClasses classes() {
        return new ClassFileImporter().importPath(home().resolve("target/classes"));
    }

    /** The exported packages; of the testkit, which has no descriptor, every package that is not internal. */
    Set<String> exportedPackages() {
        return ModuleFinder.of(home().resolve("target/classes")).findAll().stream()
                .findFirst()
                .map(found -> exportsOf(found.descriptor()))
                .orElseGet(this::packagesThatAreNotInternal);
    }

    private static Set<String> exportsOf(ModuleDescriptor descriptor) {
        return descriptor.exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<String> packagesThatAreNotInternal() {
        return classes().stream()
                .map(type -> type.getPackageName())
                .filter(name -> !isInternal(name))
                .collect(Collectors.toUnmodifiableSet());
    }

    static boolean isInternal(String packageName) {
        return (packageName + ".").contains(".internal.");
    }

    static Stream<ReactorModule> all() {
        return Stream.of(values());
    }

    static List<Path> classFolders() {
        return all().map(module -> module.home().resolve("target/classes")).toList();
    }

    private Path home() {
        // Surefire runs in the folder of the module examples, next to the others.
        return Path.of("..").resolve(folder).toAbsolutePath().normalize();
    }
}
