package cat.eset.core.registry;

import cat.eset.core.Actor;
import cat.eset.core.TownHall;
import cat.eset.core.event.Change;
import java.util.List;
import java.util.Optional;

/**
 * The main registry of a town hall: unique numbers per direction and year, without gaps, in the order of their instants;
 * nothing is ever deleted. Thread-safe.
 *
 * <p>Everything it writes joins the {@link cat.eset.core.work.UnitOfWork} of the caller; when that rolls back, the
 * number goes to the next entry and no gap stays. The contract test is {@code RegistryBookContract} in the testkit.
 */
public interface RegistryBook {

    /**
     * Numbers and stores a new entry. The instant and the year are those of the moment at which the sequence is held,
     * not those of the presentation.
     *
     * @param draft what the entry says
     * @param by who registers; his town hall owns the sequence
     */
    RegistryEntry register(EntryDraft draft, Actor by);

    /**
     * Stores a later state of an entry, with its events.
     *
     * @throws cat.eset.core.event.StaleStateException if somebody else changed it first
     */
    void save(Change<RegistryEntry, RegistryEvent> change);

    /** An entry by its number. */
    Optional<RegistryEntry> find(TownHall townHall, RegistryNumber number);

    /** All entries of a direction and year, by number. */
    List<RegistryEntry> year(TownHall townHall, Direction direction, int year);
}
