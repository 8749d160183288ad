package cat.eset.testkit.internal.sir;

import java.time.Instant;

/** Who numbers the entries that SIR makes: MUX, and behind it the vendor. */
@FunctionalInterface
public interface EntryRegistry {

    /** Registers one entry; it always gets a number, from the auxiliary registry if need be. */
    Entry register(String subject);

    /**
     * An entry.
     *
     * @param number its number
     * @param date its date
     */
    record Entry(String number, Instant date) {}
}
