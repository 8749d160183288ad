package cat.eset.core.work;

import cat.eset.core.Actor;
import cat.eset.core.LegalTime;
import cat.eset.core.OperationId;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentEvent;
import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Change;
import cat.eset.core.internal.Rules;
import cat.eset.core.organisation.Authority;
import cat.eset.core.organisation.Organisation;
import cat.eset.core.signature.SignatureGateway;
import cat.eset.core.signature.SignatureGroup;
import cat.eset.core.signature.SignatureResult;
import cat.eset.core.signature.Signer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/** Getting documents signed, one signature after the other (contract eset-model 2.3). Thread-safe. */
public final class SignatureCircuit {

    private final Desk desk;
    private final SignatureGateway gateway;
    private final Optional<Supplier<Organisation>> organisation;

    SignatureCircuit(Desk desk, SignatureGateway gateway, Optional<Supplier<Organisation>> organisation) {
        this.desk = desk;
        this.gateway = gateway;
        this.organisation = organisation;
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
        SignatureGroup.Slot slot = waiting.slotFor(signer);
        Rules.SIGN_AUTHORITY.require(mayAct(slot, signer), "signing document " + document);
        OperationId operation = desk.operationOf(trackingKey(waiting));
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

    /**
     * Why an official may give the next signature of a document today: as holder, by delegation, which the text has to say (ROF art.
     * 192.1), or as a substitute. Empty if he may not, or if the work model was built without organisation.
     */
    public Optional<Authority> authority(DocumentId document, Actor signer) {
        return desk.document(document).nextSlot().flatMap(slot -> authority(slot, signer));
    }

    private boolean mayAct(SignatureGroup.Slot slot, Signer signer) {
        return organisation.isEmpty()
                || signer.fold(official -> authority(slot, official.who()).isPresent(), seal -> true);
    }

    private Optional<Authority> authority(SignatureGroup.Slot slot, Actor signer) {
        LocalDate today = LegalTime.dateOf(desk.now());
        return organisation
                .map(Supplier::get)
                .flatMap(known -> slot.offices().stream()
                        .flatMap(office -> known.authorities(office, signer.townHall(), today).stream())
                        .filter(authority -> authority.actor().equals(signer))
                        .findFirst());
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

    /** Every signature and every rejection gives the document another version, and so the next request another key. */
    private static String trackingKey(Document document) {
        return "signature/" + document.id() + "/" + document.version();
    }
}
