package cat.eset.core.work;

import cat.eset.core.Actor;
import cat.eset.core.OperationId;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentEvent;
import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Change;
import cat.eset.core.internal.Rules;
import cat.eset.core.signature.SignatureGateway;
import cat.eset.core.signature.SignatureGroup;
import cat.eset.core.signature.SignatureResult;
import cat.eset.core.signature.Signer;
import java.util.Optional;

/** Getting documents signed, one signature after the other (contract eset-model 2.3). Thread-safe. */
public final class SignatureCircuit {

    private final Desk desk;
    private final SignatureGateway gateway;

    SignatureCircuit(Desk desk, SignatureGateway gateway) {
        this.desk = desk;
        this.gateway = gateway;
    }

    /** Sends a PDF to whoever has to sign. */
    public Document send(DocumentId document, SignatureGroup group, Actor by) {
        return desk.inTransaction(() -> {
            Change<Document, DocumentEvent> change = desk.document(document).sendToSignature(group, by, desk.now());
            desk.store.documents().save(change);
            return change.state();
        });
    }

    /** Asks an official for the next signature. */
    public SignatureResult sign(DocumentId document, Actor signer) {
        return sign(document, Signer.official(signer), signer);
    }

    /**
     * Asks for the next signature and keeps it if it is there. If a person has still to sign, or it is not known whether
     * the request arrived, {@link #follow} asks later; asking again here is the same operation and signs once.
     *
     * @param signer who signs
     * @param by who asks
     */
    public SignatureResult sign(DocumentId document, Signer signer, Actor by) {
        Document waiting = desk.document(document);
        Rules.SIGN_STATE.require(waiting.nextSlot().isPresent(), "signing document " + document);
        OperationId operation = operationOf(waiting);
        return keep(waiting, gateway.signPdf(operation, desk.content(waiting), signer), by);
    }

    /** Asks what became of a signature that was waiting or unknown, and keeps it if it is there. */
    public SignatureResult follow(DocumentId document, Actor by) {
        Document waiting = desk.document(document);
        String stored = desk.store
                .trackingState()
                .read(trackingKey(waiting))
                .orElseThrow(() -> Rules.SIGN_STATE.refuse("following the signature of document " + document));
        return keep(waiting, gateway.result(OperationId.of(stored)), by);
    }

    private SignatureResult keep(Document waiting, SignatureResult result, Actor by) {
        result.fold(
                signed -> {
                    desk.store.documents().put(signed.content());
                    return save(waiting.sign(signed, by, desk.now()));
                },
                pending -> waiting,
                rejected -> save(waiting.rejectSignature(rejected.reason(), by, desk.now())),
                unknown -> waiting);
        return result;
    }

    private Document save(Change<Document, DocumentEvent> change) {
        return desk.inTransaction(() -> {
            desk.store.documents().save(change);
            return change.state();
        });
    }

    /** The operation of the signature that is missing now, stored before the first request and the same for every other. */
    private OperationId operationOf(Document waiting) {
        return desk.inTransaction(() -> {
            TrackingState tracking = desk.store.trackingState();
            String key = trackingKey(waiting);
            Optional<String> stored = tracking.read(key);
            if (stored.isPresent()) {
                return OperationId.of(stored.get());
            }
            OperationId operation = desk.nextOperation();
            tracking.replace(key, Optional.empty(), operation.value());
            return operation;
        });
    }

    /** Every signature and every rejection gives the document another version, and so the next request another key. */
    private static String trackingKey(Document document) {
        return "signature/" + document.id() + "/" + document.version();
    }
}
