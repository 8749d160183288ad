package cat.eset.core.expedient;

import cat.eset.core.TownHall;
import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Change;
import java.util.List;
import java.util.Optional;

/** Keeps expedients. Thread-safe; joins the {@link cat.eset.core.work.UnitOfWork} of the caller. */
public interface ExpedientRepository {

    /**
     * The next number of a year. Inside a transaction: when it rolls back, the number is free again.
     *
     * @param year year of creation
     */
    ExpedientNumber nextNumber(TownHall townHall, int year);

    /**
     * Stores a new state of an expedient, with its events.
     *
     * @throws cat.eset.core.event.StaleStateException if somebody else changed it first
     */
    void save(Change<Expedient, ExpedientEvent> change);

    /** An expedient. */
    Optional<Expedient> find(TownHall townHall, ExpedientNumber number);

    /** Expedients in a situation, by number. */
    List<Expedient> in(TownHall townHall, Situation situation);

    /** Expedients that hold a document, by number. */
    List<Expedient> holding(TownHall townHall, DocumentId document);
}
