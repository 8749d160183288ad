package cat.eset.core.memory;

import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.registry.ExchangeEvent;
import cat.eset.core.registry.ExchangeRepository;
import cat.eset.core.registry.RegistryExchange;
import java.util.List;
import java.util.Optional;

/** Registry exchanges of any number of town halls. */
final class MemoryExchanges implements ExchangeRepository {

    private final MemoryTable<OperationId, RegistryExchange, ExchangeEvent> exchanges;

    MemoryExchanges(MemoryTransactions transactions, MemoryJournal journal) {
        this.exchanges = new MemoryTable<>(transactions, journal, RegistryExchange::operation);
    }

    @Override
    public void save(Change<RegistryExchange, ExchangeEvent> change) {
        exchanges.save(change);
    }

    @Override
    public Optional<RegistryExchange> find(OperationId operation) {
        return exchanges.find(operation);
    }

    @Override
    public List<RegistryExchange> in(TownHall townHall, RegistryExchange.State state) {
        return exchanges.where(e -> e.townHall().equals(townHall) && e.state() == state);
    }

    @Override
    public List<RegistryExchange> of(TownHall townHall, ExpedientNumber expedient) {
        return exchanges.where(
                e -> e.townHall().equals(townHall) && e.prepared().expedient().equals(expedient));
    }
}
