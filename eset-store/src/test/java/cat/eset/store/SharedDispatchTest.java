package cat.eset.store;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.OperationId;
import cat.eset.core.event.AggregateKey;
import cat.eset.core.work.Outbox;
import cat.eset.store.dispatch.Delivery;
import cat.eset.store.dispatch.Dispatcher;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several dispatchers, each with a store of its own as in several processes, share one outbox. */
class SharedDispatchTest {

    private static final int AGGREGATES = 10;
    private static final int EACH = 12;

    @ParameterizedTest
    @EnumSource
    void each_message_is_delivered_once_and_in_the_order_of_its_aggregate(TestDatabase kind) throws Exception {
        DataSource database = kind.emptied();
        JdbcStore store = JdbcStore.builder(database, Clock.systemUTC()).build();
        store.unitOfWork().run(() -> {
            for (int i = 0; i < AGGREGATES * EACH; i++) {
                store.outbox()
                        .add(
                                new Outbox.Message(OperationId.next(), "topic", Integer.toString(i))
                                        .about(new AggregateKey("Expedient", "0802530003:" + i % AGGREGATES)),
                                Town.MORNING);
            }
        });

        List<Integer> delivered = Collections.synchronizedList(new ArrayList<>());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> handled = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Dispatcher dispatcher = Dispatcher.builder(
                                JdbcStore.builder(database, Clock.systemUTC())
                                        .build()
                                        .outbox(),
                                Clock.systemUTC())
                        .topic("topic", message -> {
                            delivered.add(Integer.valueOf(message.payload()));
                            return Delivery.done();
                        })
                        .build();
                handled.add(threads.submit(dispatcher::deliverDue));
            }
            for (Future<Integer> one : handled) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        // Whoever found nothing free has gone; what the last ones set free is for the next look.
        Dispatcher.builder(store.outbox(), Clock.systemUTC())
                .topic("topic", message -> {
                    delivered.add(Integer.valueOf(message.payload()));
                    return Delivery.done();
                })
                .build()
                .deliverDue();

        assertThat(delivered).hasSize(AGGREGATES * EACH).doesNotHaveDuplicates();
        for (int aggregate = 0; aggregate < AGGREGATES; aggregate++) {
            int own = aggregate;
            assertThat(delivered.stream().filter(i -> i % AGGREGATES == own)).isSorted();
        }
        assertThat(store.forgetDelivered(Clock.systemUTC().instant().plusSeconds(60)))
                .isEqualTo(AGGREGATES * EACH);
    }

    @ParameterizedTest
    @EnumSource
    void only_what_was_delivered_or_dropped_is_forgotten_and_only_when_it_is_old(TestDatabase kind) {
        JdbcStore store = kind.store(Town.CLOCK);
        Outbox outbox = store.outbox();
        Instant noon = Town.MORNING.plus(Duration.ofHours(3));
        for (String payload : List.of("waits", "lent", "parked", "dropped", "delivered", "delivered at noon")) {
            outbox.add(new Outbox.Message(OperationId.next(), payload, payload), Town.MORNING);
        }
        lease(outbox, "lent", Town.MORNING);
        outbox.park(lease(outbox, "parked", Town.MORNING), "prou", Town.MORNING);
        Outbox.Leased dropped = lease(outbox, "dropped", Town.MORNING);
        outbox.park(dropped, "prou", Town.MORNING);
        outbox.drop(dropped.message().id(), "no cal", Town.MORNING);
        outbox.delivered(lease(outbox, "delivered", Town.MORNING), Town.MORNING);
        outbox.delivered(lease(outbox, "delivered at noon", noon), noon);

        assertThat(store.forgetDelivered(noon)).isEqualTo(2);
        assertThat(store.forgetDelivered(noon)).isZero();
        assertThat(outbox.parked()).hasSize(1);
        assertThat(outbox.lease(Set.of("waits", "lent"), noon, Duration.ofMinutes(1), 10))
                .hasSize(2);
        assertThat(store.forgetDelivered(noon.plusSeconds(1))).isEqualTo(1);
    }

    private static Outbox.Leased lease(Outbox outbox, String topic, Instant now) {
        return outbox.lease(Set.of(topic), now, Duration.ofMinutes(5), 1).get(0);
    }

    @ParameterizedTest
    @EnumSource
    void who_is_borrowing_a_message_holds_up_nobody_who_borrows_another_one(TestDatabase kind) throws Exception {
        DataSource database = kind.emptied();
        JdbcStore store = JdbcStore.builder(database, Town.CLOCK).build();
        for (String payload : List.of("first", "second")) {
            store.outbox().add(new Outbox.Message(OperationId.next(), "topic", payload), Town.MORNING);
        }
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection borrower = database.getConnection()) {
            borrower.setAutoCommit(false);
            borrower.createStatement().executeQuery("SELECT id FROM eset.outbox WHERE payload = 'first' FOR UPDATE");
            Future<List<Outbox.Leased>> other =
                    thread.submit(() -> store.outbox().lease(Set.of("topic"), Town.MORNING, Duration.ofMinutes(1), 1));
            try {
                assertThat(other.get(20, TimeUnit.SECONDS))
                        .extracting(leased -> leased.message().payload())
                        .containsExactly("second");
            } finally {
                borrower.rollback();
                borrower.setAutoCommit(true);
            }
        } finally {
            thread.shutdownNow();
        }
    }
}
