package cat.eset.notify.error;

import cat.eset.core.Failure;
import cat.eset.notify.internal.error.ErrorCatalogue;
import java.util.Collection;

/**
 * A business error of e-NOTUM (contract enotum 14). The set is open: {@link #of} never fails.
 *
 * @param code number of the service ({@code CodiError})
 * @param isKnown whether the catalogue has it
 * @param fault whose fault it is
 * @param retry whether to send the same request again
 * @param meaning what it means, in English
 * @param meaningCatalan what it means, in Catalan
 * @param remedy what to do, in English: one sentence in the imperative
 * @param remedyCatalan what to do, in Catalan
 */
public record ENotumError(
        long code,
        boolean isKnown,
        Failure.Fault fault,
        RetryAdvice retry,
        String meaning,
        String meaningCatalan,
        String remedy,
        String remedyCatalan) {

    /** The error of this number, from the catalogue or, when it is not there, one that says so. */
    public static ENotumError of(long code) {
        return ErrorCatalogue.find(code);
    }

    /** All 135 published errors, by number. */
    public static Collection<ENotumError> all() {
        return ErrorCatalogue.all();
    }

    @Override
    public String toString() {
        return code + ": " + meaning;
    }
}
