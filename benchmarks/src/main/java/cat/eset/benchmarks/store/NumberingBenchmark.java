package cat.eset.benchmarks.store;

import cat.eset.core.Actor;
import cat.eset.store.StoreSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How many entries per second get a number on PostgreSQL when four virtual machines with eight threads each write in one registry, and in
 * 200: the store against a bare JDBC program that writes the same rows, in turns, so that both meet the same machine. What counts is the
 * ratio.
 */
public final class NumberingBenchmark {

    private static final int PROCESSES = 4;
    private static final int THREADS = 8;
    private static final int WARM = 12_000;

    private NumberingBenchmark() {}

    /** Arguments: seconds of a turn, turns of each, numbers of registries; 6, 7, 1 and 200 if none. */
    public static void main(String[] args) throws Exception {
        long millis = (args.length > 0 ? Long.parseLong(args[0]) : 6) * 1000;
        int turns = args.length > 1 ? Integer.parseInt(args[1]) : 7;
        int[] registries = args.length > 2
                ? Arrays.stream(args).skip(2).mapToInt(Integer::parseInt).toArray()
                : new int[] {1, 200};
        System.out.printf(
                Locale.ROOT,
                "%-10s %10s %10s %8s %14s %14s %14s %14s%n",
                "registries",
                "store/s",
                "bare/s",
                "ratio",
                "store p50 ms",
                "bare p50 ms",
                "store p99 ms",
                "bare p99 ms");
        for (int towns : registries) {
            try (Server server = Server.start()) {
                String body = prepare(server, towns);
                try (Crew store = Crew.start("store", server.url(), towns, body);
                        Crew bare = Crew.start("bare", server.url(), towns, body)) {
                    measure(towns, millis, turns, store, bare);
                }
                requireNoGaps(server.url(), "eset");
                requireNoGaps(server.url(), "bare");
            }
        }
    }

    private static void measure(int towns, long millis, int turns, Crew store, Crew bare) throws IOException {
        warmUp(store, millis);
        warmUp(bare, millis);
        List<Turn> stores = new ArrayList<>();
        List<Turn> bares = new ArrayList<>();
        double[] ratios = new double[turns];
        for (int i = 0; i < turns; i++) {
            // Whoever goes first has the smaller tables.
            if (i % 2 == 0) {
                stores.add(store.run(millis));
                bares.add(bare.run(millis));
            } else {
                bares.add(bare.run(millis));
                stores.add(store.run(millis));
            }
            ratios[i] = stores.get(i).perSecond() / bares.get(i).perSecond();
        }
        System.out.printf(
                Locale.ROOT,
                "%-10d %10.0f %10.0f %8.2f %14.2f %14.2f %14.2f %14.2f%n",
                towns,
                median(stores.stream().mapToDouble(Turn::perSecond).toArray()),
                median(bares.stream().mapToDouble(Turn::perSecond).toArray()),
                median(ratios),
                median(stores.stream().mapToDouble(Turn::p50Millis).toArray()),
                median(bares.stream().mapToDouble(Turn::p50Millis).toArray()),
                median(stores.stream().mapToDouble(Turn::p99Millis).toArray()),
                median(bares.stream().mapToDouble(Turn::p99Millis).toArray()));
        System.out.println("ratio of each turn: " + Arrays.toString(ratios));
    }

    /** Until the compiler of each virtual machine has seen enough, however slow the machine is. */
    private static void warmUp(Crew crew, long millis) throws IOException {
        double done = 0;
        while (done < WARM) {
            done += crew.run(millis).perSecond() * millis / 1000;
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Tables of both, with one entry in each registry; gives the event of such an entry. */
    private static String prepare(Server server, int towns) throws SQLException {
        StoreSchema.of(Server.pool(server.url(), 4), StoreSchema.DEFAULT_NAME).migrate();
        int year = Clock.systemUTC().instant().atZone(ZoneOffset.UTC).getYear();
        Numbering store = Numbering.Store.on(Server.pool(server.url(), 2));
        try (Connection connection = DriverManager.getConnection(server.url());
                Statement statement = connection.createStatement()) {
            for (String sql : Numbering.Bare.TABLES) {
                statement.execute(sql);
            }
            for (Actor clerk : Towns.clerks(towns)) {
                store.next(clerk);
                statement.execute("INSERT INTO bare.counter VALUES ('"
                        + clerk.townHall().ine10().value() + "', 'ENTRY', " + year + ", 0)");
            }
            try (ResultSet body = statement.executeQuery("SELECT body FROM eset.event FETCH FIRST ROW ONLY")) {
                body.next();
                return body.getString(1);
            }
        }
    }

    private static void requireNoGaps(String url, String schema) throws SQLException {
        String wrong = "SELECT tenant, COUNT(*), MAX(number) FROM " + schema
                + ".entry GROUP BY tenant HAVING COUNT(*) <> MAX(number)";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(wrong)) {
            if (row.next()) {
                throw new IllegalStateException("gaps in " + schema + ": " + row.getString(1));
            }
        }
    }

    private record Turn(double perSecond, double p50Millis, double p99Millis) {}

    /** Virtual machines that number in the same way. */
    private record Crew(List<Process> processes, List<BufferedReader> said) implements AutoCloseable {

        static Crew start(String way, String url, int towns, String body) throws IOException {
            Crew crew = new Crew(new ArrayList<>(), new ArrayList<>());
            for (int i = 0; i < PROCESSES; i++) {
                Process process = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                                "-cp",
                                System.getProperty("java.class.path"),
                                NumberingProcess.class.getName(),
                                way,
                                url,
                                Integer.toString(THREADS),
                                Integer.toString(towns),
                                body)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
                crew.processes.add(process);
                crew.said.add(
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
            }
            for (BufferedReader one : crew.said) {
                if (!"ready".equals(one.readLine())) {
                    throw new IllegalStateException("a process did not start");
                }
            }
            return crew;
        }

        Turn run(long millis) throws IOException {
            for (Process process : processes) {
                process.getOutputStream().write((millis + "\n").getBytes(StandardCharsets.US_ASCII));
                process.getOutputStream().flush();
            }
            double count = 0;
            double p50 = 0;
            double p99 = 0;
            for (BufferedReader one : said) {
                String[] figures = one.readLine().split(" ", -1);
                count += Long.parseLong(figures[0]);
                p50 += Long.parseLong(figures[1]) / 1e6 / processes.size();
                p99 = Math.max(p99, Long.parseLong(figures[2]) / 1e6);
            }
            return new Turn(count * 1000 / millis, p50, p99);
        }

        @Override
        public void close() {
            processes.forEach(Process::destroy);
        }
    }
}
