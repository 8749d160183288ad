package cat.eset.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import cat.eset.core.decree.Decree;
import cat.eset.core.decree.DecreeEvent;
import cat.eset.core.decree.DecreeNumber;
import cat.eset.core.diligence.Diligence;
import cat.eset.core.diligence.DiligenceId;
import cat.eset.core.event.Change;
import cat.eset.core.event.Recorded;
import cat.eset.core.event.StaleStateException;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientEvent;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.RegistryEntry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever changes the audit trail behind the back of the store is found out, at the first event that does not fit. */
class ChainTest {

    /** An event more, of an aggregate that there is. */
    private static final String COPY = """
            INSERT INTO eset.event (tenant, position, kind, aggregate, version, type, happened_at, shapes, body, hash)
            SELECT tenant, %1$d, kind, aggregate, 2 + %1$d, type, happened_at, shapes, body, hash
            FROM eset.event WHERE position = 6""";

    @ParameterizedTest
    @EnumSource
    void a_chain_that_nobody_touched_is_intact(TestDatabase kind) {
        JdbcStore store = withEvents(kind.emptied(), 2500);

        ChainLink end = store.chainEnd(Town.BRUC);
        assertThat(end.position()).isEqualTo(2500);
        assertThat(store.verifyChain(Town.BRUC)).isEqualTo(new ChainCheck.Intact(end));
        assertThat(store.verifyChain(Town.BRUC, end)).isEqualTo(new ChainCheck.Intact(end));
        assertThat(store.verifyChain(Town.SAFAJA)).isEqualTo(new ChainCheck.Intact(store.chainEnd(Town.SAFAJA)));
    }

    @ParameterizedTest
    @EnumSource
    void a_changed_event_is_named(TestDatabase kind) {
        assertBroken(kind, 4, "UPDATE eset.event SET body = REPLACE(body, 'Entrada', 'Sortida') WHERE position = 4");
        assertBroken(kind, 4, "UPDATE eset.event SET version = 2 WHERE position = 4");
        assertBroken(kind, 4, "UPDATE eset.event SET hash = '" + "0".repeat(64) + "' WHERE position = 4");
    }

    @ParameterizedTest
    @EnumSource
    void a_column_that_repeats_what_an_event_says_is_held_to_it(TestDatabase kind) {
        assertBroken(kind, 4, "UPDATE eset.event SET type = 'RegistryEvent.Annulled' WHERE position = 4");
        assertBroken(
                kind, 4, "UPDATE eset.event SET happened_at = happened_at + INTERVAL '1' SECOND WHERE position = 4");
        assertBroken(kind, 4, "UPDATE eset.event SET shapes = 0 WHERE position = 4");
        assertBroken(kind, 4, "UPDATE eset.event SET kind = 'Expedient' WHERE position = 4");
        assertBroken(kind, 4, "UPDATE eset.event SET aggregate = 'RegistryEntry:0001/2026' WHERE position = 4");
        // The same letters, divided otherwise.
        assertBroken(
                kind,
                4,
                "UPDATE eset.event SET kind = 'RegistryEntr', aggregate = 'y' || aggregate WHERE position = 4");
    }

