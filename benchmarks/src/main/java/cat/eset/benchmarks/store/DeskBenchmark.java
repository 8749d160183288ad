package cat.eset.benchmarks.store;

import cat.eset.core.Actor;
import cat.eset.core.expedient.Phase;
import cat.eset.core.registry.Direction;
import cat.eset.store.ChainCheck;
import cat.eset.store.JdbcStore;
import cat.eset.store.StoreSchema;
import cat.eset.store.desk.DeskQueries;
import cat.eset.store.desk.Page;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * What a desk asks, page after page, of a town hall with a million entries and 200 000 open expedients on PostgreSQL: how long the answers
 * take, how the server finds them, and whether the store starts as fast as on empty tables.
 */
public final class DeskBenchmark {

    private static final int ROUNDS = 400;
    private static final int PAGE = 50;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    /** A question: how to ask for a page of it, with a number that makes each one different. */
    private record Question(Function<Page.Request, Page<?>> ask) {}

    private final Actor clerk = Towns.clerks(1).get(0);
    private final Random random = new Random(20_261_120);

    private DeskBenchmark() {}

    /** Arguments: entries and expedients; a million and 200 000 if none. */
    public static void main(String[] args) throws Exception {
        int entries = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int expedients = args.length > 1 ? Integer.parseInt(args[1]) : 200_000;
        new DeskBenchmark().run(entries, expedients);
    }

    private void run(int entries, int expedients) throws Exception {
        try (Server server = Server.start()) {
            DataSource pool = Server.pool(server.url(), 4);
            StoreSchema.of(pool, StoreSchema.DEFAULT_NAME).migrate();
            double empty = startMillis(pool);
            long begin = System.nanoTime();
            new Archive(clerk).fill(server.url(), entries, expedients);
            System.out.printf(
                    Locale.ROOT,
                    "%d entries and %d expedients written in %d s%n",
                    entries,
                    expedients,
                    (System.nanoTime() - begin) / 1_000_000_000);
            System.out.printf(
                    Locale.ROOT,
                    "start of the store: %.1f ms on empty tables, %.1f ms on these%n",
                    empty,
                    startMillis(pool));
            JdbcStore store = store(pool);
            verify(store);
            System.out.printf(
                    Locale.ROOT, "%-36s %8s %10s %10s %10s%n", "question", "pages", "p50 ms", "p99 ms", "max ms");
            for (Map.Entry<String, Question> one :
                    questions(store.desk(clerk.townHall()), entries, expedients).entrySet()) {
                measure(one.getKey(), one.getValue());
            }
            explain(server.url(), store, entries, expedients);
        }
    }

    private static JdbcStore store(DataSource pool) {
        return JdbcStore.builder(pool, Clock.fixed(Archive.END, ZoneOffset.UTC)).build();
    }

