package cat.eset.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.ConfigurationException;
import cat.eset.core.EsetException;
import cat.eset.core.OperationId;
import cat.eset.core.calendar.WorkingCalendar;
import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.decree.Decree;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentId;
import cat.eset.core.document.DocumentMetadata;
import cat.eset.core.document.DocumentType;
import cat.eset.core.effect.PaperDelivery;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.Obstacle;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Nif;
import cat.eset.core.notification.Notification;
import cat.eset.core.notification.NotificationText;
import cat.eset.core.notification.PaperNotification;
import cat.eset.core.party.ElectronicRelation;
import cat.eset.core.party.Party;
import cat.eset.core.publication.Edict;
import cat.eset.core.publication.EdictStatus;
import cat.eset.core.publication.Publication;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.registry.RegistryExchange;
import cat.eset.core.rule.RuleBrokenException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What leaves: the channel of each addressee, paper, registry exchange and the notice board (contract eset-model 2, legal-rules R6). */
class OutgoingCircuitsTest {

    private static final Party OBLIGED = Party.company(Nif.of("P0828500I"), "Empresa Fictícia");
    private static final Party ON_PAPER = Party.person(Nif.of("00000000T"), "Maria", "Exemple");
    private static final Party BODY = Party.publicBody(DirectoryDouble.BODY, "Departament Fictici");
    private static final NotificationText TEXT = NotificationText.of("Resolució", "Text de la resolució");
    private static final WorkingCalendars CALENDARS =
            WorkingCalendars.of(WorkingCalendar.catalonia().of("El Bruc"));

    private final Town town = new Town();
    private final WorkModel work = town.work;
    private final ExpedientNumber expedient = town.expedient();
    private final DocumentId decree = town.approvedDecree(expedient);

    private PreparedExit prepare(Party recipient) {
        return work.exits().prepare(expedient, decree, recipient, TEXT, town.secretary);
    }

    @Test
    void eachAddresseeIsReachedByTheChannelThatIsHis() {
        assertThat(prepare(OBLIGED)).isInstanceOf(PreparedExit.Electronic.class);
        assertThat(prepare(ON_PAPER)).isInstanceOf(PreparedExit.OnPaper.class);
        assertThat(prepare(ON_PAPER.relation(ElectronicRelation.CHOSEN))).isInstanceOf(PreparedExit.Electronic.class);
        assertThat(prepare(BODY)).isInstanceOf(PreparedExit.Exchange.class);

        List<RegistryEntry> exits = town.store.registryBook().year(Town.EL_BRUC, Direction.EXIT, 2026);
        assertThat(exits).hasSize(4).allSatisfy(exit -> {
            assertThat(exit.expedients()).containsExactly(expedient.text());
            assertThat(exit.attachments()).hasSize(1);
        });
        assertThat(town.notifying.line.calls).isEmpty();
        assertThat(town.exchanging.line.calls).isEmpty();
    }

    @Test
    void anObligedPersonWithoutKnownContactMayBeNotifiedOnPaperOnce() {
        assertThat(work.exits().prepare(Channel.PAPER, expedient, decree, OBLIGED, TEXT, town.secretary))
                .isInstanceOf(PreparedExit.OnPaper.class);
    }

    @Test
    void aPublicBodyIsNeverNotifiedAndAPersonIsNoRegistry() {
        assertThatThrownBy(() -> work.exits().prepare(Channel.PAPER, expedient, decree, BODY, TEXT, town.secretary))
                .isInstanceOf(RuleBrokenException.class);
        assertThatThrownBy(() -> work.exits()
                        .prepare(Channel.REGISTRY_EXCHANGE, expedient, decree, OBLIGED, TEXT, town.secretary))
                .isInstanceOf(RuleBrokenException.class);
        assertThat(town.store.registryBook().year(Town.EL_BRUC, Direction.EXIT, 2026))
                .isEmpty();
    }

