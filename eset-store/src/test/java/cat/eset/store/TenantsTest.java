package cat.eset.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.DocumentContent;
import cat.eset.core.EsetException;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.core.Sha256;
import cat.eset.core.decree.BookKind;
import cat.eset.core.decree.DecreeNumber;
import cat.eset.core.diligence.Diligence;
import cat.eset.core.diligence.DiligenceId;
import cat.eset.core.document.ContentRef;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentId;
import cat.eset.core.document.DocumentMetadata;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.Situation;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.RegistryExchange;
import cat.eset.core.task.Task;
import cat.eset.core.task.TaskId;
import cat.eset.core.task.TaskRequest;
import cat.eset.core.work.Announcement;
import cat.eset.core.work.InboundKey;
import cat.eset.core.work.InboundLedger;
import cat.eset.core.work.Outbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A store of one town hall neither sees nor touches the rows of another one in the same tables. */
class TenantsTest {

    @ParameterizedTest
    @EnumSource
    void aggregates_of_another_town_hall_are_not_seen(TestDatabase kind) {
        JdbcStore platform = kind.store(Town.CLOCK);
        JdbcStore bruc = platform.of(Town.BRUC);
        JdbcStore safaja = platform.of(Town.SAFAJA);
        TaskId task = TaskId.of("T".repeat(26));
        DocumentId document = DocumentId.of("D1");
        DiligenceId diligence = DiligenceId.of("G".repeat(26));
        bruc.tasks()
                .save(Task.request(task, TaskRequest.of("Fer", Assignee.group("Urbanisme")), Town.CLERK, Town.MORNING));
        bruc.documents()
                .save(Document.capture(
                        document,
                        DocumentMetadata.ofCitizen("Adjunt"),
                        bruc.documents().put(content()),
                        Optional.empty(),
                        Town.CLERK,
                        Town.MORNING));
        bruc.diligences()
                .save(Diligence.state(
                        diligence,
                        new Diligence.Fact("Fet", Optional.empty(), Optional.empty()),
                        Town.CLERK,
                        Town.MORNING));

        assertThat(safaja.tasks().find(task)).isEmpty();
        assertThat(safaja.documents().find(document)).isEmpty();
        assertThat(safaja.documents().findAll(List.of(document))).isEmpty();
        assertThat(safaja.documents().open(ContentRef.of(content()))).isEmpty();
        assertThat(safaja.diligences().find(diligence)).isEmpty();
        assertThat(safaja.journal().after(0, 100)).isEmpty();
        assertThat(bruc.tasks().find(task)).isPresent();
        assertThat(platform.tasks().find(task)).isPresent();
        assertThat(bruc.journal().after(0, 100)).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void the_same_identities_in_two_town_halls_are_two_things(TestDatabase kind) {
        JdbcStore platform = kind.store(Town.CLOCK);
        TaskId task = TaskId.of("T".repeat(26));
        platform.of(Town.BRUC)
                .tasks()
                .save(Task.request(task, TaskRequest.of("Una", Assignee.group("A")), Town.CLERK, Town.MORNING));
        platform.of(Town.SAFAJA)
                .tasks()
                .save(Task.request(task, TaskRequest.of("Altra", Assignee.group("B")), Town.OTHER_CLERK, Town.MORNING));

        assertThat(platform.of(Town.BRUC)
                        .tasks()
                        .find(task)
                        .orElseThrow()
                        .request()
                        .title())
                .isEqualTo("Una");
        assertThat(platform.of(Town.SAFAJA)
                        .tasks()
                        .find(task)
                        .orElseThrow()
                        .request()
                        .title())
                .isEqualTo("Altra");
        assertThatThrownBy(() -> platform.tasks().find(task))
                .isInstanceOf(EsetException.class)
                .hasMessageContaining("Take the store of one town hall");
    }

    @ParameterizedTest
    @EnumSource
    void what_names_another_town_hall_is_refused_and_nothing_is_stored(TestDatabase kind) {
        JdbcStore platform = kind.store(Town.CLOCK);
        JdbcStore bruc = platform.of(Town.BRUC);
        var foreign = Town.open(platform, Town.OTHER_CLERK, "D'un altre poble");

        assertRefused(() -> Town.register(bruc, Town.OTHER_CLERK, "Aliena"));
        assertRefused(() -> bruc.expedients().nextNumber(Town.SAFAJA, 2026));
        assertRefused(() -> bruc.decreeBook().nextNumber(Town.SAFAJA, 2026));
        assertRefused(() -> bruc.expedients().save(foreign.note("G1", Town.OTHER_CLERK, Town.MORNING)));
        // An actor of the right town hall on an aggregate of the wrong one.
        assertRefused(() -> bruc.expedients().save(foreign.note("G1", Town.CLERK, Town.MORNING)));
        // And the other way round.
        var own = Town.open(bruc, Town.CLERK, "Del poble");
        assertRefused(() -> bruc.expedients().save(own.note("G1", Town.OTHER_CLERK, Town.MORNING)));
        assertRefused(() -> bruc.nextNumber(Town.SAFAJA, "DILIGENCE", 2026));
        assertRefused(() -> bruc.of(Town.SAFAJA));
        assertThat(platform.of(Town.SAFAJA).journal().after(0, 100)).hasSize(1);
        assertThat(bruc.journal().after(0, 100)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whoever_asks_the_store_of_one_town_hall_about_another_one_is_refused(TestDatabase kind) {
        JdbcStore bruc = kind.store(Town.CLOCK).of(Town.BRUC);
        List<Runnable> questions = List.of(
                () -> bruc.registryBook().find(Town.SAFAJA, SameNamesWork.ENTRY),
                () -> bruc.registryBook().year(Town.SAFAJA, Direction.ENTRY, 2026),
                () -> bruc.expedients().find(Town.SAFAJA, SameNamesWork.EXPEDIENT),
                () -> bruc.expedients().in(Town.SAFAJA, Situation.OPEN),
                () -> bruc.expedients().holding(Town.SAFAJA, DocumentId.of("D1")),
                () -> bruc.decreeBook().find(Town.SAFAJA, new DecreeNumber(2026, 1, "1/2026")),
                () -> bruc.decreeBook().year(Town.SAFAJA, 2026),
                () -> bruc.decreeBook().book(Town.SAFAJA, BookKind.DECREES, 2026),
                () -> bruc.diligences().ofEntry(Town.SAFAJA, SameNamesWork.ENTRY),
                () -> bruc.tasks().open(Town.SAFAJA),
                () -> bruc.tasks().open(Town.SAFAJA, SameNamesWork.EXPEDIENT),
                () -> bruc.exchanges().in(Town.SAFAJA, RegistryExchange.State.CREATED),
                () -> bruc.exchanges().of(Town.SAFAJA, SameNamesWork.EXPEDIENT),
                () -> bruc.desk(Town.SAFAJA),
                () -> bruc.chainEnd(Town.SAFAJA),
                () -> bruc.verifyChain(Town.SAFAJA),
                () -> bruc.verifyChain(Town.SAFAJA, bruc.chainEnd(Town.BRUC)));
        questions.forEach(TenantsTest::assertRefused);
    }

    @ParameterizedTest
    @EnumSource
    void bytes_of_which_a_part_is_gone_are_not_made_whole_from_another_town_hall(TestDatabase kind) throws Exception {
        JdbcStore platform = kind.store(Town.CLOCK);
        ContentRef bytes = platform.of(Town.BRUC).documents().put(content());
        platform.of(Town.SAFAJA).documents().put(content());
        TestDatabase.execute(kind.shared(), "DELETE FROM eset.content_part WHERE tenant = '0802530003'");

        DocumentContent damaged = platform.of(Town.BRUC).documents().open(bytes).orElseThrow();
        assertThatThrownBy(damaged::readAllBytes).isInstanceOf(IOException.class);
        assertThat(platform.of(Town.SAFAJA)
                        .documents()
                        .open(bytes)
                        .orElseThrow()
                        .readAllBytes())
                .isEqualTo(content().readAllBytes());
    }

    @ParameterizedTest
    @EnumSource
    void messages_arrivals_and_memories_are_of_the_town_hall_that_wrote_them(TestDatabase kind) {
        JdbcStore platform = kind.store(Town.CLOCK);
        JdbcStore bruc = platform.of(Town.BRUC);
        JdbcStore safaja = platform.of(Town.SAFAJA);
        InboundKey key = new InboundKey("MUX", "0b81", "E");
        bruc.outbox().add(new Outbox.Message(OperationId.next(), "topic", "payload"), Town.MORNING);
        bruc.trackingState().replace("cursor", Optional.empty(), "7");
        bruc.announcements().keep("SIR", List.of(new Announcement("a", "X", "text")), Town.MORNING);
        bruc.inboundLedger().claim(key, Sha256.of(new byte[0]), Town.MORNING);

        assertThat(safaja.outbox().lease(Set.of("topic"), Town.MORNING, Duration.ofMinutes(1), 10))
                .isEmpty();
        assertThat(safaja.trackingState().read("cursor")).isEmpty();
        assertThat(safaja.announcements().open("SIR", 10)).isEmpty();
        assertThat(safaja.announcements().markDone("SIR", "a", Town.MORNING)).isFalse();
        assertThat(bruc.announcements().open("SIR", 10)).hasSize(1);
        assertThat(safaja.inboundLedger().claim(key, Sha256.of(new byte[0]), Town.MORNING))
                .isInstanceOf(InboundLedger.Claim.Claimed.class);
        assertThat(bruc.outbox().lease(Set.of("topic"), Town.MORNING, Duration.ofMinutes(1), 10))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void each_town_hall_has_its_own_chain_and_its_own_sequences(TestDatabase kind) {
        JdbcStore platform = kind.store(Town.CLOCK);
        Town.register(platform, Town.CLERK, "Una");
        Town.register(platform, Town.OTHER_CLERK, "Una altra");
        Town.register(platform, Town.CLERK, "Dues");

        assertThat(platform.chainEnd(Town.BRUC).position()).isEqualTo(2);
        assertThat(platform.chainEnd(Town.SAFAJA).position()).isEqualTo(1);
        assertThat(platform.nextNumber(Town.BRUC, "DILIGENCE", 2026)).isEqualTo(1);
        assertThat(platform.nextNumber(Town.BRUC, "DILIGENCE", 2026)).isEqualTo(2);
        assertThat(platform.nextNumber(Town.BRUC, "DILIGENCE", 2027)).isEqualTo(1);
        assertThat(platform.nextNumber(Town.SAFAJA, "DILIGENCE", 2026)).isEqualTo(1);
        assertThat(platform.journal().after(0, 100)).hasSize(3);
    }

    private static void assertRefused(Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOf(EsetException.class)
                .hasMessageContaining("Take the store of that town hall");
    }

    private static DocumentContent content() {
        return DocumentContent.of("contingut".getBytes(StandardCharsets.UTF_8), MediaType.PDF);
    }
}
