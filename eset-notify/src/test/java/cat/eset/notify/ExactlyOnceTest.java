package cat.eset.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.notify.notice.Notice;
import cat.eset.notify.record.NotificationId;
import cat.eset.testkit.pci.PciExchange;
import cat.eset.testkit.pci.PciFault;
import cat.eset.transport.pci.PciException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A send of unknown outcome ends in exactly one notification (design: exactly once; contract enotum 13). */
class ExactlyOnceTest {

    private static final String SEND = "PeticioProcessarTramesa";
    private static Desk desk;
    private static ENotum enotum;

    @BeforeAll
    static void open() {
        desk = Desk.open();
        enotum = desk.client();
    }

    @AfterAll
    static void close() {
        enotum.close();
        desk.close();
    }

    @AfterEach
    void forgetScripts() {
        desk.consortium().pci().clearScript();
        desk.consortium().enotum().searchableAfterSeconds(0);
    }

    /** Troubles after which the service has the notification. */
    static Stream<PciFault> taken() {
        return Stream.of(
                PciFault.resetAfterProcessing(),
                PciFault.resetMidBody(),
                PciFault.truncated(),
                PciFault.empty(),
                PciFault.unsigned(),
                PciFault.tampered());
    }

    @ParameterizedTest
    @MethodSource("taken")
    void whatWasTakenIsFoundAndAdopted(PciFault trouble) {
        OperationId operation = desk.operation();
        desk.consortium().pci().script(trouble, SEND);

        SendResult result = enotum.send(operation, desk.registeredNotice());

        assertThat(result).isInstanceOf(SendResult.Unknown.class);
        assertThat(((SendResult.Unknown) result).failure().effect()).isEqualTo(Failure.Effect.UNKNOWN);
        assertThat(enotum.reconcile(operation))
                .isInstanceOfSatisfying(
                        Reconciliation.Found.class,
                        found -> assertThat(found.hit().id())
                                .isEqualTo(NotificationId.of(
                                        desk.held(operation).get(0).id())));
        assertThat(desk.held(operation)).hasSize(1);
    }

    @Test
    void whatWasNotTakenIsSentAgainUnderTheSameIdentityAfterTheGrace() {
        OperationId operation = desk.operation();
        Notice notice = desk.registeredNotice();
        desk.consortium().pci().script(PciFault.resetBeforeProcessing(), SEND);

        SendResult.Unknown unknown = (SendResult.Unknown) enotum.send(operation, notice);
        assertThat(enotum.resume(operation, notice, unknown.attemptedAt())).isInstanceOf(SendResult.Unknown.class);
        assertThat(desk.held(operation)).isEmpty();

        desk.consortium().clock().advanceBy(Duration.ofMinutes(5));
        assertThat(enotum.reconcile(operation, unknown.attemptedAt())).isInstanceOf(Reconciliation.Absent.class);
        SendResult result = enotum.resume(operation, notice, unknown.attemptedAt());

        assertThat(result).isInstanceOf(SendResult.Queued.class);
        assertThat(desk.held(operation)).singleElement().satisfies(n -> {
            assertThat(n.requestId()).isEqualTo(operation.value());
            assertThat(n.issuerId()).isEqualTo(operation.value());
        });
        assertThat(sends())
                .filteredOn(e -> e.requestId().equals(operation.value()))
                .hasSizeGreaterThanOrEqualTo(1);
    }

    @Test
    void whoDoesNotKnowTheLastAttemptIsNotToldTooEarlyThatThereIsNothing() {
        OperationId operation = desk.operation();
        desk.consortium().clock().advanceBy(Duration.ofHours(1));
        desk.consortium().pci().script(PciFault.resetBeforeProcessing(), SEND);
        enotum.send(operation, desk.registeredNotice());

        assertThat(enotum.reconcile(operation)).isInstanceOf(Reconciliation.StillUnknown.class);
        desk.consortium().clock().advanceBy(Duration.ofMinutes(5));
        assertThat(enotum.reconcile(operation)).isInstanceOf(Reconciliation.Absent.class);
    }

