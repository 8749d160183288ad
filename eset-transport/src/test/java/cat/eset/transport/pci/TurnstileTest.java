package cat.eset.transport.pci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.eset.core.ConfigurationException;
import cat.eset.core.Failure.Effect;
import cat.eset.core.Failure.Retry;
import cat.eset.core.OperationId;
import cat.eset.transport.Front;
import cat.eset.transport.Product;
import cat.eset.transport.http.ExchangeListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TurnstileTest {

    private static final PciCall CALL =
            new PciCall(OperationId.next(), Product.ENOTUM.soleModality(), Front.SINCRON, List.of("1"), true);

    /** Time that passes only when somebody sleeps. */
    private static final class Time implements Turnstile.Ticker {
        private long now = Long.MAX_VALUE - 500_000_000L;
        private boolean interrupts;

        @Override
        public synchronized long nanoTime() {
            return now;
        }

        @Override
        public synchronized void sleep(long nanos) throws InterruptedException {
            if (interrupts) {
                throw new InterruptedException();
            }
            now += nanos;
        }
    }

    private static Throttle throttle(int perSecond, int concurrent, Duration patience) {
        return new Throttle(perSecond, concurrent, patience);
    }

    @Test
    void callsAreSpacedEvenly() {
        Time time = new Time();
        long start = time.now;
        Turnstile turnstile = new Turnstile(Throttle.ENOTUM_START, time);
        List<Long> begun = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            turnstile.pass(
                    CALL, Throttle.MOST_PATIENCE, () -> begun.add(TimeUnit.NANOSECONDS.toMillis(time.now - start)));
        }
        assertThat(begun).containsExactly(0L, 200L, 400L, 600L, 800L, 1000L);
    }

    @Test
    void idleTimeIsNotSavedUpForABurst() {
        Time time = new Time();
        Turnstile turnstile = new Turnstile(throttle(10, 1, Duration.ofMinutes(1)), time);
        time.now += TimeUnit.SECONDS.toNanos(30);
        long start = time.now;
        turnstile.pass(CALL, Throttle.MOST_PATIENCE, () -> "first");
        turnstile.pass(CALL, Throttle.MOST_PATIENCE, () -> "second");
        assertThat(time.now - start).isEqualTo(TimeUnit.MILLISECONDS.toNanos(100));
    }

    @Test
    void whoHasNoPatienceFailsUnsentAndTakesNobodysTurn() {
        Time time = new Time();
        Turnstile turnstile = new Turnstile(throttle(2, 1, Duration.ofMillis(300)), time);
        turnstile.pass(CALL, Throttle.MOST_PATIENCE, () -> "first");
        for (int i = 0; i < 3; i++) {
            PciThrottledException e = catchThrowableOfType(
                    PciThrottledException.class, () -> turnstile.pass(CALL, Throttle.MOST_PATIENCE, () -> "never"));
            assertThat(e.failure().effect()).isEqualTo(Effect.NONE);
            assertThat(e.failure().retry()).isEqualTo(Retry.LATER);
            assertThat(e).hasMessageContaining("300 ms");
        }
        time.now += TimeUnit.MILLISECONDS.toNanos(250);
        assertThat(turnstile.pass(CALL, Throttle.MOST_PATIENCE, () -> "second")).isEqualTo("second");
    }

    @Test
    void noMoreThanSoManyAreUnderWayAndAFailureGivesItsPlaceBack() throws Exception {
        Turnstile turnstile = new Turnstile(throttle(1000, 2, Duration.ofMillis(50)), new Time());
        CountDownLatch inside = new CountDownLatch(2);
        CountDownLatch leave = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> holders = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                holders.add(threads.submit(() -> turnstile.pass(CALL, Throttle.MOST_PATIENCE, () -> {
                    inside.countDown();
                    return await(leave);
                })));
            }
            assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> turnstile.pass(CALL, Throttle.MOST_PATIENCE, () -> "third"))
                    .isInstanceOf(PciThrottledException.class);
            leave.countDown();
            for (Future<String> holder : holders) {
                assertThat(holder.get(30, TimeUnit.SECONDS)).isEqualTo("left");
            }
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> turnstile.pass(CALL, Throttle.MOST_PATIENCE, () -> {
                            throw new IllegalStateException("broken");
                        }))
                        .hasMessage("broken");
            }
            assertThat(turnstile.pass(CALL, Throttle.MOST_PATIENCE, () -> "after"))
                    .isEqualTo("after");
        } finally {
            leave.countDown();
            threads.shutdownNow();
        }
    }

    private static String await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS) ? "left" : "stuck";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    @Test
    void anInterruptEndsTheWaitingAndStaysVisible() throws InterruptedException, ExecutionException {
        Time time = new Time();
        time.interrupts = true;
        Turnstile turnstile = new Turnstile(throttle(1, 1, Duration.ofMinutes(1)), time);
        turnstile.pass(CALL, Throttle.MOST_PATIENCE, () -> "first");
        assertThatThrownBy(() -> turnstile.pass(CALL, Throttle.MOST_PATIENCE, () -> "never"))
                .isInstanceOf(PciThrottledException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> turnstile.pass(CALL, Throttle.MOST_PATIENCE, () -> "never"))
                .isInstanceOf(PciThrottledException.class);
        assertThat(Thread.interrupted()).isTrue();
        time.interrupts = false;
        assertThat(turnstile.pass(CALL, Throttle.MOST_PATIENCE, () -> "again")).isEqualTo("again");
    }

    /** Makes a second call while the first is under way, and keeps what became of it. */
    private static final class Interloper implements ExchangeListener {
        private final AtomicReference<PciClient> client = new AtomicReference<>();
        private final AtomicReference<Throwable> seen = new AtomicReference<>();

        @Override
        public void started(ExchangeListener.Exchange exchange) {
            PciClient other = client.getAndSet(null);
            if (other != null) {
                seen.set(catchThrowable(() -> other.sincron(Town.search("EXP/SECOND"))));
            }
        }
    }

    @Test
    void aThrottleHoldsForItsClientAndProductAlone() {
        Throttle strict = throttle(1000, 1, Duration.ZERO);
        Interloper interloper = new Interloper();
        try (Town town = Town.open();
                PciClient client = town.client()
                        .listener(interloper)
                        .throttle(Product.ENOTUM, strict)
                        .throttle(Product.SIR, strict)
                        .build();
                PciClient sibling = client.onBehalfOf(
                        client.townHall(), town.consortium.pki().townHallSeal().credentials());
                PciClient free = town.client()
                        .listener(interloper)
                        .throttle(Product.ETAULER, strict)
                        .build()) {
            interloper.client.set(client);
            client.sincron(Town.search("EXP/FIRST"));
            assertThat(interloper.seen.getAndSet(null)).isInstanceOf(PciThrottledException.class);
            interloper.client.set(sibling);
            client.sincron(Town.search("EXP/FIRST"));
            assertThat(interloper.seen.get()).isNull();
            interloper.client.set(free);
            free.sincron(Town.search("EXP/FIRST"));
            assertThat(interloper.seen.get()).isNull();
            interloper.client.set(sibling);
            sibling.sincron(Town.search("EXP/FIRST"));
            assertThat(interloper.seen.get()).isInstanceOf(PciThrottledException.class);
        }
    }

    @Test
    void numbersThatLetNothingThroughAreRefused() {
        assertThatThrownBy(() -> throttle(0, 1, Duration.ZERO)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> throttle(1, 0, Duration.ZERO)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> throttle(1, 1, Duration.ofMillis(-1))).isInstanceOf(ConfigurationException.class);
    }
}
