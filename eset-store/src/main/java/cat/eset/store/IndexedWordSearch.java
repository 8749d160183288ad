package cat.eset.store;

import cat.eset.store.desk.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * Whole words on PostgreSQL. The index of words knows no order, so that all rows with a frequent word would have to be fetched for one page.
 * Three questions therefore, until one of them is enough:
 *
 * <ol>
 *   <li>the next {@value #AHEAD} rows of the list, without the index: a frequent word fills a page from them;
 *   <li>the index, up to {@value #FEW} rows: those are all the rows that have a rare word;
 *   <li>the index, one year after the other: for what is between, or was frequent only long ago.
 * </ol>
 *
 * The server is kept from choosing for itself: it takes words for independent of each other, and would read the whole town hall in order when two
 * frequent words never come together. So it sees the words as a subquery, of which it believes that few rows have them.
 */
final class IndexedWordSearch implements WordSearch {

    static final int AHEAD = 3000;
    static final int FEW = 300;

    /** As a subquery the words are read once, and not for each row. */
    private static final String HAS_WORDS = "words @@ (SELECT plainto_tsquery('simple', ?))";

    private static final String BY_INDEX = "tenant = ? AND " + HAS_WORDS + " AND words @@ (SELECT CAST(? AS tsquery))";

    private final Transactions transactions;
    private final String tenant;

    IndexedWordSearch(Transactions transactions, String tenant) {
        this.transactions = transactions;
        this.tenant = tenant;
    }

    @Override
    public <T> Page<T> page(Listing<T> list, String asked, Page.Request request) {
        String words = Marks.without(asked);
        return transactions.in(transaction -> {
            Sql sql = transaction.sql();
            List<T> ahead = ahead(sql, list, words, request);
            if (ahead.size() > request.size()) {
                return list.cut(request, ahead);
            }
            List<Counted<T>> few = few(sql, list, words, request);
            if (few.isEmpty() || few.get(0).all() <= FEW) {
                return list.cut(request, few.stream().map(Counted::row).toList());
            }
            return list.cut(request, yearByYear(sql, list, words, request));
        });
    }

    private <T> List<T> ahead(Sql sql, Listing<T> list, String words, Page.Request request) {
        Listing.Part part = list.part(request);
        String next = "SELECT " + list.rows().columns() + ", words FROM "
                + list.rows().table() + " WHERE tenant = ?" + part.after() + " ORDER BY "
                + list.order().orderBy() + " FETCH FIRST " + AHEAD + " ROWS ONLY";
        return sql.list(
                "SELECT " + list.rows().columns() + " FROM (" + next + ") ahead WHERE " + HAS_WORDS + " ORDER BY "
                        + list.order().orderBy() + " FETCH FIRST ? ROWS ONLY",
                list.reader(),
                part.values(List.of(tenant), List.of(words, request.size() + 1)));
    }

    private record Counted<T>(T row, long all) {}

    private <T> List<Counted<T>> few(Sql sql, Listing<T> list, String words, Page.Request request) {
        Listing.Part part = list.part(request);
        return sql.list(
                "WITH few AS MATERIALIZED (" + found(list, part)
                        + " FETCH FIRST "
                        + (FEW + 1) + " ROWS ONLY) SELECT *, (SELECT COUNT(*) FROM few) AS how_many FROM few ORDER BY "
                        + list.order().orderBy() + " FETCH FIRST ? ROWS ONLY",
                row -> new Counted<>(list.reader().read(row), row.getLong("how_many")),
                part.values(List.of(tenant, words, only(tenant + " ")), List.of(request.size() + 1)));
    }

    private <T> List<T> yearByYear(Sql sql, Listing<T> list, String words, Page.Request request) {
        Listing.Part part = list.part(request);
        int first = year(sql, list, Listing.FIRST, list.order().reversed());
        List<T> all = new ArrayList<>();
        for (int year = year(sql, list, part, list.order()); year >= first && all.size() <= request.size(); year--) {
            all.addAll(sql.list(
                    "SELECT * FROM (" + found(list, part) + ") found ORDER BY "
                            + list.order().orderBy() + " FETCH FIRST ? ROWS ONLY",
                    list.reader(),
                    part.values(
                            List.of(tenant, words, only(tenant + " " + year)),
                            List.of(request.size() + 1 - all.size()))));
        }
        return all;
    }

    /** With an offset of none, which keeps the server from thinking of the order when it looks for the rows. */
    private static String found(Listing<?> list, Listing.Part part) {
        return "SELECT " + list.rows().columns() + " FROM " + list.rows().table() + " WHERE " + BY_INDEX + part.after()
                + " OFFSET 0 ROWS";
    }

    /** The year of the first row in an order: what is asked for has rows. */
    private int year(Sql sql, Listing<?> list, Listing.Part part, Listing.Order order) {
        return sql.first(
                        "SELECT number_year FROM " + list.rows().table() + " WHERE tenant = ?" + part.after()
                                + " ORDER BY " + order.orderBy() + " FETCH FIRST 1 ROWS ONLY",
                        row -> row.getInt(1),
                        part.values(List.of(tenant), List.of()))
                .orElseThrow();
    }

    /** A word that the tables add to the subject, as a query of its own. */
    private static String only(String added) {
        return "'" + added + "'";
    }
}
