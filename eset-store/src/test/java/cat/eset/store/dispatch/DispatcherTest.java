package cat.eset.store.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.ConfigurationException;
import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.core.event.AggregateKey;
import cat.eset.core.event.StaleStateException;
import cat.eset.core.memory.MemoryStore;
import cat.eset.core.work.Outbox;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the dispatcher does with what its deliverers say; the outbox is the reference one. */
class DispatcherTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");
    private static final AggregateKey EXPEDIENT = new AggregateKey("Expedient", "0802530003:0001/2026");

    private final HandClock clock = new HandClock();
    private final Outbox outbox = MemoryStore.create(clock).outbox();
    private final List<String> delivered = new ArrayList<>();

    @Test
    void what_is_delivered_is_delivered_once() {
        add("a");
        add("b");
        Dispatcher dispatcher = builder().topic("topic", this::take).build();

        assertThat(dispatcher.deliverDue()).isEqualTo(2);
        assertThat(dispatcher.deliverDue()).isZero();
        clock.advance(Duration.ofDays(1));
        assertThat(dispatcher.deliverDue()).isZero();
        assertThat(delivered).containsExactly("a", "b");
    }

    @Test
    void topics_of_others_are_left_to_them() {
        outbox.add(new Outbox.Message(OperationId.next(), "other", "x"), MORNING);
        builder().topic("topic", this::take).build().deliverDue();

        builder().topic("other", this::take).build().deliverDue();
        assertThat(delivered).containsExactly("x");
    }

    @Test
    void the_wait_doubles_with_every_attempt_and_is_never_the_same_for_all() {
        Backoff backoff = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(5));
        Random random = new Random(1);
        for (int attempt = 1; attempt <= 64; attempt++) {
            long full = Math.min(300_000, 10_000L << Math.min(20, attempt - 1));
            assertThat(backoff.after(attempt, random).toMillis()).isBetween(full / 2, full);
        }
        assertThat(backoff.after(3, random)).isNotEqualTo(backoff.after(3, random));
    }

    @Test
    void what_waits_is_tried_again_after_its_wait_and_put_aside_after_the_last_attempt() {
        Outbox.Message message = add("a");
        List<Instant> tried = new ArrayList<>();
        Dispatcher dispatcher = builder()
                .backoff(new Backoff(Duration.ofSeconds(10), Duration.ofHours(1)))
                .attempts(3)
                .topic("topic", m -> {
                    tried.add(clock.instant());
                    return Delivery.later("the service is away");
                })
                .build();
        for (int second = 0; second < 120; second++) {
            dispatcher.deliverDue();
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(tried).hasSize(3);
        assertThat(Duration.between(tried.get(0), tried.get(1)))
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(11));
        assertThat(Duration.between(tried.get(1), tried.get(2)))
                .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(21));
        assertThat(outbox.parked()).singleElement().satisfies(parked -> {
            assertThat(parked.message()).isEqualTo(message);
            assertThat(parked.reason()).contains("3 tries").contains("the service is away");
        });
    }

    @Test
    void what_the_deliverer_asks_for_is_what_is_waited() {
        add("a");
        Dispatcher dispatcher = builder()
                .topic(
                        "topic",
                        m -> delivered.isEmpty() && delivered.add("try")
                                ? Delivery.later("busy", Duration.ofHours(3))
                                : take(m))
                .build();
        dispatcher.deliverDue();
        clock.advance(Duration.ofHours(3).minusSeconds(1));
        assertThat(dispatcher.deliverDue()).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(dispatcher.deliverDue()).isEqualTo(1);
    }

    @Test
    void an_error_that_may_not_be_retried_is_put_aside_at_once_and_comes_back_when_a_person_says_so() {
        Outbox.Message message = add("a");
        Dispatcher broken = builder()
                .topic("topic", m -> {
                    throw new EsetException(Failure.of(Failure.Fault.CALLER, "it has no recipient")
                            .build());
                })
                .build();
        broken.deliverDue();
        assertThat(outbox.parked())
                .singleElement()
                .satisfies(parked -> assertThat(parked.reason()).contains("it has no recipient"));

        assertThat(outbox.requeue(message.id(), clock.instant())).isTrue();
        builder().topic("topic", this::take).build().deliverDue();
        assertThat(delivered).containsExactly("a");
    }

    @Test
    void an_error_with_an_unknown_outcome_is_tried_again() {
        add("a");
        Dispatcher dispatcher = builder()
                .topic("topic", m -> {
                    throw new EsetException(Failure.of(Failure.Fault.NETWORK, "no answer")
                            .effect(Failure.Effect.UNKNOWN)
                            .build());
                })
                .build();
        dispatcher.deliverDue();
        assertThat(outbox.parked()).isEmpty();
        clock.advance(Duration.ofHours(1));
        assertThat(dispatcher.deliverDue()).isEqualTo(1);
    }

    @Test
    void a_bug_in_a_deliverer_neither_stops_the_others_nor_shows_what_it_holds() {
        add("a");
        add("b");
        Dispatcher dispatcher = builder()
                .attempts(1)
                .topic("topic", m -> {
                    if (m.payload().equals("a")) {
                        throw new IllegalStateException("Maria Exemple, 00000000T");
                    }
                    return take(m);
                })
                .build();
        dispatcher.deliverDue();
        assertThat(delivered).containsExactly("b");
        assertThat(outbox.parked())
                .singleElement()
                .satisfies(parked -> assertThat(parked.reason())
                        .contains("IllegalStateException")
                        .doesNotContain("Maria", "00000000T"));
    }

    @Test
    void messages_about_one_aggregate_keep_their_order_over_failures() {
        outbox.add(message("1").about(EXPEDIENT), MORNING);
        outbox.add(message("2").about(EXPEDIENT), MORNING);
        add("free");
        boolean[] failed = {false};
        Dispatcher dispatcher = builder()
                .topic("topic", m -> {
                    if (m.payload().equals("1") && !failed[0]) {
                        failed[0] = true;
                        return Delivery.later("not yet");
                    }
                    return take(m);
                })
                .build();
        dispatcher.deliverDue();
        clock.advance(Duration.ofMinutes(1));
        dispatcher.deliverDue();
        assertThat(delivered).containsExactly("free", "1", "2");
    }

    @Test
    void stopping_finishes_the_message_in_hand_and_begins_no_other() throws Exception {
        add("a");
        add("b");
        CountDownLatch inHand = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Dispatcher dispatcher = builder()
                .topic("topic", m -> {
                    inHand.countDown();
                    await(goOn);
                    return take(m);
                })
                .build();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> running = thread.submit(dispatcher);
            await(inHand);
            dispatcher.stop();
            goOn.countDown();
            running.get(10, TimeUnit.SECONDS);
        } finally {
            thread.shutdownNow();
        }
        assertThat(delivered).containsExactly("a");
        builder().topic("topic", this::take).build().deliverDue();
        assertThat(delivered).containsExactly("a", "b");
    }

    @Test
    void what_became_of_a_message_is_told_though_the_thread_was_interrupted_meanwhile() {
        add("a");
        Dispatcher dispatcher = Dispatcher.builder(refusingWhoeverIsInterrupted(outbox), clock)
                .topic("topic", message -> {
                    Thread.currentThread().interrupt();
                    return take(message);
                })
                .build();
        assertThat(dispatcher.deliverDue()).isEqualTo(1);
        assertThat(Thread.interrupted()).isTrue();
        clock.advance(Duration.ofDays(1));
        assertThat(dispatcher.deliverDue()).isZero();
        assertThat(delivered).containsExactly("a");
    }

    @Test
    void a_deliverer_that_says_nothing_is_asked_again_later_and_the_others_meanwhile() {
        add("a");
        add("b");
        Dispatcher dispatcher = builder()
                .topic("topic", message -> message.payload().equals("a") ? nothing() : take(message))
                .build();
        assertThat(dispatcher.deliverDue()).isEqualTo(2);
        assertThat(delivered).containsExactly("b");
        assertThat(dispatcher.deliverDue()).isZero();
    }

    @SuppressWarnings("NullAway") // against its contract
    private static Delivery nothing() {
        return null;
    }

    @Test
    void who_is_interrupted_finishes_the_message_in_hand_and_begins_no_other() throws Exception {
        add("a");
        add("b");
        Dispatcher dispatcher = builder()
                .topic("topic", m -> {
                    Thread.currentThread().interrupt();
                    return take(m);
                })
                .build();
        Thread thread = new Thread(dispatcher);
        thread.start();
        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
        assertThat(delivered).containsExactly("a");
    }

    @Test
    void an_error_of_the_machine_reaches_the_caller_and_does_not_come_back_for_ever() {
        add("poison");
        Dispatcher dispatcher = builder()
                .attempts(2)
                .topic("topic", m -> {
                    throw new StackOverflowError("Maria Exemple, 00000000T");
                })
                .build();
        assertThatThrownBy(dispatcher::deliverDue).isInstanceOf(StackOverflowError.class);
        assertThat(dispatcher.deliverDue()).isZero();
        clock.advance(Duration.ofSeconds(10));
        assertThatThrownBy(dispatcher::deliverDue).isInstanceOf(StackOverflowError.class);
        assertThat(outbox.parked())
                .singleElement()
                .satisfies(parked -> assertThat(parked.reason())
                        .contains("StackOverflowError")
                        .doesNotContain("Maria", "00000000T"));
    }

    /** Who dies says nothing: the loan ends. */
    @Test
    void a_message_that_ends_its_process_each_time_is_put_aside_without_trying_once_more() {
        Outbox.Message poison = add("poison");
        Duration loan = Duration.ofMinutes(5);
        for (int death = 0; death < 3; death++) {
            assertThat(outbox.lease(Set.of("topic"), clock.instant(), loan, 1)).hasSize(1);
            clock.advance(loan);
        }
        Dispatcher dispatcher = builder().attempts(3).topic("topic", this::take).build();
        dispatcher.deliverDue();
        assertThat(delivered).isEmpty();
        assertThat(outbox.parked())
                .singleElement()
                .satisfies(parked -> assertThat(parked.reason()).contains("nobody lived to tell"));

        assertThat(outbox.requeue(poison.id(), clock.instant())).isTrue();
        dispatcher.deliverDue();
        assertThat(delivered).containsExactly("poison");
    }

    @Test
    void what_a_person_requeued_has_all_its_tries_again() {
        Outbox.Message message = add("a");
        int[] tries = {0};
        Dispatcher dispatcher = builder()
                .attempts(2)
                .topic("topic", m -> {
                    tries[0]++;
                    return Delivery.later("the service is away");
                })
                .build();
        for (int round = 1; round <= 2; round++) {
            for (int minute = 0; minute < 10; minute++) {
                dispatcher.deliverDue();
                clock.advance(Duration.ofMinutes(1));
            }
            assertThat(tries[0]).isEqualTo(2 * round);
            assertThat(outbox.requeue(message.id(), clock.instant())).isTrue();
        }
    }

    @Test
    void a_wait_that_no_calendar_holds_is_a_long_one_and_one_before_now_is_none() {
        add("a");
        Duration[] asked = {Duration.ofSeconds(Long.MAX_VALUE), Duration.ofHours(-1)};
        int[] tries = {0};
        Dispatcher dispatcher = builder()
                .topic("topic", m -> tries[0] < 2 ? Delivery.later("busy", asked[tries[0]++]) : take(m))
                .build();
        assertThat(dispatcher.deliverDue()).isEqualTo(1);
        clock.advance(Duration.ofDays(29));
        assertThat(dispatcher.deliverDue()).isZero();
        clock.advance(Duration.ofDays(1));
        assertThat(dispatcher.deliverDue()).isEqualTo(2);
        assertThat(delivered).containsExactly("a");
    }

    @Test
    void what_somebody_else_changed_meanwhile_is_tried_again() {
        add("a");
        Dispatcher dispatcher = builder()
                .topic("topic", m -> {
                    if (delivered.isEmpty() && delivered.add("try")) {
                        throw new StaleStateException(EXPEDIENT, 1, 2);
                    }
                    return take(m);
                })
                .build();
        dispatcher.deliverDue();
        clock.advance(Duration.ofMinutes(1));
        dispatcher.deliverDue();
        assertThat(outbox.parked()).isEmpty();
        assertThat(delivered).containsExactly("try", "a");
    }

    @Test
    void it_goes_on_when_the_outbox_was_away_and_wakes_at_once_when_it_is_told() throws Exception {
        CountDownLatch failedOnce = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Outbox moody = new FailsFirst(outbox, failedOnce);
        Dispatcher dispatcher = Dispatcher.builder(moody, clock)
                .idle(Duration.ofHours(1))
                .topic("topic", m -> {
                    done.countDown();
                    return take(m);
                })
                .build();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> running = thread.submit(dispatcher);
            await(failedOnce);
            add("a");
            dispatcher.wake();
            await(done);
            dispatcher.stop();
            running.get(10, TimeUnit.SECONDS);
        } finally {
            thread.shutdownNow();
        }
        assertThat(delivered).containsExactly("a");
    }

    @Test
    void one_that_can_deliver_nothing_is_a_mistake() {
        assertThatThrownBy(() -> builder().build()).isInstanceOf(ConfigurationException.class);
    }

    private Dispatcher.Builder builder() {
        return Dispatcher.builder(outbox, clock).random(new Random(7));
    }

    private Delivery take(Outbox.Message message) {
        delivered.add(message.payload());
        return Delivery.done();
    }

    private Outbox.Message add(String payload) {
        Outbox.Message message = message(payload);
        outbox.add(message, MORNING);
        return message;
    }

    private static Outbox.Message message(String payload) {
        return new Outbox.Message(OperationId.next(), "topic", payload);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a pool does, which gives an interrupted thread no connection. */
    private static Outbox refusingWhoeverIsInterrupted(Outbox real) {
        return (Outbox) Proxy.newProxyInstance(
                DispatcherTest.class.getClassLoader(), new Class<?>[] {Outbox.class}, (proxy, method, args) -> {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new IllegalStateException("interrupted");
                    }
                    return method.invoke(real, args);
                });
    }

    private static final class HandClock extends Clock {
        private volatile Instant now = MORNING;

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
