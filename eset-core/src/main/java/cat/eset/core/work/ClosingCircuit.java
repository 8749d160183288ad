package cat.eset.core.work;

import cat.eset.core.Actor;
import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.diligence.Diligence;
import cat.eset.core.document.ContentRef;
import cat.eset.core.document.Document;
import cat.eset.core.eni.EniExpedient;
import cat.eset.core.eni.EniIdentifiers;
import cat.eset.core.eni.EniIndex;
import cat.eset.core.eni.EniXml;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.Closing;
import cat.eset.core.expedient.ClosingReason;
import cat.eset.core.expedient.DocumentLink;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientEvent;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.IndexSeal;
import cat.eset.core.expedient.Obstacle;
import cat.eset.core.expedient.ObstaclesException;
import cat.eset.core.internal.Rules;
import cat.eset.core.signature.SignatureGateway;
import cat.eset.core.signature.SignatureResult;
import cat.eset.core.signature.Signer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Closing an expedient in two phases, and its export as ENI (contract eset-model 2.6 and 4, eni 7). Thread-safe.
 *
 * <p>{@link #begin} checks everything and builds the index; {@link #sign} asks for its signature, which may take a person
 * days; only then is the expedient closed.
 */
public final class ClosingCircuit {

    private final Desk desk;
    private final SignatureGateway gateway;
    private final EniMapping eni;

    ClosingCircuit(Desk desk, SignatureGateway gateway) {
        this.desk = desk;
        this.gateway = gateway;
        this.eni = new EniMapping(desk, EniIdentifiers.standard());
    }

    /** Everything that keeps an expedient from closing. */
    public List<Obstacle> obstacles(TownHall townHall, ExpedientNumber number) {
        Expedient expedient = desk.expedient(townHall, number);
        return expedient.obstacles(documentsOf(expedient), openTasksOf(expedient));
    }

    /**
     * First phase: checks everything and builds the index.
     *
     * @throws cat.eset.core.expedient.ObstaclesException if anything is pending or incomplete
     */
    public Expedient begin(ExpedientNumber number, ClosingReason reason, Actor by) {
        return desk.inTransaction(() -> {
            Expedient open = desk.expedient(by.townHall(), number);
            Expedient closing = save(open.beginClosing(reason, documentsOf(open), openTasksOf(open), by, desk.now()));
            requireNoTaskSince(closing);
            return closing;
        });
    }

    /** A task that was asked for between the checks and the first write, after which a store makes others wait. */
    private void requireNoTaskSince(Expedient closing) {
        List<String> tasks = openTasksOf(closing);
        if (!tasks.isEmpty()) {
            throw new ObstaclesException(
                    closing.number(),
                    tasks.stream().<Obstacle>map(Obstacle.OpenTask::new).toList());
        }
    }

    /**
     * Second phase: asks for the signature of the index, and closes the expedient when it is there. Asking again is the same
     * operation.
     *
     * @param signer the head of the body that forms the expedient, or its seal (Reial decret 203/2021 art. 51.3)
     * @param by who asks
     */
    public SignatureResult sign(ExpedientNumber number, Signer signer, Actor by) {
        Expedient closing = desk.expedient(by.townHall(), number);
        Closing current = underWay(closing);
        OperationId operation = operationOf(closing);
        EniExpedient unsigned = eni.unsigned(closing, current.index(), documentsOf(closing));
        return keep(closing, gateway.signXml(operation, EniXml.toBeSigned(unsigned), EniIndex.CONTENT_ID, signer), by);
    }

    /** Asks what became of a signature of the index that was waiting or unknown. */
    public SignatureResult follow(ExpedientNumber number, Actor by) {
        Expedient closing = desk.expedient(by.townHall(), number);
        underWay(closing);
        return keep(closing, gateway.result(operationOf(closing)), by);
    }

    /** Gives the closing up: the expedient is open again. */
    public Expedient abandon(ExpedientNumber number, String reason, Actor by) {
        return desk.inTransaction(
                () -> save(desk.expedient(by.townHall(), number).abandonClosing(reason, by, desk.now())));
    }

    /**
     * Opens a closed expedient again, exceptionally and by a diligence; the index of the closing is kept (contract eset-model 4).
     *
     * @param reason why, which the diligence says
     * @param by who authorises it
     */
    public Expedient reopen(ExpedientNumber number, String reason, Actor by) {
        return desk.inTransaction(() -> {
            Expedient closed = desk.expedient(by.townHall(), number);
            Diligence diligence = desk.state("Es reobre l'expedient " + number + ": " + reason, by);
            return save(closed.reopen(reason, diligence.id().value(), by, desk.now()));
        });
    }

    /** The last closing of an expedient as ENI: the expedient with its signed index, and its documents in that order. */
    public EniExport export(TownHall townHall, ExpedientNumber number) {
        Expedient expedient = desk.expedient(townHall, number);
        return eni.export(expedient, documentsOf(expedient));
    }

    /** The titles of its documents, by their ENI identifiers. */
    Map<String, String> titles(Expedient expedient) {
        Map<String, String> titles = new HashMap<>();
        documentsOf(expedient)
                .forEach(document -> titles.put(eni.eniId(document).value(), document.title()));
        return titles;
    }

    private SignatureResult keep(Expedient closing, SignatureResult result, Actor by) {
        return result.fold(
                signed -> {
                    ContentRef signature = desk.store.documents().put(signed.content());
                    IndexSeal seal = new IndexSeal(signature, signed.signer(), signed.legalInstant());
                    desk.inTransaction(() -> save(closing.close(seal, by, desk.now())));
                    return result;
                },
                waiting -> result,
                rejected -> {
                    desk.inTransaction(() -> save(closing.abandonClosing(rejected.reason(), by, desk.now())));
                    return result;
                },
                unknown -> result);
    }

    private static Closing underWay(Expedient expedient) {
        List<Closing> closings = expedient.closings();
        Rules.CLOSING_NOT_BEGUN.require(
                !closings.isEmpty()
                        && closings.get(closings.size() - 1).closedAt().isEmpty(),
                "signing the index of " + expedient.number());
        return closings.get(closings.size() - 1);
    }

    private OperationId operationOf(Expedient closing) {
        return desk.operationOf(
                "index/" + closing.townHall().ine10() + "/" + closing.number() + "/" + closing.version());
    }

    private List<Document> documentsOf(Expedient expedient) {
        return desk.store
                .documents()
                .findAll(expedient.documents().stream()
                        .map(DocumentLink::document)
                        .toList());
    }

    private List<String> openTasksOf(Expedient expedient) {
        return desk.store.tasks().open(expedient.townHall(), expedient.number()).stream()
                .map(task -> task.id().value())
                .toList();
    }

    private Expedient save(Change<Expedient, ExpedientEvent> change) {
        desk.store.expedients().save(change);
        return change.state();
    }
}
