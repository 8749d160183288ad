package cat.eset.notify.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.EsetException;
import cat.eset.core.OperationId;
import cat.eset.core.id.Nif;
import cat.eset.core.memory.MemoryStore;
import cat.eset.core.work.Outbox;
import cat.eset.endpoint.EndpointRequest;
import cat.eset.notify.ActionResult;
import cat.eset.notify.Desk;
import cat.eset.notify.ENotum;
import cat.eset.notify.SendResult;
import cat.eset.notify.notice.Notice;
import cat.eset.notify.notice.Recipient;
import cat.eset.notify.record.NotificationId;
import cat.eset.notify.record.NotificationState;
import cat.eset.notify.record.PaperPractice;
import cat.eset.notify.track.EvidenceArchive.Stage;
import cat.eset.testkit.pci.PciFault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Following notifications to their end, with restarts in between (contract enotum 12). */
class NotificationTrackerTest {

    private Desk desk;
    private ENotum enotum;
    private final Memory memory = new Memory();
    private final List<TrackingEvent> events = new ArrayList<>();

    @BeforeEach
    void open() {
        desk = Desk.open();
        enotum = desk.client();
    }

    @AfterEach
    void close() {
        enotum.close();
        desk.close();
    }

    /** A tracker that has forgotten everything but what is stored. */
    private NotificationTracker restarted() {
        return NotificationTracker.builder(enotum, memory, memory)
                .clock(desk.consortium().clock())
                .events(events::add)
                .build();
    }

    private NotificationId followed() {
        OperationId operation = desk.operation();
        SendResult.Queued queued = (SendResult.Queued) enotum.send(operation, desk.registeredNotice());
        restarted().follow(operation, queued.id());
        return queued.id();
    }

    private NotificationState state(NotificationId id) {
        return restarted().tracked(id).orElseThrow().state();
    }

    private void pass(Duration time) {
        desk.consortium().clock().advanceBy(time);
    }

    private List<String> changes() {
        return events.stream()
                .filter(TrackingEvent.StateChanged.class::isInstance)
                .map(TrackingEvent.StateChanged.class::cast)
                .map(e -> e.from() + ">" + e.to())
                .toList();
    }

    @Test
    void followsToTheEndAndKeepsTheEvidenceOnce() {
        NotificationId id = followed();
        restarted().poll();
        pass(Duration.ofMinutes(30));
        restarted().poll();
        assertThat(state(id)).isEqualTo(NotificationState.DEPOSITED);

        desk.consortium().enotum().accept(id.value());
        pass(Duration.ofHours(3));
        restarted().poll();
        pass(Duration.ofHours(3));
        TrackingCycle quiet = restarted().poll();

        assertThat(state(id)).isEqualTo(NotificationState.ACCEPTED);
        assertThat(changes()).containsExactly("PENDENT>DIPOSITADA", "DIPOSITADA>ACCEPTADA");
        assertThat(memory.timesKept(id, Stage.OUTCOME)).isEqualTo(1);
        assertThat(memory.evidence(id, Stage.OUTCOME).orElseThrow().practice()).isPresent();
        assertThat(quiet.changes()).isZero();
        assertThat(quiet.evidenceKept()).isZero();
    }

    @Test
    void anAbsenceOfDaysLosesNothing() {
        NotificationId id = followed();
        restarted().poll();
        pass(Duration.ofMinutes(30));
        desk.consortium().enotum().reject(id.value());
        pass(Duration.ofDays(20));

        restarted().poll();

        assertThat(state(id)).isEqualTo(NotificationState.REJECTED);
        assertThat(memory.timesKept(id, Stage.OUTCOME)).isEqualTo(1);
    }

    @Test
    void oneThatIsFollowedLateIsCaughtUpWith() {
        OperationId operation = desk.operation();
        SendResult.Queued queued = (SendResult.Queued) enotum.send(operation, desk.registeredNotice());
        restarted().poll();
        pass(Duration.ofMinutes(30));
        desk.consortium().enotum().accept(queued.id().value());
        pass(Duration.ofDays(3));
        restarted().poll();

        restarted().follow(operation, queued.id());
        restarted().poll();

        assertThat(state(queued.id())).isEqualTo(NotificationState.ACCEPTED);
    }