    /** Whoever knows how links are made must make all those after it too. */
    @ParameterizedTest
    @EnumSource
    void an_event_that_was_changed_together_with_its_link_is_found_by_the_next_one(TestDatabase kind)
            throws SQLException {
        DataSource database = kind.emptied();
        JdbcStore store = withEvents(database, 6);
        String link;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT e.*, b.hash AS link FROM eset.event e"
                        + " JOIN eset.event b ON b.position = 3 WHERE e.position = 4")) {
            row.next();
            link = new ChainedEvent(
                            row.getString("tenant"),
                            4,
                            row.getString("kind"),
                            row.getString("aggregate"),
                            row.getLong("version"),
                            row.getString("type"),
                            Sql.instant(row, "happened_at"),
                            row.getInt("shapes"),
                            row.getString("body").replace("Entrada", "Sortida"))
                    .linkAfter(row.getString("link"));
        }
        TestDatabase.execute(
                database,
                "UPDATE eset.event SET body = REPLACE(body, 'Entrada', 'Sortida'), hash = '" + link
                        + "' WHERE position = 4");
        assertThat(brokenAt(store.verifyChain(Town.BRUC))).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource
    void an_event_that_was_added_where_nobody_follows_the_chain_is_named(TestDatabase kind) {
        assertBroken(kind, 7, COPY.formatted(7));
        assertBroken(kind, 100, COPY.formatted(100));
        assertBroken(kind, 0, COPY.formatted(0));
        assertBroken(kind, -3, COPY.formatted(-3), COPY.formatted(7));
    }

    @ParameterizedTest
    @EnumSource
    void an_end_that_was_moved_back_or_removed_is_named_where_its_events_go_on(TestDatabase kind) {
        assertBroken(
                kind, 5, "UPDATE eset.chain SET position = 4, hash = (SELECT hash FROM eset.event WHERE position = 4)");
        assertBroken(kind, 1, "DELETE FROM eset.chain");
        assertBroken(kind, 6, "UPDATE eset.chain SET hash = (SELECT hash FROM eset.event WHERE position = 4)");
        assertBroken(kind, 7, "UPDATE eset.chain SET position = 7");
    }

    @ParameterizedTest
    @EnumSource
    void the_chain_of_another_town_hall_is_not_its_own(TestDatabase kind) {
        DataSource database = kind.emptied();
        JdbcStore store = withEvents(database, 6);
        TestDatabase.execute(
                database, "UPDATE eset.event SET tenant = '0823970005'", "UPDATE eset.chain SET tenant = '0823970005'");
        assertThat(brokenAt(store.verifyChain(Town.SAFAJA))).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void an_instant_finer_than_the_database_keeps_is_linked_as_it_is_kept(TestDatabase kind) {
        Clock fine = Clock.fixed(Town.MORNING.plusNanos(123_456_789), ZoneOffset.UTC);
        JdbcStore store = kind.store(fine);
        Town.register(store, Town.CLERK, "Instància");
        store.diligences()
                .save(Diligence.state(
                        DiligenceId.of("G".repeat(26)),
                        new Diligence.Fact("Fet", Optional.empty(), Optional.empty()),
                        Town.CLERK,
                        fine.instant()));
        assertThat(store.verifyChain(Town.BRUC)).isInstanceOf(ChainCheck.Intact.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_removed_event_is_named_also_the_last_one(TestDatabase kind) {
        assertBroken(kind, 4, "DELETE FROM eset.event WHERE position = 4");
        assertBroken(kind, 1, "DELETE FROM eset.event WHERE position = 1");
        assertBroken(kind, 6, "DELETE FROM eset.event WHERE position = 6");
        assertBroken(kind, 1, "DELETE FROM eset.event");
    }

    @ParameterizedTest
    @EnumSource
    void two_events_that_changed_places_are_named(TestDatabase kind) {
        assertBroken(
                kind,
                2,
                "UPDATE eset.event SET position = 100 WHERE position = 2",
                "UPDATE eset.event SET position = 2 WHERE position = 3",
                "UPDATE eset.event SET position = 3 WHERE position = 100");
    }

    @ParameterizedTest
    @EnumSource
    void a_tail_that_was_cut_off_with_its_end_is_found_by_a_link_kept_elsewhere(TestDatabase kind) {
        DataSource database = kind.emptied();
        JdbcStore store = withEvents(database, 6);
        ChainLink known = store.chainEnd(Town.BRUC);
        TestDatabase.execute(
                database,
                "DELETE FROM eset.event WHERE position > 4",
                "UPDATE eset.chain SET position = 4, hash = (SELECT hash FROM eset.event WHERE position = 4)");

        assertThat(store.verifyChain(Town.BRUC)).isInstanceOf(ChainCheck.Intact.class);
        assertThat(brokenAt(store.verifyChain(Town.BRUC, known))).isEqualTo(5);

        Town.register(store, Town.CLERK, "Entrada en lloc d'una altra");
        Town.register(store, Town.CLERK, "Entrada en lloc d'una altra");
        assertThat(store.verifyChain(Town.BRUC)).isInstanceOf(ChainCheck.Intact.class);
        assertThat(brokenAt(store.verifyChain(Town.BRUC, known))).isEqualTo(6);
    }

    /** To read and repeat, as after a change of somebody else, would help nobody. */
    @ParameterizedTest
    @EnumSource
    void what_was_tampered_with_is_told_as_damage_and_not_as_a_change_of_somebody_else(TestDatabase kind) {
        assertDamaged(kind, "UPDATE eset.chain SET position = 4");
        assertDamaged(kind, "UPDATE eset.chain SET position = 5");
        assertDamaged(kind, "UPDATE eset.entry SET version = 1");
        assertDamaged(kind, "DELETE FROM eset.event");
        assertDamaged(kind, "DELETE FROM eset.event WHERE version = 2");
        assertDamaged(kind, "UPDATE eset.counter SET last_number = 0");
    }

    @ParameterizedTest
    @EnumSource
    void a_number_that_another_decree_has_is_a_conflict_and_not_a_change_of_somebody_else(TestDatabase kind) {
        JdbcStore store = kind.store(Town.CLOCK);
        DecreeNumber number = store.decreeBook().nextNumber(Town.BRUC, 2026);
        store.decreeBook().save(numbered("D1", number));
        assertConflict(() -> store.decreeBook().save(numbered("D2", number)));
        Change<Decree, DecreeEvent> third = SameNamesWork.inSignature("D3", "Concedir", Town.CLERK);
        store.decreeBook().save(third);
        assertConflict(() -> store.decreeBook()
                .save(third.state().approve(number, SameNamesWork.signed("D3", Town.CLERK), Town.CLERK, Town.MORNING)));
        assertThat(store.decreeBook().year(Town.BRUC, 2026)).hasSize(1);
        assertThat(store.verifyChain(Town.BRUC)).isInstanceOf(ChainCheck.Intact.class);
    }

    private static Change<Decree, DecreeEvent> numbered(String id, DecreeNumber number) {
        return SameNamesWork.inSignature(id, "Concedir", Town.CLERK)
                .then(decree -> decree.approve(number, SameNamesWork.signed(id, Town.CLERK), Town.CLERK, Town.MORNING));
    }

    private static void assertConflict(ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.problem()).isEqualTo(StoreException.Problem.CONFLICT));
    }

    /** One entry of two events among others: it is read, changed, and another one registered. */
    private static void assertDamaged(TestDatabase kind, String... statements) {
        DataSource database = kind.emptied();
        JdbcStore store = withEvents(database, 5);
        RegistryEntry entry =
                store.registryBook().year(Town.BRUC, Direction.ENTRY, 2026).get(4);
        store.registryBook().save(entry.accept(Town.CLERK, Town.MORNING));
        RegistryEntry accepted =
                store.registryBook().find(Town.BRUC, entry.number()).orElseThrow();
        TestDatabase.execute(database, statements);

        List<Throwable> told = new ArrayList<>();
        for (ThrowingCallable work : List.<ThrowingCallable>of(
                () -> store.registryBook().find(Town.BRUC, entry.number()),
                () -> store.registryBook().save(accepted.link("0001/2026", Town.CLERK, Town.MORNING)),
                () -> Town.register(store, Town.CLERK, "Una més"))) {
            Throwable thrown = catchThrowable(work);
            if (thrown != null) {
                told.add(thrown);
            }
        }
        assertThat(told)
                .isNotEmpty()
                .allSatisfy(thrown -> assertThat(thrown)
                        .isInstanceOfSatisfying(
                                StoreException.class,
                                e -> assertThat(e.problem()).isEqualTo(StoreException.Problem.DAMAGED)));
    }

    /** More values than PostgreSQL takes in one question. */
    @ParameterizedTest
    @EnumSource
    void a_change_of_thousands_of_events_is_stored_whole_or_not_at_all(TestDatabase kind) {
        JdbcStore store = kind.store(Town.CLOCK);
        Expedient opened = Town.open(store, Town.CLERK, "Llarg");
        Change<Expedient, ExpedientEvent> change = thousands(opened);
        store.expedients().save(change);

        assertThat(store.expedients()
                        .find(Town.BRUC, opened.number())
                        .orElseThrow()
                        .version())
                .isEqualTo(6_701);
        ChainLink end = store.chainEnd(Town.BRUC);
        assertThat(store.verifyChain(Town.BRUC)).isEqualTo(new ChainCheck.Intact(end));
        assertThatThrownBy(() -> store.expedients().save(change)).isInstanceOf(StaleStateException.class);
        TestDatabase.execute(kind.shared(), COPY.formatted(end.position() + 6_650));
        Change<Expedient, ExpedientEvent> more = thousands(change.state());
        assertThatThrownBy(() -> store.expedients().save(more)).isInstanceOf(StoreException.class);
        assertThat(store.chainEnd(Town.BRUC)).isEqualTo(end);
        TestDatabase.execute(kind.shared(), "DELETE FROM eset.event WHERE position > " + end.position());
        assertThat(store.expedients()
                        .find(Town.BRUC, opened.number())
                        .orElseThrow()
                        .version())
                .isEqualTo(6_701);
    }

    private static Change<Expedient, ExpedientEvent> thousands(Expedient expedient) {
        List<Recorded<ExpedientEvent>> events = new ArrayList<>();
        Expedient last = expedient;
        for (int i = 0; i < 6_700; i++) {
            var next = last.reassign(Assignee.group("G" + i), Town.CLERK, Town.MORNING);
            events.addAll(next.events());
            last = next.state();
        }
        return new Change<>(last, events);
    }

    private static void assertBroken(TestDatabase kind, long position, String... statements) {
        DataSource database = kind.emptied();
        JdbcStore store = withEvents(database, 6);
        TestDatabase.execute(database, statements);
        assertThat(brokenAt(store.verifyChain(Town.BRUC))).isEqualTo(position);
    }

    private static long brokenAt(ChainCheck check) {
        return check.fold(intact -> -1L, ChainCheck.Broken::position);
    }

    private static JdbcStore withEvents(DataSource database, int count) {
        JdbcStore store = JdbcStore.builder(database, Town.CLOCK).build();
        store.unitOfWork().run(() -> {
            for (int i = 0; i < count; i++) {
                Town.register(store, Town.CLERK, "Entrada");
            }
        });
        return store;
    }
}