    @Test
    void sendingAgainByMistakeFindsTheFirstOne() {
        OperationId operation = desk.operation();
        Notice notice = desk.registeredNotice();

        SendResult first = enotum.send(operation, notice);
        SendResult second = enotum.send(operation, notice);

        assertThat(first).isInstanceOf(SendResult.Queued.class).isEqualTo(second);
        assertThat(desk.held(operation)).hasSize(1);
    }

    @Test
    void whatWasTakenButCannotBeFoundYetGoesOnBeingUnknown() {
        OperationId operation = desk.operation();
        Notice notice = desk.registeredNotice();
        desk.consortium().enotum().searchableAfterSeconds(3600);
        desk.consortium().pci().script(PciFault.resetAfterProcessing(), SEND);
        SendResult.Unknown unknown = (SendResult.Unknown) enotum.send(operation, notice);

        desk.consortium().clock().advanceBy(Duration.ofMinutes(10));
        SendResult again = enotum.resume(operation, notice, unknown.attemptedAt());

        assertThat(again).isInstanceOf(SendResult.Unknown.class);
        assertThat(desk.held(operation)).hasSize(1);
        desk.consortium().clock().advanceBy(Duration.ofHours(1));
        Instant lastAttempt = ((SendResult.Unknown) again).attemptedAt();
        assertThat(enotum.resume(operation, notice, lastAttempt)).isInstanceOf(SendResult.Queued.class);
        assertThat(desk.held(operation)).hasSize(1);
    }

    @Test
    void aNewRequestIdentityIsOnlyTheCallersChoiceAndBothAreFound() {
        OperationId operation = desk.operation();
        Notice notice = desk.registeredNotice();
        enotum.send(operation, notice);

        SendResult second = enotum.resendUnderNewRequest(operation, desk.operation(), notice);

        assertThat(second).isInstanceOf(SendResult.Queued.class);
        assertThat(enotum.reconcile(operation))
                .isInstanceOfSatisfying(
                        Reconciliation.Several.class,
                        several -> assertThat(several.hits()).hasSize(2));
    }

    @Test
    void aReferenceThatOnlyStartsTheSameIsNotMistaken() {
        OperationId operation = desk.operation();
        OperationId lookalike = OperationId.of(
                operation.value().substring(0, 25) + (operation.value().endsWith("0") ? "1" : "0"));
        enotum.send(lookalike, desk.registeredNotice());

        assertThat(enotum.reconcile(operation, desk.consortium().clock().instant()))
                .isInstanceOf(Reconciliation.StillUnknown.class);
    }

    @Test
    void aStateOfThePciSaysNothingAboutWhatTheServiceDid() {
        OperationId operation = desk.operation();
        desk.consortium().pci().script(PciFault.state("0502", "Error realitzant la operació."), SEND);

        assertThat(enotum.send(operation, desk.registeredNotice())).isInstanceOf(SendResult.Unknown.class);
    }

    @Test
    void withoutPermissionCertainlyNothingHappened() {
        OperationId operation = desk.operation();
        desk.consortium().pci().script(PciFault.forbidden(), SEND);

        assertThatThrownBy(() -> enotum.send(operation, desk.registeredNotice()))
                .isInstanceOfSatisfying(
                        PciException.class,
                        e -> assertThat(e.failure().effect()).isEqualTo(Failure.Effect.NONE));
        assertThat(desk.held(operation)).isEmpty();
    }

    private static List<PciExchange> sends() {
        return desk.consortium().pci().exchanges().stream()
                .filter(e -> e.operation().equals(SEND))
                .toList();
    }

    @Test
    void aQuestionBearsTheInstantOfTheClockItWasGiven() {
        enotum.reconcile(desk.operation());

        List<PciExchange> all = desk.consortium().pci().exchanges();
        assertThat(OperationId.of(all.get(all.size() - 1).requestId()).instant())
                .isEqualTo(desk.consortium().clock().instant());
    }
}