    @Test
    void whatIsNotSignedDoesNotLeave() {
        DocumentId draft = work.expedients()
                .addDocument(
                        expedient,
                        DocumentMetadata.ofTownHall("Informe", DocumentType.REPORT),
                        Town.pdf("informe"),
                        town.technician)
                .id();
        for (Party anybody : List.of(OBLIGED, ON_PAPER, BODY)) {
            assertThatThrownBy(() -> work.exits().prepare(expedient, draft, anybody, TEXT, town.secretary))
                    .isInstanceOfSatisfying(
                            RuleBrokenException.class,
                            e -> assertThat(e.rule().id()).isEqualTo("leaves.signed"));
        }
    }

    @Test
    void aMissingGatewaySaysWhichOneItIs() {
        WorkModel bare = WorkModel.builder(town.store, town.clock).build();
        assertThatThrownBy(() -> bare.exits().prepare(expedient, decree, OBLIGED, TEXT, town.secretary))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("notifications(NotificationGateway)");
        assertThatThrownBy(() -> bare.exits().prepare(expedient, decree, BODY, TEXT, town.secretary))
                .hasMessageContaining("exchanges(RegistryGateway)");
        assertThatThrownBy(bare::publications).hasMessageContaining("noticeBoard");
        assertThatThrownBy(bare::archive).hasMessageContaining("archive(ArchiveGateway)");
        assertThat(bare.exits().prepare(expedient, decree, ON_PAPER, TEXT, town.secretary))
                .isInstanceOf(PreparedExit.OnPaper.class);
    }

    @Test
    void twoAttemptsAndThenTheGazette() {
        // legal-rules R6.5: first Thu 6/3/2025 at 14:30; the second on 7, 10 or 11/3, not before 17:30.
        OperationId operation = prepare(ON_PAPER).operation();
        assertThatThrownBy(() -> attempt(operation, "2025-03-06T14:30", PaperDelivery.Outcome.ABSENT))
                .isInstanceOf(RuleBrokenException.class);
        work.papers().handOver(operation, "Correus", town.registrar);
        PaperNotification once = attempt(operation, "2025-03-06T14:30", PaperDelivery.Outcome.ABSENT);
        assertThat(once.state()).isEqualTo(PaperNotification.State.SECOND_ATTEMPT_DUE);
        assertThat(once.dutyMetAt()).contains(LocalDateTime.parse("2025-03-06T14:30"));
        assertThatThrownBy(() -> work.papers().announce(operation, "BOE 1", LocalDate.of(2025, 3, 20), town.registrar))
                .isInstanceOf(RuleBrokenException.class);

        PaperNotification tooEarly = attempt(operation, "2025-03-10T17:29", PaperDelivery.Outcome.ABSENT);
        assertThat(tooEarly.state()).isEqualTo(PaperNotification.State.SECOND_ATTEMPT_VOID);
        PaperNotification twice = attempt(operation, "2025-03-11T17:30", PaperDelivery.Outcome.ABSENT);
        assertThat(twice.state()).isEqualTo(PaperNotification.State.ANNOUNCEMENT_DUE);
        assertThat(twice.notifiedOn()).isEmpty();

        PaperNotification announced =
                work.papers().announce(operation, "BOE núm. 70", LocalDate.of(2025, 3, 20), town.registrar);
        assertThat(announced.state()).isEqualTo(PaperNotification.State.ANNOUNCED);
        assertThat(announced.notifiedOn().orElseThrow().legal()).isEqualTo(LocalDate.of(2025, 3, 20));
        // art. 40.4: the first attempt met the duty to notify in time, whatever came after.
        assertThat(announced.dutyMetAt()).contains(LocalDateTime.parse("2025-03-06T14:30"));
    }

