package cat.eset.examples;

import static cat.eset.core.expedient.ClosingReason.RESOLUTION_EXECUTED;
import static cat.eset.core.notification.Notification.State.UNKNOWN;

import cat.eset.core.Actor;
import cat.eset.core.OperationId;
import cat.eset.core.decree.Decree;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.notification.Notification;
import cat.eset.core.notification.NotificationText;
import cat.eset.core.party.Party;
import cat.eset.core.signature.SignatureResult;
import cat.eset.core.signature.Signer;
import cat.eset.core.work.WorkModel;

/** Notifies a decree with the work model, follows it to its proof, and closes the expedient. */
public final class NotifyADecree {

    private NotifyADecree() {}

    /** Sends it once; gives its state. */
    static Notification send(WorkModel work, ExpedientNumber expedient, Decree decree, Party citizen, Actor by) {
        // tag::send[]
        NotificationText letter = NotificationText.of("Concessió de llicència", "Us notifiquem el decret adjunt.");
        Notification prepared = // the exit is registered, the operation stored
                work.notifications().prepare(expedient, decree.document(), citizen, letter, by);
        Notification sent = work.notifications().send(prepared.operation(), by);
        work.notifications().problem(sent.operation()).ifPresent(System.out::println); // refused, or unknown: why
        return sent;
        // end::send[]
    }

    /** Every hour, for example, for {@code store.notifications().in(townHall, state)} of the states that are not final. */
    static Notification follow(WorkModel work, OperationId operation, Actor by) {
        // tag::follow[]
        if (work.notifications().get(operation).state() == UNKNOWN) {
            work.notifications().reconcile(operation, by); // found, absent and to be sent again, or ask later
        }
        work.notifications().follow(operation, by);
        work.notifications().storeEvidence(operation, by); // into the expedient, each proof once
        return work.notifications().get(operation);
        // end::follow[]
    }

    /** Closes it; an {@code ObstaclesException} has all that is in the way. */
    static SignatureResult close(WorkModel work, ExpedientNumber expedient, Actor secretary) {
        // tag::close[]
        work.closing().begin(expedient, RESOLUTION_EXECUTED, secretary); // checks, and builds the index
        return work.closing().sign(expedient, Signer.seal(secretary.townHall()), secretary); // closed when signed
        // end::close[]
    }
}
