package cat.eset.store.desk;

import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.registry.RegistryNumber;
import java.time.Instant;

/**
 * An entry or exit in a list.
 *
 * @param number its number
 * @param extract what it is about
 * @param registeredAt the instant of its numbering
 * @param state what the office has done with it
 */
public record EntryRow(RegistryNumber number, String extract, Instant registeredAt, RegistryEntry.State state) {}
