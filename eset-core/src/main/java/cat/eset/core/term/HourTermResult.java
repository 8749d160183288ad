package cat.eset.core.term;

import cat.eset.core.LegalTime;
import cat.eset.core.calendar.NonWorkingDay;
import cat.eset.core.law.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * When a term in hours ends, and why. The end of a day is written 24:00 of that day, as the law speaks, and not 00:00 of
 * the next, which may be a holiday.
 *
 * @param term the length
 * @param start the minute from which it runs, local time of Madrid
 * @param endDate the day on which it ends
 * @param endMinute the minute of that day at which it ends, 1 to 1440
 * @param skipped the days that were not counted
 * @param reasons the rules applied, with their articles
 */
public record HourTermResult(
        HourTerm term,
        LocalDateTime start,
        LocalDate endDate,
        int endMinute,
        List<NonWorkingDay> skipped,
        List<Reason> reasons) {

    /** Checks the values. */
    public HourTermResult {
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(endDate, "endDate");
        skipped = List.copyOf(skipped);
        reasons = List.copyOf(reasons);
        if (endMinute < 1 || endMinute > 24 * 60) {
            throw new IllegalArgumentException("a term in hours ends between minute 1 and minute 1440 of a day");
        }
    }

    /** The first instant at which it is over, in Madrid. */
    public Instant endInstant() {
        return endDate.atStartOfDay()
                .plusMinutes(endMinute)
                .atZone(LegalTime.ZONE)
                .toInstant();
    }

    /** The time of day at which it ends, for example {@code 18:00} or {@code 24:00}. */
    public String endTime() {
        return String.format(Locale.ROOT, "%02d:%02d", endMinute / 60, endMinute % 60);
    }

    /** For example {@code 24 hours from 2025-04-17T18:00 end on Tue 2025-04-22 at 18:00}. */
    @Override
    public String toString() {
        return term + " from " + start + " end on " + TermResult.words(endDate) + " at " + endTime();
    }
}
