package cat.eset.benchmarks.store;

import cat.eset.store.ChainCheck;
import cat.eset.store.JdbcStore;
import cat.eset.store.StoreSchema;
import cat.eset.store.desk.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * What a desk asks, page after page, of a town hall with a million entries and 200 000 open expedients on PostgreSQL: how long the answers
 * take, how the server finds them, and whether the store starts as fast as on empty tables. On H2, of a town hall of the size that has one.
 */
public final class DeskBenchmark {

    private static final int ROUNDS = 600;
    private static final int PAGE = 50;

    private final Path folder;
    private final Archive archive;
    private final Random random = new Random(20_261_120);

    private DeskBenchmark(Path folder, Archive archive) {
        this.folder = folder;
        this.archive = archive;
    }

    /** Arguments: make, verify, measure, all or h2; a folder that keeps the database; entries and expedients that it is made with. */
    public static void main(String[] args) throws Exception {
        Archive archive = new Archive(Towns.clerks(1).get(0), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        DeskBenchmark benchmark = new DeskBenchmark(Files.createDirectories(Path.of(args[1])), archive);
        switch (args[0]) {
            case "make" -> benchmark.make();
            case "verify" -> benchmark.verify();
            case "measure" -> benchmark.measure();
            case "all" -> {
                benchmark.make();
                benchmark.verify();
                benchmark.measure();
            }
            case "h2" -> benchmark.h2();
            default -> throw new IllegalArgumentException("make, verify, measure, all or h2");
        }
    }

    private Path database() {
        return folder.resolve("postgresql");
    }

    private void make() throws Exception {
        try (Server server = Server.startIn(database())) {
            DataSource pool = Server.pool(server.url(), 4);
            StoreSchema.of(pool, StoreSchema.DEFAULT_NAME).migrate();
            long begin = System.nanoTime();
            new ArchiveCopy(archive, server.url()).fill();
            said(
                    archive.entries() + " entries, " + archive.expedients() + " expedients, " + archive.tasks()
                            + " tasks",
                    begin);
        }
    }

    /** The rows are those that the store would have written. */
    private void verify() throws IOException {
        try (Server server = Server.startIn(database())) {
            DataSource pool = Server.pool(server.url(), 2);
            long begin = System.nanoTime();
            ChainCheck check = store(pool).verifyChain(archive.clerk().townHall());
            said("the chain is " + check, begin);
            if (!(check instanceof ChainCheck.Intact)) {
                throw new IllegalStateException(check.toString());
            }
        }
    }

    private static void said(String what, long begin) {
        System.out.printf(Locale.ROOT, "%s (%d s)%n", what, (System.nanoTime() - begin) / 1_000_000_000);
    }

    private void measure() throws IOException, SQLException, InterruptedException {
        try (Server server = Server.startIn(database())) {
            DataSource pool = Server.pool(server.url(), 2);
            double[] starts = {startMillis(emptied(pool), "empty_one"), startMillis(pool, StoreSchema.DEFAULT_NAME)};
            System.out.printf(
                    Locale.ROOT,
                    "start of the store: %.1f ms on empty tables, %.1f ms on these%n",
                    starts[0],
                    starts[1]);
            ask("plans as the server chooses them", store(pool));
            for (String plans : List.of("generic", "custom")) {
                String url = server.url() + "&prepareThreshold=1&options=-c%20plan_cache_mode=force_" + plans + "_plan";
                ask(plans + " plans", store(Server.pool(url, 2)));
            }
            Plans plans = new Plans(server.url(), database().resolve("log/server.log"));
            for (Map.Entry<String, Question> one : questions().entrySet()) {
                System.out.println("\n## " + one.getKey());
                plans.of(url -> one.getValue()
                                .ask(
                                        store(Server.pool(url, 1))
                                                .desk(archive.clerk().townHall()),
                                        Page.first(PAGE)))
                        .forEach(System.out::println);
            }
        }
    }

    private void h2() {
        String url = "jdbc:h2:file:" + folder.resolve("h2/eset").toAbsolutePath() + ";WRITE_DELAY=0";
        JdbcConnectionPool pool = JdbcConnectionPool.create(url, "", "");
        try {
            double empty = startMillis(emptied(pool), "empty_one");
            StoreSchema.of(pool, StoreSchema.DEFAULT_NAME).migrate();
            JdbcStore store = store(pool);
            if (store.chainEnd(archive.clerk().townHall()).position() == 0) {
                long begin = System.nanoTime();
                archive.save(store);
                said(
                        archive.entries() + " entries, " + archive.expedients() + " expedients, " + archive.tasks()
                                + " tasks",
                        begin);
            }
            System.out.printf(
                    Locale.ROOT,
                    "start of the store: %.1f ms on empty tables, %.1f ms on these%n",
                    empty,
                    startMillis(pool, StoreSchema.DEFAULT_NAME));
            ask("H2", store);
        } finally {
            pool.dispose();
        }
    }

    private static DataSource emptied(DataSource pool) {
        StoreSchema.of(pool, "empty_one").migrate();
        return pool;
    }

    private static JdbcStore store(DataSource pool) {
        return store(pool, StoreSchema.DEFAULT_NAME);
    }

    private static JdbcStore store(DataSource pool, String schema) {
        return JdbcStore.builder(pool, Clock.fixed(Archive.END, ZoneOffset.UTC))
                .schema(schema)
                .build();
    }

    /** Median of many. */
    private static double startMillis(DataSource pool, String schema) {
        double[] millis = new double[41];
        for (int i = 0; i < millis.length; i++) {
            long begin = System.nanoTime();
            store(pool, schema);
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        return millis[millis.length / 2];
    }

    private Map<String, Question> questions() {
        return Question.all(archive, random);
    }

    private void ask(String how, JdbcStore store) {
        System.out.printf(Locale.ROOT, "%n%-40s %8s %10s %10s %10s%n", how, "pages", "p50 ms", "p99 ms", "max ms");
        questions().forEach((name, question) -> {
            double[] millis =
                    millis(page -> question.ask(store.desk(archive.clerk().townHall()), page));
            System.out.printf(
                    Locale.ROOT,
                    "%-40s %8d %10.2f %10.2f %10.2f%n",
                    name,
                    millis.length,
                    millis[millis.length / 2],
                    millis[millis.length * 99 / 100],
                    millis[millis.length - 1]);
        });
    }

    private interface Asked {
        Page<?> page(Page.Request request);
    }

    /** First pages, and those that follow them; the first half warms up and does not count. */
    private double[] millis(Asked asked) {
        List<Double> millis = new ArrayList<>();
        Page.Request next = Page.first(PAGE);
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            Page<?> page = asked.page(next);
            if (i >= ROUNDS / 2) {
                millis.add((System.nanoTime() - begin) / 1e6);
            }
            next = page.next().filter(more -> random.nextInt(20) != 0).orElse(Page.first(PAGE));
        }
        return millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
