package cat.eset.core.term;

import cat.eset.core.InvalidValueException;
import cat.eset.core.law.Article;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * An extension of a term (Llei 39/2015 arts. 32 and 68.2). The term it is applied to checks that it came in time and is
 * not too long.
 *
 * @param ground why it was granted
 * @param amount how many more, in the unit of the term
 * @param askedOn when it was asked for, if somebody did
 * @param decidedOn when it was decided and notified
 */
public record Extension(Ground ground, int amount, Optional<LocalDate> askedOn, LocalDate decidedOn) {

    /** Why a term is extended. */
    public enum Ground {
        /** Of the office or at request, at most half of the term (art. 32.1). */
        GENERAL("32.1"),
        /** Correction of an application: at most five days, except in competitive procedures (art. 68.2). */
        CORRECTION("68.2"),
        /** A technical incident of the seat, until it is solved (art. 32.4). */
        TECHNICAL_INCIDENT("32.4"),
        /** A cyber-incident (art. 32.5). */
        CYBER_INCIDENT("32.5");

        private final String number;

        Ground(String number) {
            this.number = number;
        }

        /** Where it is written. */
        public Article article() {
            return Article.l39(number);
        }
    }

    /** Checks the values. */
    public Extension {
        Objects.requireNonNull(ground, "ground");
        Objects.requireNonNull(askedOn, "askedOn");
        Objects.requireNonNull(decidedOn, "decidedOn");
        if (amount < 1) {
            throw InvalidValueException.of("Extension", "its length is at least 1");
        }
        if (askedOn.isPresent() && askedOn.get().isAfter(decidedOn)) {
            throw InvalidValueException.of("Extension", "it is decided after it is asked for");
        }
    }

    /** An extension granted ex officio. */
    public static Extension of(Ground ground, int amount, LocalDate decidedOn) {
        return new Extension(ground, amount, Optional.empty(), decidedOn);
    }

    /** An extension granted at request. */
    public static Extension atRequest(Ground ground, int amount, LocalDate askedOn, LocalDate decidedOn) {
        return new Extension(ground, amount, Optional.of(askedOn), decidedOn);
    }
}
