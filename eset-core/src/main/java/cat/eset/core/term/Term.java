package cat.eset.core.term;

import cat.eset.core.InvalidValueException;
import cat.eset.core.law.Article;
import cat.eset.core.law.Norm;
import cat.eset.core.law.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The length of a term and what it is counted in. Immutable and thread-safe.
 *
 * <pre>{@code
 * TermResult result = Term.workingDays(10).from(notified).on(calendars);
 * }</pre>
 *
 * @param amount how many, at least 1
 * @param unit of what
 * @param grounds why the length and the unit are these, when there is something to say
 */
public record Term(int amount, TermUnit unit, List<Reason> grounds) {

    /** Checks the values. */
    public Term {
        Objects.requireNonNull(unit, "unit");
        grounds = List.copyOf(grounds);
        if (amount < 1) {
            throw InvalidValueException.of("Term", "its length is at least 1");
        }
    }

    /** The default when nothing else is said (Llei 39/2015 art. 30.2). */
    public static Term workingDays(int amount) {
        return new Term(amount, TermUnit.WORKING_DAYS, List.of());
    }

    /**
     * Natural days, which exist only where a law or the law of the Union says so (art. 30.2).
     *
     * @param saysSo where the law says so
     */
    public static Term naturalDays(int amount, Article saysSo) {
        return new Term(
                amount,
                TermUnit.NATURAL_DAYS,
                List.of(Reason.of("this term is in natural days because the law says so", saysSo)));
    }

    /** Months, from date to date (art. 30.4). */
    public static Term months(int amount) {
        return new Term(amount, TermUnit.MONTHS, List.of());
    }

    /** Years, from date to date (art. 30.4). */
    public static Term years(int amount) {
        return new Term(amount, TermUnit.YEARS, List.of());
    }

    /** Hours, at most 24 (art. 30.1): every hour of a working day counts. */
    public static HourTerm hours(int amount) {
        return new HourTerm(amount);
    }

    /**
     * The same term in a procedure declared urgent: half, except to present applications and appeals (art. 33).
     *
     * @param purpose what the term is for
     * @param rounding where the half of an odd number goes, which the law leaves open
     * @throws cat.eset.core.rule.RuleBrokenException if the term is one that urgency does not shorten
     */
    public Term urgent(TermPurpose purpose, HalfRounding rounding) {
        if (purpose != TermPurpose.OTHER) {
            throw Reason.l39("urgency does not shorten the terms to present applications and appeals", "33.1")
                    .refusal("term.urgency", "use the whole term");
        }
        List<Reason> more = new ArrayList<>(grounds);
        more.add(Reason.l39("halved by urgency, from " + unit.words(amount), "33.1"));
        if (amount % 2 != 0) {
            more.add(Reason.of("half of an odd number, rounded " + rounding, Article.of(Norm.POLICY, "HalfRounding")));
        }
        return new Term(Math.max(1, rounding.half(amount)), unit, more);
    }

    /** The same term in a procedure declared urgent, the half rounded up. */
    public Term urgent(TermPurpose purpose) {
        return urgent(purpose, HalfRounding.UP);
    }

    /**
     * When it starts: the date of the notification, of the publication or of the silence, which is not counted itself
     * (arts. 30.3, 30.4).
     */
    public StartedTerm from(LocalDate start) {
        return new StartedTerm(this, start);
    }

    /** For example {@code 10 working days}. */
    @Override
    public String toString() {
        return unit.words(amount);
    }
}
