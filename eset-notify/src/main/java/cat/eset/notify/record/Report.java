package cat.eset.notify.record;

import cat.eset.notify.notice.Channel;
import cat.eset.notify.notice.NoticeKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * State changes as the service reports them, called back or asked for (contract enotum 6.7). The default callback is not
 * authenticated: confirm with a query before any legal consequence.
 *
 * @param issuer who sent the notifications
 * @param date day of the report
 * @param type {@code Diari} (day by day) or {@code OnLine} (at once); may be another word
 * @param entries the changes
 */
public record Report(Issuer issuer, Optional<LocalDate> date, String type, List<Entry> entries) {

    /** Copies the list. */
    public Report {
        entries = List.copyOf(entries);
    }

    /** Number of entries only. */
    @Override
    public String toString() {
        return "Report[" + type + ", " + date + ", " + entries.size() + " entries]";
    }

    /**
     * One change. Number, state and instant together tell duplicates apart.
     *
     * @param id number of the notification
     * @param state its state
     * @param changedAt instant of the change
     * @param reference reference of the issuer; the SDK puts the operation there
     * @param kind notification or communication
     * @param expiryDays days of life, from deposit
     * @param issuerReference identifier of the issuer
     * @param channel channel it was born on
     * @param registryNumber number of the exit entry
     * @param registeredAt instant of the exit entry
     * @param practice who accepted or rejected it
     * @param channelChange how the person wants to be notified from now on
     * @param backOffice code of the system that sent it
     */
    public record Entry(
            NotificationId id,
            NotificationState state,
            Optional<Instant> changedAt,
            String reference,
            NoticeKind kind,
            OptionalInt expiryDays,
            Optional<String> issuerReference,
            Optional<Channel> channel,
            Optional<String> registryNumber,
            Optional<Instant> registeredAt,
            Optional<Practice> practice,
            Optional<ChannelChange> channelChange,
            Optional<String> backOffice) {

        /** Number, state and instant. */
        @Override
        public String toString() {
            return "Entry[" + id + ", " + state + ", " + changedAt + "]";
        }
    }
}
