package cat.eset.json;

import cat.eset.core.TownHall;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The public types of the core, found in its class files. */
final class CoreTypes {

    private CoreTypes() {}

    /** The core is a folder while the reactor compiles, and a jar once it is packaged. */
    static List<Class<?>> all() throws URISyntaxException, IOException, ClassNotFoundException {
        Path core = Path.of(TownHall.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        if (Files.isDirectory(core)) {
            return typesBelow(core);
        }
        try (FileSystem jar = FileSystems.newFileSystem(core)) {
            return typesBelow(jar.getPath("/"));
        }
    }

    private static List<Class<?>> typesBelow(Path classes) throws IOException, ClassNotFoundException {
        List<Class<?>> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String name =
                        classes.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
                if (name.contains(".internal.") || name.equals("module-info") || name.endsWith("package-info")) {
                    continue;
                }
                Class<?> type = Class.forName(name, false, TownHall.class.getClassLoader());
                if (Modifier.isPublic(type.getModifiers())) {
                    found.add(type);
                }
            }
        }
        return found;
    }
}
