package cat.eset.core.document;

import cat.eset.core.Actor;
import cat.eset.core.InvalidValueException;
import cat.eset.core.MediaType;
import cat.eset.core.TownHall;
import cat.eset.core.event.Aggregate;
import cat.eset.core.event.AggregateKey;
import cat.eset.core.event.Change;
import cat.eset.core.event.Recorded;
import cat.eset.core.internal.Rules;
import cat.eset.core.signature.SignatureGroup;
import cat.eset.core.signature.SignatureResult;
import cat.eset.core.signature.Signer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A document of the town hall. Immutable. Its bytes change only while it is a draft; a signature adds itself to them and
 * nothing else does any more. To which expedients it belongs, and whether it is annulled there, is said by the
 * {@linkplain cat.eset.core.expedient.DocumentLink link}, not by the document.
 */
public final class Document implements Aggregate {

    /** Where it is in the signature circuit. */
    public enum State {
        /** It may be rewritten, signed, or stay as it is. */
        DRAFT,
        /** Somebody has still to sign. */
        IN_SIGNATURE,
        /** A signer refused after another had signed: it stays as it is, without value. */
        REJECTED,
        /** All signatures of its group are there. */
        SIGNED
    }

    private final TownHall townHall;
    private final DocumentId id;
    private final Instant capturedAt;
    private final DocumentMetadata metadata;
    private final ContentRef content;
    private final Optional<VerificationCode> code;
    private final State state;
    private final Optional<SignatureGroup> group;
    private final List<DocumentSignature> signatures;
    private final Optional<String> number;
    private final long version;

    private Document(Draft d) {
        this.townHall = d.townHall;
        this.id = d.id;
        this.capturedAt = d.capturedAt;
        this.metadata = d.metadata;
        this.content = d.content;
        this.code = d.code;
        this.state = d.state;
        this.group = d.group;
        this.signatures = List.copyOf(d.signatures);
        this.number = d.number;
        this.version = d.version;
    }

    /** A document that comes into the system. */
    public static Change<Document, DocumentEvent> capture(
            DocumentId id,
            DocumentMetadata metadata,
            ContentRef content,
            Optional<VerificationCode> code,
            Actor by,
            Instant at) {
        Recorded<DocumentEvent> event = new Recorded<>(new DocumentEvent.Captured(id, metadata, content, code), by, at);
        return Change.of(captured(event), event);
    }

    /**
     * The document that a trail of events tells.
     *
     * @param events oldest first; the first one is a {@link DocumentEvent.Captured}
     */
    public static Document replay(List<Recorded<DocumentEvent>> events) {
        if (events.isEmpty()) {
            throw InvalidValueException.of("Document", "a trail has at least one event");
        }
        Document document = captured(events.get(0));
        for (Recorded<DocumentEvent> event : events.subList(1, events.size())) {
            document = document.after(event);
        }
        return document;
    }

    private static Document captured(Recorded<DocumentEvent> first) {
        if (!(first.event() instanceof DocumentEvent.Captured captured)) {
            throw InvalidValueException.of("Document", "its trail begins with its capture");
        }
        return new Document(new Draft(first, captured));
    }

    /** Rewrites a draft. */
    public Change<Document, DocumentEvent> rewrite(ContentRef newContent, Actor by, Instant at) {
        Rules.CONTENT_IMMUTABLE.require(state == State.DRAFT && signatures.isEmpty(), "rewriting document " + id);
        return record(new DocumentEvent.Rewritten(newContent), by, at);
    }

    /** Corrects an error or omission in what is said about it. */
    public Change<Document, DocumentEvent> correct(DocumentMetadata newMetadata, String reason, Actor by, Instant at) {
        Rules.METADATA_REASON.require(!reason.isBlank(), "correcting the metadata of document " + id);
        return record(new DocumentEvent.MetadataCorrected(metadata, newMetadata, reason), by, at);
    }

    /** Gives an attachment its real type. */
    public Change<Document, DocumentEvent> retype(DocumentType type, Actor by, Instant at) {
        return correct(metadata.type(type), "type given by the handler", by, at);
    }

