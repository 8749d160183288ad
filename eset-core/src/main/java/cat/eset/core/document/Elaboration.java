package cat.eset.core.document;

import cat.eset.core.InvalidValueException;
import java.util.Objects;
import java.util.Optional;

/**
 * State of elaboration (ENI {@code EstadoElaboracion}).
 *
 * @param state which
 * @param originId ENI identifier of the document it was made from; compulsory for copies of an electronic document
 *     and absent otherwise (contract eni 6.3)
 */
public record Elaboration(State state, Optional<String> originId) {

    /** States of elaboration, with their ENI codes. */
    public enum State {
        /** EE01. */
        ORIGINAL("EE01"),
        /** EE02: authentic copy with change of format. */
        COPY_OTHER_FORMAT("EE02"),
        /** EE03: authentic copy of a paper document. */
        COPY_OF_PAPER("EE03"),
        /** EE04: partial authentic copy. */
        PARTIAL_COPY("EE04"),
        /** EE99. */
        OTHER("EE99");

        private final String code;

        State(String code) {
            this.code = code;
        }

        /** ENI code. */
        public String code() {
            return code;
        }
    }

    /** An original. */
    public static final Elaboration ORIGINAL = new Elaboration(State.ORIGINAL, Optional.empty());
    /** An authentic copy of a paper document. */
    public static final Elaboration COPY_OF_PAPER = new Elaboration(State.COPY_OF_PAPER, Optional.empty());
    /** Anything that is neither an original nor an authentic copy. */
    public static final Elaboration OTHER = new Elaboration(State.OTHER, Optional.empty());

    /** Checks the values. */
    public Elaboration {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(originId, "originId");
        boolean needsOrigin = state == State.COPY_OTHER_FORMAT || state == State.PARTIAL_COPY;
        boolean forbidsOrigin = state == State.ORIGINAL || state == State.COPY_OF_PAPER;
        if ((needsOrigin && originId.isEmpty()) || (forbidsOrigin && originId.isPresent())) {
            throw InvalidValueException.of(
                    "Elaboration", "EE02 and EE04 name their electronic origin, EE01 and EE03 have none");
        }
    }

    /** A partial authentic copy, for example a redacted decree. */
    public static Elaboration partialCopyOf(String originId) {
        return new Elaboration(State.PARTIAL_COPY, Optional.of(originId));
    }
}
