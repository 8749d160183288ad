package cat.eset.notify.track;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.EsetException;
import cat.eset.core.OperationId;
import cat.eset.notify.Calls;
import cat.eset.notify.Desk;
import cat.eset.notify.ENotum;
import cat.eset.notify.SendResult;
import cat.eset.notify.notice.Notice;
import cat.eset.notify.record.EvidencePdf;
import cat.eset.notify.record.EvidenceXml;
import cat.eset.notify.record.NotificationId;
import cat.eset.notify.record.NotificationState;
import cat.eset.notify.track.EvidenceArchive.Stage;
import cat.eset.testkit.enotum.StoredNotification;
import cat.eset.transport.pci.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Many notifications over a network that loses, delays, repeats and cuts a fifth of the exchanges, while the process dies at
 * random points and only what was stored survives: in the end each exists exactly once, known in its state, with its
 * evidence stored once. A quarter is accepted, a quarter rejected, a quarter cancelled in EACAT, a quarter expires. A thousand
 * of them with {@code -Ptorture}, a few otherwise; {@code -Deset.torture.seed} repeats a run.
 */
class TortureTest {

    private static final boolean FULL = Boolean.getBoolean("eset.torture");
    private static final int NOTIFICATIONS = FULL ? 1_000 : 30;
    private static final int MOST_ROUNDS = 400;

