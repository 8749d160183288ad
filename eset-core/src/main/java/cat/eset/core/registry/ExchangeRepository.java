package cat.eset.core.registry;

import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.ExpedientNumber;
import java.util.List;
import java.util.Optional;

/** Keeps registry exchanges. Thread-safe; joins the {@link cat.eset.core.work.UnitOfWork} of the caller. */
public interface ExchangeRepository {

    /**
     * Stores a new state of an exchange, with its events.
     *
     * @throws cat.eset.core.event.StaleStateException if somebody else changed it first
     */
    void save(Change<RegistryExchange, ExchangeEvent> change);

    /** An exchange by its operation. */
    Optional<RegistryExchange> find(OperationId operation);

    /** Exchanges in a state, oldest first. */
    List<RegistryExchange> in(TownHall townHall, RegistryExchange.State state);

    /** Exchanges of an expedient, oldest first. */
    List<RegistryExchange> of(TownHall townHall, ExpedientNumber expedient);
}
