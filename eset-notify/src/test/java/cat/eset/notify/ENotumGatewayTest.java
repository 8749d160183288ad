package cat.eset.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.EsetException;
import cat.eset.core.OperationId;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Nif;
import cat.eset.core.notification.Evidence;
import cat.eset.core.notification.NotificationGateway;
import cat.eset.core.notification.NotificationOrder;
import cat.eset.core.notification.NotificationStatus;
import cat.eset.core.notification.Reconciliation;
import cat.eset.core.notification.RemoteState;
import cat.eset.core.notification.SendOutcome;
import cat.eset.core.party.ElectronicRelation;
import cat.eset.core.party.Party;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.RegistryNumber;
import cat.eset.notify.notice.Channel;
import cat.eset.notify.record.NotificationId;
import cat.eset.notify.record.Search;
import cat.eset.testkit.enotum.StoredNotification;
import cat.eset.testkit.pci.PciFault;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The core's port on top of the client, through real sockets. */
class ENotumGatewayTest {

    private static Desk desk;
    private static ENotum enotum;
    private static NotificationGateway gateway;

    @BeforeAll
    static void open() {
        desk = Desk.open();
        enotum = desk.client();
        gateway = ENotumGateway.of(enotum);
    }

    @AfterAll
    static void close() {
        enotum.close();
        desk.close();
    }

    private static NotificationOrder.Builder order(Party recipient) {
        return NotificationOrder.notification(
                        "Concessio de llicencia",
                        recipient,
                        new NotificationOrder.Attached("Decret signat.pdf", Desk.PDF))
                .appealsFooter("Recurs de reposicio en el termini d'un mes.")
                .expedient("X-2026/000123")
                .exit(
                        new RegistryNumber(Direction.EXIT, 2026, 456, "S/000456-2026"),
                        desk.consortium().clock().instant());
    }

    private static Party maria() {
        return Party.person(Nif.of("00000000T"), "Maria", "Exemple").email("maria@exemple.cat");
    }

    private static StoredNotification held(SendOutcome outcome) {
        String id = ((SendOutcome.Queued) outcome).remoteId();
        return desk.consortium().enotum().find(Long.parseLong(id)).orElseThrow();
    }

    @Test
    void sendsTheOrderWithTheExitEntryOfTheTownHall() {
        OperationId operation = desk.operation();

        SendOutcome outcome = gateway.send(operation, order(maria()).build());

        StoredNotification held = held(outcome);
        assertThat(held.reference()).isEqualTo(operation.value());
        assertThat(held.documents().get(0).name()).isEqualTo("Decret signat.pdf");
        desk.consortium().clock().advanceBy(Duration.ofMinutes(30));
        assertThat(held(outcome).registryNumber()).isEqualTo("S/000456-2026");
    }

    @Test
    void whoIsNotifiedOnPaperGetsItsComplement() {
        Party unreachable = Party.person(Nif.of("00000000T"), "Maria", "Exemple");

        SendOutcome outcome = gateway.send(desk.operation(), order(unreachable).build());
        SendOutcome digital = ENotumGateway.of(enotum)
                .withoutPaper()
                .send(desk.operation(), order(unreachable).build());

        assertThat(channel(outcome)).contains(Channel.PAPER);
        assertThat(channel(gateway.send(
                        desk.operation(),
                        order(maria().relation(ElectronicRelation.CHOSEN)).build())))
                .contains(Channel.DIGITAL);
        assertThat(digital)
                .isInstanceOfSatisfying(
                        SendOutcome.Refused.class,
                        r -> assertThat(r.failure().remoteCode()).hasValue("701"));
    }

    private static Optional<Channel> channel(SendOutcome outcome) {
        NotificationId id = NotificationId.of(((SendOutcome.Queued) outcome).remoteId());
        return enotum.search(Search.builder().id(id).build(), 1).hits().get(0).channel();
    }

    @Test
    void aRepresentativeSharesTheRecord() {
        Party company = Party.company(Nif.of("A58818501"), "Exemple SA").representedBy(maria());

        assertThat(held(gateway.send(desk.operation(), order(company).build())).recipients())
                .containsExactly("A58818501", "00000000T");
    }

    @Test
    void whatTheServiceWouldRefuseIsRefusedWithItsNumber() {
        Party unreachable =
                Party.person(Nif.of("00000000T"), "Maria", "Exemple").relation(ElectronicRelation.CHOSEN);
        Party body = Party.publicBody(Dir3.of("L01080256"), "Un altre ajuntament");

        assertThat(gateway.send(desk.operation(), order(unreachable).build()))
                .isInstanceOfSatisfying(
                        SendOutcome.Refused.class,
                        r -> assertThat(r.failure().remoteCode()).hasValue("701"));
        assertThat(gateway.send(desk.operation(), order(body).build()))
                .isInstanceOfSatisfying(
                        SendOutcome.Refused.class,
                        r -> assertThat(r.failure().remoteCode()).hasValue("720"));
    }

    @Test
    void anUnknownSendIsReconciled() {
        OperationId operation = desk.operation();
        desk.consortium().pci().script(PciFault.resetAfterProcessing(), "PeticioProcessarTramesa");

        assertThat(gateway.send(operation, order(maria()).build())).isInstanceOf(SendOutcome.Unknown.class);

        assertThat(gateway.reconcile(operation))
                .isEqualTo(new Reconciliation.Found(
                        Long.toString(desk.held(operation).get(0).id())));
    }

    @Test
    void whatNeverArrivedIsAbsentAfterTheGrace() {
        OperationId operation = desk.operation();

        assertThat(gateway.reconcile(operation)).isInstanceOf(Reconciliation.StillUnknown.class);
        desk.consortium().clock().advanceBy(Duration.ofMinutes(6));
        assertThat(gateway.reconcile(operation)).isEqualTo(new Reconciliation.Absent(operation));
    }

    @Test
    void tellsStateAndEvidence() {
        SendOutcome outcome = gateway.send(desk.operation(), order(maria()).build());
        String id = ((SendOutcome.Queued) outcome).remoteId();
        assertThat(gateway.status(id)).isEqualTo(NotificationStatus.of(RemoteState.PENDING));
        assertThat(gateway.evidence(id)).isEmpty();

        desk.consortium().clock().advanceBy(Duration.ofMinutes(30));
        NotificationStatus deposited = gateway.status(id);
        assertThat(deposited.state()).isEqualTo(RemoteState.DEPOSITED);
        assertThat(deposited.depositedAt()).isPresent();
        assertThat(deposited.expiresAt()).isPresent();
        assertThat(gateway.evidence(id)).extracting(Evidence::kind).containsExactly(Evidence.Kind.DEPOSIT);

        desk.consortium().enotum().accept(Long.parseLong(id));
        desk.consortium().clock().advanceBy(Duration.ofMinutes(30));
        assertThat(gateway.status(id).state()).isEqualTo(RemoteState.ACCEPTED);
        assertThat(gateway.evidence(id))
                .extracting(Evidence::kind)
                .containsExactly(Evidence.Kind.DEPOSIT, Evidence.Kind.PRACTICE, Evidence.Kind.READABLE);
    }

    @Test
    void aServiceThatCannotBeAskedIsAnError() {
        desk.consortium().pci().script(PciFault.forbidden(), "PeticioConsulta");

        assertThatThrownBy(() -> gateway.status("7700001")).isInstanceOf(EsetException.class);
    }
}
