package cat.eset.store;

import cat.eset.core.OperationId;
import cat.eset.core.event.AggregateKey;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.work.Outbox;
import cat.eset.store.dispatch.Delivery;
import cat.eset.store.dispatch.Dispatcher;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * A process that registers entries in several threads while the year ends, one in seven in a transaction that is rolled back, each with a
 * message about it; then it delivers what is in the outbox.
 */
final class StoreProcess {

    static final int THREADS = 4;
    static final int EACH = 42;
    static final int ROLLED_BACK = 7;
    static final int AGGREGATES = 3;
    static final String DELIVERED =
            "CREATE TABLE delivered (place BIGINT GENERATED ALWAYS AS IDENTITY, id VARCHAR(26))";

    /** Half a second before the year ends in Madrid. */
    static final Instant START = Instant.parse("2026-12-31T22:59:59.500Z");

    private static final Duration STEP = Duration.ofMillis(1_000 / (THREADS * EACH));

    /** Goes on a little whenever somebody looks at it. */
    private static final class Ticking extends Clock {
        private final AtomicLong looks = new AtomicLong();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }

        @Override
        public Instant instant() {
            return START.plus(STEP.multipliedBy(looks.getAndIncrement()));
        }
    }

    private StoreProcess() {}

    /** Argument: URL of the database. Begins with the first byte of its input. */
    public static void main(String[] args) throws Exception {
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setURL(args[0]);
        source.setUser("postgres");
        JdbcConnectionPool pool = JdbcConnectionPool.create(source);
        JdbcStore store = JdbcStore.builder(pool, new Ticking()).build();
        System.out.println("ready");
        if (System.in.read() < 0) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        inEach(threads, () -> register(store));
        inEach(threads, () -> deliver(store, pool));
        threads.shutdown();
    }

    private static void inEach(ExecutorService threads, Runnable work) throws Exception {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            all.add(threads.submit(work));
        }
        for (Future<?> one : all) {
            one.get();
        }
    }

    private static void register(JdbcStore store) {
        for (int i = 0; i < EACH; i++) {
            if (i % ROLLED_BACK == 0) {
                rolledBack(store);
            } else {
                store.unitOfWork().call(() -> registered(store));
            }
        }
    }

    private static void rolledBack(JdbcStore store) {
        IllegalStateException enough = new IllegalStateException("enough");
        try {
            store.unitOfWork().run(() -> {
                registered(store);
                throw enough;
            });
        } catch (IllegalStateException e) {
            if (e != enough) {
                throw e;
            }
        }
    }

    private static RegistryEntry registered(JdbcStore store) {
        RegistryEntry entry = Town.register(store, Town.CLERK, "Instància");
        store.outbox()
                .add(
                        new Outbox.Message(
                                        OperationId.next(),
                                        "entry",
                                        entry.number().text())
                                .about(new AggregateKey(
                                        "Desk", Long.toString(entry.number().sequence() % AGGREGATES))),
                        Town.MORNING);
        return entry;
    }

    private static void deliver(JdbcStore store, JdbcConnectionPool pool) {
        Dispatcher dispatcher = Dispatcher.builder(store.outbox(), Clock.fixed(START, ZoneOffset.UTC))
                .topic("entry", message -> {
                    TestDatabase.execute(pool, "INSERT INTO delivered (id) VALUES ('" + message.id() + "')");
                    return Delivery.done();
                })
                .build();
        while (dispatcher.deliverDue() > 0 || !isEmpty(pool)) {
            Thread.onSpinWait();
        }
    }

    /** Nothing due may mean that somebody else has the first of each in hand. */
    private static boolean isEmpty(JdbcConnectionPool pool) {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT COUNT(*) FROM eset.outbox WHERE state <> 'DELIVERED'")) {
            row.next();
            return row.getLong(1) == 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
