package cat.eset.core.diligence;

import cat.eset.core.TownHall;
import cat.eset.core.event.Change;
import cat.eset.core.registry.RegistryNumber;
import java.util.List;
import java.util.Optional;

/** Keeps diligences; append-only. Thread-safe; joins the {@link cat.eset.core.work.UnitOfWork} of the caller. */
public interface DiligenceBook {

    /**
     * Stores a new diligence, with its event.
     *
     * @throws cat.eset.core.event.StaleStateException if it is already stored
     */
    void save(Change<Diligence, DiligenceEvent> change);

    /** A diligence. */
    Optional<Diligence> find(DiligenceId id);

    /** The process diligences of an entry, oldest first. */
    List<Diligence> ofEntry(TownHall townHall, RegistryNumber entry);
}
