package cat.eset.benchmarks.store;

import cat.eset.core.Actor;
import cat.eset.core.id.Nif;
import cat.eset.core.party.Party;
import cat.eset.core.registry.EntryDraft;
import cat.eset.store.JdbcStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import javax.sql.DataSource;

/** Gives an entry its number, in one transaction. Used by one thread. */
interface Numbering {

    /** Registers an entry of a town hall. */
    long next(Actor clerk) throws SQLException;

    /** What is registered. */
    EntryDraft DRAFT = EntryDraft.entry("Sol·licitud de llicència d'obres menors")
            .party(Party.person(Nif.of("00000000T"), "Maria", "Exemple"))
            .genericRequest("Que cal arreglar la teulada.", "La llicència per fer-ho.")
            .build();

    /** The store. */
    record Store(JdbcStore store) implements Numbering {
        static Store on(DataSource pool) {
            return new Store(JdbcStore.builder(pool, Clock.systemUTC()).build());
        }

        @Override
        public long next(Actor clerk) {
            return store.registryBook().register(DRAFT, clerk).number().sequence();
        }
    }

    /**
     * What somebody would write who wants nothing but the number and the same rows of entry and event: three statements that stay prepared,
     * on a connection of its own, and a commit. No chain of events, no versions, nothing is read or checked.
     */
    final class Bare implements Numbering {

        /** Like the tables of the store, indexes included. */
        static final String[] TABLES = {
            "CREATE SCHEMA IF NOT EXISTS bare",
            "CREATE TABLE IF NOT EXISTS bare.counter (LIKE eset.counter INCLUDING ALL)",
            "CREATE TABLE IF NOT EXISTS bare.entry (LIKE eset.entry INCLUDING ALL)",
            "CREATE TABLE IF NOT EXISTS bare.event (LIKE eset.event INCLUDING ALL)"
        };

        private final Connection connection;
        private final String body;
        private final int year;
        private final PreparedStatement count;
        private final PreparedStatement entry;
        private final PreparedStatement event;

        /**
         * Connects.
         *
         * @param body of an event, as long as that of the store
         */
        Bare(String url, String body, int year) throws SQLException {
            this.connection = DriverManager.getConnection(url);
            connection.setAutoCommit(false);
            this.body = body;
            this.year = year;
            this.count = connection.prepareStatement("UPDATE bare.counter SET last_number = last_number + 1"
                    + " WHERE tenant = ? AND sequence = 'ENTRY' AND number_year = ? RETURNING last_number");
            this.entry = connection.prepareStatement("INSERT INTO bare.entry (tenant, direction, number_year, number,"
                    + " aggregate, version, printed, registered_at, state, done, subject)"
                    + " VALUES (?, 'ENTRY', ?, ?, ?, 1, ?, ?, 'PENDING', FALSE, ?) RETURNING number");
            this.event = connection.prepareStatement("INSERT INTO bare.event (tenant, position, kind, aggregate,"
                    + " version, type, happened_at, shapes, body, hash)"
                    + " VALUES (?, ?, 'RegistryEntry', ?, 1, 'Registered', ?, 1, ?, ?)");
        }

        @Override
        public long next(Actor clerk) throws SQLException {
            String tenant = clerk.townHall().ine10().value();
            OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
            count.setString(1, tenant);
            count.setInt(2, year);
            long number = only(count);
            String printed = String.format(Locale.ROOT, "%04d/E/%06d", year, number);
            String aggregate = tenant + ":" + printed;
            entry.setString(1, tenant);
            entry.setInt(2, year);
            entry.setLong(3, number);
            entry.setString(4, aggregate);
            entry.setString(5, printed);
            entry.setObject(6, now);
            entry.setString(7, DRAFT.extract());
            long inserted = only(entry);
            event.setString(1, tenant);
            event.setLong(2, number);
            event.setString(3, aggregate);
            event.setObject(4, now);
            event.setString(5, body);
            event.setString(6, "0".repeat(64));
            event.executeUpdate();
            connection.commit();
            return inserted;
        }

        private static long only(PreparedStatement statement) throws SQLException {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
