package cat.eset.core.effect;

import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.law.Article;
import cat.eset.core.law.Norm;
import cat.eset.core.law.Reason;
import cat.eset.core.term.Term;
import cat.eset.core.term.TermResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The appeals against an act that ends the administrative route, such as a decree of the mayor, and the last day of each
 * (contract legal-rules R15). Tax matters have other rules and are out of scope.
 *
 * @param reposicio optional appeal before the mayor: one month
 * @param contentious appeal before the court: two months, August not counted
 * @param reasons the rules applied, with their articles
 */
public record Appeals(TermResult reposicio, ContentiousTerm contentious, List<Reason> reasons) {

    private static final List<Reason> ENDS_ROUTE = List.of(
            Reason.of("a decree of the mayor ends the administrative route", Article.of(Norm.LBRL, "52.2")),
            Reason.l39("appeal of reposició, optional, one month from the day after the notification", "123 i 124"),
            Reason.l39("not both at once: the court waits for the answer, or one month of silence", "123.2"));

    /** Checks the values. */
    public Appeals {
        Objects.requireNonNull(reposicio, "reposicio");
        Objects.requireNonNull(contentious, "contentious");
        reasons = List.copyOf(reasons);
    }

    /**
     * The appeals against an act notified on a date.
     *
     * @throws cat.eset.core.calendar.MissingCalendarException if a term reaches a year that is not loaded
     */
    public static Appeals after(LocalDate notified, WorkingCalendars calendars) {
        return new Appeals(
                Term.months(1).from(notified).on(calendars),
                ContentiousTerm.afterNotification(notified, calendars),
                ENDS_ROUTE);
    }

    /**
     * The day from which the act is firm on this date of notification: the day after the last appeal has run out on the
     * most generous reading.
     */
    public LocalDate firmFrom() {
        LocalDate last = reposicio.end().isAfter(contentious.safe()) ? reposicio.end() : contentious.safe();
        return last.plusDays(1);
    }

    /** The answer and its reasons in several lines. */
    public String explain() {
        StringBuilder text = new StringBuilder(toString());
        reasons.forEach(r -> text.append("\n  - ").append(r));
        contentious.reasons().forEach(r -> text.append("\n  - ").append(r));
        return text.toString();
    }

    /** For example {@code reposició until 2026-06-15; contentious-administrative appeal until 2026-07-13}. */
    @Override
    public String toString() {
        return "reposició until " + reposicio.end() + "; " + contentious;
    }
}
