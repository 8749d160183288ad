import java.io.IOException;
import java.lang.module.ModuleReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Loads and links every class that a module exports: what it needs must be readable to it. */
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
        System.out.println(args[0] + ": " + names.size() + " exported classes load");
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
