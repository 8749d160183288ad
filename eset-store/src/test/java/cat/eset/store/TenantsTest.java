package cat.eset.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.Actor;
import cat.eset.core.DocumentContent;
import cat.eset.core.EsetException;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.core.Sha256;
import cat.eset.core.diligence.Diligence;
import cat.eset.core.diligence.DiligenceId;
import cat.eset.core.document.ContentRef;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentId;
import cat.eset.core.document.DocumentMetadata;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.Situation;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.task.Task;
import cat.eset.core.task.TaskId;
import cat.eset.core.task.TaskRequest;
import cat.eset.core.work.Announcement;
import cat.eset.core.work.InboundKey;
import cat.eset.core.work.InboundLedger;
import cat.eset.core.work.LostClaimException;
import cat.eset.core.work.Outbox;
import cat.eset.store.desk.DeskQueries;
import cat.eset.store.desk.Page;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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
        assertRefused(() -> bruc.expedients().in(Town.SAFAJA, Situation.OPEN));
        assertRefused(() -> bruc.expedients().find(Town.SAFAJA, foreign.number()));
        assertRefused(() -> bruc.registryBook().year(Town.SAFAJA, Direction.ENTRY, 2026));
        assertRefused(() -> bruc.expedients().save(foreign.note("G1", Town.OTHER_CLERK, Town.MORNING)));
        // An actor of the right town hall on an aggregate of the wrong one.
        assertRefused(() -> bruc.expedients().save(foreign.note("G1", Town.CLERK, Town.MORNING)));
        assertRefused(() -> bruc.verifyChain(Town.SAFAJA));
        assertRefused(() -> bruc.nextNumber(Town.SAFAJA, "DILIGENCE", 2026));
        assertRefused(() -> bruc.of(Town.SAFAJA));
        assertThat(platform.of(Town.SAFAJA).journal().after(0, 100)).hasSize(1);
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

    /** Both ways round, because one of the two comes first in every index. */
    @ParameterizedTest
    @EnumSource
    void whatever_a_town_hall_has_under_the_same_names_another_one_neither_reads_nor_changes(TestDatabase kind)
            throws Exception {
        assertApart(kind.store(Town.CLOCK), Town.CLERK, Town.OTHER_CLERK);
        assertApart(kind.store(Town.CLOCK), Town.OTHER_CLERK, Town.CLERK);
    }

    private static void assertApart(JdbcStore platform, Actor owner, Actor stranger) throws Exception {
        JdbcStore its = platform.of(owner.townHall());
        JdbcStore other = platform.of(stranger.townHall());
        Instant later = Town.MORNING.plus(Duration.ofHours(1));
        assertMessagesApart(its.outbox(), other, later);

        InboundKey key = new InboundKey("MUX", "0b81", "E");
        Sha256 nothing = Sha256.of(new byte[0]);
        var claimed = (InboundLedger.Claim.Claimed) its.inboundLedger().claim(key, nothing, Town.MORNING);
        assertThat(other.inboundLedger().stale(Duration.ofMinutes(1), later)).isEmpty();
        other.inboundLedger().fail(claimed.ticket(), "d'un altre", later);
        assertThatThrownBy(() -> other.inboundLedger().finish(claimed.ticket(), "d'un altre", later))
                .isInstanceOf(LostClaimException.class);
        assertThat(its.inboundLedger().stale(Duration.ofMinutes(1), later)).hasSize(1);

        its.trackingState().replace("cursor", Optional.empty(), "7");
        assertThat(other.trackingState().read("cursor")).isEmpty();
        assertThat(other.trackingState().replace("cursor", Optional.of("7"), "8"))
                .isFalse();
        assertThat(its.trackingState().read("cursor")).contains("7");

        ContentRef bytes = its.documents().put(content());
        assertThat(other.documents().open(bytes)).isEmpty();
        assertThat(its.documents().open(bytes).orElseThrow().readAllBytes())
                .isEqualTo(content().readAllBytes());

        RegistryEntry entry = Town.register(its, owner, "Llicència");
        Expedient expedient = Town.open(its, owner, "Llicència");
        its.expedients().save(expedient.incorporate(DocumentId.of("D1"), owner, Town.MORNING));
        // The same number there, without the document.
        Town.open(other, stranger, "Una altra");
        assertThat(other.expedients().holding(stranger.townHall(), DocumentId.of("D1")))
                .isEmpty();
        assertThat(other.journal().of(entry.key())).isEmpty();
        assertThat(other.registryBook().year(stranger.townHall(), Direction.ENTRY, 2026))
                .isEmpty();
        its.tasks()
                .save(Task.request(
                        TaskId.of("T".repeat(26)),
                        TaskRequest.of("Fer", Assignee.group("Urbanisme")),
                        owner,
                        Town.MORNING));
        assertThat(other.tasks().open(stranger.townHall())).isEmpty();
        DeskQueries desk = other.desk(stranger.townHall());
        assertThat(desk.openTasks(Assignee.group("Urbanisme"), Page.first(10)).rows())
                .isEmpty();
        assertThat(desk.pendingEntries(Direction.ENTRY, Page.first(10)).rows()).isEmpty();
        assertThat(desk.searchEntries("Llicència", Page.first(10)).rows()).isEmpty();
        assertThat(desk.searchExpedients("Llicència", Page.first(10)).rows()).isEmpty();
        assertThat(desk.openExpedients(Page.first(10)).rows()).hasSize(1);
    }

    private static void assertMessagesApart(Outbox its, JdbcStore stranger, Instant later) {
        Outbox other = stranger.outbox();
        Set<String> topic = Set.of("topic");
        Outbox.Message message = new Outbox.Message(OperationId.next(), "topic", "payload");
        its.add(message, Town.MORNING);
        Outbox.Leased leased =
                its.lease(topic, Town.MORNING, Duration.ofMinutes(1), 1).get(0);
        assertThat(other.lease(topic, later, Duration.ofMinutes(1), 10)).isEmpty();
        other.delivered(leased, later);
        other.park(leased, "d'un altre", later);
        assertThat(its.parked()).isEmpty();
        its.park(leased, "prou", Town.MORNING);
        assertThat(other.parked()).isEmpty();
        assertThat(other.requeue(message.id(), later)).isFalse();
        assertThat(other.drop(message.id(), "d'un altre", later)).isFalse();
        assertThat(its.parked()).hasSize(1);
        assertThat(its.requeue(message.id(), Town.MORNING)).isTrue();
        its.delivered(its.lease(topic, later, Duration.ofMinutes(1), 1).get(0), Town.MORNING);
        assertThat(stranger.forgetDelivered(later)).isZero();
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
