package cat.eset.core.term;

import cat.eset.core.LegalTime;
import cat.eset.core.calendar.NonWorkingDay;
import cat.eset.core.law.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * When a term ends, and why: the articles applied and the days skipped. Immutable and thread-safe.
 *
 * @param term its length, extension included
 * @param start the date from which it is counted, not counted itself
 * @param raw the last day before it is moved to a working day; the same as {@code end} if it is not moved
 * @param end the last day, until 24:00
 * @param skipped the days that were not counted or over which the end moved, with the reason of each
 * @param suspensions the suspensions applied
 * @param reasons the rules applied, with their articles
 * @param withoutLocalHolidays names of the calendars that have no local holidays for the year of the end; if not empty,
 *     the date may be too early
 */
public record TermResult(
        Term term,
        LocalDate start,
        LocalDate raw,
        LocalDate end,
        List<NonWorkingDay> skipped,
        List<Suspension> suspensions,
        List<Reason> reasons,
        List<String> withoutLocalHolidays) {

    /** Checks the values. */
    public TermResult {
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(raw, "raw");
        Objects.requireNonNull(end, "end");
        skipped = List.copyOf(skipped);
        suspensions = List.copyOf(suspensions);
        reasons = List.copyOf(reasons);
        withoutLocalHolidays = List.copyOf(withoutLocalHolidays);
    }

    /** The first instant at which it is over: the midnight that ends the last day, in Madrid. */
    public Instant endInstant() {
        return end.plusDays(1).atStartOfDay(LegalTime.ZONE).toInstant();
    }

    /** Whether it is over at that instant. */
    public boolean isOver(Instant now) {
        return !now.isBefore(endInstant());
    }

    /** Whether a suspension is still open, so that the end is the earliest possible and not final. */
    public boolean isProvisional() {
        return suspensions.stream().anyMatch(Suspension::isRunning);
    }

    /** Natural days during which it did not run, overlaps counted once. */
    public long suspendedDays() {
        return SuspensionRules.days(suspensions);
    }

    /** The whole answer in several lines, for the official who checks it. */
    public String explain() {
        StringBuilder text = new StringBuilder(toString());
        for (Reason reason : reasons) {
            text.append("\n  - ").append(reason);
        }
        for (NonWorkingDay day : skipped) {
            text.append("\n  - skipped: ").append(day);
        }
        if (!raw.equals(end)) {
            text.append("\n  - moved from ").append(words(raw)).append(" to ").append(words(end));
        }
        if (isProvisional()) {
            text.append("\n  - a suspension is open: the end is the earliest possible");
        }
        for (String calendar : withoutLocalHolidays) {
            text.append("\n  - caution: no local holidays loaded for ")
                    .append(calendar)
                    .append(" in ")
                    .append(end.getYear());
        }
        return text.toString();
    }

    /** For example {@code 10 working days from Mon 2025-04-14 end on Wed 2025-04-30 at 24:00}. */
    @Override
    public String toString() {
        return term + " from " + words(start) + " end on " + words(end) + " at 24:00";
    }

    static String words(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " " + date;
    }
}
