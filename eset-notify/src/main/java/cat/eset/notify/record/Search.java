package cat.eset.notify.record;

import cat.eset.core.InvalidValueException;
import cat.eset.notify.notice.AccessLevel;
import cat.eset.notify.notice.Channel;
import cat.eset.notify.notice.NoticeKind;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What to search for ({@code PeticioCerca}, contract enotum 6.3). Criteria are combined with <em>and</em>; without any,
 * everything of the town hall matches. Immutable and thread-safe.
 */
public final class Search {

    /** Everything that came out in some way: accepted, rejected or expired. For searching only. */
    public static final NotificationState PRACTISED = NotificationState.of("PRACTICADA");

    /** Rejected by the recipient or by the system. For searching only. */
    public static final NotificationState REJECTED_IN_ANY_WAY = NotificationState.of("REBUTJADA_JURIDICAMENT");

    /** Before deposit. For searching only. */
    public static final NotificationState IN_TRANSIT = NotificationState.of("TRANSIT");

    /** A copy that nobody changes any more. */
    private final SearchBuilder criteria;

    Search(SearchBuilder criteria) {
        this.criteria = criteria.copy();
    }

    /** Starts a search without criteria. */
    public static SearchBuilder builder() {
        return new SearchBuilder();
    }

    /** The same search with another range of numbers; this is how all pages are walked safely. */
    public Search withIds(IdRange range) {
        return criteria.copy().ids(range).build();
    }

    /** Organisation code. */
    public Optional<String> organisation() {
        return Optional.ofNullable(criteria.organisation);
    }

    /** Department code. */
    public Optional<String> department() {
        return Optional.ofNullable(criteria.department);
    }

    /** Back-office code. */
    public Optional<String> backOffice() {
        return Optional.ofNullable(criteria.backOffice);
    }

    /** Whom it went to. */
    public Optional<RecipientCriteria> recipient() {
        return Optional.ofNullable(criteria.recipient);
    }

    /** Whether somebody asked to change channel; empty is not the same as {@code false} (contract enotum, trap 32). */
    public Optional<Boolean> channelChange() {
        return Optional.ofNullable(criteria.channelChange);
    }

    /** Whether the recipient is obliged. */
    public Optional<Boolean> obliged() {
        return Optional.ofNullable(criteria.obliged);
    }

    /** Part of the title. */
    public Optional<String> title() {
        return Optional.ofNullable(criteria.title);
    }

    /** Range of numbers. */
    public Optional<IdRange> ids() {
        return Optional.ofNullable(criteria.ids);
    }

    /** Start of the reference; the service ignores case and, it seems, accents. */
    public Optional<String> referencePrefix() {
        return Optional.ofNullable(criteria.referencePrefix);
    }

    /** Number of the exit entry. */
    public Optional<String> registryNumber() {
        return Optional.ofNullable(criteria.registryNumber);
    }

    /** State, or one of the three for searching only. */
    public Optional<NotificationState> state() {
        return Optional.ofNullable(criteria.state);
    }

    /** Assurance level. */
    public Optional<AccessLevel> accessLevel() {
        return Optional.ofNullable(criteria.accessLevel);
    }

    /** Notification or communication. */
    public Optional<NoticeKind> kind() {
        return Optional.ofNullable(criteria.kind);
    }

    /** Channel. */
    public Optional<Channel> channel() {
        return Optional.ofNullable(criteria.channel);
    }

    /** Whether somebody has looked at it. */
    public Optional<Boolean> seen() {
        return Optional.ofNullable(criteria.seen);
    }

    /** SIA procedure. */
    public Optional<String> siaProcedure() {
        return Optional.ofNullable(criteria.siaProcedure);
    }

    /** Records classification. */
    public Optional<String> classification() {
        return Optional.ofNullable(criteria.classification);
    }

    /** Expedient. */
    public Optional<String> expedient() {
        return Optional.ofNullable(criteria.expedient);
    }

    /** Procedure or step. */
    public Optional<String> tramit() {
        return Optional.ofNullable(criteria.tramit);
    }

    /** Case number. */
    public Optional<String> caseNumber() {
        return Optional.ofNullable(criteria.caseNumber);
    }

    /** Created in this period. */
    public Optional<Period> created() {
        return Optional.ofNullable(criteria.created);
    }

    /** Registered in this period. */
    public Optional<Period> registered() {
        return Optional.ofNullable(criteria.registered);
    }

    /** Put at disposal in this period. */
    public Optional<Period> deposited() {
        return Optional.ofNullable(criteria.deposited);
    }

    /** Accepted or rejected in this period. */
    public Optional<Period> practised() {
        return Optional.ofNullable(criteria.practised);
    }

    /** Expiring in these days. */
    public Optional<DayRange> expiring() {
        return Optional.ofNullable(criteria.expiring);
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
}