    /** Sends it to whoever has to sign. */
    public Change<Document, DocumentEvent> sendToSignature(SignatureGroup to, Actor by, Instant at) {
        Rules.SIGN_STATE.require(state == State.DRAFT, "sending document " + id + " to signature in " + state);
        Rules.SIGN_PDF.require(content.mediaType().equals(MediaType.PDF), "sending document " + id + " to signature");
        return record(new DocumentEvent.SentToSignature(to), by, at);
    }

    /**
     * Keeps the next signature of the group.
     *
     * @param signed what the gateway gave; a seal may stand where the group names the office {@code AUTOMATED}
     */
    public Change<Document, DocumentEvent> sign(SignatureResult.Signed signed, Actor by, Instant at) {
        SignatureGroup.Slot slot = slotFor(signed.signer());
        DocumentSignature signature =
                new DocumentSignature(signed.signer(), slot.need(), signed.signedAt(), signed.timeStampedAt());
        return record(new DocumentEvent.Signed(signature, ContentRef.of(signed.content())), by, at);
    }

    /** Keeps the refusal of a signer. Before any signature it is a draft again; after one it is worth nothing. */
    public Change<Document, DocumentEvent> rejectSignature(String reason, Actor by, Instant at) {
        Rules.SIGN_STATE.require(state == State.IN_SIGNATURE, "rejecting document " + id + " in " + state);
        return record(new DocumentEvent.SignatureRejected(reason), by, at);
    }

    /** Gives it a verification code, if it came in without one. Its bytes stay as they are. */
    public Change<Document, DocumentEvent> giveCode(VerificationCode value, Actor by, Instant at) {
        Rules.CODE_ONCE.require(code.isEmpty(), "giving document " + id + " a verification code");
        return record(new DocumentEvent.CodeGiven(value), by, at);
    }

    /** Keeps the official number it got. */
    public Change<Document, DocumentEvent> numbered(String printed, Actor by, Instant at) {
        Rules.DECREE_NUMBER.require(number.isEmpty(), "numbering document " + id);
        return record(new DocumentEvent.Numbered(printed), by, at);
    }

    /** The signature that is missing first, if it is in signature. */
    public Optional<SignatureGroup.Slot> nextSlot() {
        return state == State.IN_SIGNATURE ? group.map(g -> g.slots().get(signatures.size())) : Optional.empty();
    }

    /**
     * The signature that is missing first, if this signer may give it: to be asked before anybody is made to sign.
     *
     * @throws cat.eset.core.rule.RuleBrokenException if it is not in signature, or another office has to sign now
     */
    public SignatureGroup.Slot slotFor(Signer signer) {
        SignatureGroup.Slot slot =
                nextSlot().orElseThrow(() -> Rules.SIGN_STATE.refuse("signing document " + id + " in " + state));
        Rules.SIGN_ORDER.require(mayGive(slot, signer), "signing document " + id);
        return slot;
    }

    private static boolean mayGive(SignatureGroup.Slot slot, Signer signer) {
        return signer.fold(
                official -> slot.offices().contains(official.who().office()),
                seal -> slot.offices().contains(cat.eset.core.Office.AUTOMATED));
    }

    private Change<Document, DocumentEvent> record(DocumentEvent event, Actor by, Instant at) {
        Recorded<DocumentEvent> recorded = new Recorded<>(event, by, at);
        return Change.of(after(recorded), recorded);
    }

