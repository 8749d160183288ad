package cat.eset.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of the disk, and when: bytes are forced to it before they get their name, and the name after it is given. */
class DurableFilesTest {

    private static final String AREA = "0802530003";
    private static final DocumentContent CONTENT = DocumentContent.of(new byte[200_000], MediaType.PDF);

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();

    @Test
    void bytes_are_on_the_disk_before_they_have_their_name_and_the_name_is_after() throws IOException {
        FileContentStorage files = FileContentStorage.in(folder, this::open);
        asked.clear();
        files.put(AREA, CONTENT);
        assertThat(asked).containsExactlyElementsOf(bytesThenNames());
    }

    @Test
    void a_name_that_is_there_is_made_durable_because_whoever_gave_it_may_have_died_before() throws IOException {
        FileContentStorage files = FileContentStorage.in(folder, this::open);
        files.put(AREA, CONTENT);
        asked.clear();
        files.put(AREA, CONTENT);
        assertThat(asked).containsExactlyElementsOf(names());
    }

    @Test
    void damaged_bytes_are_written_anew_as_carefully_as_the_first_time() throws IOException {
        FileContentStorage files = FileContentStorage.in(folder, this::open);
        files.put(AREA, CONTENT);
        Files.write(place(), new byte[] {1});
        asked.clear();
        files.put(AREA, CONTENT);
        assertThat(asked).containsExactlyElementsOf(bytesThenNames());
    }

    @Test
    void folders_that_were_not_there_get_durable_names_up_to_the_one_that_was() throws IOException {
        Path deep = folder.resolve("a/b");
        FileContentStorage.in(deep, this::open);
        assertThat(asked).containsExactly("force a without name", "force . without name");
        asked.clear();
        FileContentStorage.in(deep, this::open);
        assertThat(asked).isEmpty();
    }

    @Test
    void bytes_that_the_disk_does_not_take_get_no_name() throws IOException {
        FileContentStorage files = FileContentStorage.in(folder, (path, options) -> {
            throw new IOException("no");
        });
        assertThatThrownBy(() -> files.put(AREA, CONTENT)).hasMessage("no");
        assertThat(files.find(AREA, CONTENT.sha256())).isEmpty();
        try (Stream<Path> left = Files.list(folder.resolve("incoming"))) {
            assertThat(left).isEmpty();
        }
    }

    /** All bytes, then the force, then the name, then the folders from the lowest to the root of the storage. */
    private List<String> bytesThenNames() {
        List<String> all = new ArrayList<>(List.of("force 200000 bytes without name"));
        all.addAll(names());
        return all;
    }

    private List<String> names() {
        Path below = folder.relativize(place());
        return List.of(
                "force " + below.subpath(0, 3) + " with name",
                "force " + below.subpath(0, 2) + " with name",
                "force " + below.subpath(0, 1) + " with name",
                "force . with name");
    }

    private Path place() {
        String hex = CONTENT.sha256().hex();
        return folder.resolve(AREA)
                .resolve(hex.substring(0, 2))
                .resolve(hex.substring(2, 4))
                .resolve(hex);
    }

    private FileChannel open(Path path, OpenOption... options) throws IOException {
        return new ForcedChannel(FileChannel.open(path, options), written -> asked.add(told(path, written)));
    }

    private String told(Path path, long written) throws IOException {
        boolean named = Files.exists(place()) && Files.size(place()) == CONTENT.length();
        String what = written + " bytes";
        if (Files.isDirectory(path)) {
            what = path.equals(folder) ? "." : folder.relativize(path).toString();
        }
        return "force " + what + (named ? " with name" : " without name");
    }
}
