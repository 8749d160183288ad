package cat.eset.json;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.TownHall;
import cat.eset.core.event.Event;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import org.junit.jupiter.api.Test;

/** A record that is added to the core can be written and read, without anybody thinking of JSON. */
class EveryRecordTest {

    @Test
    void every_public_record_of_the_core_has_a_shape() throws Exception {
        JsonMapper mapper = JsonMapper.builder().addModule(EsetModule.create()).build();
        List<String> withoutShape = new ArrayList<>();
        List<Class<?>> records = types().stream().filter(Class::isRecord).toList();
        for (Class<?> type : records) {
            JavaType javaType = mapper.constructType(type);
            try {
                mapper.readerFor(type).readValue("{}");
            } catch (InvalidDefinitionException e) {
                withoutShape.add(javaType + ": " + e.getOriginalMessage());
            } catch (IOException | RuntimeException incomplete) {
                // An empty object is not a valid value; that its shape is known is what counts here.
            }
        }

        assertThat(records).hasSizeGreaterThan(30);
        assertThat(withoutShape).isEmpty();
    }

    @Test
    void every_family_of_events_is_known() throws Exception {
        assertThat(CoreShapes.EVENTS)
                .containsExactlyInAnyOrderElementsOf(types().stream()
                        .filter(type -> type.isInterface() && type.isSealed() && Event.class.isAssignableFrom(type))
                        .<Class<? extends Event>>map(type -> type.asSubclass(Event.class))
                        .toList());
    }

    /** The core is a folder while the reactor compiles, and a jar once it is packaged. */
    private static List<Class<?>> types() throws URISyntaxException, IOException, ClassNotFoundException {
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
