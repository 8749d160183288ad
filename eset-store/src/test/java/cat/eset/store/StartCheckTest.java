package cat.eset.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.ConfigurationException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
                        .contains("fsync", "full_page_writes")
                        .doesNotContain("synchronous_commit");
            }
            connection.createStatement().execute("SET LOCAL synchronous_commit = off");
            assertThat(StartCheck.notWritten(connection, StoreSchema.DEFAULT_NAME))
                    .contains("fsync", "synchronous_commit");
            connection.rollback();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_database_that_may_lose_commits_is_refused_to_whoever_requires_that_it_does_not(TestDatabase kind) {
        JdbcStore.Builder builder = JdbcStore.builder(kind.emptied(), Town.CLOCK);
        assertThat(builder.build()).isNotNull();
        assertThatThrownBy(() -> builder.requireDurable().build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(kind == TestDatabase.H2 ? "in memory" : "fsync");
    }
}
