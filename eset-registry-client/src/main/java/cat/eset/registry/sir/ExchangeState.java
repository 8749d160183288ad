package cat.eset.registry.sir;

import cat.eset.core.InvalidValueException;
import java.util.Set;

/**
 * Where an exchange is, as a consultation tells it ({@code estat}, contract sir 3.5 and 4). Open-ended: a code that is not known here is kept as it is.
 *
 * @param code as written
 */
public record ExchangeState(String code) {

    /** Sent, and not yet at the destination. */
    public static final ExchangeState SENT = new ExchangeState("ENVIAT");

    /** At the destination, which has not decided. */
    public static final ExchangeState AWAITING_CONFIRMATION = new ExchangeState("PENDENT_CONFIRMACIO");

    /** The destination made an entry of it. */
    public static final ExchangeState CONFIRMED = new ExchangeState("CONFIRMAT");

    /** The destination sent it back. */
    public static final ExchangeState REJECTED = new ExchangeState("REBUTJAT");

    /** It was passed on to another office, where it has an outcome of its own. */
    public static final ExchangeState FORWARDED = new ExchangeState("REENVIAT");

    /** It failed on the way. */
    public static final ExchangeState FAILED = new ExchangeState("ERROR");

    private static final Set<String> KNOWN =
            Set.of("ENVIAT", "PENDENT_CONFIRMACIO", "CONFIRMAT", "REBUTJAT", "REENVIAT", "ERROR");

    /** Checks that there is one. */
    public ExchangeState {
        if (code.isBlank()) {
            throw InvalidValueException.of("ExchangeState", "a code");
        }
    }

    /** Whether it is one of the published codes. */
    public boolean isKnown() {
        return KNOWN.contains(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