    private Document after(Recorded<DocumentEvent> recorded) {
        Draft next = new Draft(this);
        DocumentEvent event = recorded.event();
        if (event instanceof DocumentEvent.Rewritten e) {
            next.content = e.content();
        } else if (event instanceof DocumentEvent.MetadataCorrected e) {
            next.metadata = e.after();
        } else if (event instanceof DocumentEvent.SentToSignature e) {
            next.group = Optional.of(e.group());
            next.state = State.IN_SIGNATURE;
        } else if (event instanceof DocumentEvent.Signed e) {
            next.signatures.add(e.signature());
            next.content = e.content();
            boolean all = group.isPresent()
                    && next.signatures.size() == group.get().slots().size();
            next.state = all ? State.SIGNED : State.IN_SIGNATURE;
        } else if (event instanceof DocumentEvent.SignatureRejected) {
            next.state = signatures.isEmpty() ? State.DRAFT : State.REJECTED;
            next.group = signatures.isEmpty() ? Optional.empty() : group;
        } else if (event instanceof DocumentEvent.CodeGiven e) {
            next.code = Optional.of(e.code());
        } else if (event instanceof DocumentEvent.Numbered e) {
            next.number = Optional.of(e.number());
        } else {
            throw InvalidValueException.of("Document", "a document is captured once");
        }
        next.version++;
        return new Document(next);
    }

    /** The entity it belongs to. */
    public TownHall townHall() {
        return townHall;
    }

    /** Its identity. */
    public DocumentId id() {
        return id;
    }

    /** When it came into the system (ENI {@code FechaCaptura}). */
    public Instant capturedAt() {
        return capturedAt;
    }

    /** What is said about it. */
    public DocumentMetadata metadata() {
        return metadata;
    }

    /** Its type. */
    public DocumentType type() {
        return metadata.type();
    }

    /** Its title. */
    public String title() {
        return metadata.title();
    }

    /** Its bytes, to be opened with {@link DocumentStore#open}. */
    public ContentRef content() {
        return content;
    }

    /** Its verification code. */
    public Optional<VerificationCode> code() {
        return code;
    }

    /** Where it is in the signature circuit. */
    public State state() {
        return state;
    }

    /** Who has to sign. */
    public Optional<SignatureGroup> group() {
        return group;
    }

    /** The signatures it bears, in order. */
    public List<DocumentSignature> signatures() {
        return signatures;
    }

    /** Its official number, as printed. */
    public Optional<String> number() {
        return number;
    }

    /** Whether it bears a signature or a number, so that it can be annulled but never deleted. */
    public boolean isUndeletable() {
        return !signatures.isEmpty() || number.isPresent();
    }

    @Override
    public AggregateKey key() {
        return new AggregateKey("Document", id.value());
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Document d
                && version == d.version
                && townHall.equals(d.townHall)
                && id.equals(d.id)
                && capturedAt.equals(d.capturedAt)
                && metadata.equals(d.metadata)
                && content.equals(d.content)
                && code.equals(d.code)
                && state == d.state
                && group.equals(d.group)
                && signatures.equals(d.signatures)
                && number.equals(d.number);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, version);
    }

    @Override
    public String toString() {
        return "Document[" + id + ", " + type() + ", " + state + "]";
    }

    private static final class Draft {
        private final TownHall townHall;
        private final DocumentId id;
        private final Instant capturedAt;
        private DocumentMetadata metadata;
        private ContentRef content;
        private Optional<VerificationCode> code;
        private State state;
        private Optional<SignatureGroup> group;
        private final List<DocumentSignature> signatures;
        private Optional<String> number;
        private long version;

        private Draft(Recorded<DocumentEvent> first, DocumentEvent.Captured captured) {
            this.townHall = first.by().townHall();
            this.id = captured.id();
            this.capturedAt = first.at();
            this.metadata = captured.metadata();
            this.content = captured.content();
            this.code = captured.code();
            this.state = State.DRAFT;
            this.group = Optional.empty();
            this.signatures = new ArrayList<>();
            this.number = Optional.empty();
            this.version = 1;
        }

        private Draft(Document d) {
            this.townHall = d.townHall;
            this.id = d.id;
            this.capturedAt = d.capturedAt;
            this.metadata = d.metadata;
            this.content = d.content;
            this.code = d.code;
            this.state = d.state;
            this.group = d.group;
            this.signatures = new ArrayList<>(d.signatures);
            this.number = d.number;
            this.version = d.version;
        }
    }
}
