package cat.eset.registry.sir;

import cat.eset.core.Failure;
import java.util.List;
import java.util.Objects;

/**
 * An error code of SIR. The consortium publishes one, {@code 502}, beside those of the PCI (contract sir 6); the exchange between
 * registries has a {@code Codigo_Error} of four characters whose list is not published either. The set is open: {@link #of} never fails.
 *
 * @param code as written
 * @param isKnown whether it is published
 * @param fault whose fault it is, as far as the code tells
 * @param retry whether the same thing may be done again
 * @param effect whether something may have been registered when it came as the answer to something with an effect
 * @param meaning what it means
 * @param remedy what to do: one sentence in the imperative
 */
public record SirError(
        String code,
        boolean isKnown,
        Failure.Fault fault,
        Failure.Retry retry,
        Failure.Effect effect,
        String meaning,
        String remedy) {

    /** {@code codiResultat} of success. */
    public static final String OK = "0";

    /** The published codes. */
    private static final List<SirError> ALL = List.of(
            new SirError(
                    "502",
                    true,
                    Failure.Fault.REMOTE,
                    Failure.Retry.NEVER,
                    Failure.Effect.UNKNOWN,
                    "any error of SIR; only its text says which",
                    "Do not repeat it blindly: synchronise or consult, and read the text"),
            new SirError(
                    "0502",
                    true,
                    Failure.Fault.REMOTE,
                    Failure.Retry.NEVER,
                    Failure.Effect.UNKNOWN,
                    "any error of the PCI; only its text says which",
                    "Do not repeat it blindly: synchronise or consult, and read the text"));

    /** Checks the values. */
    public SirError {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(fault, "fault");
        Objects.requireNonNull(retry, "retry");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(meaning, "meaning");
        Objects.requireNonNull(remedy, "remedy");
    }

    /** The error of this code or, when it is not published, one that says so. */
    public static SirError of(String code) {
        return ALL.stream()
                .filter(e -> e.code().equals(code))
                .findFirst()
                .orElseGet(() -> new SirError(
                        code,
                        false,
                        Failure.Fault.REMOTE,
                        Failure.Retry.NEVER,
                        Failure.Effect.UNKNOWN,
                        "a code that is not published",
                        "Ask the support of the consortium what this code means"));
    }

    /** Every published code. */
    public static List<SirError> all() {
        return ALL;
    }

    @Override
    public String toString() {
        return code + ": " + meaning;
    }
}
