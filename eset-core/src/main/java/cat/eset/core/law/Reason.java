package cat.eset.core.law;

import cat.eset.core.InvalidValueException;
import cat.eset.core.rule.Rule;
import cat.eset.core.rule.RuleBrokenException;
import java.util.Objects;

/**
 * Why a legal answer is what it is, in one sentence that an official can check.
 *
 * @param text one sentence in English, without personal data
 * @param article where it is written
 */
public record Reason(String text, Article article) {

    /** Checks the values. */
    public Reason {
        Objects.requireNonNull(article, "article");
        if (text.isBlank()) {
            throw InvalidValueException.of("Reason", "its text may not be blank");
        }
    }

    /** A sentence and its article. */
    public static Reason of(String text, Article article) {
        return new Reason(text, article);
    }

    /** A sentence and its article of Llei 39/2015. */
    public static Reason l39(String text, String number) {
        return new Reason(text, Article.l39(number));
    }

    /**
     * The refusal of a step that this reason forbids.
     *
     * @param id stable key of the rule, for example {@code term.extension-late}
     * @param remedy what to do instead
     */
    public RuleBrokenException refusal(String id, String remedy) {
        return new RuleBrokenException(new Rule(id, article.toString(), text), "refused", remedy);
    }

    @Override
    public String toString() {
        return text + " (" + article + ")";
    }
}