    @Test
    void aVoidSecondAttemptMayBeginAgain() {
        OperationId operation = prepare(ON_PAPER).operation();
        work.papers().handOver(operation, "Correus", town.registrar);
        attempt(operation, "2025-03-06T11:00", PaperDelivery.Outcome.ABSENT);
        attempt(operation, "2025-03-07T12:00", PaperDelivery.Outcome.ABSENT);
        assertThat(work.papers()
                        .handOver(operation, "Correus, una altra vegada", town.registrar)
                        .state())
                .isEqualTo(PaperNotification.State.SENT);
        PaperNotification delivered = attempt(operation, "2025-03-20T10:00", PaperDelivery.Outcome.DELIVERED);
        assertThat(delivered.notifiedOn().orElseThrow().legal()).isEqualTo(LocalDate.of(2025, 3, 20));
        assertThat(delivered.dutyMetAt()).contains(LocalDateTime.parse("2025-03-06T11:00"));
        assertThatThrownBy(() -> attempt(operation, "2025-03-21T17:00", PaperDelivery.Outcome.DELIVERED))
                .isInstanceOf(RuleBrokenException.class);
    }

    @Test
    void theFirstInTimeOfPaperAndSeatCounts() {
        // legal-rules R6.6
        OperationId operation = prepare(ON_PAPER).operation();
        work.papers().handOver(operation, "Correus", town.registrar);
        attempt(operation, "2025-03-06T11:00", PaperDelivery.Outcome.REFUSED);
        PaperNotification both =
                work.papers().accessedInSeat(operation, Instant.parse("2025-03-05T22:59:00Z"), town.registrar);
        assertThat(both.state()).isEqualTo(PaperNotification.State.REFUSED);
        assertThat(both.notifiedOn().orElseThrow().legal()).isEqualTo(LocalDate.of(2025, 3, 5));

        OperationId other = prepare(ON_PAPER).operation();
        work.papers().handOver(other, "Correus", town.registrar);
        assertThat(work.papers()
                        .accessedInSeat(other, Instant.parse("2025-03-05T22:59:00Z"), town.registrar)
                        .state())
                .isEqualTo(PaperNotification.State.ACCESSED);
    }

    @Test
    void theReceiptsGoIntoTheExpedient() {
        OperationId operation = prepare(ON_PAPER).operation();
        work.papers().handOver(operation, "Correus", town.registrar);
        DocumentId receipt = work.papers()
                .storeProof(operation, "Avís de recepció", Town.pdf("avís"), town.registrar)
                .id();
        assertThat(work.papers().get(operation).proofs()).containsExactly(receipt);
        assertThat(work.expedients().get(Town.EL_BRUC, expedient).document(receipt))
                .isPresent();
    }

    private PaperNotification attempt(OperationId operation, String when, PaperDelivery.Outcome outcome) {
        return work.papers().attempt(operation, LocalDateTime.parse(when), outcome, CALENDARS, town.registrar);
    }

    @Test
    void anExchangeGoesToTheOfficeOfTheDirectoryAndIsFollowedToItsEntry() {
        OperationId operation = prepare(BODY).operation();
        RegistryExchange sent = work.exchanges().send(operation, town.registrar);
        assertThat(sent.state()).isEqualTo(RegistryExchange.State.SENT);
        assertThat(town.exchanging.line.arrived.get(operation)).satisfies(order -> {
            assertThat(order.office()).isEqualTo(DirectoryDouble.OFFICE);
            assertThat(order.unit()).contains(DirectoryDouble.BODY);
            assertThat(order.documents()).hasSize(1);
            assertThat(order.by()).isEqualTo(town.registrar);
        });
        assertThat(work.exchanges().follow(operation, town.registrar).state()).isEqualTo(RegistryExchange.State.SENT);
        town.exchanging.accepted(sent.remoteId().orElseThrow());
        RegistryExchange accepted = work.exchanges().follow(operation, town.registrar);
        assertThat(accepted.state()).isEqualTo(RegistryExchange.State.ACCEPTED);
        assertThat(accepted.status().orElseThrow().entryNumber()).contains("E-2026-7");
    }

