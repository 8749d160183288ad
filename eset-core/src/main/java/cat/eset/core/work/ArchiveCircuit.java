package cat.eset.core.work;

import cat.eset.core.Actor;
import cat.eset.core.LegalTime;
import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.archive.ArchiveDeposit;
import cat.eset.core.archive.ArchiveGateway;
import cat.eset.core.archive.ArchiveStatus;
import cat.eset.core.expedient.Closing;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.Situation;
import cat.eset.core.internal.Rules;
import cat.eset.core.notification.SendOutcome;
import java.util.Optional;

/** The transfer of closed expedients to the archive (contract eset-model 2.6). Thread-safe. */
public final class ArchiveCircuit {

    private final Desk desk;
    private final ClosingCircuit closing;
    private final ArchiveGateway archive;

    ArchiveCircuit(Desk desk, ClosingCircuit closing, ArchiveGateway archive) {
        this.desk = desk;
        this.closing = closing;
        this.archive = archive;
    }

    /**
     * Sends a closed expedient to the archive. Its operation is stored first; calling again after an unknown outcome asks the archive
     * before anything is sent again, and then it is the same operation.
     *
     * @param access who may see it there
     */
    public SendOutcome transfer(ExpedientNumber number, ArchiveDeposit.Access access, Actor by) {
        Expedient closed = desk.expedient(by.townHall(), number);
        Rules.EXPEDIENT_NOT_CLOSED.require(closed.situation() == Situation.CLOSED, "transferring " + number);
        Optional<String> known = remoteId(closed);
        if (known.isPresent()) {
            return new SendOutcome.Queued(known.get());
        }
        ArchiveDeposit deposit = deposit(closed, access);
        boolean again = desk.store.trackingState().read(key(closed)).isPresent();
        OperationId operation = desk.operationOf(key(closed));
        SendOutcome outcome = again ? resume(operation, deposit) : archive.transfer(operation, deposit);
        return outcome.fold(
                queued -> {
                    desk.inTransaction(() -> desk.store
                            .trackingState()
                            .replace(key(closed) + "/id", Optional.empty(), queued.remoteId()));
                    return outcome;
                },
                refused -> outcome,
                unknown -> outcome);
    }

    private SendOutcome resume(OperationId operation, ArchiveDeposit deposit) {
        return archive.reconcile(operation)
                .fold(
                        found -> new SendOutcome.Queued(found.remoteId()),
                        absent -> archive.transfer(operation, deposit),
                        still -> new SendOutcome.Unknown(operation, still.failure()));
    }

    /**
     * Asks the archive what it has done with a deposit. Once it keeps the expedient, the expedient is transferred; if it refuses, the
     * expedient stays closed and the next transfer is another operation.
     *
     * @throws cat.eset.core.EsetException if the archive cannot be asked
     */
    public ArchiveStatus follow(ExpedientNumber number, Actor by) {
        Expedient closed = desk.expedient(by.townHall(), number);
        String id = remoteId(closed)
                .orElseThrow(() -> Rules.NOT_FOUND.refuse("looking for the deposit of expedient " + number));
        ArchiveStatus status = archive.status(id);
        return status.fold(
                process -> process,
                kept -> desk.inTransaction(() -> {
                    if (closed.situation() == Situation.CLOSED) {
                        desk.store.expedients().save(closed.transfer(kept.receipt(), by, desk.now()));
                    }
                    return kept;
                }),
                rejected -> desk.inTransaction(() -> {
                    Optional<String> before = desk.store.trackingState().read(attemptKey(closed));
                    int next = before.map(Integer::parseInt).orElse(1) + 1;
                    desk.store.trackingState().replace(attemptKey(closed), before, Integer.toString(next));
                    return rejected;
                }));
    }

    private ArchiveDeposit deposit(Expedient closed, ArchiveDeposit.Access access) {
        TownHall townHall = closed.townHall();
        EniExport export = closing.export(townHall, closed.number());
        Closing last = closed.closings().get(closed.closings().size() - 1);
        return new ArchiveDeposit(
                townHall.dir3() + "/" + closed.number(),
                closed.number().text(),
                closed.series().code(),
                closed.series().title(),
                closed.title(),
                LegalTime.dateOf(closed.openedAt()),
                LegalTime.dateOf(last.closedAt().orElseThrow()),
                townHall.name(),
                access,
                export.expedient(),
                export.documents(),
                closing.titles(closed));
    }

    private Optional<String> remoteId(Expedient closed) {
        return desk.store.trackingState().read(key(closed) + "/id");
    }

    /** An expedient that is opened and closed again is another deposit, and so is one that follows a refusal of the archive. */
    private String key(Expedient closed) {
        String attempt = desk.store.trackingState().read(attemptKey(closed)).orElse("1");
        return attemptKey(closed) + "/" + attempt;
    }

    private static String attemptKey(Expedient closed) {
        return "archive/" + closed.townHall().ine10() + "/" + closed.number() + "/"
                + closed.closings().size();
    }
}
