package cat.eset.notify.record;

import cat.eset.core.InvalidValueException;
import cat.eset.notify.notice.AccessLevel;
import cat.eset.notify.notice.Channel;
import cat.eset.notify.notice.NoticeKind;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to search for ({@code PeticioCerca}, contract enotum 6.3). Criteria are combined with <em>and</em>; without any,
 * everything of the town hall matches. Immutable; {@link Builder} is not thread-safe.
 */
public final class Search {

    /** Everything that came out in some way: accepted, rejected or expired. For searching only. */
    public static final NotificationState PRACTISED = NotificationState.of("PRACTICADA");

    /** Rejected by the recipient or by the system. For searching only. */
    public static final NotificationState REJECTED_IN_ANY_WAY = NotificationState.of("REBUTJADA_JURIDICAMENT");

    /** Before deposit. For searching only. */
    public static final NotificationState IN_TRANSIT = NotificationState.of("TRANSIT");

    private final @Nullable String organisation;
    private final @Nullable String department;
    private final @Nullable String backOffice;
    private final @Nullable RecipientCriteria recipient;
    private final @Nullable Boolean channelChange;
    private final @Nullable Boolean obliged;
    private final @Nullable String title;
    private final @Nullable IdRange ids;
    private final @Nullable String referencePrefix;
    private final @Nullable String registryNumber;
    private final @Nullable NotificationState state;
    private final @Nullable AccessLevel accessLevel;
    private final @Nullable NoticeKind kind;
    private final @Nullable Channel channel;
    private final @Nullable Boolean seen;
    private final @Nullable String siaProcedure;
    private final @Nullable String classification;
    private final @Nullable String expedient;
    private final @Nullable String tramit;
    private final @Nullable String caseNumber;
    private final @Nullable Period created;
    private final @Nullable Period registered;
    private final @Nullable Period deposited;
    private final @Nullable Period practised;
    private final @Nullable DayRange expiring;

    private Search(Builder b) {
        this.organisation = b.organisation;
        this.department = b.department;
        this.backOffice = b.backOffice;
        this.recipient = b.recipient;
        this.channelChange = b.channelChange;
        this.obliged = b.obliged;
        this.title = b.title;
        this.ids = b.ids;
        this.referencePrefix = b.referencePrefix;
        this.registryNumber = b.registryNumber;
        this.state = b.state;
        this.accessLevel = b.accessLevel;
        this.kind = b.kind;
        this.channel = b.channel;
        this.seen = b.seen;
        this.siaProcedure = b.siaProcedure;
        this.classification = b.classification;
        this.expedient = b.expedient;
        this.tramit = b.tramit;
        this.caseNumber = b.caseNumber;
        this.created = b.created;
        this.registered = b.registered;
        this.deposited = b.deposited;
        this.practised = b.practised;
        this.expiring = b.expiring;
    }

    /** Starts a search without criteria. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same search with another range of numbers; this is how all pages are walked safely. */
    public Search withIds(IdRange range) {
        Builder b = new Builder();
        b.copy(this);
        return b.ids(range).build();
    }

    /** Organisation code. */
    public Optional<String> organisation() {
        return Optional.ofNullable(organisation);
    }

    /** Department code. */
    public Optional<String> department() {
        return Optional.ofNullable(department);
    }

    /** Back-office code. */
    public Optional<String> backOffice() {
        return Optional.ofNullable(backOffice);
    }

    /** Whom it went to. */
    public Optional<RecipientCriteria> recipient() {
        return Optional.ofNullable(recipient);
    }

    /** Whether somebody asked to change channel; empty is not the same as {@code false} (contract enotum, trap 32). */
    public Optional<Boolean> channelChange() {
        return Optional.ofNullable(channelChange);
    }

    /** Whether the recipient is obliged. */
    public Optional<Boolean> obliged() {
        return Optional.ofNullable(obliged);
    }

    /** Part of the title. */
    public Optional<String> title() {
        return Optional.ofNullable(title);
    }

    /** Range of numbers. */
    public Optional<IdRange> ids() {
        return Optional.ofNullable(ids);
    }

