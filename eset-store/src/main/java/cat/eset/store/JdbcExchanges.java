package cat.eset.store;

import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.registry.ExchangeEvent;
import cat.eset.core.registry.ExchangeRepository;
import cat.eset.core.registry.RegistryExchange;
import java.util.List;
import java.util.Optional;

/** Registry exchanges. */
final class JdbcExchanges implements ExchangeRepository {

    private final Sendings<RegistryExchange, ExchangeEvent> sendings;

    JdbcExchanges(Ground ground) {
        this.sendings = new Sendings<>(
                ground,
                "RegistryExchange",
                one -> new Sendings.Facts(
                        one.townHall(),
                        one.operation(),
                        one.state(),
                        one.prepared().expedient()),
                RegistryExchange::replay);
    }

    @Override
    public void save(Change<RegistryExchange, ExchangeEvent> change) {
        sendings.save(change);
    }

    @Override
    public Optional<RegistryExchange> find(OperationId operation) {
        return sendings.find(operation);
    }

    @Override
    public List<RegistryExchange> in(TownHall townHall, RegistryExchange.State state) {
        return sendings.in(townHall, state);
    }

    @Override
    public List<RegistryExchange> of(TownHall townHall, ExpedientNumber expedient) {
        return sendings.of(townHall, expedient);
    }
}
