package cat.eset.json;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.TownHall;
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
        List<Class<?>> records = records();
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

    /** The core is a folder while the reactor compiles, and a jar once it is packaged. */
    private static List<Class<?>> records() throws URISyntaxException, IOException, ClassNotFoundException {
        Path core = Path.of(TownHall.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        if (Files.isDirectory(core)) {
            return recordsBelow(core);
        }
        try (FileSystem jar = FileSystems.newFileSystem(core)) {
            return recordsBelow(jar.getPath("/"));
        }
    }

    private static List<Class<?>> recordsBelow(Path classes) throws IOException, ClassNotFoundException {
        List<Class<?>> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String name =
                        classes.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
                if (name.contains(".internal.") || name.equals("module-info") || name.endsWith("package-info")) {
                    continue;
                }
                Class<?> type = Class.forName(name, false, TownHall.class.getClassLoader());
                if (type.isRecord() && Modifier.isPublic(type.getModifiers())) {
                    found.add(type);
                }
            }
        }
        return found;
    }
}
