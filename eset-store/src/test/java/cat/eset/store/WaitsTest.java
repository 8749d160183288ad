package cat.eset.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.core.Sha256;
import cat.eset.core.work.InboundKey;
import cat.eset.core.work.InboundLedger;
import cat.eset.core.work.Outbox;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody waits for ever for a transaction that somebody else leaves open. */
class WaitsTest {

    private static final DocumentContent BYTES =
            DocumentContent.of("contingut".getBytes(StandardCharsets.UTF_8), MediaType.PDF);
    private static final InboundKey ARRIVAL = new InboundKey("MUX", "0b81", "E");

    @ParameterizedTest
    @EnumSource
    void whoever_meets_what_another_one_has_not_committed_gives_up_and_may_repeat_it(TestDatabase kind)
            throws Exception {
        DataSource database = database(kind);
        JdbcStore store = JdbcStore.builder(database, Town.CLOCK).patience(1).build();
        store.trackingState().replace("seen", Optional.empty(), "7");
        Town.register(store, Town.CLERK, "Una");
        var claimed = (InboundLedger.Claim.Claimed)
                store.inboundLedger().claim(ARRIVAL, Sha256.of(new byte[0]), Town.MORNING);
        Outbox.Message message = new Outbox.Message(OperationId.next(), "topic", "payload");
        List<Callable<?>> works = List.of(
                () -> {
                    store.outbox().add(message, Town.MORNING);
                    return message;
                },
                () -> store.trackingState().replace("new", Optional.empty(), "1"),
                () -> store.documents().put(BYTES),
                () -> store.trackingState().replace("seen", Optional.of("7"), "8"),
                () -> store.inboundLedger().claim(ARRIVAL, Sha256.of(new byte[0]), Town.MORNING),
                () -> Town.register(store, Town.CLERK, "Dues"));
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            store.joining(connection, () -> {
                for (Callable<?> work : works.subList(0, 4)) {
                    call(work);
                }
                store.inboundLedger().finish(claimed.ticket(), "answer", Town.MORNING);
                return Town.register(store, Town.CLERK, "Que no serà");
            });
            ExecutorService threads = Executors.newFixedThreadPool(works.size());
            try {
                for (Future<?> one : threads.invokeAll(
                        works.stream().map(WaitsTest::problemOf).toList(), 20, TimeUnit.SECONDS)) {
                    assertThat(one.get()).isEqualTo(StoreException.Problem.BUSY);
                }
            } finally {
                threads.shutdownNow();
            }
            connection.rollback();
            connection.setAutoCommit(true);
        }
        for (Callable<?> work : works) {
            call(work);
        }
        assertThat(store.outbox().lease(Set.of("topic"), Town.MORNING, Duration.ofMinutes(1), 10))
                .hasSize(1);
        assertThat(store.verifyChain(Town.BRUC)).isInstanceOf(ChainCheck.Intact.class);
    }

    /** Nobody has counted in the sequence yet, so that there is no row of it to wait for. */
    @ParameterizedTest
    @EnumSource
    void whoever_asks_for_a_number_waits_for_who_is_taking_the_first_one(TestDatabase kind) throws Exception {
        DataSource database = kind.emptied();
        JdbcStore store = JdbcStore.builder(database, Town.CLOCK).build();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            assertThat(store.joining(connection, () -> store.nextNumber(Town.BRUC, "DILIGENCE", 2026)))
                    .isEqualTo(1);
            Future<Long> second = thread.submit(() -> store.nextNumber(Town.BRUC, "DILIGENCE", 2026));
            assertThatThrownBy(() -> second.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            connection.commit();
            connection.setAutoCommit(true);
            assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(2);
        } finally {
            thread.shutdownNow();
        }
    }

    /** What a work failed with. */
    private static Callable<Object> problemOf(Callable<?> work) {
        return () -> {
            try {
                return work.call();
            } catch (StoreException e) {
                assertThat(e.failure().retry()).isEqualTo(Failure.Retry.LATER);
                return e.problem();
            }
        };
    }

    private static void call(Callable<?> work) {
        try {
            work.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** H2 has a limit of its own, two seconds when its URL does not say. */
    private static DataSource database(TestDatabase kind) {
        if (kind == TestDatabase.POSTGRESQL) {
            return kind.emptied();
        }
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=200");
        StoreSchema.of(h2, StoreSchema.DEFAULT_NAME).migrate();
        return h2;
    }
}
