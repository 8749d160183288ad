import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Loads and links every class that a module exports: what it needs must be readable to it. And what it needs must not weigh
 * too much. Arguments: name of the module, most jars and most megabytes on its module path, itself included.
 */
final class LoadModule {

    public static void main(String[] args) throws Exception {
        Module module = ModuleLayer.boot().findModule(args[0]).orElseThrow();
        if (module.getDescriptor().isAutomatic()) {
            throw new IllegalStateException(args[0] + " has no descriptor of its own");
        }
        List<String> names = exportedClasses(module);
        for (String name : names) {
            Class.forName(name, true, module.getClassLoader()).getMethods();
        }
        List<Path> jars = Arrays.stream(System.getProperty("jdk.module.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::isRegularFile) // not the folder of the consumer's own classes, which has none
                .toList();
        long bytes = 0;
        for (Path jar : jars) {
            bytes += Files.size(jar);
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d exported classes load; %d jars, %.1f MB%n",
                args[0],
                names.size(),
                jars.size(),
                bytes / 1e6);
        if (jars.size() > Integer.parseInt(args[1]) || bytes > 1_000_000L * Integer.parseInt(args[2])) {
            throw new IllegalStateException(args[0] + " weighs more than " + args[1] + " jars or " + args[2] + " MB");
        }
    }

    private static List<String> exportedClasses(Module module) throws IOException {
        Set<String> exported = module.getDescriptor().exports().stream()
                .filter(export -> !export.isQualified())
                .map(export -> export.source().replace('.', '/'))
                .collect(Collectors.toSet());
        try (ModuleReader reader = module.getLayer()
                .configuration()
                .findModule(module.getName())
                .orElseThrow()
                .reference()
                .open()) {
            return reader.list()
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .filter(file -> exported.contains(file.substring(0, file.lastIndexOf('/'))))
                    .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .toList();
        }
    }
}
