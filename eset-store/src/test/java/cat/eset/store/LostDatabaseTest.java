package cat.eset.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.core.Sha256;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.work.InboundKey;
import cat.eset.core.work.InboundLedger;
import cat.eset.core.work.Outbox;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The database goes away at every question in turn: the error says what that means, and nothing is lost or half done. */
class LostDatabaseTest {

    @ParameterizedTest
    @CsvSource({"H2, false", "H2, true", "POSTGRESQL, false", "POSTGRESQL, true"})
    void whenever_the_line_is_cut_what_was_acknowledged_stays_and_numbers_have_no_gaps(
            TestDatabase kind, boolean answerLost) {
        DataSource database = kind.emptied();
        JdbcStore sound = JdbcStore.builder(database, Town.CLOCK).build();
        CutLine line = new CutLine(database);
        JdbcStore store = JdbcStore.builder(line.dataSource(), Town.CLOCK).build();
        AtomicInteger arrivals = new AtomicInteger();
        List<String> acknowledged = new ArrayList<>();

        int cuts = 0;
        boolean cut = true;
        while (cut) {
            line.cutAt(++cuts, answerLost);
            Throwable thrown = catchThrowable(() -> work(store, "M" + arrivals.incrementAndGet(), acknowledged));
            cut = line.mend();
            assertThat(cut).isEqualTo(thrown != null);
            if (cut) {
                assertToldWhatItMeans(thrown);
            }
            assertWhole(sound, acknowledged);
        }
        // Connecting, claiming, registering, finishing, opening, sending: the circuit asks at least this often.
        assertThat(cuts).isGreaterThan(15);
    }

    private static void work(JdbcStore store, String id, List<String> acknowledged) {
        InboundKey key = new InboundKey("MUX", id, "E");
        var claimed =
                (InboundLedger.Claim.Claimed) store.inboundLedger().claim(key, Sha256.of(new byte[0]), Town.MORNING);
        RegistryEntry entry = store.unitOfWork().call(() -> {
            RegistryEntry registered = Town.register(store, Town.CLERK, "Entrada " + id);
            store.inboundLedger().finish(claimed.ticket(), registered.number().text(), Town.MORNING);
            store.outbox().add(new Outbox.Message(OperationId.next(), "topic", id), Town.MORNING);
            return registered;
        });
        acknowledged.add(entry.number().text());
        acknowledged.add(
                Town.open(store, Town.CLERK, "Expedient " + id).number().text());
    }

    private static void assertToldWhatItMeans(Throwable thrown) {
        assertThat(thrown).isInstanceOfSatisfying(StoreException.class, e -> {
            boolean unknown = e.problem() == StoreException.Problem.COMMIT_UNKNOWN;
            assertThat(unknown || e.problem() == StoreException.Problem.UNAVAILABLE)
                    .isTrue();
            assertThat(e.failure().effect()).isEqualTo(unknown ? Failure.Effect.UNKNOWN : Failure.Effect.NONE);
            assertThat(e.failure().retry()).isEqualTo(Failure.Retry.LATER);
            assertThat(e.failure().remedy()).isPresent();
        });
    }

    private static void assertWhole(JdbcStore sound, List<String> acknowledged) {
        List<RegistryEntry> entries = sound.registryBook().year(Town.BRUC, Direction.ENTRY, 2026);
        assertThat(entries.stream().map(e -> e.number().sequence()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, entries.size()).boxed().toList());
        List<String> stored = new ArrayList<>();
        entries.forEach(entry -> stored.add(entry.number().text()));
        sound.expedients()
                .in(Town.BRUC, cat.eset.core.expedient.Situation.OPEN)
                .forEach(expedient -> stored.add(expedient.number().text()));
        assertThat(stored).containsAll(acknowledged);
        assertThat(sound.verifyChain(Town.BRUC)).isInstanceOf(ChainCheck.Intact.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_database_that_is_not_there_is_told_when_the_store_is_built(TestDatabase kind) {
        CutLine line = new CutLine(kind.emptied());
        line.cutAt(1, false);
        assertThatThrownBy(
                        () -> JdbcStore.builder(line.dataSource(), Town.CLOCK).build())
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.problem()).isEqualTo(StoreException.Problem.UNAVAILABLE));
    }

    /** What the drivers say, and what we make of it. */
    @ParameterizedTest
    @CsvSource({
        "08000, UNAVAILABLE",
        "08001, UNAVAILABLE",
        "08003, UNAVAILABLE",
        "08006, UNAVAILABLE",
        "57P01, UNAVAILABLE",
        "57P02, UNAVAILABLE",
        "57P03, UNAVAILABLE",
        "57P05, UNAVAILABLE",
        "25P03, UNAVAILABLE",
        "25P04, UNAVAILABLE",
        "53300, UNAVAILABLE",
        "90013, UNAVAILABLE",
        "90020, UNAVAILABLE",
        "90028, UNAVAILABLE",
        "90031, UNAVAILABLE",
        "90067, UNAVAILABLE",
        "90098, UNAVAILABLE",
        "90121, UNAVAILABLE",
        "90135, UNAVAILABLE",
        "25006, UNAVAILABLE",
        "90097, UNAVAILABLE",
        "53100, FULL",
        "90131, BUSY",
        "40001, BUSY",
        "40P01, BUSY",
        "55P03, BUSY",
        "57014, BUSY",
        "HYT00, BUSY",
        "23505, CONFLICT",
        "42P01, OTHER"
    })
    void each_state_of_a_driver_has_its_meaning(String state, StoreException.Problem problem) {
        StoreException told =
                SqlFailures.of(new SQLException("ERROR: something\n  Detail: Key (nif)=(00000000T) exists.", state));
        assertThat(told.problem()).isEqualTo(problem);
        assertThat(told.failure().remoteCode()).contains(state);
        assertThat(told).hasMessageNotContaining("00000000T");
        assertThat(told.getCause()).hasMessageNotContaining("00000000T");
    }

    /** Whoever delivers a message tries it again after the one, and puts it aside after the other. */
    @ParameterizedTest
    @CsvSource({"42P01, NEVER", "22001, NEVER", "53200, LATER", "58030, LATER", "57P04, LATER", "XX000, LATER"})
    void what_is_the_matter_with_the_server_may_pass(String state, Failure.Retry retry) {
        StoreException told = SqlFailures.of(new SQLException("ERROR: something", state));
        assertThat(told.problem()).isEqualTo(StoreException.Problem.OTHER);
        assertThat(told.failure().retry()).isEqualTo(retry);
    }

    /** What a commit was refused for was not done; whatever else it says, it may have been. */
    @ParameterizedTest
    @CsvSource({
        "08006, COMMIT_UNKNOWN",
        "08007, COMMIT_UNKNOWN",
        "57P01, COMMIT_UNKNOWN",
        "53100, COMMIT_UNKNOWN",
        "58030, COMMIT_UNKNOWN",
        "90098, COMMIT_UNKNOWN",
        ", COMMIT_UNKNOWN",
        "40001, BUSY",
        "40P01, BUSY",
        "25P02, OTHER",
        "23505, CONFLICT"
    })
    void a_commit_that_was_not_answered_is_not_told_as_one_that_was_refused(
            @Nullable String state, StoreException.Problem problem) {
        StoreException told = SqlFailures.ofCommit(new SQLException("ERROR: something", state));
        assertThat(told.problem()).isEqualTo(problem);
        assertThat(told.failure().effect())
                .isEqualTo(
                        problem == StoreException.Problem.COMMIT_UNKNOWN
                                ? Failure.Effect.UNKNOWN
                                : Failure.Effect.NONE);
    }
}
