package cat.eset.core.term;

import cat.eset.core.InvalidValueException;
import cat.eset.core.law.Article;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A time during which the maximum term to resolve does not run (Llei 39/2015 art. 22): the days after {@code from} up
 * to and including {@code to}.
 *
 * @param cause why
 * @param from the day of the event that suspends, not counted
 * @param to the day of the event that ends it, or, while it is open, the day on which we look
 * @param open whether it was still open on that day
 */
public record Suspension(Cause cause, LocalDate from, LocalDate to, boolean open) {

    /** Months after which a mandatory report suspends no more (art. 22.1.d). */
    public static final int REPORT_LIMIT_MONTHS = 3;

    /** Why a term is suspended. */
    public enum Cause {
        /** Correction or documents required, until fulfilled or until the term granted ends. */
        CORRECTION_REQUIRED("22.1.a"),
        /** A pronouncement of a body of the European Union. */
        EU_BODY("22.1.b"),
        /** A procedure of the European Union on which the resolution depends. */
        EU_PROCEDURE("22.1.c"),
        /** A mandatory report, from request to reception, three months at most. */
        MANDATORY_REPORT("22.1.d"),
        /** Tests or analyses proposed by the persons concerned. */
        TESTS("22.1.e"),
        /** Negotiation of a pact or covenant. */
        PACT("22.1.f"),
        /** A ruling of a court that is indispensable. */
        COURT_RULING("22.1.g"),
        /** A request to another administration to annul or review an act. */
        REQUEST_TO_ADMINISTRATION("22.2.a"),
        /** Indispensable complementary actions. */
        COMPLEMENTARY_ACTIONS("22.2.b"),
        /** A recusal. */
        RECUSAL("22.2.c");

        private final String number;

        Cause(String number) {
            this.number = number;
        }

        /** Where it is written. */
        public Article article() {
            return Article.l39(number);
        }
    }

    /** Checks the values. */
    public Suspension {
        Objects.requireNonNull(cause, "cause");
        if (to.isBefore(from)) {
            throw InvalidValueException.of("Suspension", "it may not end before it begins");
        }
    }

    /** A suspension that has ended. */
    public static Suspension of(Cause cause, LocalDate from, LocalDate to) {
        return new Suspension(cause, from, to, false);
    }

    /** A suspension that is still open on the day on which we look; the end of the term is then the earliest possible. */
    public static Suspension stillOpen(Cause cause, LocalDate from, LocalDate asOf) {
        return new Suspension(cause, from, asOf, true);
    }

    private LocalDate limit() {
        return cause == Cause.MANDATORY_REPORT ? from.plusMonths(REPORT_LIMIT_MONTHS) : LocalDate.MAX;
    }

    /** Whether it lasted longer than the law lets it count. */
    public boolean isCut() {
        return to.isAfter(limit());
    }

    /** The last day that counts as suspended. */
    public LocalDate lastDay() {
        return isCut() ? limit() : to;
    }

    /** Whether it still holds the term back: open, and not beyond its limit. */
    public boolean isRunning() {
        return open && lastDay().equals(to) && to.isBefore(limit());
    }
}
