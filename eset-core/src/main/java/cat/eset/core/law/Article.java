package cat.eset.core.law;

import cat.eset.core.InvalidValueException;
import java.util.Objects;

/**
 * A place in a norm.
 *
 * @param norm the norm
 * @param number article and paragraph as lawyers write them, for example {@code 30.2} or {@code 46.1}
 */
public record Article(Norm norm, String number) {

    /** Checks the values. */
    public Article {
        Objects.requireNonNull(norm, "norm");
        if (number.isBlank()) {
            throw InvalidValueException.of("Article", "its number may not be blank");
        }
    }

    /** An article of a norm. */
    public static Article of(Norm norm, String number) {
        return new Article(norm, number);
    }

    /** An article of Llei 39/2015. */
    public static Article l39(String number) {
        return new Article(Norm.L39, number);
    }

    /** For example {@code art. 30.2 Llei 39/2015}. */
    @Override
    public String toString() {
        return norm == Norm.POLICY || norm == Norm.ESET
                ? norm.title() + ": " + number
                : "art. " + number + " " + norm.title();
    }
}
