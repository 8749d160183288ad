package cat.eset.notify.notice;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The last step of a {@link Notice}: everything that is optional. Not thread-safe. */
public final class NoticeBuilder {

    final NoticeKind kind;
    final String title;
    final List<Recipient> recipients;
    final NoticeDocument resolution;
    List<NoticeDocument> annexes = List.of();

    @Nullable String body;

    @Nullable String appeals;

    AccessLevel accessLevel = AccessLevel.SUBSTANTIAL;
    OptionalInt expiryDays;
    ContentLanguage language = ContentLanguage.CATALAN;
    Channel channel = Channel.DIGITAL;
    Registration registration = new Registration.ByENotum();

    @Nullable String expedient;

    @Nullable String tramit;

    @Nullable String caseNumber;

    @Nullable String siaProcedure;

    @Nullable String classification;

    List<Notice.Tag> tags = List.of();
    List<Integer> reminderDays = List.of();

    @Nullable String registryOffice;

    @Nullable String organisationalUnit;

    NoticeBuilder(NoticeKind kind, String title, List<Recipient> recipients, NoticeDocument resolution) {
        this.kind = kind;
        this.title = title;
        this.recipients = recipients;
        this.resolution = resolution;
        this.expiryDays = kind.equals(NoticeKind.NOTIFICATION)
                ? OptionalInt.of(NoticeRules.LEGAL_EXPIRY_DAYS)
                : OptionalInt.empty();
    }

    NoticeBuilder copy() {
        return copyTo(recipients);
    }

    NoticeBuilder copyTo(List<Recipient> others) {
        NoticeBuilder b = new NoticeBuilder(kind, title, List.copyOf(others), resolution);
        b.annexes = annexes;
        b.body = body;
        b.appeals = appeals;
        b.accessLevel = accessLevel;
        b.expiryDays = expiryDays;
        b.language = language;
        b.channel = channel;
        b.registration = registration;
        b.expedient = expedient;
        b.tramit = tramit;
        b.caseNumber = caseNumber;
        b.siaProcedure = siaProcedure;
        b.classification = classification;
        b.tags = tags;
        b.reminderDays = reminderDays;
        b.registryOffice = registryOffice;
        b.organisationalUnit = organisationalUnit;
        return b;
    }

    /** One more document; four at most (error 922). */
    public NoticeBuilder annex(NoticeDocument document) {
        this.annexes = NoticeRules.plus(annexes, document);
        return this;
    }

    /** Body text, 1 to 4000 characters (error 1003); not said: a plain sentence in the language of the notice. */
    public NoticeBuilder body(String text) {
        this.body = Objects.requireNonNull(text, "body");
        return this;
    }

    /** Footer that explains the appeals, 1 to 4000 characters. */
    public NoticeBuilder appeals(String text) {
        this.appeals = Objects.requireNonNull(text, "appeals");
        return this;
    }

    /** Assurance level needed to open it; {@link AccessLevel#SUBSTANTIAL} when not said. */
    public NoticeBuilder accessLevel(AccessLevel level) {
        this.accessLevel = level;
        return this;
    }

    /**
     * Days from deposit to expiry at the service, 10 to 180; 10 when not said, which is the legal period (article
     * 43.2 Llei 39/2015). More days do not move the legal date.
     */
    public NoticeBuilder expiryDays(int days) {
        NoticeRules.checkExpiryDays(days);
        this.expiryDays = OptionalInt.of(days);
        return this;
    }

    /**
     * Fewer days than the legal ten, on the caller's own responsibility: the state of the service will say expired
     * before the law does.
     */
    public NoticeBuilder expiryDaysBelowTheLegalPeriod(int days) {
        NoticeRules.checkShortExpiryDays(days);
        this.expiryDays = OptionalInt.of(days);
        return this;
    }

    /** Language of the content; Catalan when not said. */
    public NoticeBuilder language(ContentLanguage value) {
        this.language = value;
        return this;
    }

    /** Complementary to a paper notification that the issuer sends itself; notifications only (error 723). */
    public NoticeBuilder complementingPaper() {
        this.channel = Channel.PAPER;
        return this;
    }

    /** The town hall has registered the exit: e-NOTUM will not do it again. */
    public NoticeBuilder registered(String number, Instant at) {
        this.registration = new Registration.Registered(number, at);
        return this;
    }

    /** e-NOTUM registers the exit; this is so when nothing is said. See {@link Registration.ByENotum}. */
    public NoticeBuilder registeredByENotum() {
        this.registration = new Registration.ByENotum();
        return this;
    }

    /** No exit entry; communications only (error 1012). */
    public NoticeBuilder withoutRegistry() {
        this.registration = new Registration.Without();
        return this;
    }

    /** Number of the expedient, 3 to 50 characters (error 728). */
    public NoticeBuilder expedient(String number) {
        this.expedient = Objects.requireNonNull(number, "expedient");
        return this;
    }

    /** Procedure or step, 3 to 50 characters (error 730). */
    public NoticeBuilder tramit(String value) {
        this.tramit = Objects.requireNonNull(value, "tramit");
        return this;
    }

    /** Case number, 1 to 50 characters. */
    public NoticeBuilder caseNumber(String value) {
        this.caseNumber = Objects.requireNonNull(value, "caseNumber");
        return this;
    }

    /** SIA procedure code, 1 to 50 characters. */
    public NoticeBuilder siaProcedure(String code) {
        this.siaProcedure = Objects.requireNonNull(code, "siaProcedure");
        return this;
    }

    /** Code of the records classification, 1 to 50 characters. */
    public NoticeBuilder classification(String code) {
        this.classification = Objects.requireNonNull(code, "classification");
        return this;
    }

    /** One more tag. */
    public NoticeBuilder tag(String text) {
        this.tags = NoticeRules.plus(tags, new Notice.Tag(text, Optional.empty()));
        return this;
    }

    /** Days after sending on which a reminder goes out, each 1 to 1000; too many are error 1008. */
    public NoticeBuilder reminderDays(List<Integer> days) {
        this.reminderDays = List.copyOf(days);
        return this;
    }

    /** Registry office, if not the configured one; digits (error 1013). */
    public NoticeBuilder registryOffice(String code) {
        this.registryOffice = Objects.requireNonNull(code, "registryOffice");
        return this;
    }

    /** Organisational unit, if not the configured one; digits (error 1014). */
    public NoticeBuilder organisationalUnit(String code) {
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
        return new Notice(this);
    }
}
