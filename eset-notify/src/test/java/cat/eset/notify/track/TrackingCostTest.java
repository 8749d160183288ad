package cat.eset.notify.track;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.OperationId;
import cat.eset.notify.Calls;
import cat.eset.notify.Desk;
import cat.eset.notify.ENotum;
import cat.eset.notify.SendResult;
import cat.eset.notify.record.NotificationId;
import cat.eset.notify.record.Search;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What following costs: calls for what changed and never for what is open, and memory for one page of rows. Ten thousand
 * open notifications with {@code -Ptorture}, 120 otherwise.
 */
class TrackingCostTest {

    private static final boolean FULL = Boolean.getBoolean("eset.torture");
    private static final int OPEN = FULL ? 10_000 : 120;
    private static final int OUTCOMES = FULL ? 600 : 20;
    private static final int FAILURES = FULL ? 550 : 5;
    private static final int CANCELLED = FULL ? 510 : 10;
    private static final int PAGE = 50;
    private static final int QUIET = 4;
    private static final int ONCE_A_DAY = 2;

    private Desk desk;
    private ENotum enotum;
    private final Calls asked = new Calls();
    private final Memory memory = new Memory();
    private final List<NotificationId> open = new ArrayList<>();
    private final List<WeakReference<TrackingEvent>> told = new ArrayList<>();
    private long toldAndHeld;

    @BeforeEach
    void open() {
        desk = Desk.open();
        enotum = desk.client(b -> b.listener(asked));
    }

    @AfterEach
    void close() {
        enotum.close();
        desk.close();
    }

    private void follow(int count, NotificationTracker tracker) {
        for (int i = 0; i < count; i++) {
            OperationId operation = desk.operation();
            SendResult.Queued queued = (SendResult.Queued) enotum.send(operation, desk.registeredNotice());
            tracker.follow(operation, queued.id());
            open.add(queued.id());
        }
    }

    private void pass(Duration time) {
        desk.consortium().clock().advanceBy(time);
    }

    /** What one look asks, by operation. */
    private Map<String, Long> look(NotificationTracker tracker, String name) {
        asked.take();
        long began = System.nanoTime();
        TrackingCycle cycle = tracker.poll();
        long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
        Map<String, Long> calls = asked.take();
        System.out.println(name + ": " + calls + " in " + millis + " ms, " + cycle);
        return calls;
    }

    /** An event of the first rows must not be alive when the last one is told. */
    private void note(TrackingEvent event) {
        told.add(new WeakReference<>(event));
        if (told.size() == OPEN) {
            toldAndHeld = held(told);
        }
    }

    private static long held(List<? extends WeakReference<?>> references) {
        System.gc();
        return references.stream().filter(r -> r.get() != null).count();
    }

    @Test
    void aLookCostsCallsForWhatChangedAndMemoryForOnePage() {
        NotificationTracker tracker = NotificationTracker.builder(enotum, memory, memory)
                .clock(desk.consortium().clock())
                .events(this::note)
                .build();
        tracker.poll();
        follow(OPEN, tracker);

        pass(Duration.ofMinutes(30));
        assertThat(look(tracker, "all deposited")).containsExactly(Map.entry("Cerca", QUIET + pages(OPEN)));
        assertThat(told).hasSize(OPEN);
        assertThat(toldAndHeld).isLessThanOrEqualTo(PAGE);

        aSearchHoldsOnePageOfRows();

        pass(Duration.ofHours(3));
        assertThat(look(tracker, "the same again, within the overlap"))
                .containsExactly(Map.entry("Cerca", QUIET + pages(OPEN)));
        pass(Duration.ofHours(3));
        assertThat(look(tracker, "nothing new")).containsExactly(Map.entry("Cerca", (long) QUIET));

        open.subList(0, OUTCOMES).forEach(id -> desk.consortium().enotum().accept(id.value()));
        pass(Duration.ofMinutes(1));
        assertThat(look(tracker, "outcomes"))
                .containsExactly(
                        Map.entry("Cerca", QUIET + pages(OUTCOMES)),
                        Map.entry("Evidencia", 2L * OUTCOMES),
                        Map.entry("EvidenciaPDF", (long) OUTCOMES));

        pass(Duration.ofDays(2));
        open.subList(OUTCOMES, OUTCOMES + CANCELLED)
                .forEach(id -> desk.consortium().enotum().cancel(id.value(), "Error material"));
        assertThat(look(tracker, "first of the day, with cancellations"))
                .containsExactly(
                        Map.entry("Cerca", QUIET + pages(OUTCOMES) + ONCE_A_DAY + pages(CANCELLED)),
                        Map.entry("Evidencia", 2L * CANCELLED),
                        Map.entry("EvidenciaPDF", (long) CANCELLED),
                        Map.entry("RecuperarReport", 2L));

        List<NotificationId> failing = open.subList(OUTCOMES + CANCELLED, OUTCOMES + CANCELLED + FAILURES);
        failing.forEach(id -> desk.consortium().enotum().breakEngine(id.value()));
        pass(Duration.ofDays(9));
        int expired = OPEN - OUTCOMES - CANCELLED - FAILURES;
        assertThat(look(tracker, "failures, and everything else expired"))
                .as("the simulator dates expiries, so they are outcomes too")
                .containsEntry("Cerca", QUIET + pages(FAILURES) + 2 * pages(expired) + ONCE_A_DAY + pages(CANCELLED))
                .containsEntry("Evidencia", 2L * expired);
        assertThat(open)
                .allSatisfy(id -> assertThat(tracker.tracked(id).orElseThrow().isSettled())
                        .isTrue());
    }

    /** More calls than the first of a search: the rows fill so many pages. */
    private static long pages(int rows) {
        return rows / PAGE;
    }

    private void aSearchHoldsOnePageOfRows() {
        List<WeakReference<Object>> rows = new ArrayList<>();
        long[] held = new long[1];
        enotum.searchAll(Search.builder().build(), hit -> {
            rows.add(new WeakReference<>(hit));
            if (rows.size() == OPEN) {
                held[0] = held(rows);
            }
        });
        assertThat(rows).hasSize(OPEN);
        assertThat(held[0]).isBetween(1L, (long) PAGE);
    }
}