    @Test
    void anExpiryIsNoticed() {
        NotificationId id = followed();
        restarted().poll();
        pass(Duration.ofDays(12));

        restarted().poll();

        assertThat(state(id)).isEqualTo(NotificationState.EXPIRED);
    }

    @Test
    void anErrorIsNoticedAndSoIsItsRelaunch() {
        NotificationId id = followed();
        restarted().poll();
        desk.consortium().enotum().breakEngine(id.value());
        pass(Duration.ofHours(6));
        restarted().poll();
        assertThat(state(id)).isEqualTo(NotificationState.ERROR);
        assertThat(events)
                .anySatisfy(e -> assertThat(((TrackingEvent.StateChanged) e).needsAttention())
                        .isTrue());

        desk.consortium().enotum().relaunch(id.value());
        pass(Duration.ofHours(1));
        restarted().poll();

        assertThat(state(id)).isEqualTo(NotificationState.DEPOSITED);
    }

    @Test
    void oneThatFailedWhenItShouldExpireIsFoundAfterItsRelaunchWeeksLater() {
        NotificationId id = followed();
        restarted().poll();
        pass(Duration.ofMinutes(30));
        restarted().poll();
        desk.consortium().enotum().breakEngine(id.value());
        pass(Duration.ofDays(11));
        restarted().poll();
        assertThat(state(id)).isEqualTo(NotificationState.ERROR);
        pass(Duration.ofDays(20));
        restarted().poll();

        desk.consortium().enotum().relaunch(id.value());
        pass(Duration.ofDays(1));
        restarted().poll();

        assertThat(state(id)).isEqualTo(NotificationState.EXPIRED);
        assertThat(memory.timesKept(id, Stage.OUTCOME)).isEqualTo(1);
    }

    private NotificationId followedOnPaper() {
        OperationId operation = desk.operation();
        SendResult.Queued queued = (SendResult.Queued) enotum.send(
                operation,
                Notice.notification("Un acte en paper")
                        .to(Recipient.person(Nif.of("00000000T"), "Maria", "Exemple"))
                        .resolution(Desk.PDF)
                        .expiryDays(180)
                        .complementingPaper()
                        .build());
        restarted().follow(operation, queued.id());
        return queued.id();
    }

    private void recordAcceptance(NotificationId id, Instant at) {
        assertThat(enotum.recordPaperAcceptance(
                        desk.operation(), id, new PaperPractice(Nif.of("00000001R"), at, "ACUSE-1")))
                .isInstanceOf(ActionResult.Done.class);
    }

    @Test
    void anAcceptanceOnPaperThatIsRecordedWeeksLaterIsInTheReportOfTheDay() {
        NotificationId id = followedOnPaper();
        pass(Duration.ofHours(1));
        Instant accepted = desk.consortium().clock().instant();
        for (int day = 0; day < 20; day++) {
            restarted().poll();
            pass(Duration.ofDays(1));
        }
        assertThat(state(id)).isEqualTo(NotificationState.DEPOSITED);

        recordAcceptance(id, accepted);
        pass(Duration.ofDays(1));
        desk.consortium().enotum().refuseNext("Evidencia", 3104);
        assertThat(restarted().poll().evidencePending()).isEqualTo(1);
        assertThat(state(id)).isEqualTo(NotificationState.ACCEPTED);
        pass(Duration.ofHours(6));
        restarted().poll();

        assertThat(memory.timesKept(id, Stage.OUTCOME)).isEqualTo(1);
    }

    @Test
    void afterALongAbsenceTheReportsOfTheLastMonthAreRead() {
        NotificationId id = followedOnPaper();
        pass(Duration.ofHours(1));
        Instant accepted = desk.consortium().clock().instant();
        pass(Duration.ofDays(5));
        restarted().poll();
        pass(Duration.ofDays(25));
        recordAcceptance(id, accepted);
        pass(Duration.ofDays(15));

        restarted().poll();

        assertThat(state(id)).isEqualTo(NotificationState.ACCEPTED);
    }

