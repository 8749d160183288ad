package cat.eset.examples;

import cat.eset.core.OperationId;
import cat.eset.core.Person;
import cat.eset.core.work.WorkStore;
import cat.eset.registry.sir.DecisionResult;
import cat.eset.registry.sir.EventKind;
import cat.eset.registry.sir.ExchangeEvent;
import cat.eset.registry.sir.SirClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Takes what other administrations sent. It may be stopped anywhere: what was told and not taken is open the next time. */
public final class ReceiveFromSir {

    private ReceiveFromSir() {}

    static List<DecisionResult> receive(SirClient sir, WorkStore store, Person official, Clock clock) {
        List<DecisionResult> results = new ArrayList<>();
        // tag::receive[]
        sir.synchronise(); // kept in store.announcements() before this returns: SIR may never tell it again
        for (ExchangeEvent event : sir.log().open(100)) { // also what was told before a restart
            if (event.kind().equals(EventKind.RECEIVED)) {
                OperationId decision = OperationId.next(); // stored first: sir.settle(...) needs it
                results.add(sir.confirm(decision, event.exchange(), official));
            }
            store.unitOfWork().run(() -> { // and whatever you write about it
                sir.log().markDone(event, clock.instant());
            });
        }
        // end::receive[]
        return results;
    }
}
