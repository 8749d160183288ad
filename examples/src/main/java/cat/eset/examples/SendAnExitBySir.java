package cat.eset.examples;

import cat.eset.core.DocumentContent;
import cat.eset.core.OperationId;
import cat.eset.core.Person;
import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.registry.sicres.ExchangeRefusedException;
import cat.eset.registry.sicres.Place;
import cat.eset.registry.sir.Dispatch;
import cat.eset.registry.sir.SendResult;
import cat.eset.registry.sir.SirClient;
import java.time.Instant;

/** Sends a registered exit to a ministry, once, whatever the network does. */
public final class SendAnExitBySir {

    private SendAnExitBySir() {}

    static String send(
            SirClient sir, OperationId operation, Person official, DocumentContent report, Instant registeredAt) {
        TownHall us = sir.townHall();
        // tag::send[]
        Place office = Place.office(Dir3.of("O00000001")).unit(us.dir3());
        Place ministry = Place.office(Dir3.of("O00000002")).unit(Dir3.of("E00000002"));
        Dispatch dispatch;
        try {
            dispatch = Dispatch.builder(office, ministry, "Informe urbanístic")
                    .numbered("2026/S/000123", registeredAt) // our exit: nobody numbers it again
                    .document("informe.pdf", report)
                    .build();
        } catch (ExchangeRefusedException tooLong) {
            return "correct first: " + tooLong.violations(); // field, limit and who sets it
        }

        SendResult result = sir.send(operation, dispatch, official); // the operation was stored before

        return result.fold( // sealed: no case can be forgotten
                sent -> "on its way, SIR id " + sent.exchange(),
                unknown -> "ask again later: sir.reconcile(" + operation + ")");
        // end::send[]
    }
}
