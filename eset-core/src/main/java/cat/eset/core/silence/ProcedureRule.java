package cat.eset.core.silence;

import cat.eset.core.law.Article;
import cat.eset.core.law.Reason;
import cat.eset.core.term.Term;
import cat.eset.core.term.TermUnit;
import java.util.Objects;

/**
 * What a procedure sets about its own maximum term and silence: data of the procedure type, with its legal basis.
 *
 * @param maximum maximum term to resolve and notify
 * @param silence what kind of matter it is
 * @param basis where the term is set
 */
public record ProcedureRule(Term maximum, SilenceCase silence, Article basis) {

    private static final int LONGEST_MONTHS = 6;

    /** Checks the values. */
    public ProcedureRule {
        Objects.requireNonNull(maximum, "maximum");
        Objects.requireNonNull(silence, "silence");
        Objects.requireNonNull(basis, "basis");
    }

    /** Three months: what rules if the procedure sets no term (art. 21.3). */
    public static ProcedureRule ofDefault(SilenceCase silence) {
        return new ProcedureRule(Term.months(3), silence, Article.l39("21.3"));
    }

    /**
     * The term that the rule of the procedure sets, six months at most.
     *
     * @throws cat.eset.core.rule.RuleBrokenException if it is longer: only a law may say so (art. 21.2)
     */
    public static ProcedureRule of(Term maximum, SilenceCase silence, Article basis) {
        boolean tooLong = maximum.unit() == TermUnit.YEARS
                || (maximum.unit() == TermUnit.MONTHS && maximum.amount() > LONGEST_MONTHS);
        if (tooLong) {
            throw Reason.l39("the maximum term may not exceed six months unless a law says so", "21.2")
                    .refusal("silence.maximum-term", "use ProcedureRule.byLaw and name the law");
        }
        return new ProcedureRule(maximum, silence, basis);
    }

    /** A term that a law, or the law of the Union, sets, of any length. */
    public static ProcedureRule byLaw(Term maximum, SilenceCase silence, Article law) {
        return new ProcedureRule(maximum, silence, law);
    }
}
