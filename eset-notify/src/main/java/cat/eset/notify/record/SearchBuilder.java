package cat.eset.notify.record;

import cat.eset.notify.notice.AccessLevel;
import cat.eset.notify.notice.Channel;
import cat.eset.notify.notice.NoticeKind;
import cat.eset.notify.record.Search.DayRange;
import cat.eset.notify.record.Search.IdRange;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Search}; not thread-safe. */
public final class SearchBuilder {

    @Nullable String organisation;

    @Nullable String department;

    @Nullable String backOffice;

    @Nullable RecipientCriteria recipient;

    @Nullable Boolean channelChange;

    @Nullable Boolean obliged;

    @Nullable String title;

    @Nullable IdRange ids;

    @Nullable String referencePrefix;

    @Nullable String registryNumber;

    @Nullable NotificationState state;

    @Nullable AccessLevel accessLevel;

    @Nullable NoticeKind kind;

    @Nullable Channel channel;

    @Nullable Boolean seen;

    @Nullable String siaProcedure;

    @Nullable String classification;

    @Nullable String expedient;

    @Nullable String tramit;

    @Nullable String caseNumber;

    @Nullable Period created;

    @Nullable Period registered;

    @Nullable Period deposited;

    @Nullable Period practised;

    @Nullable DayRange expiring;

    SearchBuilder() {}

    SearchBuilder copy() {
        SearchBuilder b = new SearchBuilder();
        b.organisation = organisation;
        b.department = department;
        b.backOffice = backOffice;
        b.recipient = recipient;
        b.channelChange = channelChange;
        b.obliged = obliged;
        b.title = title;
        b.ids = ids;
        b.referencePrefix = referencePrefix;
        b.registryNumber = registryNumber;
        b.state = state;
        b.accessLevel = accessLevel;
        b.kind = kind;
        b.channel = channel;
        b.seen = seen;
        b.siaProcedure = siaProcedure;
        b.classification = classification;
        b.expedient = expedient;
        b.tramit = tramit;
        b.caseNumber = caseNumber;
        b.created = created;
        b.registered = registered;
        b.deposited = deposited;
        b.practised = practised;
        b.expiring = expiring;
        return b;
    }

    /** Of this organisation. */
    public SearchBuilder organisation(String code) {
        this.organisation = code;
        return this;
    }

    /** Of this department. */
    public SearchBuilder department(String code) {
        this.department = code;
        return this;
    }

    /** Sent by this back office. */
    public SearchBuilder backOffice(String code) {
        this.backOffice = code;
        return this;
    }

    /** Sent to. */
    public SearchBuilder recipient(RecipientCriteria criteria) {
        this.recipient = criteria;
        return this;
    }

    /** With or without a wish to change channel; not said, both. */
    public SearchBuilder channelChange(boolean value) {
        this.channelChange = value;
        return this;
    }

    /** To somebody obliged or not; not said, both. */
    public SearchBuilder obliged(boolean value) {
        this.obliged = value;
        return this;
    }

    /** With this text in the title. */
    public SearchBuilder title(String part) {
        this.title = part;
        return this;
    }

    /** With this number. */
    public SearchBuilder id(NotificationId id) {
        return ids(new IdRange(id.value(), id.value()));
    }

    /** With a number in this range. */
    public SearchBuilder ids(IdRange range) {
        this.ids = range;
        return this;
    }

    /** With a reference that starts with this, ignoring case: compare exactly what comes. */
    public SearchBuilder referencePrefix(String prefix) {
        this.referencePrefix = prefix;
        return this;
    }

    /** With this exit entry. */
    public SearchBuilder registryNumber(String number) {
        this.registryNumber = number;
        return this;
    }

    /** In this state, or in one of the three for searching only. */
    public SearchBuilder state(NotificationState value) {
        this.state = value;
        return this;
    }

    /** With this assurance level. */
    public SearchBuilder accessLevel(AccessLevel value) {
        this.accessLevel = value;
        return this;
    }

    /** Notifications or communications only. */
    public SearchBuilder kind(NoticeKind value) {
        this.kind = value;
        return this;
    }

    /** Born on this channel. */
    public SearchBuilder channel(Channel value) {
        this.channel = value;
        return this;
    }

    /** Looked at or not; not said, both. */
    public SearchBuilder seen(boolean value) {
        this.seen = value;
        return this;
    }

    /** Of this SIA procedure. */
    public SearchBuilder siaProcedure(String code) {
        this.siaProcedure = code;
        return this;
    }

    /** With this records classification. */
    public SearchBuilder classification(String code) {
        this.classification = code;
        return this;
    }

    /** Of this expedient. */
    public SearchBuilder expedient(String number) {
        this.expedient = number;
        return this;
    }

    /** Of this procedure or step. */
    public SearchBuilder tramit(String value) {
        this.tramit = value;
        return this;
    }

    /** With this case number. */
    public SearchBuilder caseNumber(String value) {
        this.caseNumber = value;
        return this;
    }

    /** Created in this period. */
    public SearchBuilder created(Period period) {
        this.created = period;
        return this;
    }

    /** Registered in this period. */
    public SearchBuilder registered(Period period) {
        this.registered = period;
        return this;
    }

    /** Put at disposal in this period. */
    public SearchBuilder deposited(Period period) {
        this.deposited = period;
        return this;
    }

    /** Accepted or rejected in this period. */
    public SearchBuilder practised(Period period) {
        this.practised = period;
        return this;
    }

    /** Expiring in these days. */
    public SearchBuilder expiring(DayRange days) {
        this.expiring = days;
        return this;
    }

    /** The search. */
    public Search build() {
        return new Search(this);
    }
}
