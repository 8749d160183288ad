package cat.eset.store;

import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bytes come back as they were, or not at all; in files and in the database. */
class ContentStorageTest {

    @TempDir
    Path folder;

    @Test
    void what_is_kept_is_found_in_its_area_only_and_once() throws IOException {
        FileContentStorage files = FileContentStorage.in(folder);
        DocumentContent content = content("contingut");
        files.put("0802530003", content);
        files.put("0802530003", content);

        assertThat(read(files, "0802530003", content.sha256())).isEqualTo("contingut");
        assertThat(files.find("0823970005", content.sha256())).isEmpty();
        assertThat(files.find("*", content.sha256())).isEmpty();
        assertThat(files()).hasSize(1);
    }

    @Test
    void bytes_that_are_not_those_of_their_digest_are_not_kept() throws IOException {
        FileContentStorage files = FileContentStorage.in(folder);
        DocumentContent lie = DocumentContent.of(
                5,
                MediaType.PDF,
                Sha256.of("altres".getBytes(StandardCharsets.UTF_8)),
                () -> new ByteArrayInputStream("bytes".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> files.put("*", lie)).isInstanceOf(IOException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void a_source_that_breaks_leaves_nothing() throws IOException {
        FileContentStorage files = FileContentStorage.in(folder);
        InputStream cut = new FilterInputStream(new ByteArrayInputStream(new byte[100_000])) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int n = super.read(buffer, offset, length);
                if (n < 0) {
                    throw new IOException("the line was cut");
                }
                return n;
            }
        };
        DocumentContent broken = DocumentContent.of(1 << 20, MediaType.PDF, Sha256.of(new byte[0]), () -> cut);
        assertThatThrownBy(() -> files.put("*", broken)).hasMessageContaining("cut");
        assertThat(files()).isEmpty();
    }

    @Test
    void what_a_process_that_died_left_behind_is_deleted_and_what_another_one_is_writing_is_not() throws IOException {
        FileContentStorage files = FileContentStorage.in(folder);
        files.put("*", content("contingut"));
        Path left = Files.writeString(folder.resolve("incoming").resolve("1.tmp"), "mig");
        Path under = Files.writeString(folder.resolve("incoming").resolve("2.tmp"), "mig");
        Files.setLastModifiedTime(
                left, FileTime.from(Files.getLastModifiedTime(left).toInstant().minus(25, HOURS)));
        Files.setLastModifiedTime(
                under,
                FileTime.from(Files.getLastModifiedTime(under).toInstant().minus(23, HOURS)));

        FileContentStorage again = FileContentStorage.in(folder);
        assertThat(left).doesNotExist();
        assertThat(under).exists();
        assertThat(read(again, "*", content("contingut").sha256())).isEqualTo("contingut");
    }

    @Test
    void an_area_leads_nowhere_else() throws IOException {
        FileContentStorage files = FileContentStorage.in(folder.resolve("inside"));
        for (String area : List.of("..", "../0802530003", "/", "", "incoming", "any")) {
            assertThatThrownBy(() -> files.put(area, content("contingut"))).isInstanceOf(InvalidValueException.class);
            assertThatThrownBy(() -> files.find(area, content("contingut").sha256()))
                    .isInstanceOf(InvalidValueException.class);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void bytes_that_were_changed_on_the_disk_are_noticed_when_they_are_read() throws IOException {
        FileContentStorage files = FileContentStorage.in(folder);
        DocumentContent content = content("contingut");
        files.put("*", content);
        Files.writeString(files().get(0), "contingvt");

        assertThatThrownBy(() -> read(files, "*", content.sha256()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not those any more");
        assertThatThrownBy(() -> {
                    try (InputStream in =
                            files.find("*", content.sha256()).orElseThrow().open()) {
                        in.skip(Long.MAX_VALUE);
                    }
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void who_reads_byte_by_byte_notices_too() throws IOException {
        FileContentStorage files = FileContentStorage.in(folder);
        DocumentContent content = content("contingut");
        files.put("*", content);
        assertThat(byteByByte(files, content.sha256())).isEqualTo("contingut");
        Files.writeString(files().get(0), "contingvt");
        assertThatThrownBy(() -> byteByByte(files, content.sha256())).hasMessageContaining("not those any more");
    }

    private static String byteByByte(ContentStorage storage, Sha256 digest) throws IOException {
        StringBuilder all = new StringBuilder();
        try (InputStream in = storage.find("*", digest).orElseThrow().open()) {
            for (int one = in.read(); one >= 0; one = in.read()) {
                all.append((char) one);
            }
        }
        return all.toString();
    }

    @Test
    void bytes_that_were_changed_on_the_disk_are_whole_again_when_they_are_stored_again() throws IOException {
        FileContentStorage files = FileContentStorage.in(folder);
        DocumentContent content = content("contingut");
        for (String damaged : List.of("contingvt", "cont", "")) {
            files.put("*", content);
            Files.writeString(files().get(0), damaged);
            files.put("*", content);
            assertThat(read(files, "*", content.sha256())).isEqualTo("contingut");
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void bytes_that_are_there_are_not_written_again() throws IOException {
        FileContentStorage files = FileContentStorage.in(folder);
        files.put("*", content("contingut"));
        FileTime written = FileTime.from(Instant.parse("2026-03-02T09:00:00Z"));
        Files.setLastModifiedTime(files().get(0), written);
        files.put("*", content("contingut"));
        assertThat(Files.getLastModifiedTime(files().get(0))).isEqualTo(written);
    }

    @Test
    void many_at_once_with_the_same_bytes_make_one_file() throws Exception {
        FileContentStorage files = FileContentStorage.in(folder);
        DocumentContent content = content("contingut".repeat(10_000));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> pending = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                pending.add(threads.submit(() -> {
                    files.put("*", content);
                    return read(files, "*", content.sha256());
                }));
            }
            for (Future<?> one : pending) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(files()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void the_database_keeps_bytes_of_any_length_in_parts_and_notices_changes(TestDatabase kind) throws IOException {
        var database = kind.emptied();
        JdbcStore store = JdbcStore.builder(database, Town.CLOCK).build();
        for (int length : new int[] {0, 1, 256 * 1024, 256 * 1024 + 1, 1_000_003}) {
            byte[] bytes = new byte[length];
            new Random(length).nextBytes(bytes);
            var ref = store.documents().put(DocumentContent.of(bytes, MediaType.PDF));
            assertThat(Arrays.equals(store.documents().open(ref).orElseThrow().readAllBytes(), bytes))
                    .isTrue();
        }
        var ref = store.documents().put(content("contingut"));
        TestDatabase.execute(database, "DELETE FROM eset.content_part");
        assertThatThrownBy(() -> store.documents().open(ref).orElseThrow().readAllBytes())
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource
    void bytes_that_break_off_are_not_in_the_database_either(TestDatabase kind) {
        JdbcStore store = kind.store(Town.CLOCK);
        DocumentContent lie = DocumentContent.of(
                3, MediaType.PDF, Sha256.of(new byte[0]), () -> new ByteArrayInputStream(new byte[3]));
        assertThatThrownBy(() -> store.documents().put(lie)).isInstanceOf(StoreException.class);
        assertThat(store.documents().open(cat.eset.core.document.ContentRef.of(lie)))
                .isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static String read(ContentStorage storage, String area, Sha256 digest) throws IOException {
        try (InputStream in = storage.find(area, digest).orElseThrow().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static DocumentContent content(String text) {
        return DocumentContent.of(text.getBytes(StandardCharsets.UTF_8), MediaType.PDF);
    }
}
