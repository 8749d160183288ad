package cat.eset.store;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.event.Journal;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who reads the journal of a whole platform from where it stopped misses no event, and stops no town hall. */
class PlatformJournalTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void an_event_that_commits_after_a_later_one_is_not_missed(TestDatabase kind) throws Exception {
        DataSource database = kind.emptied();
        JdbcStore platform = JdbcStore.builder(database, Town.CLOCK).build();
        Town.register(platform, Town.CLERK, "Una");
        Town.register(platform, Town.OTHER_CLERK, "Una");
        assertNothingIsMissed(platform, database, 4);
    }

    @ParameterizedTest
    @EnumSource
    void nor_is_the_first_one_of_a_town_hall(TestDatabase kind) throws Exception {
        DataSource database = kind.emptied();
        JdbcStore platform = JdbcStore.builder(database, Town.CLOCK).build();
        assertNothingIsMissed(platform, database, 2);
    }

    private void assertNothingIsMissed(JdbcStore platform, DataSource database, int events) throws Exception {
        List<Journal.Line> seen = new ArrayList<>();
        try (Connection slow = database.getConnection()) {
            slow.setAutoCommit(false);
            platform.joining(slow, () -> Town.register(platform, Town.OTHER_CLERK, "Que triga"));
            Town.register(platform, Town.CLERK, "Que la passa al davant");
            Future<List<Journal.Line>> reading =
                    threads.submit(() -> platform.journal().after(0, 100));
            isDoneWithinHalfASecond(reading);
            slow.commit();
            slow.setAutoCommit(true);
            seen.addAll(reading.get(20, TimeUnit.SECONDS));
        }
        long last = seen.isEmpty() ? 0 : seen.get(seen.size() - 1).position();
        seen.addAll(platform.journal().after(last, 100));
        assertThat(seen).hasSize(events);
    }

    @ParameterizedTest
    @EnumSource
    void a_town_hall_that_dawdles_holds_up_the_reader_and_not_the_others(TestDatabase kind) throws Exception {
        DataSource database = kind.emptied();
        JdbcStore platform = JdbcStore.builder(database, Town.CLOCK).build();
        Town.register(platform, Town.CLERK, "Una");
        Town.register(platform, Town.OTHER_CLERK, "Una");
        try (Connection slow = database.getConnection()) {
            slow.setAutoCommit(false);
            platform.joining(slow, () -> Town.register(platform, Town.OTHER_CLERK, "Que triga"));
            Future<List<Journal.Line>> reading =
                    threads.submit(() -> platform.journal().after(0, 100));
            assertThat(isDoneWithinHalfASecond(reading)).isFalse();

            Callable<Long> writing =
                    () -> Town.register(platform, Town.CLERK, "Dues").number().sequence();
            assertThat(threads.submit(writing).get(5, TimeUnit.SECONDS)).isEqualTo(2);
            slow.rollback();
            slow.setAutoCommit(true);
            assertThat(reading.get(20, TimeUnit.SECONDS)).hasSizeBetween(2, 3);
        }
    }

    /** Time enough for who does not wait to be done. */
    private static boolean isDoneWithinHalfASecond(Future<?> work) throws InterruptedException, ExecutionException {
        try {
            work.get(500, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }
}
