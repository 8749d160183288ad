package cat.eset.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Whoever starts on a server that answers before its disk has the commit is told. */
class StartCheckTest {

    @Test
    void settings_of_PostgreSQL_without_which_commits_are_lost_are_named() throws SQLException {
        try (Connection connection = TestDatabase.POSTGRESQL.emptied().getConnection()) {
            connection.setAutoCommit(false);
            // The server of the tests does not force its disk.
            for (String waits : new String[] {"on", "local", "remote_write", "remote_apply"}) {
                connection.createStatement().execute("SET LOCAL synchronous_commit = " + waits);
                assertThat(StartCheck.notWritten(connection, StoreSchema.DEFAULT_NAME))
                        .contains("fsync")
                        .doesNotContain("synchronous_commit");
            }
            connection.createStatement().execute("SET LOCAL synchronous_commit = off");
            assertThat(StartCheck.notWritten(connection, StoreSchema.DEFAULT_NAME))
                    .contains("fsync", "synchronous_commit");
            connection.rollback();
        }
    }
}
