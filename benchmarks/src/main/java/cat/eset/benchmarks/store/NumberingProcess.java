package cat.eset.benchmarks.store;

import cat.eset.core.Actor;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** One virtual machine that numbers with several threads whenever it is told to, and says how many and how fast. */
public final class NumberingProcess {

    private final List<Numbering> threads = new ArrayList<>();
    private final ExecutorService executor;
    private final List<Actor> clerks;

    private NumberingProcess(String way, String url, int threadCount, int towns, String body) throws SQLException {
        int year = Clock.systemUTC().instant().atZone(ZoneOffset.UTC).getYear();
        this.clerks = Towns.clerks(towns);
        this.executor = Executors.newFixedThreadPool(threadCount);
        Numbering store = way.equals("store") ? Numbering.Store.on(Server.pool(url, threadCount)) : null;
        for (int i = 0; i < threadCount; i++) {
            threads.add(store == null ? new Numbering.Bare(url, body, year) : store);
        }
    }

    /** Arguments: store or bare, URL, threads, town halls, body of an event. Input: milliseconds, one line for each run. */
    public static void main(String[] args) throws Exception {
        NumberingProcess process =
                new NumberingProcess(args[0], args[1], Integer.parseInt(args[2]), Integer.parseInt(args[3]), args[4]);
        BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready");
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            System.out.println(process.run(Long.parseLong(line)));
        }
        Runtime.getRuntime().halt(0);
    }

    /** Nanoseconds of each, as one line. */
    private String run(long millis) throws Exception {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        List<Future<long[]>> all = new ArrayList<>();
        for (Numbering numbering : threads) {
            all.add(executor.submit(() -> until(end, numbering)));
        }
        long[] latencies = new long[0];
        for (Future<long[]> one : all) {
            long[] more = one.get();
            int before = latencies.length;
            latencies = Arrays.copyOf(latencies, before + more.length);
            System.arraycopy(more, 0, latencies, before, more.length);
        }
        Arrays.sort(latencies);
        return latencies.length + " " + at(latencies, 0.5) + " " + at(latencies, 0.99);
    }

    private static long at(long[] sorted, double quantile) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1L, Math.round(quantile * sorted.length))];
    }

    private long[] until(long end, Numbering numbering) throws SQLException {
        long[] nanos = new long[1024];
        int count = 0;
        for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
            numbering.next(clerks.get(ThreadLocalRandom.current().nextInt(clerks.size())));
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = System.nanoTime() - begin;
        }
        return Arrays.copyOf(nanos, count);
    }
}