    /** Start of the reference; the service ignores case and, it seems, accents. */
    public Optional<String> referencePrefix() {
        return Optional.ofNullable(referencePrefix);
    }

    /** Number of the exit entry. */
    public Optional<String> registryNumber() {
        return Optional.ofNullable(registryNumber);
    }

    /** State, or one of the three for searching only. */
    public Optional<NotificationState> state() {
        return Optional.ofNullable(state);
    }

    /** Assurance level. */
    public Optional<AccessLevel> accessLevel() {
        return Optional.ofNullable(accessLevel);
    }

    /** Notification or communication. */
    public Optional<NoticeKind> kind() {
        return Optional.ofNullable(kind);
    }

    /** Channel. */
    public Optional<Channel> channel() {
        return Optional.ofNullable(channel);
    }

    /** Whether somebody has looked at it. */
    public Optional<Boolean> seen() {
        return Optional.ofNullable(seen);
    }

    /** SIA procedure. */
    public Optional<String> siaProcedure() {
        return Optional.ofNullable(siaProcedure);
    }

    /** Records classification. */
    public Optional<String> classification() {
        return Optional.ofNullable(classification);
    }

    /** Expedient. */
    public Optional<String> expedient() {
        return Optional.ofNullable(expedient);
    }

    /** Procedure or step. */
    public Optional<String> tramit() {
        return Optional.ofNullable(tramit);
    }

    /** Case number. */
    public Optional<String> caseNumber() {
        return Optional.ofNullable(caseNumber);
    }

    /** Created in this period. */
    public Optional<Period> created() {
        return Optional.ofNullable(created);
    }

    /** Registered in this period. */
    public Optional<Period> registered() {
        return Optional.ofNullable(registered);
    }

    /** Put at disposal in this period. */
    public Optional<Period> deposited() {
        return Optional.ofNullable(deposited);
    }

    /** Accepted or rejected in this period. */
    public Optional<Period> practised() {
        return Optional.ofNullable(practised);
    }

    /** Expiring in these days. */
    public Optional<DayRange> expiring() {
        return Optional.ofNullable(expiring);
    }

    /** Does not print what is searched for. */
    @Override
    public String toString() {
        return "Search[***]";
    }

    /**
     * Numbers from one to another, both included.
     *
     * @param from first number
     * @param to last number, not before the first
     */
    public record IdRange(long from, long to) {
        /** Checks the order. */
        public IdRange {
            if (from < 0 || to < from) {
                throw InvalidValueException.of("IdRange", "zero or more, and its end may not come before its start");
            }
        }
    }

    /**
     * Days from one to another, both included.
     *
     * @param from first day
     * @param to last day, not before the first
     */
    public record DayRange(LocalDate from, LocalDate to) {
        /** Checks the order. */
        public DayRange {
            if (to.isBefore(from)) {
                throw InvalidValueException.of("DayRange", "its end may not come before its start");
            }
        }
    }

    /** Builds a {@link Search}; not thread-safe. */
    public static final class Builder {
        private @Nullable String organisation;
        private @Nullable String department;
        private @Nullable String backOffice;
        private @Nullable RecipientCriteria recipient;
        private @Nullable Boolean channelChange;
        private @Nullable Boolean obliged;
        private @Nullable String title;
        private @Nullable IdRange ids;
        private @Nullable String referencePrefix;
        private @Nullable String registryNumber;
        private @Nullable NotificationState state;
        private @Nullable AccessLevel accessLevel;
        private @Nullable NoticeKind kind;
        private @Nullable Channel channel;
        private @Nullable Boolean seen;
        private @Nullable String siaProcedure;
        private @Nullable String classification;
        private @Nullable String expedient;
        private @Nullable String tramit;
        private @Nullable String caseNumber;
        private @Nullable Period created;
        private @Nullable Period registered;
        private @Nullable Period deposited;
        private @Nullable Period practised;
        private @Nullable DayRange expiring;

        private Builder() {}

