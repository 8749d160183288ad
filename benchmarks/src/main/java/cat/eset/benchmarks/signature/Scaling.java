package cat.eset.benchmarks.signature;

import java.io.PrintStream;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How much more all cores do than one thread, for cases that take turns. What the barest case gains is all that the machine
 * gives at that moment.
 */
final class Scaling {

    private static final int TURNS = 15;

    /** Of the time of a turn: less work than this and the compilers of the JVM, which want the other core, have done. */
    private static final double COMPILING = 0.01;

    private static final int WARM = 40;

    private final int size;
    private final List<Case> cases = new ArrayList<>();

    /** Each case does its work this many times. */
    Scaling(int size) {
        this.size = size;
    }

    /** A case with its own way of using all cores. */
    Scaling add(String name, Callable<?> one, Callable<?> all) {
        cases.add(new Case(name, one, all));
        return this;
    }

    /** One piece of work, repeated by one thread and by a thread for each core. */
    Scaling add(String name, Callable<?> piece) {
        return add(
                name,
                () -> repeat(piece, 1),
                () -> repeat(piece, Runtime.getRuntime().availableProcessors()));
    }

    void report(PrintStream out) throws Exception {
        for (Case one : cases) {
            warmUp(one);
        }
        for (int turn = 0; turn < TURNS; turn++) {
            for (Case one : cases) {
                double alone = perSecond(one.one);
                double together = perSecond(one.all);
                one.rates[turn] = together;
                one.gains[turn] = together / alone;
            }
        }
        for (Case one : cases) {
            Arrays.sort(one.rates);
            Arrays.sort(one.gains);
            out.printf(
                    Locale.ROOT,
                    "%-42s %9.0f/s   x%.2f (x%.2f to x%.2f) one thread, on %d cores%n",
                    one.name,
                    one.rates[TURNS / 2],
                    one.gains[TURNS / 2],
                    one.gains[0],
                    one.gains[TURNS - 1],
                    Runtime.getRuntime().availableProcessors());
        }
    }

    /** Turns until the compilers have nothing left to do for this case, or the most that we wait for. */
    private void warmUp(Case one) throws Exception {
        CompilationMXBean compilers = ManagementFactory.getCompilationMXBean();
        boolean compiling = true;
        for (int turn = 0; turn < WARM && compiling; turn++) {
            long compiled = compilers.getTotalCompilationTime();
            long start = System.nanoTime();
            one.one.call();
            one.all.call();
            double millis = (System.nanoTime() - start) / 1e6;
            compiling = compilers.getTotalCompilationTime() - compiled > COMPILING * millis;
        }
    }

    private double perSecond(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return size * 1e9 / (System.nanoTime() - start);
    }

    private int repeat(Callable<?> piece, int threads) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> pieces = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                pieces.add(pool.submit(piece));
            }
            for (Future<?> done : pieces) {
                done.get();
            }
            return size;
        } finally {
            pool.shutdown();
        }
    }

    private static final class Case {
        private final String name;
        private final Callable<?> one;
        private final Callable<?> all;
        private final double[] rates = new double[TURNS];
        private final double[] gains = new double[TURNS];

        private Case(String name, Callable<?> one, Callable<?> all) {
            this.name = name;
            this.one = one;
            this.all = all;
        }
    }
}
