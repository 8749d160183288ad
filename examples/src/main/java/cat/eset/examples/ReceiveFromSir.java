package cat.eset.examples;

import cat.eset.core.OperationId;
import cat.eset.core.Person;
import cat.eset.core.work.WorkStore;
import cat.eset.registry.sir.DecisionResult;
import cat.eset.registry.sir.EventKind;
import cat.eset.registry.sir.ExchangeEvent;
import cat.eset.registry.sir.ExchangeState;
import cat.eset.registry.sir.Side;
import cat.eset.registry.sir.SirClient;
import java.time.Clock;
import java.util.Set;

/** Takes what other administrations sent. It may be stopped anywhere: what was told and not taken is open the next time. */
public final class ReceiveFromSir {

    private static final Set<ExchangeState> UNDECIDED = Set.of(ExchangeState.SENT, ExchangeState.AWAITING_CONFIRMATION);

    private ReceiveFromSir() {}

    static int receive(SirClient sir, WorkStore store, Person official, Clock clock) {
        int done = 0;
        // tag::receive[]
        sir.synchronise(); // kept in store.announcements() before this returns: SIR may never tell it again
        for (ExchangeEvent event : sir.log().open(100)) { // also what was told before a restart
            if (event.kind().equals(EventKind.RECEIVED)
                    && UNDECIDED.contains(
                            sir.consult(event.exchange(), Side.RECEIVED).state())) {
                DecisionResult result = sir.confirm(OperationId.next(), event.exchange(), official);
                if (result instanceof DecisionResult.Unknown) {
                    continue; // stays open: the next run sees in its state what became of it
                }
            }
            // Together with whatever you write about it.
            store.unitOfWork().run(() -> sir.log().markDone(event, clock.instant()));
            done++;
        }
        // end::receive[]
        return done;
    }
}
