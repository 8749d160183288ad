package cat.eset.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cat.eset.core.TownHall;
import cat.eset.core.document.VerificationCode;
import cat.eset.core.document.VerificationCodes;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.testkit.pki.TestPki;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link VerificationCodes} promise: a code is given once and never again, to whomever and from wherever it is asked. */
public interface VerificationCodesContract {

    /** The codes of one running program; called again for a program that is started after it. */
    VerificationCodes newCodes();

    /** A code can be typed, and says by which act it was made. */
    @Test
    default void aCodeCanBeTypedAndNamesItsRule() {
        VerificationCode code = newCodes().next(TestPki.VILAPROVA).orElseThrow();
        assertTrue(code.code().matches("[A-Za-z0-9-]{16,}"), "letters, digits and hyphens, too many to be guessed");
        assertTrue(!code.regulation().isBlank(), "the act that regulates it");
    }

    /** No two codes are the same, neither of one program, asked by many at once, nor of another one or another town hall. */
    @Test
    default void noCodeIsGivenTwice() {
        TownHall other = TownHall.of("Ajuntament d'Altraprova", Ine10.of("0899980003"), Dir3.of("L01089998"));
        VerificationCodes first = newCodes();
        VerificationCodes second = newCodes();
        int each = 500;
        Set<String> seen = ConcurrentHashMap.newKeySet();
        IntStream.range(0, each).parallel().forEach(i -> {
            seen.add(first.next(TestPki.VILAPROVA).orElseThrow().code());
            seen.add(first.next(other).orElseThrow().code());
            seen.add(second.next(TestPki.VILAPROVA).orElseThrow().code());
        });
        assertEquals(3 * each, seen.size());
    }
}
