package cat.eset.core.term;

import cat.eset.core.calendar.NonWorkingDay;
import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.law.Article;
import cat.eset.core.law.Norm;
import cat.eset.core.law.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The count itself (Llei 39/2015 arts. 30.2 to 30.6; contract legal-rules R3). */
final class TermCount {

    private static final Reason START_DAYS =
            Reason.l39("counted from the day after the notification, publication or silence", "30.3");
    private static final Reason START_MONTHS =
            Reason.l39("counted from the day after; ends on the same day number of the last month or year", "30.4");
    private static final Reason SKIPPED = Reason.l39("Saturdays, Sundays and holidays are not counted", "30.2");
    private static final Reason ROLLED =
            Reason.l39("a last day that is not working moves to the next working day", "30.5");
    private static final Reason SHORT_MONTH =
            Reason.l39("the last month has no such day: its last day is taken", "30.4");
    private static final Reason RESIDENCE =
            Reason.l39("a day that is not working where the person lives or at the seat is not a working day", "30.6");
    private static final Reason PLUS_DAYS = Reason.of(
            "the suspended natural days are added to the date on which the term would have ended",
            Article.of(Norm.POLICY, "how suspended days are added"));

    private static final List<Reason> DAYS_PLAIN = List.of(START_DAYS);
    private static final List<Reason> DAYS_SKIPPED = List.of(START_DAYS, SKIPPED);
    private static final List<Reason> MONTHS_PLAIN = List.of(START_MONTHS);

    private TermCount() {}

    static TermResult of(
            Term term, LocalDate start, List<Suspension> suspensions, List<Reason> more, WorkingCalendars calendars) {
        return term.unit() == TermUnit.WORKING_DAYS
                ? workingDays(term, start, suspensions, more, calendars)
                : dateToDate(term, start, suspensions, more, calendars);
    }

    private static TermResult workingDays(
            Term term, LocalDate start, List<Suspension> suspensions, List<Reason> more, WorkingCalendars calendars) {
        LocalDate end = suspensions.isEmpty()
                ? calendars.plusWorkingDays(start, term.amount())
                : plusWorkingDaysOutside(SuspensionRules.union(suspensions), start, term.amount(), calendars);
        List<NonWorkingDay> skipped = calendars.nonWorkingDays(start, end);
        List<Reason> reasons = skipped.isEmpty() ? DAYS_PLAIN : DAYS_SKIPPED;
        return result(term, start, end, end, skipped, reasons, suspensions, more, calendars);
    }

    private static LocalDate plusWorkingDaysOutside(
            List<SuspensionRules.Interval> suspended, LocalDate start, int n, WorkingCalendars calendars) {
        LocalDate day = start;
        for (int left = n; left > 0; ) {
            day = calendars.plusWorkingDays(day, 1);
            LocalDate candidate = day;
            if (suspended.stream().noneMatch(i -> i.contains(candidate))) {
                left--;
            }
        }
        return day;
    }

    private static TermResult dateToDate(
            Term term, LocalDate start, List<Suspension> suspensions, List<Reason> more, WorkingCalendars calendars) {
        LocalDate plain = switch (term.unit()) {
            case MONTHS -> start.plusMonths(term.amount());
            case YEARS -> start.plusYears(term.amount());
            default -> start.plusDays(term.amount());
        };
        LocalDate raw = suspensions.isEmpty() ? plain : plain.plusDays(SuspensionRules.days(suspensions));
        LocalDate end = calendars.workingOrNext(raw);
        boolean natural = term.unit() == TermUnit.NATURAL_DAYS;
        List<Reason> reasons = natural ? DAYS_PLAIN : MONTHS_PLAIN;
        boolean shortMonth = !natural && plain.getDayOfMonth() != start.getDayOfMonth();
        List<NonWorkingDay> rolled = List.of();
        if (shortMonth || !end.equals(raw)) {
            List<Reason> all = new ArrayList<>(reasons);
            if (shortMonth) {
                all.add(SHORT_MONTH);
            }
            if (!end.equals(raw)) {
                all.add(ROLLED);
                rolled = calendars.nonWorkingDays(raw.minusDays(1), end);
            }
            reasons = all;
        }
        return result(term, start, raw, end, rolled, reasons, suspensions, more, calendars);
    }

    private static TermResult result(
            Term term,
            LocalDate start,
            LocalDate raw,
            LocalDate end,
            List<NonWorkingDay> skipped,
            List<Reason> counted,
            List<Suspension> suspensions,
            List<Reason> more,
            WorkingCalendars calendars) {
        boolean residence = calendars.calendars().size() > 1 && !skipped.isEmpty();
        List<Reason> reasons = counted;
        if (residence || !term.grounds().isEmpty() || !more.isEmpty() || !suspensions.isEmpty()) {
            reasons = new ArrayList<>(term.grounds());
            reasons.addAll(counted);
            if (residence) {
                reasons.add(RESIDENCE);
            }
            reasons.addAll(more);
            addSuspensions(term, suspensions, reasons);
        }
        return new TermResult(
                term, start, raw, end, skipped, suspensions, reasons, calendars.withoutLocalHolidays(end.getYear()));
    }

    private static void addSuspensions(Term term, List<Suspension> suspensions, List<Reason> reasons) {
        for (Suspension s : suspensions) {
            reasons.add(Reason.of(
                    "suspended after " + s.from() + " until " + s.lastDay()
                            + (s.isCut() ? ", cut at three months" : "")
                            + (s.isRunning() ? ", still open" : ""),
                    s.cause().article()));
        }
        if (!suspensions.isEmpty() && term.unit() != TermUnit.WORKING_DAYS) {
            reasons.add(PLUS_DAYS);
        }
    }
}
