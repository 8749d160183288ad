package cat.eset.benchmarks;

import cat.eset.core.Actor;
import cat.eset.core.Office;
import cat.eset.core.Person;
import cat.eset.core.Secret;
import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import cat.eset.core.memory.MemoryStore;
import cat.eset.endpoint.jdk.EndpointServer;
import cat.eset.registry.mux.MuxInbound;
import cat.eset.registry.mux.TokenRules;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many entries per second the inbound registry takes over real sockets (plain HTTP, kept alive), with the token checked and the number
 * given by the in-memory store; and how long an answer takes at half of that, and at half of the goal. The senders run in the same JVM and on the same cores: their
 * share of the processor is told beside the result.
 */
public final class MuxInboundLoad {

    private static final int SENDERS = 16;
    private static final double GOAL = 3_000;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURE = Duration.ofSeconds(10);
    private static final AtomicInteger IDS = new AtomicInteger();

    private MuxInboundLoad() {}

    /** Runs it for a transaction of 2 kB and one of 19 kB. */
    public static void main(String[] arguments) throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%-8s %12s %10s  answers at half of it, and at half of the goal%n",
                "size",
                "entries/s",
                "senders");
        for (int size : new int[] {2_000, 19_000}) {
            measure(size);
        }
    }

    private static void measure(int size) throws Exception {
        Result full = onceWarm(size, 0);
        Result half = onceWarm(size, full.perSecond() / 2);
        Result halfOfGoal = onceWarm(size, GOAL / 2);
        System.out.printf(
                Locale.ROOT,
                "%-8d %12.0f %9.0f%%  at %5.0f/s: p50 %.2f, p99 %.2f ms  at %5.0f/s: p50 %.2f, p99 %.2f ms%n",
                size,
                full.perSecond(),
                full.senderShare() * 100,
                half.perSecond(),
                half.millis(0.50),
                half.millis(0.99),
                halfOfGoal.perSecond(),
                halfOfGoal.millis(0.50),
                halfOfGoal.millis(0.99));
    }

    /** A registry of its own for each rate, or the second would pay for what the first one left in memory. */
    private static Result onceWarm(int size, double rate) throws Exception {
        TownHall town = TownHall.of("Ajuntament d'Exemple", Ine10.of("0899990001"), Dir3.of("L01089999"));
        Actor registrar = new Actor(new Person(Nif.of("00000000T"), "Registre"), Office.AUTOMATED, town);
        MemoryStore store = MemoryStore.create(Clock.systemUTC());
        Secret secret = Secret.of(MuxSender.SECRET);
        try (MuxInbound inbound = MuxInbound.builder(
                                registrar,
                                TokenRules.builder(secret).issuer("MUX").build(),
                                store.unitOfWork(),
                                store.registryBook(),
                                store.inboundLedger())
                        .build();
                EndpointServer server = EndpointServer.builder(new InetSocketAddress("localhost", 0))
                        .route("/registre", inbound)
                        .start()) {
            run(server.port(), size, rate, WARM_UP);
            return run(server.port(), size, rate, MEASURE);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    private record Result(long[] nanos, double perSecond, double senderShare) {
        double millis(double quantile) {
            return nanos[(int) Math.min(nanos.length - 1L, Math.round(quantile * nanos.length))] / 1e6;
        }
    }

    /** Sends as fast as it can (rate 0), or at a rate whose schedule does not wait for late answers. */
    private static Result run(int port, int size, double rate, Duration duration) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
        long processBefore = processCpu();
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        List<Future<Sent>> all = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            long gap = rate == 0 ? 0 : (long) (SENDERS * 1e9 / rate);
            long first = start + gap * i / SENDERS;
            all.add(threads.submit(() -> send(port, size, first, gap, end)));
        }
        long[] latencies = new long[0];
        long senderCpu = 0;
        for (Future<Sent> one : all) {
            Sent sent = one.get();
            senderCpu += sent.cpu();
            int old = latencies.length;
            latencies = Arrays.copyOf(latencies, old + sent.nanos().length);
            System.arraycopy(sent.nanos(), 0, latencies, old, sent.nanos().length);
        }
        threads.shutdown();
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(latencies);
        return new Result(latencies, latencies.length / seconds, (double) senderCpu / (processCpu() - processBefore));
    }

    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    private record Sent(long[] nanos, long cpu) {}

    private static Sent send(int port, int size, long first, long gap, long end) throws Exception {
        long cpuBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long[] nanos = new long[1024];
        int count = 0;
        try (MuxSender sender = new MuxSender(port, size)) {
            for (long due = gap == 0 ? System.nanoTime() : first;
                    due < end;
                    due = gap == 0 ? System.nanoTime() : due + gap) {
                MuxSender.waitUntil(due);
                sender.send(IDS.incrementAndGet());
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, count * 2);
                }
                // From when it was due, so that waiting behind a late answer counts too.
                nanos[count++] = System.nanoTime() - due;
            }
        }
        return new Sent(
                Arrays.copyOf(nanos, count), ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBefore);
    }

    private static long processCpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
