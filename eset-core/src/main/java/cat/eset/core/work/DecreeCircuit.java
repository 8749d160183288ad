package cat.eset.core.work;

import cat.eset.core.Actor;
import cat.eset.core.DocumentContent;
import cat.eset.core.LegalTime;
import cat.eset.core.TownHall;
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
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.internal.Rules;
import cat.eset.core.party.Party;
import cat.eset.core.signature.SignatureGroup;
import cat.eset.core.signature.SignatureResult;
import cat.eset.core.signature.Signer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decrees, from the draft to the book (contract eset-model 7, legal-rules R9). Thread-safe. */
public final class DecreeCircuit {

    private final Desk desk;
    private final SignatureCircuit signatures;
    private final BookKeeping books;

    DecreeCircuit(Desk desk, SignatureCircuit signatures) {
        this.desk = desk;
        this.signatures = signatures;
        this.books = new BookKeeping(desk);
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
            desk.inTransaction(() -> save(released(get(decree), rejected.reason(), by)
                    .then(d -> d.reject(rejected.reason(), by, desk.now()))));
        }
        return result;
    }

    /**
     * Keeps the next number of this year for a draft, and rewrites its text with it: for a town hall that wants the number in what is
     * signed. A reservation that fails stays in the book as void, with a diligence.
     *
     * @param text gives the text, as PDF, with this number
     */
    public Decree reserve(DocumentId decree, Function<DecreeNumber, DocumentContent> text, Actor by) {
        return desk.inTransaction(() -> {
            Instant at = desk.now();
            Decree current = get(decree);
            DecreeNumber number = books.reserve(LegalTime.yearOf(at), by);
            Decree reserved = save(current.reserve(number, by, at));
            ContentRef content = desk.store.documents().put(text.apply(number));
            desk.store.documents().save(desk.document(decree).rewrite(content, by, at));
            return reserved;
        });
    }

    /**
     * Gives up the number that was kept for a decree: its place in the book stays void, with a diligence. A text that bears the
     * number has to be drafted again.
     */
    public Decree giveUpNumber(DocumentId decree, String reason, Actor by) {
        return desk.inTransaction(() -> {
            Decree current = get(decree);
            Rules.DECREE_NUMBER.require(current.reserved().isPresent(), "giving up the number of decree " + decree);
            return save(released(current, reason, by));
        });
    }

    /** Drops a decree that does not exist in law yet. */
    public Decree discard(DocumentId decree, String reason, Actor by) {
        return desk.inTransaction(() ->
                save(released(get(decree), reason, by).then(d -> d.discard(reason, by, desk.now()))));
    }

    private Change<Decree, DecreeEvent> released(Decree decree, String reason, Actor by) {
        return decree.reserved()
                .map(number -> decree.voidReservation(
                        books.voidPlace(number, reason, by).id().value(), by, desk.now()))
                .orElseGet(() -> new Change<>(decree, List.of()));
    }

    /**
     * Approves it: it gets the next number of the year of its last compulsory signature, or the one that was kept for it, and its
     * place in the official book, which is opened if it is not. All in one transaction.
     */
    public Decree approve(DocumentId decree, Actor by) {
        return desk.inTransaction(() -> {
            Instant at = desk.now();
            Decree current = get(decree);
            Document signed = desk.document(decree);
            Instant approval = current.approvalOf(signed)
                    .orElseThrow(() -> Rules.DECREE_SIGNATURES.refuse("approving decree " + decree));
            DecreeNumber number = books.numberFor(current, LegalTime.yearOf(approval), by);
            Decree approved = save(current.approve(number, signed, by, at));
            desk.store.documents().save(signed.numbered(number.text(), by, at));
            books.enter(approved, number, approval, by);
            return approved;
        });
    }

    /**
     * The secretary transcribes it in the book; whoever stands in for him acts under his office.
     *
     * @throws cat.eset.core.rule.RuleBrokenException if somebody else does, or it is not an approved decree
     */
    public Decree transcribe(DocumentId decree, Actor by) {
        return desk.inTransaction(() -> {
            Decree transcribed = save(get(decree).transcribe(by, desk.now()));
            books.transcribe(transcribed.number().orElseThrow(), by);
            return transcribed;
        });
    }

    /**
     * Closes the book of a year, with a diligence that counts it (ROF arts. 198-200).
     *
     * @throws cat.eset.core.rule.RuleBrokenException if a decree is not transcribed or a number is still kept
     */
    public OfficialBook closeBook(int year, Actor by) {
        return desk.inTransaction(() -> books.close(year, by));
    }

    /** The book of a year; ask it for its acts by dates or by numbers. */
    public OfficialBook book(TownHall townHall, int year) {
        return books.find(townHall, year);
    }

    /** Another approved decree leaves this one without effect; its number stays, and each names the other. */
    public Decree annul(DocumentId decree, DocumentId by, Actor actor) {
        return amend(decree, by, actor, (wrong, who, at) -> wrong.annulBy(get(by), who, at));
    }

    /** Another approved decree corrects an error of this one (Llei 39/2015 art. 109.2); each names the other. */
    public Decree correct(DocumentId decree, DocumentId by, Actor actor) {
        return amend(decree, by, actor, (wrong, who, at) -> wrong.correctBy(get(by), who, at));
    }

    private Decree amend(DocumentId decree, DocumentId by, Actor actor, Command<Decree, DecreeEvent> command) {
        return desk.inTransaction(() -> {
            Decree amended = change(decree, actor, command);
            save(get(by).amend(amended, actor, desk.now()));
            return amended;
        });
    }

    /**
     * To whom a decree was notified: whoever has to be notified of the one that annuls it too (contract eset-model 7). Public bodies it
     * was sent to are among them.
     */
    public List<Party> notified(DocumentId decree) {
        Decree current = get(decree);
        Set<String> sendings = current.marks().stream()
                .filter(mark -> mark.mark() == Decree.Mark.NOTIFIED)
                .map(DecreeEvent.Marked::reference)
                .collect(Collectors.toSet());
        return desk.store.expedients().holding(current.townHall(), decree).stream()
                .flatMap(expedient -> recipients(expedient, sendings))
                .distinct()
                .toList();
    }

    private Stream<Party> recipients(Expedient expedient, Set<String> sendings) {
        TownHall townHall = expedient.townHall();
        Stream<Party> electronic = desk.store.notifications().of(townHall, expedient.number()).stream()
                .filter(n -> sendings.contains(n.operation().value()))
                .map(n -> n.prepared().recipient());
        Stream<Party> paper = desk.store.papers().of(townHall, expedient.number()).stream()
                .filter(n -> sendings.contains(n.operation().value()))
                .map(n -> n.prepared().recipient());
        Stream<Party> bodies = desk.store.exchanges().of(townHall, expedient.number()).stream()
                .filter(x -> sendings.contains(x.operation().value()))
                .flatMap(x ->
                        desk.store.registryBook().find(townHall, x.prepared().exit()).stream())
                .flatMap(exit -> exit.content().parties().stream());
        return Stream.of(electronic, paper, bodies).flatMap(s -> s);
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

    private Decree save(Change<Decree, DecreeEvent> change) {
        if (!change.events().isEmpty()) {
            desk.store.decreeBook().save(change);
        }
        return change.state();
    }
}