    @Test
    void oneThatIsFollowedWhileALookIsUnderWayIsCaughtUpWith() {
        OperationId oldOperation = desk.operation();
        SendResult.Queued old = (SendResult.Queued) enotum.send(oldOperation, desk.registeredNotice());
        pass(Duration.ofMinutes(30));
        desk.consortium().enotum().accept(old.id().value());
        pass(Duration.ofDays(3));
        NotificationId id = followed();
        restarted().poll();
        pass(Duration.ofMinutes(30));
        desk.consortium().enotum().accept(id.value());
        pass(Duration.ofMinutes(30));

        NotificationTracker.builder(enotum, memory, memory)
                .clock(desk.consortium().clock())
                .events(event -> restarted().follow(oldOperation, old.id()))
                .build()
                .poll();
        pass(Duration.ofHours(6));
        restarted().poll();

        assertThat(state(id)).isEqualTo(NotificationState.ACCEPTED);
        assertThat(state(old.id())).isEqualTo(NotificationState.ACCEPTED);
    }

    @Test
    void aDepositThatDoesNotComeIsToldEveryDay() {
        NotificationId id = followed();
        NotificationId prompt = followed();
        desk.consortium().enotum().stall(id.value());
        restarted().poll();
        pass(Duration.ofHours(6));
        restarted().poll();
        assertThat(delayed()).isEmpty();

        pass(Duration.ofDays(1));
        restarted().poll();
        pass(Duration.ofHours(2));
        restarted().poll();
        pass(Duration.ofDays(1));
        restarted().poll();
        assertThat(delayed()).containsExactly(id, id);

        desk.consortium().enotum().relaunch(id.value());
        pass(Duration.ofDays(1));
        restarted().poll();
        assertThat(delayed()).hasSize(2);
        assertThat(state(id)).isEqualTo(NotificationState.DEPOSITED);
        assertThat(state(prompt)).isEqualTo(NotificationState.DEPOSITED);
    }

    private List<NotificationId> delayed() {
        return events.stream()
                .filter(TrackingEvent.DepositDelayed.class::isInstance)
                .map(TrackingEvent::id)
                .toList();
    }

