package cat.eset.store;

import cat.eset.core.InvalidValueException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Statements on one connection. Tables are written {@code eset.name} and found in the schema that was chosen. Values go in as parameters
 * only: instants, dates, texts, numbers, truths and bytes.
 */
final class Sql {

    /** Reads a row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static final String WRITTEN = "eset.";
    private static final int NO_MORE = -1;

    private final Connection connection;
    private final Dialect dialect;
    private final String prefix;
    private final int patience;

    /** Statements on a connection, which wait for other writers as long as they usually do. */
    Sql(Connection connection, Dialect dialect, String schema) {
        this(connection, dialect, schema, Dialect.WAIT_SECONDS);
    }

    /**
     * Statements on a connection.
     *
     * @param schema its name as the catalogue has it: quoted, it may be any word of SQL
     * @param patience seconds that what is held or changed is waited for
     */
    Sql(Connection connection, Dialect dialect, String schema, int patience) {
        this.connection = connection;
        this.dialect = dialect;
        this.patience = patience;
        this.prefix = schema.equalsIgnoreCase(StoreSchema.DEFAULT_NAME) ? WRITTEN : '"' + schema + "\".";
    }

    Dialect dialect() {
        return dialect;
    }

    <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... values) {
        return read(sql, false, reader, values);
    }

    <T> Optional<T> first(String sql, Reader<T> reader, @Nullable Object... values) {
        return read(sql, false, reader, values).stream().findFirst();
    }

    /** Reads a row and holds it until the transaction ends; gives up when others hold it for too long. */
    <T> Optional<T> hold(String sql, Reader<T> reader, @Nullable Object... values) {
        return read(sql + dialect.forUpdate(patience), true, reader, values).stream()
                .findFirst();
    }

    private <T> List<T> read(String sql, boolean limited, Reader<T> reader, @Nullable Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(inSchema(sql))) {
            if (limited) {
                limit(statement);
            }
            set(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
                return all;
            }
        } catch (SQLException e) {
            throw SqlFailures.of(e);
        }
    }

    /**
     * A change waits for whoever holds its row or is inserting the same one, and on PostgreSQL nothing else would end that. H2 gives up by itself,
     * after the {@code LOCK_TIMEOUT} of its URL.
     */
    private void limit(PreparedStatement statement) throws SQLException {
        if (dialect == Dialect.POSTGRESQL) {
            statement.setQueryTimeout(patience);
        }
    }

    /** How many rows changed; gives up when others hold them for too long. */
    int update(String sql, @Nullable Object... values) {
        return update(sql, true, values);
    }

    /** How many rows changed, of which there may be so many that it takes its time. */
    int updateAll(String sql, @Nullable Object... values) {
        return update(sql, false, values);
    }

    private int update(String sql, boolean limited, @Nullable Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(inSchema(sql))) {
            if (limited) {
                limit(statement);
            }
            set(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw SqlFailures.of(e);
        }
    }

    /** Changes a row and gives a column of it as it is then, if there is such a row. */
    Optional<Long> updateAndGet(String sql, String column, @Nullable Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(inSchema(sql), new String[] {column})) {
            limit(statement);
            set(statement, values);
            statement.executeUpdate();
            try (ResultSet changed = statement.getGeneratedKeys()) {
                return changed.next() ? Optional.of(changed.getLong(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw SqlFailures.of(e);
        }
    }

    /** Inserts a row, and whether it was not there; waits for whoever is inserting the same one, and gives up when that takes too long. */
    boolean insertIfAbsent(String insert, @Nullable Object... values) {
        return inVain(write().insert(insert, values)).isEmpty();
    }

    /** Changes to be sent together. */
    Write write() {
        return new Write(dialect);
    }

    /**
     * Makes changes until one of them changes no row: its place among them, or none if each changed one. Changes after it may have been made
     * too: only what was is to be asked before the roll back.
     */
    OptionalInt inVain(Write write) {
        for (Write.Question question : write.questions()) {
            OptionalInt place = inVain(question);
            if (place.isPresent()) {
                return place;
            }
        }
        return OptionalInt.empty();
    }

    private OptionalInt inVain(Write.Question question) {
        try (PreparedStatement statement = connection.prepareStatement(inSchema(question.sql()))) {
            limit(statement);
            set(statement, question.values().toArray());
            int place = question.first();
            for (int changed = statement.executeUpdate(); changed != NO_MORE; changed = next(statement)) {
                if (changed != 1) {
                    return OptionalInt.of(place);
                }
                place++;
            }
            return OptionalInt.empty();
        } catch (SQLException e) {
            // H2 takes back the one insert, and goes on with the transaction.
            if (dialect == Dialect.H2 && SqlFailures.isDuplicate(e)) {
                return OptionalInt.of(question.first());
            }
            throw SqlFailures.of(e);
        }
    }

    private static int next(PreparedStatement statement) throws SQLException {
        return statement.getMoreResults() ? 0 : statement.getUpdateCount();
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Instant instant) {
                statement.setObject(i + 1, precise(instant).atOffset(ZoneOffset.UTC));
            } else if (value instanceof String text) {
                requireStorable(text);
                statement.setString(i + 1, text);
            } else if (value instanceof Enum<?> name) {
                statement.setString(i + 1, name.name());
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    /** H2 would keep it and PostgreSQL would not. */
    private static void requireStorable(String text) {
        if (text.indexOf('\0') >= 0) {
            throw InvalidValueException.of("text", "no character U+0000, which a database cannot hold");
        }
    }

    /** A text for people, without the one character that a database cannot hold. */
    static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private String inSchema(String sql) {
        return prefix.equals(WRITTEN) ? sql : sql.replace(WRITTEN, prefix);
    }

    /** An instant as precise as the databases are, which would round it: what is compared is then what was stored. */
    static Instant precise(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> instantIfAny(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
