package cat.eset.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cat.eset.core.work.Announcement;
import cat.eset.core.work.Announcements;
import cat.eset.core.work.WorkStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link Announcements} promise: what was told once is never lost, and is acted on once (contract sir 3.6). */
public interface AnnouncementsContract extends StoreContract {

    /** What is told again is kept once, as it was told first. */
    @Test
    default void whatIsToldAgainIsKeptOnce() {
        Announcements told = announcementStore().announcements();
        Announcement first = told("O1|REBUT", "X", "first");
        assertEquals(2, told.keep("SIR", List.of(first, told("O2|REBUT", "Y", "other")), Sample.MORNING));
        assertEquals(0, told.keep("SIR", List.of(told("O1|REBUT", "X", "again")), Sample.MORNING.plusSeconds(1)));
        assertEquals(List.of(first), told.about("SIR", "X"));
    }

    /** What is about one subject comes in the order in which it was told, whatever the clocks of those who kept it say. */
    @Test
    default void whatIsAboutOneSubjectComesInTheOrderInWhichItWasTold() {
        Announcements told = announcementStore().announcements();
        told.keep("SIR", List.of(told("b", "X", "1"), told("z", "Y", "-"), told("a", "X", "2")), Sample.MORNING);
        told.keep("SIR", List.of(told("c", "X", "3")), Sample.MORNING.minusSeconds(60));
        assertEquals(
                List.of("1", "2", "3"),
                told.about("SIR", "X").stream().map(Announcement::text).toList());
    }

    /** What is not done is open, the oldest first; what is done is still known, also when it is told again. */
    @Test
    default void whatIsNotDoneIsOpen() {
        Announcements told = announcementStore().announcements();
        List<Announcement> all = List.of(told("b", "X", "1"), told("a", "X", "2"), told("c", "X", "3"));
        told.keep("SIR", all, Sample.MORNING);
        assertTrue(told.markDone("SIR", "b", Sample.MORNING));
        assertFalse(told.markDone("SIR", "b", Sample.MORNING));
        assertFalse(told.markDone("SIR", "never told", Sample.MORNING));
        told.keep("SIR", all, Sample.MORNING);
        assertEquals(all.subList(1, 3), told.open("SIR", 10));
        assertEquals(all.subList(1, 2), told.open("SIR", 1));
        assertEquals(all, told.about("SIR", "X"));
    }

    /** One source does not see what another one told. */
    @Test
    default void sourcesAreApart() {
        Announcements told = announcementStore().announcements();
        told.keep("SIR/0802560003", List.of(told("a", "X", "1")), Sample.MORNING);
        told.keep("SIR/0819490008", List.of(told("a", "X", "2")), Sample.MORNING);
        assertTrue(told.markDone("SIR/0802560003", "a", Sample.MORNING));
        assertEquals(List.of(told("a", "X", "2")), told.open("SIR/0819490008", 10));
        assertEquals(List.of(told("a", "X", "1")), told.about("SIR/0802560003", "X"));
    }

    /** What was told stays although the work in which it was heard rolls back; that somebody acted on it does not. */
    @Test
    default void whatWasToldStaysAndThatItIsDoneRollsBack() {
        WorkStore store = announcementStore();
        Announcement one = told("a", "X", "1");
        Instant now = Sample.MORNING;
        assertThrows(
                IllegalStateException.class,
                () -> store.unitOfWork().run(() -> {
                    store.announcements().keep("SIR", List.of(one), now);
                    throw new IllegalStateException("on purpose");
                }));
        assertEquals(List.of(one), store.announcements().open("SIR", 10));
        assertThrows(
                IllegalStateException.class,
                () -> store.unitOfWork().run(() -> {
                    assertTrue(store.announcements().markDone("SIR", "a", now));
                    throw new IllegalStateException("on purpose");
                }));
        assertEquals(List.of(one), store.announcements().open("SIR", 10));
    }

    /** Of many that are told the same at once, in any order, nobody fails and each thing is kept once. */
    @Test
    default void ofManyThatAreToldTheSameEachThingIsKeptOnce() throws InterruptedException, ExecutionException {
        Announcements told = announcementStore().announcements();
        List<Announcement> forwards = IntStream.range(0, 20)
                .mapToObj(i -> told("key " + i, "X", "text"))
                .toList();
        List<Announcement> backwards = new ArrayList<>(forwards);
        Collections.reverse(backwards);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> pending = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                List<Announcement> all = i % 2 == 0 ? forwards : backwards;
                pending.add(threads.submit(() -> told.keep("SIR", all, Sample.MORNING)));
            }
            int isNew = 0;
            for (Future<Integer> one : pending) {
                isNew += one.get();
            }
            assertEquals(20, isNew);
            assertEquals(20, told.open("SIR", 100).size());
        } finally {
            threads.shutdownNow();
        }
    }

    private WorkStore announcementStore() {
        return newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
    }

    private static Announcement told(String key, String about, String text) {
        return new Announcement(key, about, text);
    }
}
