package cat.eset.core.work;

import cat.eset.core.Actor;
import cat.eset.core.DocumentContent;
import cat.eset.core.LegalTime;
import cat.eset.core.decree.BookEvent;
import cat.eset.core.decree.BookKind;
import cat.eset.core.decree.Decree;
import cat.eset.core.decree.DecreeEvent;
import cat.eset.core.decree.DecreeNumber;
import cat.eset.core.decree.OfficialBook;
import cat.eset.core.document.ContentRef;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentId;
import cat.eset.core.document.DocumentMetadata;
import cat.eset.core.document.DocumentType;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientEvent;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.Opening;
import cat.eset.core.internal.Rules;
import cat.eset.core.signature.SignatureGroup;
import cat.eset.core.signature.SignatureResult;
import cat.eset.core.signature.Signer;
import java.time.Instant;
import java.util.Optional;

/** Decrees, from the draft to the book (contract eset-model 7, legal-rules R9). Thread-safe. */
public final class DecreeCircuit {

    private final Desk desk;
    private final SignatureCircuit signatures;

    DecreeCircuit(Desk desk, SignatureCircuit signatures) {
        this.desk = desk;
        this.signatures = signatures;
    }

    /**
     * Drafts a decree in its origin expedient.
     *
     * @param title of the document
     * @param extract what the book will say of it
     * @param pdf its text
     * @param group who has to sign
     */
    public Decree draft(
            ExpedientNumber origin, String title, String extract, DocumentContent pdf, SignatureGroup group, Actor by) {
        ContentRef content = desk.store.documents().put(pdf);
        return desk.inTransaction(() -> {
            Document document = desk.capture(
                    origin,
                    DocumentMetadata.ofTownHall(title, DocumentType.DECREE),
                    content,
                    Optional.empty(),
                    Optional.empty(),
                    by);
            return save(Decree.draft(document.id(), origin, extract, group, by, desk.now()));
        });
    }

    /** Proposes it and sends it to whoever has to sign. */
    public Decree propose(DocumentId decree, Actor by) {
        return desk.inTransaction(() -> {
            Instant at = desk.now();
            Decree current = get(decree);
            signatures.send(decree, current.group(), by);
            return save(current.propose(by, at).then(d -> d.sendToSignature(by, at)));
        });
    }

    /** Asks an official for the next signature. */
    public SignatureResult sign(DocumentId decree, Actor signer) {
        return after(decree, signatures.sign(decree, Signer.official(signer), signer), signer);
    }

    /** Asks what became of a signature that was waiting or unknown. */
    public SignatureResult follow(DocumentId decree, Actor by) {
        return after(decree, signatures.follow(decree, by), by);
    }

    private SignatureResult after(DocumentId decree, SignatureResult result, Actor by) {
        if (result instanceof SignatureResult.Rejected rejected) {
            desk.inTransaction(() -> save(get(decree).reject(rejected.reason(), by, desk.now())));
        }
        return result;
    }

    /**
     * Approves it: it gets the next number of the year of its last compulsory signature, and its place in the official book,
     * which is opened if it is not. All in one transaction.
     */
    public Decree approve(DocumentId decree, Actor by) {
        return desk.inTransaction(() -> {
            Instant at = desk.now();
            Decree current = get(decree);
            Document signed = desk.document(decree);
            Instant approval = current.approvalOf(signed)
                    .orElseThrow(() -> Rules.DECREE_SIGNATURES.refuse("approving decree " + decree));
            int year = LegalTime.yearOf(approval);
            OfficialBook book = bookOf(year, by);
            DecreeNumber number =
                    current.reserved().orElseGet(() -> desk.store.decreeBook().nextNumber(by.townHall(), year));

            Decree approved = save(current.approve(number, signed, by, at));
            desk.store.documents().save(signed.numbered(number.text(), by, at));
            desk.store
                    .decreeBook()
                    .saveBook(book.enter(
                            Math.toIntExact(number.sequence()),
                            decree,
                            current.extract(),
                            LegalTime.dateOf(approval),
                            by,
                            at));
            desk.store
                    .expedients()
                    .save(desk.expedient(by.townHall(), book.expedient()).incorporate(decree, by, at));
            return approved;
        });
    }

    /** The secretary transcribes it in the book. */
    public Decree transcribe(DocumentId decree, Actor by) {
        return desk.inTransaction(() -> {
            Instant at = desk.now();
            Decree transcribed = save(get(decree).transcribe(by, at));
            DecreeNumber number = transcribed.number().orElseThrow();
            OfficialBook book = bookOf(number.year(), by);
            desk.store.decreeBook().saveBook(book.transcribe(Math.toIntExact(number.sequence()), by, at));
            return transcribed;
        });
    }

    /** Another approved decree leaves this one without effect; its number stays. */
    public Decree annul(DocumentId decree, DocumentId by, Actor actor) {
        return desk.inTransaction(() -> save(get(decree).annulBy(get(by), actor, desk.now())));
    }

    /** Runs any command of a decree on its current state and stores what it gives. */
    public Decree change(DocumentId decree, Actor by, Command<Decree, DecreeEvent> command) {
        return desk.inTransaction(() -> save(command.on(get(decree), by, desk.now())));
    }

    /** A decree. */
    public Decree get(DocumentId decree) {
        return desk.store
                .decreeBook()
                .find(decree)
                .orElseThrow(() -> Rules.NOT_FOUND.refuse("looking for decree " + decree));
    }

    private OfficialBook bookOf(int year, Actor by) {
        return desk.store
                .decreeBook()
                .book(by.townHall(), BookKind.DECREES, year)
                .orElseGet(() -> openBook(year, by));
    }

    private OfficialBook openBook(int year, Actor by) {
        Instant at = desk.now();
        Opening opening = Opening.exOfficio(
                        "Llibre de decrets d'alcaldia " + year, BookKind.DECREES.series(), Assignee.group("Secretaria"))
                .build();
        Change<Expedient, ExpedientEvent> opened =
                Expedient.open(desk.store.expedients().nextNumber(by.townHall(), year), opening, by, at);
        desk.store.expedients().save(opened);
        Change<OfficialBook, BookEvent> book =
                OfficialBook.open(BookKind.DECREES, year, opened.state().number(), by, at);
        desk.store.decreeBook().saveBook(book);
        return book.state();
    }

    private Decree save(Change<Decree, DecreeEvent> change) {
        desk.store.decreeBook().save(change);
        return change.state();
    }
}
