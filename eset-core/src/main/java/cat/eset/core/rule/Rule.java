package cat.eset.core.rule;

import java.util.Objects;

/**
 * A rule of the law or of the e-SET method.
 *
 * @param id stable key, for example {@code expedient.closed}
 * @param article where it is written, for example {@code Llei 39/2015 art. 70.3} or {@code e-SET 4}
 * @param text what it says, in one sentence
 */
public record Rule(String id, String article, String text) {

    /** Checks the values. */
    public Rule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(article, "article");
        Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
        return text + " (" + article + ")";
    }
}
