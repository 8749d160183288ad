package cat.eset.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a table shows of an aggregate: its key, what it is looked for by, and the version that guards a change. */
final class Row {

    private final String table;
    private final String tenant;
    private final List<String> keyColumns = new ArrayList<>();
    private final List<@Nullable Object> key = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    private Row(String table, String tenant) {
        this.table = table;
        this.tenant = tenant;
    }

    static Row of(String table, String tenant) {
        return new Row(table, tenant).key("tenant", tenant);
    }

    /** One more column of the key. */
    Row key(String column, Object value) {
        keyColumns.add(column);
        key.add(value);
        return this;
    }

    /** One more column. */
    Row set(String column, @Nullable Object value) {
        columns.add(column);
        values.add(value instanceof String text ? Sql.storable(text) : value);
        return this;
    }

    String tenant() {
        return tenant;
    }

    /** Inserts it; there may be such a row. */
    void insert(Write write, String aggregate, long version) {
        List<String> all = Stream.of(keyColumns, columns, List.of("aggregate", "version"))
                .flatMap(List::stream)
                .toList();
        write.insert(
                "INSERT INTO eset." + table + " (" + String.join(", ", all) + ") VALUES ("
                        + all.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")",
                with(key, values, List.of(aggregate, version)));
    }

    /** Changes it if it is of the version that is expected. */
    void update(Write write, long expected, long version) {
        String set = Stream.concat(columns.stream(), Stream.of("version"))
                .map(column -> column + " = ?")
                .collect(Collectors.joining(", "));
        write.update(
                "UPDATE eset." + table + " SET " + set + " WHERE " + whereKey() + " AND version = ?",
                with(values, List.of(version), key, List.of(expected)));
    }

    /** The version that is stored; 0 if there is none. */
    long version(Sql sql) {
        return sql.first(
                        "SELECT version FROM eset." + table + " WHERE " + whereKey(),
                        row -> row.getLong(1),
                        key.toArray())
                .orElse(0L);
    }

    private String whereKey() {
        return keyColumns.stream().map(column -> column + " = ?").collect(Collectors.joining(" AND "));
    }

    private static @Nullable Object[] with(List<?>... parts) {
        return Stream.of(parts).flatMap(part -> part.stream()).toArray();
    }
}
