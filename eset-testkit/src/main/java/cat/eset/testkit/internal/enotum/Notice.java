package cat.eset.testkit.internal.enotum;

import cat.eset.testkit.enotum.StoredNotification;
import cat.eset.testkit.internal.xml.Dom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One record of e-NOTUM with its state (contract enotum 4). Guarded by the engine that owns it. */
final class Notice {

    /** The eight states; the last literal contains U+00B7. */
    static final String PENDING = "PENDENT";

    static final String REGISTERED = "REGISTRADA";
    static final String DEPOSITED = "DIPOSITADA";
    static final String ACCEPTED = "ACCEPTADA";
    static final String REJECTED = "REBUTJADA";
    static final String EXPIRED = "EXPIRADA";
    static final String FAILED = "ERROR";
    static final String CANCELLED = "ANUL·LADA";

    final long id;
    final String requestId;
    final String organisation;
    final String organisationName;
    final String backOffice;
    final Draft draft;
    final Instant created;

    String state = PENDING;
    Instant updated;
    String registryNumber = "";
    Optional<Instant> registered = Optional.empty();
    Optional<Instant> deposited = Optional.empty();
    Optional<Instant> practised = Optional.empty();
    Optional<Instant> limit = Optional.empty();
    Optional<Instant> cancelled = Optional.empty();
    String cancelReason = "";
    boolean broken;
    boolean stalled;
    boolean consulted;

    /** XML of {@code DadesSignador}'s content; empty until somebody practised it. */
    String signer = "";

    /** Identity number of who practised it; empty if nobody. */
    String practisedBy = "";

    /** XML of {@code CanviCanal}'s content; empty if none was asked for. */
    String channelChange = "";

    String depositEvidence = "";
    String practiceEvidence = "";
    String cancelEvidence = "";
    Optional<EvidencePdf.File> pdf = Optional.empty();

    Notice(long id, String requestId, Sender sender, Draft draft, Instant created) {
        this.id = id;
        this.requestId = requestId;
        this.organisation = sender.organisation();
        this.organisationName = sender.name();
        this.backOffice = sender.backOffice();
        this.draft = draft;
        this.created = created;
        this.updated = created;
    }

    /**
     * Who sends.
     *
     * @param organisation INE10
     * @param name its name
     * @param backOffice code of the calling system; may be empty
     */
    record Sender(String organisation, String name, String backOffice) {}

    /** Text of a child of {@code Notificacio}; empty if it was not sent. */
    String field(String name) {
        return Dom.text(draft.notificacio(), name);
    }

    boolean isCommunication() {
        return field("TipusObjecte").equals("COMUNICACIO");
    }

    boolean isFinal() {
        return List.of(ACCEPTED, REJECTED, EXPIRED, CANCELLED).contains(state);
    }

    int expiryDays(int otherwise) {
        String days = field("DiesExpiracio");
        return days.isEmpty() ? otherwise : Integer.parseInt(days);
    }

    void become(String next, Instant at) {
        state = next;
        updated = at;
    }

    StoredNotification toStored() {
        return new StoredNotification(
                id,
                requestId,
                field("Referencia"),
                field("IdNotificacioEmissor"),
                field("TipusObjecte"),
                state,
                organisation,
                field("Titol"),
                created,
                deposited,
                practised,
                limit,
                registryNumber,
                draft.recipients().stream().map(Recipient::document).toList(),
                draft.documents().stream()
                        .map(d -> new StoredNotification.StoredDocument(
                                d.name(),
                                d.content().map(c -> c.length()).orElse(0L),
                                d.content().map(c -> c.sha256Hex()).orElse("")))
                        .toList());
    }
}
