package cat.eset.signature.validation;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The outcome for one signature (ETSI EN 319 102-1): valid, invalid, or undetermined. Undetermined is not invalid: it may
 * only be that revocation data could not be had today.
 */
public sealed interface Judgement permits Judgement.Valid, Judgement.Invalid, Judgement.Undetermined {

    /** Nothing found against it, and everything needed found (TOTAL-PASSED). */
    record Valid() implements Judgement {}

    /**
     * It is certainly not good (TOTAL-FAILED).
     *
     * @param why the standard's sub-indication
     * @param reasons in words
     */
    record Invalid(SubIndication why, List<String> reasons) implements Judgement {
        /** Checks the values. */
        public Invalid {
            Objects.requireNonNull(why, "why");
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * It cannot be decided with what is known here and now (INDETERMINATE).
     *
     * @param why the standard's sub-indication
     * @param reasons in words
     */
    record Undetermined(SubIndication why, List<String> reasons) implements Judgement {
        /** Checks the values. */
        public Undetermined {
            Objects.requireNonNull(why, "why");
            reasons = List.copyOf(reasons);
        }
    }

    /** One function per case. */
    default <T> T fold(
            Function<Valid, ? extends T> valid,
            Function<Invalid, ? extends T> invalid,
            Function<Undetermined, ? extends T> undetermined) {
        if (this instanceof Valid v) {
            return valid.apply(v);
        }
        return this instanceof Invalid i ? invalid.apply(i) : undetermined.apply((Undetermined) this);
    }
}
