package cat.eset.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cat.eset.core.Actor;
import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.event.Aggregate;
import cat.eset.core.event.Change;
import cat.eset.core.event.Event;
import cat.eset.core.event.StaleStateException;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.work.WorkStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the repositories of everything that is sent promise alike: notifications, on paper too, exchanges and publications.
 *
 * @param <S> the aggregate
 * @param <E> its events
 */
abstract class Sendings<S extends Aggregate, E extends Event> {

    static final ExpedientNumber FIRST = new ExpedientNumber(2026, 1, "0001/2026");
    static final ExpedientNumber SECOND = new ExpedientNumber(2026, 2, "0002/2026");

    private final WorkStore store;

    Sendings(WorkStore store) {
        this.store = store;
    }

    abstract Change<S, E> prepare(OperationId operation, ExpedientNumber expedient, Actor by, Instant at);

    /** Any command after which {@link #inFirstState} no longer has it. */
    abstract Change<S, E> move(S prepared, Actor by, Instant at);

    abstract void save(Change<S, E> change);

    abstract Optional<S> find(OperationId operation);

    abstract List<S> inFirstState(TownHall townHall);

    abstract List<S> inSecondState(TownHall townHall);

    abstract List<S> of(TownHall townHall, ExpedientNumber expedient);

    void isFoundAsItWasStored() {
        OperationId operation = OperationId.next();
        assertEquals(Optional.empty(), find(operation));
        Change<S, E> prepared = prepare(operation, FIRST, Sample.REGISTRAR, Sample.MORNING);
        save(prepared);
        assertEquals(Optional.of(prepared.state()), find(operation));
        Change<S, E> moved = move(prepared.state(), Sample.REGISTRAR, Sample.MORNING);
        save(moved);
        assertEquals(Optional.of(moved.state()), find(operation));
        assertEquals(2, store.journal().of(prepared.state().key()).size());
        assertThrows(StaleStateException.class, () -> save(moved));
        assertThrows(StaleStateException.class, () -> save(prepared));
        assertEquals(Optional.of(moved.state()), find(operation));
        assertEquals(2, store.journal().of(prepared.state().key()).size());
    }

    void isNotThereAfterARollback() {
        OperationId operation = OperationId.next();
        assertThrows(
                IllegalStateException.class,
                () -> store.unitOfWork().run(() -> {
                    save(prepare(operation, FIRST, Sample.REGISTRAR, Sample.MORNING));
                    throw new IllegalStateException("on purpose");
                }));
        assertEquals(Optional.empty(), find(operation));
        assertTrue(of(Sample.TOWN, FIRST).isEmpty());
    }

    void areFoundByStateAndByExpedientOldestFirst() {
        Actor elsewhere = Sample.actor(Sample.OTHER_TOWN);
        List<S> first = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Instant at = Sample.MORNING.plusSeconds(i);
            // Later ones have smaller identities: the order is that of time.
            OperationId operation = OperationId.of("0000000000000000000000000" + (9 - i));
            Change<S, E> prepared = prepare(operation, i == 3 ? SECOND : FIRST, Sample.REGISTRAR, at);
            save(prepared);
            first.add(prepared.state());
        }
        save(prepare(OperationId.next(), FIRST, elsewhere, Sample.MORNING));
        assertEquals(first, inFirstState(Sample.TOWN));
        assertEquals(List.of(first.get(3)), of(Sample.TOWN, SECOND));

        Change<S, E> moved = move(first.get(1), Sample.REGISTRAR, Sample.MORNING.plusSeconds(60));
        save(moved);
        assertEquals(List.of(first.get(0), first.get(2), first.get(3), first.get(4)), inFirstState(Sample.TOWN));
        assertEquals(List.of(moved.state()), inSecondState(Sample.TOWN));
        assertEquals(List.of(first.get(0), moved.state(), first.get(2), first.get(4)), of(Sample.TOWN, FIRST));
        assertEquals(1, inFirstState(Sample.OTHER_TOWN).size());
    }
}
