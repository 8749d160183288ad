package cat.eset.testkit.contract;

import cat.eset.core.Actor;
import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.id.Dir3;
import cat.eset.core.registry.ExchangeEvent;
import cat.eset.core.registry.ExchangeRepository;
import cat.eset.core.registry.RegistryExchange;
import cat.eset.core.work.WorkStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an {@link ExchangeRepository} promises. */
public interface ExchangeRepositoryContract extends StoreContract {

    /** An exchange is found as it was stored, and a change on an old state is refused. */
    @Test
    default void anExchangeIsFoundAsItWasStored() {
        exchanges().isFoundAsItWasStored();
    }

    /** What rolls back is not there. */
    @Test
    default void aRolledBackExchangeIsNotThere() {
        exchanges().isNotThereAfterARollback();
    }

    /** Inside their town hall, oldest first. */
    @Test
    default void exchangesAreFoundByStateAndByExpedient() {
        exchanges().areFoundByStateAndByExpedientOldestFirst();
    }

    private Sendings<RegistryExchange, ExchangeEvent> exchanges() {
        WorkStore store = newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
        return new Sendings<>(store) {
            @Override
            Change<RegistryExchange, ExchangeEvent> prepare(
                    OperationId operation, ExpedientNumber expedient, Actor by, Instant at) {
                return RegistryExchange.prepare(
                        new ExchangeEvent.ExchangePrepared(
                                operation,
                                expedient,
                                Sample.EXIT,
                                DocumentId.of("D1"),
                                Dir3.of("O00000002"),
                                Optional.of(Dir3.of("E00000002"))),
                        by,
                        at);
            }

            @Override
            Change<RegistryExchange, ExchangeEvent> move(RegistryExchange prepared, Actor by, Instant at) {
                return prepared.startSending(by, at);
            }

            @Override
            void save(Change<RegistryExchange, ExchangeEvent> change) {
                store.exchanges().save(change);
            }

            @Override
            Optional<RegistryExchange> find(OperationId operation) {
                return store.exchanges().find(operation);
            }

            @Override
            List<RegistryExchange> inFirstState(TownHall townHall) {
                return store.exchanges().in(townHall, RegistryExchange.State.CREATED);
            }

            @Override
            List<RegistryExchange> inSecondState(TownHall townHall) {
                return store.exchanges().in(townHall, RegistryExchange.State.UNKNOWN);
            }

            @Override
            List<RegistryExchange> of(TownHall townHall, ExpedientNumber expedient) {
                return store.exchanges().of(townHall, expedient);
            }
        };
    }
}
