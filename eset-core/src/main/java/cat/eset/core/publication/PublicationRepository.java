package cat.eset.core.publication;

import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.ExpedientNumber;
import java.util.List;
import java.util.Optional;

/** Keeps publications. Thread-safe; joins the {@link cat.eset.core.work.UnitOfWork} of the caller. */
public interface PublicationRepository {

    /**
     * Stores a new state of a publication, with its events.
     *
     * @throws cat.eset.core.event.StaleStateException if somebody else changed it first
     */
    void save(Change<Publication, PublicationEvent> change);

    /** A publication by its operation. */
    Optional<Publication> find(OperationId operation);

    /** Publications in a state, oldest first. */
    List<Publication> in(TownHall townHall, Publication.State state);

    /** Publications of an expedient, oldest first. */
    List<Publication> of(TownHall townHall, ExpedientNumber expedient);
}
