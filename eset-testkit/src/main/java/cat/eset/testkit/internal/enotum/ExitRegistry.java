package cat.eset.testkit.internal.enotum;

import java.time.Instant;

/** Who numbers the exit of a notification that brings no number of its own: MUX, and behind it the vendor. */
@FunctionalInterface
public interface ExitRegistry {

    /** Registers one exit; it always gets a number, from the auxiliary registry if need be. */
    Entry register(String organisation, String subject, String reference);

    /**
     * An exit entry.
     *
     * @param number its number
     * @param date its date
     */
    record Entry(String number, Instant date) {}
}
