package cat.eset.examples.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The classes of all modules that are published, read once for all tests that look at them. */
final class Published {

    static final JavaClasses CLASSES = new ClassFileImporter().importPaths(ReactorModule.classFolders());

    private Published() {}
}