    /** The process dies here. */
    private static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Death() {
            super("the process dies", null, false, false);
        }
    }

    /** What the town hall has stored about a send. */
    private record Stored(Notice notice, Optional<Instant> lastAttempt, Optional<NotificationId> id) {}

    private final Map<OperationId, Stored> sends = new LinkedHashMap<>();
    private final Memory memory = new Memory();
    private final Calls asked = new Calls();
    private long restarts;
    private long deaths;

    @Test
    void everyNotificationExistsExactlyOnceWithItsStateAndItsEvidence() {
        long seed = Long.getLong("eset.torture.seed", FULL ? System.nanoTime() : 20_260_302L);
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        try (Desk desk = Desk.open()) {
            for (int i = 0; i < NOTIFICATIONS; i++) {
                Notice notice = Desk.notice()
                        .registered(
                                "S/" + i + "-2026", desk.consortium().clock().instant());
                sends.put(desk.operation(), new Stored(notice, Optional.empty(), Optional.empty()));
            }
            desk.consortium().network().torture(20, seed);

            repeat(desk, random, Duration.ofMinutes(2), this::sendEverything);
            desk.consortium().clock().advanceBy(Duration.ofMinutes(30));
            practise(desk);
            desk.consortium().clock().advanceBy(Duration.ofDays(12));
            repeat(desk, random, Duration.ofHours(1), this::followEverything);

            long spoilt = desk.consortium().network().spoilt();
            System.out.println(NOTIFICATIONS + " notifications, " + asked.total() + " exchanges, " + spoilt
                    + " spoilt, " + restarts + " restarts, " + deaths + " of them deaths in the middle of something");
            assertThat(spoilt).isBetween(asked.total() * 15 / 100, asked.total() * 25 / 100);
            assertThat(deaths).isPositive();
            verify(desk);
        }
    }

    /** Part of the work of a process; true when nothing is left to do. */
    private interface Work {
        boolean isDone(Desk desk, ENotum enotum, Random random);
    }

    /** Runs processes, each with nothing but what is stored, until the work is done. */
    private void repeat(Desk desk, Random random, Duration pause, Work work) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            restarts++;
            try (ENotum enotum = desk.client(b -> b.listener(asked)
                    .pci(pci -> pci.retry(new RetryPolicy(
                            2, 2, 1, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofSeconds(30)))))) {
                if (work.isDone(desk, enotum, random)) {
                    return;
                }
            } catch (Death death) {
                deaths++;
            }
            desk.consortium().clock().advanceBy(pause);
        }
        throw new AssertionError("not done after " + MOST_ROUNDS + " rounds");
    }

    private static void maybeDie(Random random, int oneIn) {
        if (random.nextInt(oneIn) == 0) {
            throw new Death();
        }
    }

    private boolean sendEverything(Desk desk, ENotum enotum, Random random) {
        NotificationTracker tracker = tracker(desk, enotum, random);
        boolean done = true;
        for (Map.Entry<OperationId, Stored> entry : sends.entrySet()) {
            Stored stored = entry.getValue();
            if (stored.id().isPresent()) {
                continue;
            }
            try {
                done &= send(desk, enotum, tracker, random, entry);
            } catch (EsetException e) {
                done = false; // certainly nothing was sent, or the question was not answered: the next round goes on
            }
        }
        return done;
    }

    private boolean send(
            Desk desk,
            ENotum enotum,
            NotificationTracker tracker,
            Random random,
            Map.Entry<OperationId, Stored> entry) {
        OperationId operation = entry.getKey();
        Stored stored = entry.getValue();
        SendResult result;
        if (stored.lastAttempt().isEmpty()) {
            entry.setValue(new Stored(
                    stored.notice(), Optional.of(desk.consortium().clock().instant()), Optional.empty()));
            maybeDie(random, 40);
            result = enotum.send(operation, stored.notice());
        } else {
            result = enotum.resume(
                    operation, stored.notice(), stored.lastAttempt().orElseThrow());
        }
        maybeDie(random, 20);
        return result.fold(
                queued -> {
                    tracker.follow(operation, queued.id());
                    maybeDie(random, 40);
                    entry.setValue(new Stored(stored.notice(), stored.lastAttempt(), Optional.of(queued.id())));
                    return true;
                },
                refused -> {
                    throw new AssertionError(refused.failure().toString());
                },
                unknown -> {
                    entry.setValue(new Stored(stored.notice(), Optional.of(unknown.attemptedAt()), Optional.empty()));
                    return false;
                });
    }

    private void practise(Desk desk) {
        int i = 0;
        for (StoredNotification n : desk.consortium().enotum().notifications()) {
            switch (i++ % 4) {
                case 0 -> desk.consortium().enotum().accept(n.id());
                case 1 -> desk.consortium().enotum().reject(n.id());
                case 2 -> desk.consortium().enotum().cancel(n.id(), "Error material");
                default -> {
                    // expires by itself
                }
            }
        }
    }

    private boolean followEverything(Desk desk, ENotum enotum, Random random) {
        try {
            tracker(desk, enotum, random).poll();
        } catch (EsetException e) {
            return false; // the next look begins where this one should have
        }
        return sends.values().stream().allMatch(s -> {
            Tracked tracked = tracked(s.id().orElseThrow());
            return isFinal(tracked) && tracked.isSettled();
        });
    }

    private Tracked tracked(NotificationId id) {
        return Tracked.parse(id, memory.read("enotum/0899990001/" + id).orElseThrow());
    }

    private static boolean isFinal(Tracked tracked) {
        return tracked.state().isPractised() || tracked.state().equals(NotificationState.CANCELLED);
    }

    private NotificationTracker tracker(Desk desk, ENotum enotum, Random random) {
        EvidenceArchive mortal = new EvidenceArchive() {
            @Override
            public boolean holds(NotificationId id, Stage stage) {
                return memory.holds(id, stage);
            }

            @Override
            public void keep(NotificationId id, Stage stage, EvidenceXml xml, Optional<EvidencePdf> pdf) {
                maybeDie(random, 40);
                memory.keep(id, stage, xml, pdf);
                maybeDie(random, 40);
            }
        };
        return NotificationTracker.builder(enotum, memory, mortal)
                .clock(desk.consortium().clock())
                .policy(new TrackingPolicy(
                        Duration.ofHours(2),
                        java.time.Period.ofDays(200),
                        java.time.Period.ofYears(1),
                        31,
                        Duration.ofDays(1),
                        Duration.ofDays(365)))
                .events(event -> maybeDie(random, 60))
                .build();
    }

    private void verify(Desk desk) {
        assertThat(desk.consortium().enotum().notifications()).hasSize(NOTIFICATIONS);
        sends.forEach((operation, stored) -> {
            assertThat(desk.held(operation)).singleElement().satisfies(held -> {
                NotificationId id = stored.id().orElseThrow();
                assertThat(held.id()).isEqualTo(id.value());
                Tracked tracked = tracked(id);
                assertThat(tracked.operation()).isEqualTo(operation);
                assertThat(tracked.state().literal()).isEqualTo(held.state());
                assertThat(isFinal(tracked)).isTrue();
                boolean cancelled = tracked.state().equals(NotificationState.CANCELLED);
                assertThat(memory.timesKept(id, Stage.OUTCOME)).isEqualTo(cancelled ? 0 : 1);
                assertThat(memory.timesKept(id, Stage.CANCELLATION)).isEqualTo(cancelled ? 1 : 0);
                EvidenceXml xml = memory.evidence(id, cancelled ? Stage.CANCELLATION : Stage.OUTCOME)
                        .orElseThrow();
                assertThat(xml.deposit()).isPresent();
                assertThat(xml.practice().isPresent()).isEqualTo(!cancelled);
                assertThat(xml.cancellation().isPresent()).isEqualTo(cancelled);
            });
        });
    }
}
