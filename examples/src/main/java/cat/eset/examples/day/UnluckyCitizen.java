package cat.eset.examples.day;

import static cat.eset.examples.day.Stage.check;

import cat.eset.core.LegalTime;
import cat.eset.core.decree.Decree;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.notification.Notification;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.work.WorkModel;
import cat.eset.testkit.enotum.StoredNotification;
import cat.eset.testkit.pci.PciFault;
import java.util.List;

/** The citizen whose notification the network breaks while it is being sent. */
public final class UnluckyCitizen {

    private final Stage stage;
    private final TownHallSoftware town;
    private final Procedure procedure;
    private final WorkModel work;

    /** His procedure on this stage. */
    public UnluckyCitizen(Stage stage) {
        this.stage = stage;
        this.town = stage.software();
        this.procedure = new Procedure(stage);
        this.work = procedure.work();
    }

    /** Lives it. */
    public void live() {
        stage.step(
                "e-NOTUM 4.0 · PCI",
                "An unlucky citizen: the network breaks while sending",
                "Un ciutadà amb mala sort: la xarxa cau mentre s'envia",
                step -> {
                    procedure.post(procedure.application(
                            "0ba6-8133-af41-6007", "Llicència d'obres menors: gual del carrer Nou, 3"));
                    RegistryEntry entry = procedure.lastEntry();
                    Expedient second = procedure.open(entry);
                    Decree decree = procedure.decree(
                            second,
                            "Atorgar la llicència d'obres menors per al gual del carrer Nou, 3",
                            "Registre d'entrada " + entry.number() + ".");
                    Notification prepared = procedure.prepare(second.number(), decree);
                    stage.outside(() -> stage.consortium()
                            .pci()
                            .script(PciFault.resetAfterProcessing(), "PeticioProcessarTramesa"));
                    Notification unknown = work.notifications().send(prepared.operation(), town.secretary);
                    Procedure.requireState(unknown, Notification.State.UNKNOWN);
                    stage.until(LegalTime.dateTimeOf(stage.clock().instant()).plusMinutes(10));
                    Notification found = work.notifications().reconcile(prepared.operation(), town.secretary);
                    List<StoredNotification> existing = stage.consortium()
                            .enotum()
                            .withReference(prepared.operation().value());
                    check(existing.size() == 1, existing.size() + " notifications exist instead of one");
                    String id = found.remoteId().orElseThrow();
                    check(id.equals(String.valueOf(existing.get(0).id())), "Another notification was found");
                    step.say(
                                    "The line broke after the request had left: the outcome is " + unknown.state()
                                            + ", and nothing is sent again.",
                                    "La línia s'ha tallat quan la petició ja havia sortit: el resultat és desconegut i no es torna a enviar res.")
                            .say(
                                    "Cerca by the operation finds e-NOTUM id " + id
                                            + "; exactly one notification exists.",
                                    "Cerca per l'operació troba l'id d'e-NOTUM " + id
                                            + "; existeix exactament una notificació.");
                    stage.note("secondNotificationAfterBreak", unknown.state().name());
                    stage.note("secondNotification", id);
                    stage.note("secondNotificationsAtService", existing.size());
                });
    }
}
