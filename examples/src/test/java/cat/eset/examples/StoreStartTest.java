package cat.eset.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.work.WorkModel;
import cat.eset.store.FileContentStorage;
import cat.eset.store.JdbcStore;
import cat.eset.store.StoreSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first lines of docs/store.md. */
class StoreStartTest {

    @TempDir
    Path folder;

    @Test
    void aStoreOfATownHallStartsInAFewLines() throws IOException {
        TownHall elBruc = TownHall.of("Ajuntament del Bruc", Ine10.of("0802530003"), Dir3.of("L01080253"));
        Clock clock = Clock.systemUTC();
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:file:" + folder.resolve("eset") + ";WRITE_DELAY=0");
        DataSource dataSource = h2;

        // tag::start[]
        StoreSchema.of(dataSource, "eset").migrate(); // once per version, with the right to create tables
        JdbcStore platform = JdbcStore.builder(dataSource, clock)
                .content(FileContentStorage.in(folder)) // in the database when not said
                .build(); // checks the tables, the isolation, and that H2 writes every commit
        WorkModel work = WorkModel.builder(platform.of(elBruc), clock).build();
        // end::start[]

        assertThat(work).isNotNull();
        assertThat(platform.chainEnd(elBruc).position()).isZero();
    }
}
