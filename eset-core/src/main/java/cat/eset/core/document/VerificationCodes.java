package cat.eset.core.document;

import cat.eset.core.TownHall;
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
     * Codes of 80 random bits in four groups, for example {@code 7Q2M-K9TD-4XWB-P6RH}.
     *
     * @param regulation the act that regulates their generation
     * @param random must not be guessable: a {@link java.security.SecureRandom}
     */
    static VerificationCodes random(String regulation, RandomGenerator random) {
        String alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        return townHall -> {
            StringBuilder code = new StringBuilder(19);
            for (int i = 0; i < 16; i++) {
                if (i > 0 && i % 4 == 0) {
                    code.append('-');
                }
                code.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            return Optional.of(new VerificationCode(code.toString(), regulation));
        };
    }
}