        private void copy(Search s) {
            this.organisation = s.organisation;
            this.department = s.department;
            this.backOffice = s.backOffice;
            this.recipient = s.recipient;
            this.channelChange = s.channelChange;
            this.obliged = s.obliged;
            this.title = s.title;
            this.ids = s.ids;
            this.referencePrefix = s.referencePrefix;
            this.registryNumber = s.registryNumber;
            this.state = s.state;
            this.accessLevel = s.accessLevel;
            this.kind = s.kind;
            this.channel = s.channel;
            this.seen = s.seen;
            this.siaProcedure = s.siaProcedure;
            this.classification = s.classification;
            this.expedient = s.expedient;
            this.tramit = s.tramit;
            this.caseNumber = s.caseNumber;
            this.created = s.created;
            this.registered = s.registered;
            this.deposited = s.deposited;
            this.practised = s.practised;
            this.expiring = s.expiring;
        }

        /** Of this organisation. */
        public Builder organisation(String code) {
            this.organisation = code;
            return this;
        }

        /** Of this department. */
        public Builder department(String code) {
            this.department = code;
            return this;
        }

        /** Sent by this back office. */
        public Builder backOffice(String code) {
            this.backOffice = code;
            return this;
        }

        /** Sent to. */
        public Builder recipient(RecipientCriteria criteria) {
            this.recipient = criteria;
            return this;
        }

        /** With or without a wish to change channel; not said, both. */
        public Builder channelChange(boolean value) {
            this.channelChange = value;
            return this;
        }

        /** To somebody obliged or not; not said, both. */
        public Builder obliged(boolean value) {
            this.obliged = value;
            return this;
        }

        /** With this text in the title. */
        public Builder title(String part) {
            this.title = part;
            return this;
        }

        /** With this number. */
        public Builder id(NotificationId id) {
            return ids(new IdRange(id.value(), id.value()));
        }

        /** With a number in this range. */
        public Builder ids(IdRange range) {
            this.ids = range;
            return this;
        }

        /** With a reference that starts with this, ignoring case: compare exactly what comes. */
        public Builder referencePrefix(String prefix) {
            this.referencePrefix = prefix;
            return this;
        }

        /** With this exit entry. */
        public Builder registryNumber(String number) {
            this.registryNumber = number;
            return this;
        }

        /** In this state, or in one of the three for searching only. */
        public Builder state(NotificationState value) {
            this.state = value;
            return this;
        }

        /** With this assurance level. */
        public Builder accessLevel(AccessLevel value) {
            this.accessLevel = value;
            return this;
        }

        /** Notifications or communications only. */
        public Builder kind(NoticeKind value) {
            this.kind = value;
            return this;
        }

        /** Born on this channel. */
        public Builder channel(Channel value) {
            this.channel = value;
            return this;
        }

        /** Looked at or not; not said, both. */
        public Builder seen(boolean value) {
            this.seen = value;
            return this;
        }

        /** Of this SIA procedure. */
        public Builder siaProcedure(String code) {
            this.siaProcedure = code;
            return this;
        }

        /** With this records classification. */
        public Builder classification(String code) {
            this.classification = code;
            return this;
        }

        /** Of this expedient. */
        public Builder expedient(String number) {
            this.expedient = number;
            return this;
        }

        /** Of this procedure or step. */
        public Builder tramit(String value) {
            this.tramit = value;
            return this;
        }

        /** With this case number. */
        public Builder caseNumber(String value) {
            this.caseNumber = value;
            return this;
        }

        /** Created in this period. */
        public Builder created(Period period) {
            this.created = period;
            return this;
        }

        /** Registered in this period. */
        public Builder registered(Period period) {
            this.registered = period;
            return this;
        }

        /** Put at disposal in this period. */
        public Builder deposited(Period period) {
            this.deposited = period;
            return this;
        }

        /** Accepted or rejected in this period. */
        public Builder practised(Period period) {
            this.practised = period;
            return this;
        }

        /** Expiring in these days. */
        public Builder expiring(DayRange days) {
            this.expiring = days;
            return this;
        }

        /** The search. */
        public Search build() {
            return new Search(this);
        }
    }
}
