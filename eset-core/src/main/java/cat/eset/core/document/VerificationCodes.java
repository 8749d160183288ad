package cat.eset.core.document;

import cat.eset.core.TownHall;
import cat.eset.core.id.Csv;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Where verification codes come from. Replaceable: a town hall has its own system of codes, regulated by an act. */
@FunctionalInterface
public interface VerificationCodes {

    /** No codes: what is not signed stays without protection and keeps its expedient from closing. */
    VerificationCodes NONE = townHall -> Optional.empty();

    /** A new code, never given before. */
    Optional<VerificationCode> next(TownHall townHall);

    /**
     * The codes of {@link Csv#random}: 128 random bits with a check character. What a citizen types is read by {@link Csv#of}.
     *
     * @param regulation the act that regulates their generation
     * @param random must not be guessable: a {@link java.security.SecureRandom}
     */
    static VerificationCodes random(String regulation, RandomGenerator random) {
        return townHall -> Optional.of(new VerificationCode(Csv.random(random).value(), regulation));
    }
}
