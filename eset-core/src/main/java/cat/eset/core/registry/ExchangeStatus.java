package cat.eset.core.registry;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a sending to another administration is.
 *
 * @param stage what that means here
 * @param remoteState the state exactly as the service writes it; new ones may appear
 * @param entryNumber number of the entry at the destination, once it has one
 * @param reason why it was rejected or failed, in the words of the other side
 */
public record ExchangeStatus(Stage stage, String remoteState, Optional<String> entryNumber, Optional<String> reason) {

    /** What a state means for the town hall that sent it. */
    public enum Stage {
        /** On its way. */
        UNDER_WAY,
        /** The destination has made an entry of it. */
        ACCEPTED,
        /** The destination sent it back: somebody has to act. */
        REJECTED,
        /** It failed on the way: somebody has to act. */
        FAILED,
        /** A state that this version does not know. */
        OTHER
    }

    /** Checks the values. */
    public ExchangeStatus {
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(remoteState, "remoteState");
        Objects.requireNonNull(entryNumber, "entryNumber");
        Objects.requireNonNull(reason, "reason");
    }

    /** Whether nothing more will happen to it by itself. */
    public boolean isFinal() {
        return stage == Stage.ACCEPTED || stage == Stage.REJECTED || stage == Stage.FAILED;
    }

    /** Not the reason, which may name persons. */
    @Override
    public String toString() {
        return "ExchangeStatus[" + stage + ", " + remoteState + "]";
    }
}
