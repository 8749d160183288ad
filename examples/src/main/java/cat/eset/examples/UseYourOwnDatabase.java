package cat.eset.examples;

import cat.eset.core.Actor;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.store.JdbcStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Registers an entry and writes a row of the vendor's own table in one transaction: both are there afterwards, or neither. */
public final class UseYourOwnDatabase {

    private final DataSource database;
    private final JdbcStore store;

    /**
     * Works on the vendor's database, in which the store has a schema of its own.
     *
     * @param database connections of it
     * @param store on the same database
     */
    public UseYourOwnDatabase(DataSource database, JdbcStore store) {
        this.database = database;
        this.store = store;
    }

    /** Registers what came over the counter, and at which one it was. */
    public RegistryEntry register(EntryDraft draft, Actor by, String counter) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                RegistryEntry entry =
                        store.joining(connection, () -> store.registryBook().register(draft, by));
                try (PreparedStatement insert = connection.prepareStatement("INSERT INTO our_counter VALUES (?, ?)")) {
                    insert.setString(1, entry.number().text());
                    insert.setString(2, counter);
                    insert.executeUpdate();
                }
                connection.commit();
                return entry;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }
}
