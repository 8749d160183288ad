package cat.eset.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cat.eset.core.OperationId;
import cat.eset.notify.record.Search;
import cat.eset.testkit.pki.TestPki;
import cat.eset.transport.http.ExchangeListener;
import cat.eset.transport.pci.PciThrottledException;
import cat.eset.transport.pci.Throttle;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How fast a client speaks: five calls a second and two at a time unless it is told otherwise (contract enotum 15). */
class ThrottleTest {

    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = Desk.open();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static void ask(ENotum enotum) {
        enotum.search(Search.builder().build(), 1);
    }

    /** Does something more while the first calls are still under way. */
    private static final class Meanwhile implements ExchangeListener {
        private final AtomicReference<@Nullable Runnable> work = new AtomicReference<>();
        private final AtomicReference<@Nullable Throwable> seen = new AtomicReference<>();
        private final AtomicInteger times;

        Meanwhile(int times) {
            this.times = new AtomicInteger(times);
        }

        @Override
        public void started(Exchange exchange) {
            Runnable more = work.get();
            if (more != null && times.getAndDecrement() > 0) {
                Throwable thrown = catchThrowable(more::run);
                seen.compareAndSet(null, thrown);
            }
        }
    }

    @Test
    void itIsOnWhenNothingIsSaid() {
        try (ENotum enotum = ENotum.builder(
                        desk.environment(),
                        desk.consortium().pki().townHallSeal().credentials(),
                        TestPki.VILAPROVA)
                .clock(desk.consortium().clock())
                .build()) {
            long began = System.nanoTime();
            for (int i = 0; i < 4; i++) {
                ask(enotum);
            }

            // Four calls have three pauses between their beginnings, however fast or slow the machine.
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(3 * 1000L / Throttle.ENOTUM_START.perSecond()));
        }
    }

    @Test
    void aSendThatDoesNotGetItsTurnCertainlySentNothing() {
        Meanwhile meanwhile = new Meanwhile(1);
        OperationId operation = desk.operation();
        try (ENotum enotum = desk.client(
                b -> b.throttle(new Throttle(1000, 1, Duration.ZERO)).listener(meanwhile))) {
            meanwhile.work.set(() -> enotum.send(operation, desk.registeredNotice()));

            ask(enotum);

            assertThat(meanwhile.seen.get()).isInstanceOf(PciThrottledException.class);
            assertThat(desk.held(operation)).isEmpty();
        }
    }

    @Test
    void itCanBeTurnedOff() {
        Meanwhile meanwhile = new Meanwhile(3);
        try (ENotum enotum = desk.client(b -> b.throttle(new Throttle(1000, 1, Duration.ZERO))
                .withoutThrottle()
                .listener(meanwhile))) {
            meanwhile.work.set(() -> ask(enotum));

            ask(enotum);

            assertThat(meanwhile.seen.get()).isNull();
        }
    }
}