    @Test
    void anExchangeOfUnknownOutcomeIsReconciledAndNeverSentAsSomethingNew() {
        OperationId operation = prepare(BODY).operation();
        town.exchanging.line.next = Breaking.Break.AFTER_ARRIVAL;
        assertThat(work.exchanges().send(operation, town.registrar).state()).isEqualTo(RegistryExchange.State.UNKNOWN);
        assertThatThrownBy(() -> work.exchanges().send(operation, town.registrar))
                .isInstanceOf(RuleBrokenException.class);
        assertThat(work.exchanges().reconcile(operation, town.registrar).state())
                .isEqualTo(RegistryExchange.State.SENT);

        OperationId lost = prepare(BODY).operation();
        town.exchanging.line.next = Breaking.Break.BEFORE_ARRIVAL;
        work.exchanges().send(lost, town.registrar);
        assertThat(work.exchanges().reconcile(lost, town.registrar).state()).isEqualTo(RegistryExchange.State.CREATED);
        assertThat(work.exchanges().send(lost, town.registrar).state()).isEqualTo(RegistryExchange.State.SENT);
        assertThat(town.exchanging.line.calls).containsExactly(operation, lost, lost);
    }

    @Test
    void aBodyWhoseOfficeNobodyKnowsLeavesNoExit() {
        Party unknown = Party.publicBody(Dir3.of("A09000009"), "Organisme Desconegut");
        assertThatThrownBy(() -> prepare(unknown))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("A09000009");
        assertThat(town.store.registryBook().year(Town.EL_BRUC, Direction.EXIT, 2026))
                .isEmpty();
        assertThat(work.exchanges()
                        .prepare(expedient, decree, unknown, DirectoryDouble.OFFICE, "Tramesa", town.registrar)
                        .state())
                .isEqualTo(RegistryExchange.State.CREATED);
    }

    @Test
    void whoWasNotifiedOfADecreeIsKnownByEveryChannel() {
        // legal-rules R16.11
        work.notifications().send(prepare(OBLIGED).operation(), town.secretary);
        work.papers().handOver(prepare(ON_PAPER).operation(), "Correus", town.registrar);
        work.exchanges().send(prepare(BODY).operation(), town.registrar);
        prepare(ON_PAPER);
        assertThat(work.decrees().notified(decree)).containsExactlyInAnyOrder(OBLIGED, ON_PAPER, BODY);

        DocumentId right = town.approvedDecree(expedient);
        Decree annulled = work.decrees().annul(decree, right, town.mayor);
        assertThat(annulled.annulledBy()).isEqualTo(work.decrees().get(right).number());
        assertThat(work.decrees().get(right).amends())
                .containsExactly(annulled.number().orElseThrow());
        assertThat(work.decrees().notified(right)).isEmpty();
    }

    private Edict edict(boolean personalData, String description) {
        return new Edict(
                "Aprovació inicial",
                description,
                LocalDate.of(2026, 3, 3),
                Optional.of(LocalDate.of(2026, 3, 31)),
                personalData,
                Optional.empty());
    }

    private OperationId preparedEdict() {
        return work.publications()
                .prepare(expedient, decree, List.of(), edict(false, "Exposició pública"), town.secretary)
                .operation();
    }

    @Test
    void anEdictIsExposedAndADiligenceSaysHowLong() {
        OperationId operation = preparedEdict();
        Publication published = work.publications().publish(operation, town.secretary);
        assertThat(published.state()).isEqualTo(Publication.State.PUBLISHED);
        assertThat(work.decrees().get(decree).marks())
                .extracting(mark -> mark.mark())
                .containsExactly(Decree.Mark.PUBLISHED);
        assertThat(work.publications().follow(operation, town.secretary)).isEqualTo(published);

        town.board.states.put(published.boardId().orElseThrow(), EdictStatus.ENDED);
        int before = work.expedients().documents(Town.EL_BRUC, expedient).size();
        Publication ended = work.publications().follow(operation, town.secretary);
        assertThat(ended.state()).isEqualTo(Publication.State.ENDED);
        assertThat(work.expedients().documents(Town.EL_BRUC, expedient)).hasSize(before + 1);
        assertThat(work.expedients().get(Town.EL_BRUC, expedient).diligences())
                .containsExactly(ended.endReason().orElseThrow());
    }

