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
import java.util.stream.Stream;

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

        Order reversed() {
            return new Order(columns, keys, !descending);
        }

        private String after() {
            return " AND (" + String.join(", ", columns) + ") " + (descending ? "<" : ">") + " ("
                    + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        }

        private List<Object> read(String after) {
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

    /** What is read of which table. */
    record Rows(String table, String columns) {}

    /** Where a page begins: a condition to add, and its values. */
    record Part(String after, List<Object> key) {

        /** The values of a question, of which some come before those of the key and some after. */
        Object[] values(List<?> before, List<?> behind) {
            return Stream.of(before, key, behind).flatMap(List::stream).toArray();
        }
    }

    /** The first page. */
    static final Part FIRST = new Part("", List.of());

    private final Transactions transactions;
    private final Rows rows;
    private final Order order;
    private final Sql.Reader<T> reader;
    private final Function<T, List<?>> key;

    /**
     * A list.
     *
     * @param rows where they are
     * @param order of them
     * @param reader of a row
     * @param key of a row, in the order of the columns of the order
     */
    Listing(Transactions transactions, Rows rows, Order order, Sql.Reader<T> reader, Function<T, List<?>> key) {
        this.transactions = transactions;
        this.rows = rows;
        this.order = order;
        this.reader = reader;
        this.key = key;
    }

    Rows rows() {
        return rows;
    }

    Order order() {
        return order;
    }

    Sql.Reader<T> reader() {
        return reader;
    }

    /** Where a page begins. */
    Part part(Page.Request request) {
        return request.after()
                .map(after -> new Part(order.after(), order.read(after)))
                .orElse(FIRST);
    }

    Page<T> page(Page.Request request, String where, Object... values) {
        Part part = part(request);
        String sql = "SELECT " + rows.columns() + " FROM " + rows.table() + " WHERE " + where + part.after()
                + " ORDER BY " + order.orderBy() + " FETCH FIRST ? ROWS ONLY";
        return cut(
                request,
                transactions.in(transaction -> transaction
                        .sql()
                        .list(sql, reader, part.values(List.of(values), List.of(request.size() + 1)))));
    }

    /** The page of what was found, which is one row more than the page when others follow. */
    Page<T> cut(Page.Request request, List<T> found) {
        if (found.size() <= request.size()) {
            return new Page<>(found, Optional.empty());
        }
        List<T> page = found.subList(0, request.size());
        String after = key.apply(page.get(page.size() - 1)).stream()
                .map(Object::toString)
                .collect(Collectors.joining("|"));
        return new Page<>(page, Optional.of(new Page.Request(request.size(), Optional.of(after))));
    }
}
