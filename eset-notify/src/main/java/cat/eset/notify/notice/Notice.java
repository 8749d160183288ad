package cat.eset.notify.notice;

import cat.eset.core.DocumentContent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

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
 * <p>Immutable and thread-safe. {@link Builder#build()} refuses what the service would refuse.
 */
public final class Notice {

    private final NoticeKind kind;
    private final String title;
    private final List<Recipient> recipients;
    private final NoticeDocument resolution;
    private final List<NoticeDocument> annexes;
    private final String body;
    private final Optional<String> appeals;
    private final AccessLevel accessLevel;
    private final OptionalInt expiryDays;
    private final ContentLanguage language;
    private final Channel channel;
    private final Registration registration;
    private final Optional<String> expedient;
    private final Optional<String> tramit;
    private final Optional<String> caseNumber;
    private final Optional<String> siaProcedure;
    private final Optional<String> classification;
    private final List<Tag> tags;
    private final List<Integer> reminderDays;
    private final Optional<String> registryOffice;
    private final Optional<String> organisationalUnit;

    private Notice(Builder b, List<Recipient> recipients) {
        this.kind = b.kind;
        this.title = b.title;
        this.recipients = List.copyOf(recipients);
        this.resolution = b.resolution;
        this.annexes = List.copyOf(b.annexes);
        this.language = b.language;
        this.body = b.body != null ? b.body : DefaultBody.of(b.kind, b.language);
        this.appeals = Optional.ofNullable(b.appeals);
        this.accessLevel = b.accessLevel;
        this.expiryDays = b.expiryDays;
        this.channel = b.channel;
        this.registration = b.registration;
        this.expedient = Optional.ofNullable(b.expedient);
        this.tramit = Optional.ofNullable(b.tramit);
        this.caseNumber = Optional.ofNullable(b.caseNumber);
        this.siaProcedure = Optional.ofNullable(b.siaProcedure);
        this.classification = Optional.ofNullable(b.classification);
        this.tags = List.copyOf(b.tags);
        this.reminderDays = List.copyOf(b.reminderDays);
        this.registryOffice = Optional.ofNullable(b.registryOffice);
        this.organisationalUnit = Optional.ofNullable(b.organisationalUnit);
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
        return new Notice(new Builder(this), List.of(recipient));
    }

    /** The same notice with the exit entry of the town hall's own registry. */
    public Notice registered(String number, Instant at) {
        return new Notice(new Builder(this).registered(number, at), recipients);
    }

    /** What it is. */
    public NoticeKind kind() {
        return kind;
    }

    /** Subject shown to the recipient. */
    public String title() {
        return title;
    }

    /** One recipient, or several that share the record. */
    public List<Recipient> recipients() {
        return recipients;
    }

    /** The main document. */
    public NoticeDocument resolution() {
        return resolution;
    }

    /** Up to four more. */
    public List<NoticeDocument> annexes() {
        return annexes;
    }

    /** Body text. */
    public String body() {
        return body;
    }

    /** Footer that explains the appeals available (article 40.2 Llei 39/2015). */
    public Optional<String> appeals() {
        return appeals;
    }

    /** Assurance level needed to open it. */
    public AccessLevel accessLevel() {
        return accessLevel;
    }

    /** Days from deposit to expiry; empty for a communication, which never expires. */
    public OptionalInt expiryDays() {
        return expiryDays;
    }

    /** Language of the content. */
    public ContentLanguage language() {
        return language;
    }

    /** Channel it is born on. */
    public Channel channel() {
        return channel;
    }

    /** Who registers the exit. */
    public Registration registration() {
        return registration;
    }

    /** Number of the expedient. */
    public Optional<String> expedient() {
        return expedient;
    }

    /** Procedure or step. */
    public Optional<String> tramit() {
        return tramit;
    }

    /** Case number. */
    public Optional<String> caseNumber() {
        return caseNumber;
    }

    /** SIA procedure code. */
    public Optional<String> siaProcedure() {
        return siaProcedure;
    }

    /** Code of the records classification. */
    public Optional<String> classification() {
        return classification;
    }

    /** Tags agreed with the consortium. */
    public List<Tag> tags() {
        return tags;
    }

    /** Days after sending on which a reminder goes out; empty: the service's own rule. */
    public List<Integer> reminderDays() {
        return reminderDays;
    }

    /** Registry office, if not the configured one; digits. */
    public Optional<String> registryOffice() {
        return registryOffice;
    }

    /** Organisational unit, if not the configured one; digits. */
    public Optional<String> organisationalUnit() {
        return organisationalUnit;
    }

    /** Kind and counts; neither title nor people. */
    @Override
    public String toString() {
        return "Notice[" + kind + ", " + recipients.size() + " recipients, " + (1 + annexes.size()) + " documents]";
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
        public Builder resolution(DocumentContent content) {
            return resolution(NoticeDocument.of("resolucio", content));
        }

        /** With this resolution. */
        public Builder resolution(NoticeDocument document) {
            return new Builder(addressing.kind, addressing.title, recipients, document);
        }
    }

    /** Last step: everything that is optional. Not thread-safe. */
    public static final class Builder {
        private final NoticeKind kind;
        private final String title;
        private final List<Recipient> recipients;
        private final NoticeDocument resolution;
        private List<NoticeDocument> annexes = List.of();
        private @Nullable String body;
        private @Nullable String appeals;
        private AccessLevel accessLevel = AccessLevel.SUBSTANTIAL;
        private OptionalInt expiryDays;
        private ContentLanguage language = ContentLanguage.CATALAN;
        private Channel channel = Channel.DIGITAL;
        private Registration registration = new Registration.ByENotum();
        private @Nullable String expedient;
        private @Nullable String tramit;
        private @Nullable String caseNumber;
        private @Nullable String siaProcedure;
        private @Nullable String classification;
        private List<Tag> tags = List.of();
        private List<Integer> reminderDays = List.of();
        private @Nullable String registryOffice;
        private @Nullable String organisationalUnit;

        private Builder(NoticeKind kind, String title, List<Recipient> recipients, NoticeDocument resolution) {
            this.kind = kind;
            this.title = title;
            this.recipients = recipients;
            this.resolution = resolution;
            this.expiryDays = kind.equals(NoticeKind.NOTIFICATION)
                    ? OptionalInt.of(NoticeRules.LEGAL_EXPIRY_DAYS)
                    : OptionalInt.empty();
        }

        private Builder(Notice n) {
            this(n.kind, n.title, n.recipients, n.resolution);
            this.annexes = n.annexes;
            this.body = n.body;
            this.appeals = n.appeals.orElse(null);
            this.accessLevel = n.accessLevel;
            this.expiryDays = n.expiryDays;
            this.language = n.language;
            this.channel = n.channel;
            this.registration = n.registration;
            this.expedient = n.expedient.orElse(null);
            this.tramit = n.tramit.orElse(null);
            this.caseNumber = n.caseNumber.orElse(null);
            this.siaProcedure = n.siaProcedure.orElse(null);
            this.classification = n.classification.orElse(null);
            this.tags = n.tags;
            this.reminderDays = n.reminderDays;
            this.registryOffice = n.registryOffice.orElse(null);
            this.organisationalUnit = n.organisationalUnit.orElse(null);
        }

        /** One more document; four at most (error 922). */
        public Builder annex(NoticeDocument document) {
            this.annexes = NoticeRules.plus(annexes, document);
            return this;
        }

        /** Body text, 1 to 4000 characters (error 1003); not said: a plain sentence in the language of the notice. */
        public Builder body(String text) {
            this.body = Objects.requireNonNull(text, "body");
            return this;
        }

        /** Footer that explains the appeals, 1 to 4000 characters. */
        public Builder appeals(String text) {
            this.appeals = Objects.requireNonNull(text, "appeals");
            return this;
        }

        /** Assurance level needed to open it; {@link AccessLevel#SUBSTANTIAL} when not said. */
        public Builder accessLevel(AccessLevel level) {
            this.accessLevel = level;
            return this;
        }

        /**
         * Days from deposit to expiry at the service, 10 to 180; 10 when not said, which is the legal period (article
         * 43.2 Llei 39/2015). More days do not move the legal date.
         */
        public Builder expiryDays(int days) {
            NoticeRules.checkExpiryDays(days);
            this.expiryDays = OptionalInt.of(days);
            return this;
        }

        /**
         * Fewer days than the legal ten, on the caller's own responsibility: the state of the service will say expired
         * before the law does.
         */
        public Builder expiryDaysBelowTheLegalPeriod(int days) {
            NoticeRules.checkShortExpiryDays(days);
            this.expiryDays = OptionalInt.of(days);
            return this;
        }

        /** Language of the content; Catalan when not said. */
        public Builder language(ContentLanguage value) {
            this.language = value;
            return this;
        }

        /** Complementary to a paper notification that the issuer sends itself; notifications only (error 723). */
        public Builder complementingPaper() {
            this.channel = Channel.PAPER;
            return this;
        }

        /** The town hall has registered the exit: e-NOTUM will not do it again. */
        public Builder registered(String number, Instant at) {
            this.registration = new Registration.Registered(number, at);
            return this;
        }

        /** e-NOTUM registers the exit; this is so when nothing is said. See {@link Registration.ByENotum}. */
        public Builder registeredByENotum() {
            this.registration = new Registration.ByENotum();
            return this;
        }

        /** No exit entry; communications only (error 1012). */
        public Builder withoutRegistry() {
            this.registration = new Registration.Without();
            return this;
        }

        /** Number of the expedient, 3 to 50 characters (error 728). */
        public Builder expedient(String number) {
            this.expedient = Objects.requireNonNull(number, "expedient");
            return this;
        }

        /** Procedure or step, 3 to 50 characters (error 730). */
        public Builder tramit(String value) {
            this.tramit = Objects.requireNonNull(value, "tramit");
            return this;
        }

        /** Case number, 1 to 50 characters. */
        public Builder caseNumber(String value) {
            this.caseNumber = Objects.requireNonNull(value, "caseNumber");
            return this;
        }

        /** SIA procedure code, 1 to 50 characters. */
        public Builder siaProcedure(String code) {
            this.siaProcedure = Objects.requireNonNull(code, "siaProcedure");
            return this;
        }

        /** Code of the records classification, 1 to 50 characters. */
        public Builder classification(String code) {
            this.classification = Objects.requireNonNull(code, "classification");
            return this;
        }

        /** One more tag. */
        public Builder tag(String text) {
            this.tags = NoticeRules.plus(tags, new Tag(text, Optional.empty()));
            return this;
        }

        /** Days after sending on which a reminder goes out, each 1 to 1000; too many are error 1008. */
        public Builder reminderDays(List<Integer> days) {
            this.reminderDays = List.copyOf(days);
            return this;
        }

        /** Registry office, if not the configured one; digits (error 1013). */
        public Builder registryOffice(String code) {
            this.registryOffice = Objects.requireNonNull(code, "registryOffice");
            return this;
        }

        /** Organisational unit, if not the configured one; digits (error 1014). */
        public Builder organisationalUnit(String code) {
            this.organisationalUnit = Objects.requireNonNull(code, "organisationalUnit");
            return this;
        }

        /**
         * The notice.
         *
         * @throws cat.eset.notify.error.NoticeRefusedException if the service would refuse it; the message has the error
         *     number
         */
        public Notice build() {
            return new Notice(this, recipients);
        }
    }
}