    @Test
    void anEdictOfUnknownOutcomeIsReconciled() {
        OperationId operation = preparedEdict();
        town.board.line.next = Breaking.Break.AFTER_ARRIVAL;
        assertThat(work.publications().publish(operation, town.secretary).state())
                .isEqualTo(Publication.State.UNKNOWN);
        assertThatThrownBy(() -> work.publications().publish(operation, town.secretary))
                .isInstanceOf(RuleBrokenException.class);
        assertThat(work.publications().reconcile(operation, town.secretary).state())
                .isEqualTo(Publication.State.PUBLISHED);
        assertThat(town.board.line.calls).hasSize(1);

        OperationId refused = preparedEdict();
        town.board.line.next = Breaking.Break.REFUSAL;
        assertThat(work.publications().publish(refused, town.secretary).state()).isEqualTo(Publication.State.REFUSED);
    }

    @Test
    void aWithdrawalIsOneOperationHoweverOftenItIsAsked() {
        OperationId operation = preparedEdict();
        work.publications().publish(operation, town.secretary);
        town.board.nextWithdrawalBreaks();
        assertThatThrownBy(() -> work.publications().withdraw(operation, "error", town.secretary))
                .isInstanceOf(EsetException.class);
        assertThat(work.publications()
                        .withdraw(operation, "error", town.secretary)
                        .state())
                .isEqualTo(Publication.State.WITHDRAWN);
        assertThat(town.board.withdrawals).hasSize(1);
    }

