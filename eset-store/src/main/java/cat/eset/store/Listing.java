package cat.eset.store;

import cat.eset.core.InvalidValueException;
import cat.eset.store.desk.Page;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A list that is read page by page: the next page begins after the key of the last row. */
final class Listing<T> {

    /** A column of the key, and how its values are written into what asks for the next page. */
    enum KeyColumn {
        NUMBER(Long::valueOf),
        DAY(LocalDate::parse),
        INSTANT(Instant::parse),
        TEXT(text -> text);

        private final Function<String, Object> read;

        KeyColumn(Function<String, Object> read) {
            this.read = read;
        }
    }

    /** The order of a list: columns that together name one row, all in one direction. */
    record Order(List<String> columns, List<KeyColumn> keys, boolean descending) {
        String orderBy() {
            return columns.stream()
                    .map(column -> column + (descending ? " DESC" : ""))
                    .collect(Collectors.joining(", "));
        }

        String after() {
            return "(" + String.join(", ", columns) + ") " + (descending ? "<" : ">") + " ("
                    + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        }

        List<Object> read(String after) {
            String[] parts = after.split("\\|", -1);
            if (parts.length != keys.size()) {
                throw unknown();
            }
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < parts.length; i++) {
                try {
                    values.add(keys.get(i).read.apply(parts[i]));
                } catch (DateTimeException | NumberFormatException e) {
                    throw unknown();
                }
            }
            return values;
        }

        private static InvalidValueException unknown() {
            return InvalidValueException.of(
                    "Page", "the next page is asked with what the page before said, in the same list");
        }
    }

    private final Transactions transactions;
    private final String select;
    private final Order order;
    private final Sql.Reader<T> reader;
    private final Function<T, List<?>> key;

    /**
     * A list.
     *
     * @param select columns and table
     * @param order of its rows
     * @param reader of a row
     * @param key of a row, in the order of the columns of the order
     */
    Listing(Transactions transactions, String select, Order order, Sql.Reader<T> reader, Function<T, List<?>> key) {
        this.transactions = transactions;
        this.select = select;
        this.order = order;
        this.reader = reader;
        this.key = key;
    }

    Page<T> page(Page.Request request, String where, Object... values) {
        List<Object> all = new ArrayList<>(List.of(values));
        request.after().ifPresent(after -> all.addAll(order.read(after)));
        all.add(request.size() + 1);
        String sql = select + " WHERE " + where
                + request.after().map(after -> " AND " + order.after()).orElse("")
                + " ORDER BY " + order.orderBy() + " FETCH FIRST ? ROWS ONLY";
        List<T> found = transactions.in(transaction -> transaction.sql().list(sql, reader, all.toArray()));
        if (found.size() <= request.size()) {
            return new Page<>(found, Optional.empty());
        }
        List<T> rows = found.subList(0, request.size());
        String after = key.apply(rows.get(rows.size() - 1)).stream()
                .map(Object::toString)
                .collect(Collectors.joining("|"));
        return new Page<>(rows, Optional.of(new Page.Request(request.size(), Optional.of(after))));
    }
}
