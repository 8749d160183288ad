package cat.eset.core.term;

import cat.eset.core.InvalidValueException;
import cat.eset.core.law.Article;
import cat.eset.core.law.Reason;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A term that a law sets, between a least and, sometimes, a greatest length.
 *
 * @param code stable key, for example {@code hearing}
 * @param least shortest length the law allows
 * @param most longest length the law allows, if it sets one
 * @param unit what it is counted in
 * @param article where it is written
 * @param what what it is for
 */
public record StatutoryTerm(String code, int least, OptionalInt most, TermUnit unit, Article article, String what) {

    /** Checks the values. */
    public StatutoryTerm {
        Objects.requireNonNull(most, "most");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(article, "article");
        if (code.isBlank() || what.isBlank()) {
            throw InvalidValueException.of("StatutoryTerm", "code and purpose may not be blank");
        }
        if (least < 1 || (most.isPresent() && most.getAsInt() < least)) {
            throw InvalidValueException.of("StatutoryTerm", "its length is at least 1 and at most its greatest one");
        }
    }

    /** The term with its shortest length. */
    public Term term() {
        return term(least);
    }

    /**
     * The term with another length that the law allows.
     *
     * @throws cat.eset.core.rule.RuleBrokenException if the law does not allow it
     */
    public Term term(int amount) {
        if (amount < least || (most.isPresent() && amount > most.getAsInt())) {
            throw Reason.of(
                            what + ": " + unit.words(least)
                                    + (most.isPresent() && most.getAsInt() != least ? " to " + most.getAsInt() : "")
                                    + (most.isPresent() ? "" : " or more"),
                            article)
                    .refusal("term.statutory-length", "use a length that the law allows");
        }
        return new Term(amount, unit, List.of(Reason.of(what, article)));
    }
}