    @Test
    void personalDataInWhatTheBoardSaysHaveToBeDeclared() {
        String leak = "Citació de 00000000T";
        assertThatThrownBy(() ->
                        work.publications().prepare(expedient, decree, List.of(), edict(false, leak), town.secretary))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.getMessage()).doesNotContain("00000000T"));
        assertThat(work.publications()
                        .prepare(expedient, decree, List.of(), edict(true, leak), town.secretary)
                        .state())
                .isEqualTo(Publication.State.PREPARED);
    }

    @Test
    void onlyWhatIsSignedAndComplete() {
        DocumentId draft = work.expedients()
                .addDocument(
                        expedient,
                        DocumentMetadata.ofTownHall("Edicte", DocumentType.PUBLICATION),
                        Town.pdf("edicte"),
                        town.technician)
                .id();
        Edict edict = edict(false, "Exposició pública");
        assertThatThrownBy(() -> work.publications().prepare(expedient, draft, List.of(), edict, town.secretary))
                .isInstanceOf(RuleBrokenException.class);
        assertThatThrownBy(() -> work.publications()
                        .prepare(expedient, decree, List.of(DocumentId.of("NONE")), edict, town.secretary))
                .isInstanceOf(RuleBrokenException.class);
        assertThat(town.store.publications().in(Town.EL_BRUC, Publication.State.PREPARED))
                .isEmpty();
    }

    @Test
    void whatCertainlyNeverLeftMayBeSentAgainAtOnce() {
        OperationId notification = prepare(OBLIGED).operation();
        town.notifying.line.next = Breaking.Break.BEFORE_SENDING;
        assertThatThrownBy(() -> work.notifications().send(notification, town.secretary))
                .isInstanceOf(EsetException.class);
        assertThat(work.notifications().send(notification, town.secretary).state())
                .isEqualTo(Notification.State.QUEUED);

        OperationId exchange = prepare(BODY).operation();
        town.exchanging.line.next = Breaking.Break.BEFORE_SENDING;
        assertThatThrownBy(() -> work.exchanges().send(exchange, town.registrar))
                .isInstanceOf(EsetException.class);
        assertThat(work.exchanges().send(exchange, town.registrar).state()).isEqualTo(RegistryExchange.State.SENT);

        OperationId edict = preparedEdict();
        town.board.line.next = Breaking.Break.BEFORE_SENDING;
        assertThatThrownBy(() -> work.publications().publish(edict, town.secretary))
                .isInstanceOf(EsetException.class);
        assertThat(work.publications().publish(edict, town.secretary).state()).isEqualTo(Publication.State.PUBLISHED);
    }

    @Test
    void anExceptionThatDoesNotKnowLeavesTheOutcomeUnknown() {
        OperationId notification = prepare(OBLIGED).operation();
        town.notifying.line.next = Breaking.Break.EXCEPTION;
        assertThatThrownBy(() -> work.notifications().send(notification, town.secretary))
                .isInstanceOf(EsetException.class);
        assertThat(work.notifications().get(notification).state()).isEqualTo(Notification.State.UNKNOWN);
        assertThatThrownBy(() -> work.notifications().send(notification, town.secretary))
                .isInstanceOf(RuleBrokenException.class);
        assertThat(work.notifications().problem(notification)).isEmpty();
    }

    @Test
    void whyItDidNotLeaveIsSaidUntilItDoes() {
        for (Breaking.Break breaks : List.of(Breaking.Break.REFUSAL, Breaking.Break.BEFORE_ARRIVAL)) {
            OperationId notification = prepare(OBLIGED).operation();
            assertThat(work.notifications().problem(notification)).isEmpty();
            town.notifying.line.next = breaks;
            work.notifications().send(notification, town.secretary);
            assertThat(work.notifications().problem(notification)).contains("The connection broke");

            OperationId exchange = prepare(BODY).operation();
            town.exchanging.line.next = breaks;
            work.exchanges().send(exchange, town.registrar);
            assertThat(work.exchanges().problem(exchange)).contains("The connection broke");

            OperationId edict = preparedEdict();
            town.board.line.next = breaks;
            work.publications().publish(edict, town.secretary);
            assertThat(work.publications().problem(edict)).contains("The connection broke");
        }
        OperationId lost = prepare(BODY).operation();
        town.exchanging.line.next = Breaking.Break.BEFORE_ARRIVAL;
        work.exchanges().send(lost, town.registrar);
        work.exchanges().reconcile(lost, town.registrar);
        work.exchanges().send(lost, town.registrar);
        assertThat(work.exchanges().problem(lost)).isEmpty();
    }

    @Test
    void whatCameInWithoutCodeGetsOneLaterAndTheExpedientCanClose() {
        WorkModel without = WorkModel.builder(town.store, town.clock)
                .signatures(town.signing)
                .notifications(town.notifying)
                .build();
        OperationId operation = without.notifications()
                .prepare(expedient, decree, OBLIGED, TEXT, town.secretary)
                .operation();
        without.notifications().send(operation, town.secretary);
        town.notifying.deposited(operation);
        without.notifications().follow(operation, town.secretary);
        DocumentId evidence = without.notifications()
                .storeEvidence(operation, town.secretary)
                .get(0)
                .id();
        assertThat(without.closing().obstacles(Town.EL_BRUC, expedient))
                .containsExactly(new Obstacle.Unprotected(evidence));
        assertThatThrownBy(() -> without.expedients().giveCode(evidence, town.secretary))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("verificationCodes");

        Document coded = work.expedients().giveCode(evidence, town.secretary);

        assertThat(coded.code()).isPresent();
        assertThat(town.store.documents().find(evidence)).contains(coded);
        assertThat(without.closing().obstacles(Town.EL_BRUC, expedient)).isEmpty();
        assertThatThrownBy(() -> work.expedients().giveCode(evidence, town.secretary))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.rule().id()).isEqualTo("code.once"));
    }
}
