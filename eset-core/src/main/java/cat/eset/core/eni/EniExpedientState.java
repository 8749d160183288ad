package cat.eset.core.eni;

import cat.eset.core.InvalidValueException;
import java.util.List;
import java.util.Objects;

/**
 * State of an expedient (Estado). Open-ended: a code that is not known is kept as it came (contract eni 4).
 *
 * @param code as written in the XML
 */
public record EniExpedientState(String code) {

    /** Open. */
    public static final EniExpedientState OPEN = new EniExpedientState("E01");
    /** Closed. */
    public static final EniExpedientState CLOSED = new EniExpedientState("E02");
    /** Index closed for remission. */
    public static final EniExpedientState INDEX_CLOSED = new EniExpedientState("E03");

    private static final List<EniExpedientState> KNOWN = List.of(OPEN, CLOSED, INDEX_CLOSED);

    /** Checks that there is a code. */
    public EniExpedientState {
        Objects.requireNonNull(code, "code");
        if (code.isBlank()) {
            throw InvalidValueException.of("EniExpedientState", "its code may not be blank");
        }
    }

    /** A code as it is written. */
    public static EniExpedientState of(String code) {
        return new EniExpedientState(code);
    }

    /** Whether version 1.0 of the norm has it. */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    @Override
    public String toString() {
        return code;
    }
}