    @Test
    void aScheduleGoesOnAfterALookThatFailed() throws Exception {
        NotificationId id = followed();
        pass(Duration.ofMinutes(30));
        desk.consortium().pci().script(PciFault.forbidden(), "PeticioCerca", 1);
        CountDownLatch deposited = new CountDownLatch(1);
        NotificationTracker tracker = NotificationTracker.builder(enotum, memory, memory)
                .clock(desk.consortium().clock())
                .events(event -> deposited.countDown())
                .build();
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
        try {
            ScheduledFuture<?> schedule = tracker.schedule(executor, Duration.ofMillis(1));

            assertThat(deposited.await(30, TimeUnit.SECONDS)).isTrue();
            schedule.cancel(false);
        } finally {
            executor.shutdown();
            assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(state(id)).isEqualTo(NotificationState.DEPOSITED);
    }

    @Test
    void aLateCancellationIsNoticedAndItsEvidenceKeptToo() {
        NotificationId id = followed();
        pass(Duration.ofMinutes(30));
        desk.consortium().enotum().accept(id.value());
        pass(Duration.ofHours(1));
        restarted().poll();

        assertThat(enotum.cancel(desk.operation(), id, "Error material")).isInstanceOf(ActionResult.Done.class);
        pass(Duration.ofDays(1));
        restarted().poll();

        assertThat(state(id)).isEqualTo(NotificationState.CANCELLED);
        assertThat(memory.timesKept(id, Stage.OUTCOME)).isEqualTo(1);
        assertThat(memory.timesKept(id, Stage.CANCELLATION)).isEqualTo(1);
    }

    @Test
    void oneWhoseEvidenceCannotBeHadDoesNotHoldUpTheOthersAndIsAskedAgain() {
        NotificationId first = followed();
        NotificationId second = followed();
        restarted().poll();
        pass(Duration.ofMinutes(30));
        desk.consortium().enotum().accept(first.value());
        desk.consortium().enotum().accept(second.value());
        pass(Duration.ofHours(1));
        desk.consortium().pci().script(PciFault.soapFault("500", "fora de servei"), "PeticioEvidencia");

        TrackingCycle cycle = restarted().poll();

        assertThat(cycle.evidencePending()).isEqualTo(1);
        assertThat(memory.timesKept(first, Stage.OUTCOME)).isZero();
        assertThat(memory.timesKept(second, Stage.OUTCOME)).isEqualTo(1);
        pass(Duration.ofDays(2));
        restarted().poll();
        assertThat(memory.timesKept(first, Stage.OUTCOME)).isEqualTo(1);
        assertThat(memory.timesKept(second, Stage.OUTCOME)).isEqualTo(1);
    }

    @Test
    void aServiceThatIsDownBreaksTheLookAndTheNextOneBeginsWhereItShouldHave() {
        NotificationId id = followed();
        restarted().poll();
        pass(Duration.ofMinutes(30));
        desk.consortium().enotum().accept(id.value());
        pass(Duration.ofHours(1));
        desk.consortium().pci().script(PciFault.forbidden(), "PeticioCerca", 1);

        assertThatThrownBy(() -> restarted().poll()).isInstanceOf(EsetException.class);
        pass(Duration.ofDays(2));
        restarted().poll();

        assertThat(state(id)).isEqualTo(NotificationState.ACCEPTED);
        assertThat(memory.timesKept(id, Stage.OUTCOME)).isEqualTo(1);
    }

    @Test
    void evidenceThatNeverComesIsToldOnce() {
        NotificationId id = followed();
        restarted().poll();
        pass(Duration.ofMinutes(30));
        desk.consortium().enotum().accept(id.value());
        pass(Duration.ofHours(1));
        desk.consortium().pci().script(PciFault.soapFault("500", "fora de servei"), "PeticioEvidencia", 3);

        restarted().poll();
        pass(Duration.ofDays(8));
        restarted().poll();
        pass(Duration.ofDays(1));
        restarted().poll();

        assertThat(events)
                .filteredOn(TrackingEvent.EvidenceMissing.class::isInstance)
                .hasSize(1);
        assertThat(memory.timesKept(id, Stage.OUTCOME)).isLessThanOrEqualTo(1);
    }

    @Test
    void whatIsNotFollowedIsNotTouched() {
        enotum.send(desk.operation(), desk.registeredNotice());
        pass(Duration.ofMinutes(30));

        restarted().poll();

        assertThat(events).isEmpty();
    }

    @Test
    void aForgedReportChangesNothing() {
        NotificationId id = followed();
        Memory.Inbox inbox = new Memory.Inbox();
        ReportReceiver receiver = ReportReceiver.of(inbox, desk.consortium().clock());
        receiver.handle(
                EndpointRequest.builder("POST", "/reports").body(forged(id).getBytes(StandardCharsets.UTF_8)));

        int read = restarted().readReports(inbox, 10);

        assertThat(read).isEqualTo(1);
        assertThat(inbox.messages()).isEmpty();
        assertThat(state(id)).isEqualTo(NotificationState.PENDING);
        assertThat(events).isEmpty();
    }

    private static String forged(NotificationId id) {
        return "<Report xmlns='http://www.aocat.net/NT/v4.0'><DadesNotificacio><DadesEstat><Estat>ACCEPTADA</Estat>"
                + "<DataActualitzacio>2026-03-02T09:00:01+01:00</DataActualitzacio></DadesEstat><DadesNotificacio>"
                + "<Referencia>R</Referencia><IdNotificacio>" + id
                + "</IdNotificacio></DadesNotificacio></DadesNotificacio>"
                + "</Report>";
    }

    @Test
    void aReportThatCannotBeConfirmedWaits() {
        NotificationId id = followed();
        pass(Duration.ofMinutes(30));
        Memory.Inbox inbox = new Memory.Inbox();
        ReportReceiver.of(inbox, desk.consortium().clock())
                .handle(EndpointRequest.builder("POST", "/reports")
                        .body(forged(id).getBytes(StandardCharsets.UTF_8)));
        desk.consortium().pci().script(PciFault.forbidden(), "PeticioConsulta");

        assertThat(restarted().readReports(inbox, 10)).isZero();
        assertThat(inbox.messages()).hasSize(1);
        assertThat(inbox.reasons()).hasSize(1);
        pass(Duration.ofMinutes(2));
        assertThat(restarted().readReports(inbox, 10)).isEqualTo(1);
        assertThat(state(id)).isEqualTo(NotificationState.DEPOSITED);
    }

    private static String reportOf(NotificationId... ids) {
        StringBuilder entries = new StringBuilder();
        for (NotificationId id : ids) {
            entries.append("<DadesNotificacio><DadesEstat><Estat>DIPOSITADA</Estat></DadesEstat><DadesNotificacio>"
                    + "<Referencia>R</Referencia><IdNotificacio>" + id
                    + "</IdNotificacio></DadesNotificacio></DadesNotificacio>");
        }
        return "<Report xmlns='http://www.aocat.net/NT/v4.0'>" + entries + "</Report>";
    }

    private Outbox inboxWith(String... reports) {
        Outbox inbox = MemoryStore.builder(desk.consortium().clock()).build().outbox();
        ReportReceiver receiver = ReportReceiver.of(inbox, desk.consortium().clock());
        for (String report : reports) {
            receiver.handle(EndpointRequest.builder("POST", "/reports").body(report));
        }
        return inbox;
    }

    @Test
    void aReportThatCannotBeReadIsPutAsideAndTheNextOneIsRead() {
        NotificationId id = followed();
        pass(Duration.ofMinutes(30));
        Outbox inbox = inboxWith();
        for (String payload : List.of("no base 64!", "PGE+", "")) {
            inbox.add(
                    new Outbox.Message(desk.operation(), ReportReceiver.TOPIC, payload),
                    desk.consortium().clock().instant());
        }
        ReportReceiver.of(inbox, desk.consortium().clock())
                .handle(EndpointRequest.builder("POST", "/reports").body(reportOf(id)));

        assertThat(restarted().readReports(inbox, 10)).isEqualTo(1);

        assertThat(state(id)).isEqualTo(NotificationState.DEPOSITED);
        assertThat(inbox.parked())
                .hasSize(3)
                .extracting(Outbox.Parked::reason)
                .allMatch(reason -> reason.startsWith("cannot be read: "));
        pass(Duration.ofDays(1));
        assertThat(restarted().readReports(inbox, 10)).isZero();
    }

    @Test
    void aReportOfWhatTheServiceDoesNotKnowIsPutAsideAfterTheRestOfItIsRead() {
        NotificationId id = followed();
        NotificationId unknown = NotificationId.of(id.value() + 1000);
        restarted().follow(desk.operation(), unknown);
        pass(Duration.ofMinutes(30));
        Outbox inbox = inboxWith(reportOf(unknown, id));

        assertThat(restarted().readReports(inbox, 10)).isZero();

        assertThat(state(id)).isEqualTo(NotificationState.DEPOSITED);
        assertThat(state(unknown)).isEqualTo(NotificationState.PENDING);
        assertThat(inbox.parked()).hasSize(1);
    }

    @Test
    void aReportThatWasTriedInVainForMostOfADayIsPutAside() {
        NotificationId id = followed();
        pass(Duration.ofMinutes(30));
        Outbox inbox = inboxWith(reportOf(id));
        desk.consortium().pci().script(PciFault.forbidden(), "PeticioConsulta", 100);
        Instant begun = desk.consortium().clock().instant();
        int tries = 0;
        while (inbox.parked().isEmpty()) {
            assertThat(restarted().readReports(inbox, 10)).isZero();
            tries++;
            pass(Duration.ofHours(1));
        }

        assertThat(tries).isEqualTo(20);
        assertThat(inbox.parked().get(0).reason()).startsWith("given up after 20 tries: ");
        assertThat(Duration.between(begun, inbox.parked().get(0).since())).isLessThan(Duration.ofDays(1));
    }

    @Test
    void whoeverFailsToTakeAnEventHoldsUpNoOtherReportAndIsToldAgain() {
        NotificationId first = followed();
        NotificationId second = followed();
        pass(Duration.ofMinutes(30));
        Outbox inbox = inboxWith(reportOf(first), reportOf(second));
        NotificationTracker failing = NotificationTracker.builder(enotum, memory, memory)
                .clock(desk.consortium().clock())
                .events(event -> {
                    if (event.id().equals(first)) {
                        throw new IllegalStateException("the screen of the vendor is gone");
                    }
                })
                .build();

        assertThat(failing.readReports(inbox, 10)).isEqualTo(1);
        assertThat(state(second)).isEqualTo(NotificationState.DEPOSITED);
        pass(Duration.ofMinutes(2));

        assertThat(restarted().readReports(inbox, 10)).isEqualTo(1);
        assertThat(events).extracting(TrackingEvent::id).contains(first).doesNotContain(second);
    }
}
