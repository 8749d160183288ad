package cat.eset.registry.internal.mux;

import cat.eset.core.work.TrackingState;
import java.util.Optional;

/**
 * Which entry of ours an entry of the auxiliary registry is. Whoever finds it out first writes it; a number is tied once. Writing joins the unit
 * of work of the caller. Thread-safe as far as the tracking state is.
 */
public final class AuxiliaryLinks {

    private static final String AUXILIARY = "mux.auxiliary.";
    private static final String OURS = "mux.principal.";

    private final TrackingState tracking;

    /** Kept in this state. */
    public AuxiliaryLinks(TrackingState tracking) {
        this.tracking = tracking;
    }

    /** Our number for an entry of the auxiliary registry, if it is known. */
    public Optional<String> ours(String auxiliaryNumber) {
        return tracking.read(AUXILIARY + auxiliaryNumber);
    }

    /** The number of the auxiliary registry for an entry of ours, if it is known. */
    public Optional<String> auxiliary(String number) {
        return tracking.read(OURS + number);
    }

    /** Ties both; false if one of them is tied to something else. */
    public boolean tie(String auxiliaryNumber, String number) {
        Optional<String> before = ours(auxiliaryNumber);
        if (before.isPresent()) {
            return before.get().equals(number);
        }
        return auxiliary(number).isEmpty()
                && tracking.replace(AUXILIARY + auxiliaryNumber, Optional.empty(), number)
                && tracking.replace(OURS + number, Optional.empty(), auxiliaryNumber);
    }
}
