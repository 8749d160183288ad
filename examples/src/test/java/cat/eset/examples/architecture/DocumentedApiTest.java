package cat.eset.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every exported type, method and constructor has a comment, and every exported package says where to start. Whether
 * the comments are sound is doclint's question, asked when the javadoc jars are made.
 */
class DocumentedApiTest {

    @ParameterizedTest
    @EnumSource
    void everythingAVendorCanCallIsDocumented(ReactorModule module) throws IOException {
        assertThat(module.exportedPackages()).isNotEmpty();
        List<String> silent = new ArrayList<>();
        for (String exported : module.exportedPackages()) {
            Path folder = module.sources().resolve(exported.replace('.', '/'));
            if (!Files.exists(folder.resolve("package-info.java"))) {
                silent.add("package " + exported);
            }
            silent.addAll(undocumentedIn(folder));
        }

        assertThat(silent).isEmpty();
    }

    private static List<String> undocumentedIn(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(file -> file.toString().endsWith(".java")).toList();
        }
        if (files.isEmpty()) {
            return List.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager sources =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, sources, diagnostic -> {}, List.of(), null, sources.getJavaFileObjectsFromPaths(files));
            Silence silence = new Silence(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                silence.scan(unit, null);
            }
            return silence.found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Walks the public part of a file and notes what has no comment. */
    private static final class Silence extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final DocTrees docs;
        private final List<String> found = new ArrayList<>();
        private final Deque<ClassTree> enclosing = new ArrayDeque<>();

        Silence(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
            if (!isVisible(type.getModifiers())) {
                return null;
            }
            noteIfSilent(type.getSimpleName().toString());
            enclosing.push(type);
            super.visitClass(type, null);
            enclosing.pop();
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
            boolean overrides = method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
            boolean canonical = enclosing.element().getKind() == Tree.Kind.RECORD
                    && method.getName().contentEquals("<init>");
            if (isVisible(method.getModifiers()) && !overrides && !canonical) {
                noteIfSilent(enclosing.element().getSimpleName() + "." + method.getName());
            }
            return null;
        }

        private boolean isVisible(ModifiersTree modifiers) {
            Set<Modifier> flags = modifiers.getFlags();
            boolean implied = !enclosing.isEmpty()
                    && enclosing.element().getKind() == Tree.Kind.INTERFACE
                    && !flags.contains(Modifier.PRIVATE);
            return implied || flags.contains(Modifier.PUBLIC) || flags.contains(Modifier.PROTECTED);
        }

        private void noteIfSilent(String name) {
            if (docs.getDocComment(getCurrentPath()) == null) {
                found.add(getCurrentPath().getCompilationUnit().getPackageName() + " " + name);
            }
        }
    }
}
