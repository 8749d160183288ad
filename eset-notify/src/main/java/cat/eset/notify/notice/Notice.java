package cat.eset.notify.notice;

import cat.eset.core.DocumentContent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something to be notified or communicated: one record of e-NOTUM (contract enotum 5.3 to 5.5, 6.1). Built in steps, so
 * that one without recipient or without resolution does not compile:
 *
 * <pre>{@code
 * Notice notice = Notice.notification("Concessio de llicencia")
 *         .to(Recipient.person(nif, "Maria", "Exemple").email("maria@exemple.cat"))
 *         .resolution(signedPdf)
 *         .build();
 * }</pre>
 *
 * <p>A notice is one record, with its own number and its own state: this is what lets a send be reconciled. To notify
 * several people, send one notice to each ({@link #readdressedTo}), so that each has its own date and effects. One record
 * for several people is the exception, {@link Addressing#toOneRecordForAll}.
 *
 * <p>Immutable and thread-safe. {@link NoticeBuilder#build()} refuses what the service would refuse.
 */
public final class Notice {

    /** A copy that nobody changes any more. */
    private final NoticeBuilder told;

    Notice(NoticeBuilder told) {
        this.told = told.copy();
        NoticeRules.check(this);
    }

    /** Starts a notification: access, refusal and expiry have legal effect. The title has 3 to 100 characters. */
    public static Addressing notification(String title) {
        return new Addressing(NoticeKind.NOTIFICATION, title);
    }

    /** Starts a communication: nothing depends on its being opened. The title has 3 to 100 characters. */
    public static Addressing communication(String title) {
        return new Addressing(NoticeKind.COMMUNICATION, title);
    }

    /** The same notice for another recipient, as a record of its own. */
    public Notice readdressedTo(Recipient recipient) {
        return new Notice(told.copyTo(List.of(recipient)));
    }

    /** The same notice with the exit entry of the town hall's own registry. */
    public Notice registered(String number, Instant at) {
        return new Notice(told.copy().registered(number, at));
    }

    /** What it is. */
    public NoticeKind kind() {
        return told.kind;
    }

    /** Subject shown to the recipient. */
    public String title() {
        return told.title;
    }

    /** One recipient, or several that share the record. */
    public List<Recipient> recipients() {
        return told.recipients;
    }

    /** The main document. */
    public NoticeDocument resolution() {
        return told.resolution;
    }

    /** Up to four more. */
    public List<NoticeDocument> annexes() {
        return told.annexes;
    }

    /** Body text. */
    public String body() {
        return Objects.requireNonNullElseGet(told.body, () -> DefaultBody.of(told.kind, told.language));
    }

    /** Footer that explains the appeals available (article 40.2 Llei 39/2015). */
    public Optional<String> appeals() {
        return Optional.ofNullable(told.appeals);
    }

    /** Assurance level needed to open it. */
    public AccessLevel accessLevel() {
        return told.accessLevel;
    }

    /** Days from deposit to expiry; empty for a communication, which never expires. */
    public OptionalInt expiryDays() {
        return told.expiryDays;
    }

    /** Language of the content. */
    public ContentLanguage language() {
        return told.language;
    }

    /** Channel it is born on. */
    public Channel channel() {
        return told.channel;
    }

    /** Who registers the exit. */
    public Registration registration() {
        return told.registration;
    }

    /** Number of the expedient. */
    public Optional<String> expedient() {
        return Optional.ofNullable(told.expedient);
    }

    /** Procedure or step. */
    public Optional<String> tramit() {
        return Optional.ofNullable(told.tramit);
    }

    /** Case number. */
    public Optional<String> caseNumber() {
        return Optional.ofNullable(told.caseNumber);
    }

    /** SIA procedure code. */
    public Optional<String> siaProcedure() {
        return Optional.ofNullable(told.siaProcedure);
    }

    /** Code of the records classification. */
    public Optional<String> classification() {
        return Optional.ofNullable(told.classification);
    }

    /** Tags agreed with the consortium. */
    public List<Tag> tags() {
        return told.tags;
    }

    /** Days after sending on which a reminder goes out; empty: the service's own rule. */
    public List<Integer> reminderDays() {
        return told.reminderDays;
    }

    /** Registry office, if not the configured one; digits. */
    public Optional<String> registryOffice() {
        return Optional.ofNullable(told.registryOffice);
    }

    /** Organisational unit, if not the configured one; digits. */
    public Optional<String> organisationalUnit() {
        return Optional.ofNullable(told.organisationalUnit);
    }

    /** Kind and counts; neither title nor people. */
    @Override
    public String toString() {
        return "Notice[" + told.kind + ", " + told.recipients.size() + " recipients, " + (1 + told.annexes.size())
                + " documents]";
    }

    /**
     * A tag known to all issuers; one that the service does not know is refused there (error 1100).
     *
     * @param text the tag
     * @param language its language
     */
    public record Tag(String text, Optional<ContentLanguage> language) {}

    /** First step: to whom. */
    public static final class Addressing {
        private final NoticeKind kind;
        private final String title;

        private Addressing(NoticeKind kind, String title) {
            this.kind = kind;
            this.title = title;
        }

        /** To one recipient. */
        public Documenting to(Recipient recipient) {
            return new Documenting(this, List.of(recipient));
        }

        /**
         * To several recipients who share <em>one</em> record: all get the notice, and <strong>the first who accepts or
         * rejects decides for everybody</strong>; the others can only look (contract enotum 8). To follow each person
         * separately send one notice to each instead.
         *
         * @param recipients 1 to 100, at most one of them holder (error 708)
         */
        public Documenting toOneRecordForAll(List<? extends Recipient> recipients) {
            return new Documenting(this, List.copyOf(recipients));
        }
    }

    /** Second step: what. */
    public static final class Documenting {
        private final Addressing addressing;
        private final List<Recipient> recipients;

        private Documenting(Addressing addressing, List<Recipient> recipients) {
            this.addressing = addressing;
            this.recipients = recipients;
        }

        /** With this resolution, under the file name {@code resolucio} and the extension of its media type. */
        public NoticeBuilder resolution(DocumentContent content) {
            return resolution(NoticeDocument.of("resolucio", content));
        }

        /** With this resolution. */
        public NoticeBuilder resolution(NoticeDocument document) {
            return new NoticeBuilder(addressing.kind, addressing.title, recipients, document);
        }
    }
}