    /** Median of many. */
    private static double startMillis(DataSource pool) {
        double[] millis = new double[41];
        for (int i = 0; i < millis.length; i++) {
            long begin = System.nanoTime();
            store(pool);
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        return millis[millis.length / 2];
    }

    /** The rows are those that the store would have written. */
    private void verify(JdbcStore store) {
        long begin = System.nanoTime();
        ChainCheck check = store.verifyChain(clerk.townHall());
        System.out.printf(Locale.ROOT, "the chain is %s (%d s)%n", check, (System.nanoTime() - begin) / 1_000_000_000);
        if (!(check instanceof ChainCheck.Intact)) {
            throw new IllegalStateException(check.toString());
        }
    }

    private Map<String, Question> questions(DeskQueries desk, int entries, int expedients) {
        Map<String, Question> all = new LinkedHashMap<>();
        all.put("open expedients", new Question(desk::openExpedients));
        all.put("open expedients in a phase", new Question(page -> desk.openExpedients(Phase.INSTRUCTION, page)));
        all.put(
                "open expedients of somebody",
                new Question(page -> desk.openExpedients(Archive.responsible(random.nextInt(Archive.GROUPS)), page)));
        all.put("overdue expedients", new Question(page -> desk.overdueExpedients(TODAY, page)));
        all.put("expedients without pending work", new Question(desk::expedientsWithoutPendingWork));
        all.put("pending entries", new Question(page -> desk.pendingEntries(Direction.ENTRY, page)));
        all.put(
                "entries with rare words",
                new Question(page -> desk.searchEntries(Archive.subject(random.nextInt(entries)), page)));
        all.put("entries with frequent words", new Question(page -> desk.searchEntries("obres carrer Major", page)));
        all.put(
                "expedients with rare words",
                new Question(page -> desk.searchExpedients(Archive.subject(random.nextInt(expedients)), page)));
        all.put("expedients with frequent words", new Question(page -> desk.searchExpedients("obres Major", page)));
        return all;
    }

    /** First pages, and those that follow them. */
    private void measure(String name, Question question) {
        List<Double> millis = new ArrayList<>();
        Page.Request next = Page.first(PAGE);
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            Page<?> page = question.ask().apply(next);
            if (i >= ROUNDS / 10) {
                millis.add((System.nanoTime() - begin) / 1e6);
            }
            next = page.next().filter(more -> random.nextInt(20) != 0).orElse(Page.first(PAGE));
        }
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-36s %8d %10.2f %10.2f %10.2f%n",
                name,
                sorted.length,
                sorted[sorted.length / 2],
                sorted[sorted.length * 99 / 100],
                sorted[sorted.length - 1]);
    }

    /** Asks each question once on a connection that keeps what it was asked, and has the server explain it. */
    private void explain(String url, JdbcStore store, int entries, int expedients) throws SQLException {
        for (Map.Entry<String, Question> one :
                questions(store.desk(clerk.townHall()), entries, expedients).entrySet()) {
            try (Connection connection = DriverManager.getConnection(url + "&prepareThreshold=1")) {
                connection.setAutoCommit(false);
                Page<?> page =
                        store.joining(connection, () -> one.getValue().ask().apply(Page.first(PAGE)));
                System.out.println("\n-- " + one.getKey() + " (" + page.rows().size() + " rows)");
                Optional<String> asked = prepared(connection);
                System.out.println(asked.orElse("?"));
                connection.rollback();
            }
        }
    }

    private Optional<String> prepared(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT name, statement, parameter_types::text[] AS types"
                                + " FROM pg_prepared_statements WHERE statement LIKE '%FROM eset.%FETCH FIRST%ROWS ONLY' ORDER BY prepare_time DESC")) {
            if (!row.next()) {
                return Optional.empty();
            }
            String name = row.getString("name");
            String sql = row.getString("statement");
            String[] types = (String[]) row.getArray("types").getArray();
            return Optional.of(sql + "\n" + plan(connection, name, values(sql, types)));
        }
    }

    /** The first parameter is the town hall and the last one the size of a page; what is between says the question. */
    private String values(String sql, String[] types) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            if (i == 0) {
                values.add(clerk.townHall().ine10().value());
            } else if (i == types.length - 1) {
                values.add(Integer.toString(PAGE + 1));
            } else if (sql.contains("phase = $" + (i + 1))) {
                values.add(Phase.INSTRUCTION.name());
            } else if (sql.contains("responsible = $" + (i + 1))) {
                values.add("group Grup 7");
            } else if (sql.contains("direction = $" + (i + 1))) {
                values.add(Direction.ENTRY.name());
            } else if (sql.contains("due < $" + (i + 1))) {
                values.add(TODAY.toString());
            } else {
                values.add("obres carrer Major");
            }
        }
        return "'" + String.join("', '", values) + "'";
    }

    private static String plan(Connection connection, String name, String values) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) EXECUTE \"" + name
                                + "\"(" + values + ")")) {
            while (rows.next()) {
                plan.append("  ").append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
