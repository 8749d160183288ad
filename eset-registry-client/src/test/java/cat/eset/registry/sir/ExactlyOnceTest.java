package cat.eset.registry.sir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.registry.sicres.EntryMark;
import cat.eset.testkit.pci.PciFault;
import cat.eset.transport.pci.PciException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sending of unknown outcome ends in exactly one exchange (design 4; contract sir, trap 7). */
class ExactlyOnceTest {

    private static final String SEND = "peticioEnviamentAssentament";
    private static final String SYNCHRONISE = "peticioSincronitzacioAssentaments";
    private static Town town;
    private static SirClient sir;

    @BeforeAll
    static void open() {
        town = new Town();
        sir = town.client();
    }

    @AfterAll
    static void close() {
        sir.close();
        town.close();
    }

    @AfterEach
    void forgetScripts() {
        town.consortium().pci().clearScript();
        town.consortium().sir().tellOnce(true);
    }

    /** Troubles after which SIR has the exchange. */
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
        OperationId operation = town.operation();
        town.consortium().pci().script(trouble, SEND);

        SendResult result = sir.send(operation, Town.dispatch(), Town.OFFICIAL);

        assertThat(result)
                .isInstanceOfSatisfying(
                        SendResult.Unknown.class,
                        unknown -> assertThat(unknown.failure().effect()).isEqualTo(Failure.Effect.UNKNOWN));
        assertThat(sir.reconcile(operation)).isInstanceOf(Reconciliation.StillUnknown.class);
        town.consortium().clock().advanceBy(Duration.ofMinutes(2));
        String id = town.held(operation).get(0).id();
        assertThat(sir.reconcile(operation))
                .isInstanceOfSatisfying(
                        Reconciliation.Found.class,
                        found -> assertThat(found.last().exchange()).isEqualTo(ExchangeId.of(id)));
        assertThat(sir.resume(operation, Town.dispatch(), Town.OFFICIAL, operation.instant()))
                .isInstanceOfSatisfying(
                        SendResult.Sent.class,
                        sent -> assertThat(sent.entry().map(EntryMark::number)).contains("2026/S/000001"));
        assertThat(town.held(operation)).hasSize(1);
    }

    @Test
    void whatWasNotTakenIsSentAgainUnderTheSameIdentityAfterTheGrace() {
        OperationId operation = town.operation();
        town.consortium().pci().script(PciFault.resetBeforeProcessing(), SEND);

        SendResult.Unknown unknown = (SendResult.Unknown) sir.send(operation, Town.dispatch(), Town.OFFICIAL);
        assertThat(sir.resume(operation, Town.dispatch(), Town.OFFICIAL, unknown.attemptedAt()))
                .isInstanceOf(SendResult.Unknown.class);
        assertThat(town.held(operation)).isEmpty();

        town.consortium().clock().advanceBy(Duration.ofMinutes(5));
        assertThat(sir.reconcile(operation, unknown.attemptedAt())).isInstanceOf(Reconciliation.Absent.class);
        SendResult result = sir.resume(operation, Town.dispatch(), Town.OFFICIAL, unknown.attemptedAt());

        assertThat(result).isInstanceOf(SendResult.Sent.class);
        assertThat(town.held(operation)).hasSize(1);
    }

    @Test
    void anError502MayHideAnExchange() {
        OperationId operation = town.operation();
        town.consortium().sir().refuseNextAfterDoing("Error intern");

        assertThat(sir.send(operation, Town.dispatch(), Town.OFFICIAL))
                .isInstanceOfSatisfying(SendResult.Unknown.class, unknown -> {
                    assertThat(unknown.failure().remoteCode()).contains("502");
                    assertThat(unknown.failure().remoteText()).contains("Error intern");
                    assertThat(SirError.of("502").effect()).isEqualTo(Failure.Effect.UNKNOWN);
                });
        town.consortium().clock().advanceBy(Duration.ofMinutes(2));
        assertThat(sir.reconcile(operation)).isInstanceOf(Reconciliation.Found.class);
        assertThat(town.held(operation)).hasSize(1);
    }

    @Test
    void afterAPlain502ThePolicyOfTheCallerMaySendUnderANewRequest() {
        OperationId operation = town.operation();
        town.consortium().sir().refuseNext("L'oficina no està integrada");
        assertThat(sir.send(operation, Town.dispatch(), Town.OFFICIAL)).isInstanceOf(SendResult.Unknown.class);
        town.consortium().clock().advanceBy(Duration.ofMinutes(5));
        assertThat(sir.reconcile(operation)).isInstanceOf(Reconciliation.Absent.class);

        // The PCI has had the request, so the same one is never taken again.
        assertThat(sir.resume(operation, Town.dispatch(), Town.OFFICIAL, operation.instant()))
                .isInstanceOf(SendResult.Unknown.class);
        assertThat(town.held(operation)).isEmpty();
        assertThat(sir.resendUnderNewRequest(operation, town.operation(), Town.dispatch(), Town.OFFICIAL))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(town.held(operation)).hasSize(1);
    }

    @Test
    void twoExchangesOfOneSendingAreSeen() {
        OperationId operation = town.operation();
        sir.send(operation, Town.dispatch(), Town.OFFICIAL);
        sir.resendUnderNewRequest(operation, town.operation(), Town.dispatch(), Town.OFFICIAL);
        town.consortium().clock().advanceBy(Duration.ofMinutes(2));

        assertThat(sir.reconcile(operation))
                .isInstanceOfSatisfying(
                        Reconciliation.Several.class,
                        several -> assertThat(several.exchanges()).hasSize(2));
    }

    @Test
    void sendingAgainWithTheSameOperationNeverDoubles() {
        OperationId operation = town.operation();
        sir.send(operation, Town.dispatch(), Town.OFFICIAL);
        town.consortium().clock().advanceBy(Duration.ofMinutes(2));

        assertThat(sir.send(operation, Town.dispatch(), Town.OFFICIAL)).isInstanceOf(SendResult.Sent.class);
        assertThat(town.held(operation)).hasSize(1);
    }

    @Test
    void whatSynchronisingTellsOnceIsKeptWhoeverAsked() {
        OperationId first = town.operation();
        OperationId second = town.operation();
        sir.send(first, Town.dispatch(), Town.OFFICIAL);
        sir.send(second, Town.dispatch(), Town.OFFICIAL);
        town.consortium().clock().advanceBy(Duration.ofMinutes(2));

        // Asking about one is told about both, and SIR never tells it again.
        assertThat(sir.reconcile(first)).isInstanceOf(Reconciliation.Found.class);
        assertThat(sir.synchronise()).isEmpty();
        assertThat(sir.reconcile(second)).isInstanceOf(Reconciliation.Found.class);
        assertThat(sir.log().ofSending(second.value())).hasSize(1);
    }

    @Test
    void whatIsToldAgainAndAgainIsKeptOnce() {
        town.consortium().sir().tellOnce(false);
        OperationId operation = town.operation();
        sir.send(operation, Town.dispatch(), Town.OFFICIAL);
        town.consortium().clock().advanceBy(Duration.ofMinutes(2));

        sir.synchronise();
        sir.synchronise();

        assertThat(sir.log().ofSending(operation.value())).hasSize(1);
    }

    @Test
    void evenWhenWhatWasToldOnceIsLostOnTheWayThereIsOneExchange() {
        OperationId operation = town.operation();
        town.consortium().pci().script(PciFault.resetAfterProcessing(), SEND);
        SendResult.Unknown unknown = (SendResult.Unknown) sir.send(operation, Town.dispatch(), Town.OFFICIAL);
        town.consortium().clock().advanceBy(Duration.ofMinutes(6));
        town.consortium().pci().script(PciFault.resetAfterProcessing(), SYNCHRONISE);
        assertThatThrownBy(() -> sir.reconcile(operation)).isInstanceOf(PciException.class);

        // Nobody will ever tell it again; the PCI still refuses to take the same request twice.
        assertThat(sir.resume(operation, Town.dispatch(), Town.OFFICIAL, unknown.attemptedAt()))
                .isInstanceOf(SendResult.Unknown.class);
        assertThat(town.held(operation)).hasSize(1);
    }

    @Test
    void withoutPermissionNothingWasSent() {
        // The second is how the PCI says that it saw no certificate that it knows.
        for (PciFault refusal : List.of(PciFault.forbidden(), PciFault.soapFault("1013", "certificat no vàlid"))) {
            OperationId operation = town.operation();
            town.consortium().pci().script(refusal, SEND);

            assertThatThrownBy(() -> sir.send(operation, Town.dispatch(), Town.OFFICIAL))
                    .isInstanceOfSatisfying(
                            PciException.class,
                            e -> assertThat(e.failure().effect()).isEqualTo(Failure.Effect.NONE));
            assertThat(town.held(operation)).isEmpty();
        }
    }

    /** Contract sir 6: what the PCI says of its own failure says nothing about what SIR did before. */
    @Test
    void afterAFailureOfThePciTheOutcomeIsOpen() {
        for (PciFault failure :
                List.of(PciFault.state("0502", "Error intern"), PciFault.soapFault("500", "fora de servei"))) {
            OperationId operation = town.operation();
            town.consortium().pci().script(failure, SEND);

            assertThat(sir.send(operation, Town.dispatch(), Town.OFFICIAL))
                    .isInstanceOfSatisfying(
                            SendResult.Unknown.class,
                            unknown -> assertThat(unknown.failure().effect()).isEqualTo(Failure.Effect.UNKNOWN));
        }
    }

    @Test
    void theGraceCountsFromTheLastAttemptAlsoForWhoDoesNotKnowIt() {
        OperationId operation = town.operation();
        town.consortium().clock().advanceBy(Duration.ofMinutes(10));
        town.consortium().pci().script(PciFault.resetBeforeProcessing(), SEND);
        sir.send(operation, Town.dispatch(), Town.OFFICIAL);

        assertThat(sir.reconcile(operation)).isInstanceOf(Reconciliation.StillUnknown.class);
        town.consortium().clock().advanceBy(Duration.ofMinutes(5));
        assertThat(sir.reconcile(operation)).isInstanceOf(Reconciliation.Absent.class);
    }

    @Test
    void whatIsFoundIsWhatHappenedLast() {
        OperationId operation = town.operation();
        sir.send(operation, Town.dispatch(), Town.OFFICIAL);
        town.consortium().clock().advanceBy(Duration.ofMinutes(2));
        sir.synchronise();
        town.consortium().sir().confirm(town.held(operation).get(0).id(), "E-1");

        assertThat(sir.reconcile(operation))
                .isInstanceOfSatisfying(
                        Reconciliation.Found.class,
                        found -> assertThat(found.last().kind()).isEqualTo(EventKind.CONFIRMED));
    }
}
