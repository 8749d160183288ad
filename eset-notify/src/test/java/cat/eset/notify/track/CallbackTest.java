package cat.eset.notify.track;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.OperationId;
import cat.eset.core.work.Outbox;
import cat.eset.endpoint.jdk.EndpointServer;
import cat.eset.notify.Desk;
import cat.eset.notify.ENotum;
import cat.eset.notify.SendResult;
import cat.eset.notify.record.NotificationId;
import cat.eset.notify.record.NotificationState;
import cat.eset.testkit.enotum.ReportDelivery;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service calls the town hall through a real socket when a state changes (contract enotum 7). */
class CallbackTest {

    private final Memory memory = new Memory();
    private final Memory.Inbox inbox = new Memory.Inbox();
    private final AtomicBoolean storageFails = new AtomicBoolean();
    private Desk desk;
    private ENotum enotum;
    private EndpointServer server;
    private NotificationTracker tracker;

    @BeforeEach
    void open() {
        desk = Desk.open();
        enotum = desk.client();
        tracker = NotificationTracker.builder(enotum, memory, memory)
                .clock(desk.consortium().clock())
                .build();
        Outbox moody = new MoodyOutbox();
        server = EndpointServer.builder(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .route("/reports", ReportReceiver.of(moody, desk.consortium().clock()))
                .start();
        desk.consortium().enotum().reportTo(server.uri("/reports"));
    }

    @AfterEach
    void close() {
        server.close();
        enotum.close();
        desk.close();
    }

    private NotificationId followed() {
        OperationId operation = desk.operation();
        SendResult.Queued queued = (SendResult.Queued) enotum.send(operation, desk.registeredNotice());
        tracker.follow(operation, queued.id());
        return queued.id();
    }

    @Test
    void aChangeIsAcknowledgedConfirmedAndNoted() {
        NotificationId id = followed();
        desk.consortium().clock().advanceBy(Duration.ofMinutes(30));
        assertThat(desk.consortium().enotum().reports())
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.acknowledged()).isTrue());

        tracker.readReports(inbox, 100);
        assertThat(tracker.tracked(id).orElseThrow().state()).isEqualTo(NotificationState.DEPOSITED);

        desk.consortium().enotum().accept(id.value());
        desk.consortium().clock().advanceBy(Duration.ofMinutes(30));
        tracker.readReports(inbox, 100);
        assertThat(tracker.tracked(id).orElseThrow().state()).isEqualTo(NotificationState.ACCEPTED);
        assertThat(memory.timesKept(id, EvidenceArchive.Stage.OUTCOME)).isEqualTo(1);
        assertThat(inbox.messages()).isEmpty();
    }

    @Test
    void whatCouldNotBeStoredIsSentAgain() {
        storageFails.set(true);
        NotificationId id = followed();
        desk.consortium().clock().advanceBy(Duration.ofMinutes(30));
        assertThat(desk.consortium().enotum().reports()).isNotEmpty().noneMatch(ReportDelivery::acknowledged);

        storageFails.set(false);
        desk.consortium().clock().advanceBy(Duration.ofDays(1));

        assertThat(desk.consortium().enotum().reports()).anyMatch(ReportDelivery::acknowledged);
        tracker.readReports(inbox, 100);
        assertThat(tracker.tracked(id).orElseThrow().state()).isEqualTo(NotificationState.DEPOSITED);
    }

    /** Storage that is sometimes out of order. */
    private final class MoodyOutbox implements Outbox {
        @Override
        public void add(Message message, Instant notBefore) {
            if (storageFails.get()) {
                throw new IllegalStateException("the disk is full");
            }
            inbox.add(message, notBefore);
        }

        @Override
        public java.util.List<Leased> lease(java.util.Set<String> topics, Instant now, Duration loan, int max) {
            return inbox.lease(topics, now, loan, max);
        }

        @Override
        public void delivered(Leased leased, Instant now) {
            inbox.delivered(leased, now);
        }

        @Override
        public void retry(Leased leased, String reason, Instant notBefore) {
            inbox.retry(leased, reason, notBefore);
        }

        @Override
        public void park(Leased leased, String reason, Instant now) {
            inbox.park(leased, reason, now);
        }

        @Override
        public java.util.List<Parked> parked() {
            return inbox.parked();
        }

        @Override
        public boolean requeue(OperationId id, Instant notBefore) {
            return inbox.requeue(id, notBefore);
        }

        @Override
        public boolean drop(OperationId id, String reason, Instant now) {
            return inbox.drop(id, reason, now);
        }
    }
}
