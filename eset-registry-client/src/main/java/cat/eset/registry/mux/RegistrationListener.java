package cat.eset.registry.mux;

import cat.eset.core.registry.RegistryEntry;

/**
 * Hears of every new entry inside its transaction, before it commits: what a vendor writes here is stored together with the number, or
 * not at all. Called once per entry that stays, and again for one that was rolled back. Must be quick: MUX waits.
 */
@FunctionalInterface
public interface RegistrationListener {

    /**
     * A number was given. What is thrown here takes it back.
     *
     * @param entry the entry with its number
     * @param transaction what it was made of, with what did not fit into it
     */
    void registered(RegistryEntry entry, MuxTransaction transaction);
}
