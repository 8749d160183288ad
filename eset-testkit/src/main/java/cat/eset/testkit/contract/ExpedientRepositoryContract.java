package cat.eset.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Change;
import cat.eset.core.event.StaleStateException;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientEvent;
import cat.eset.core.expedient.ExpedientRepository;
import cat.eset.core.expedient.Phase;
import cat.eset.core.expedient.Situation;
import cat.eset.core.work.WorkStore;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an {@link ExpedientRepository} promises. */
public interface ExpedientRepositoryContract extends StoreContract {

    /** Numbers count from one in each town hall and year, and a rollback leaves no gap. */
    @Test
    default void numbersCountFromOneWithoutGaps() {
        WorkStore store = store();
        ExpedientRepository expedients = store.expedients();
        assertEquals(1, open(store).number().sequence());
        assertThrows(
                IllegalStateException.class,
                () -> store.unitOfWork().run(() -> {
                    open(store);
                    throw new IllegalStateException("on purpose");
                }));
        assertEquals(2, open(store).number().sequence());
        assertEquals(1, expedients.nextNumber(Sample.TOWN, 2027).sequence());
        assertEquals(1, expedients.nextNumber(Sample.OTHER_TOWN, 2026).sequence());
    }

    /** An expedient is found as it was stored; the trail is in the journal; a change on an old state is refused. */
    @Test
    default void anExpedientIsFoundAsItWasStored() {
        WorkStore store = store();
        Expedient opened = open(store);
        Change<Expedient, ExpedientEvent> moved = opened.phase(Phase.INSTRUCTION, Sample.REGISTRAR, Sample.MORNING)
                .then(e -> e.addFolder("Informes", Sample.REGISTRAR, Sample.MORNING))
                .then(e -> e.incorporate(DocumentId.of("D1"), Sample.REGISTRAR, Sample.MORNING));
        store.expedients().save(moved);
        assertEquals(Optional.of(moved.state()), store.expedients().find(Sample.TOWN, opened.number()));
        assertEquals(4, store.journal().of(opened.key()).size());
        assertThrows(
                StaleStateException.class,
                () -> store.expedients().save(opened.phase(Phase.RESOLUTION, Sample.REGISTRAR, Sample.MORNING)));
        assertEquals(4, store.journal().of(opened.key()).size());
    }

    /** Expedients are found by situation and by document, inside their town hall. */
    @Test
    default void expedientsAreFoundBySituationAndByDocument() {
        WorkStore store = store();
        Expedient first = open(store);
        Expedient second = open(store);
        DocumentId document = DocumentId.of("D1");
        for (Expedient one : List.of(first, second)) {
            store.expedients().save(one.incorporate(document, Sample.REGISTRAR, Sample.MORNING));
        }
        assertEquals(
                List.of(first.number(), second.number()),
                store.expedients().holding(Sample.TOWN, document).stream()
                        .map(Expedient::number)
                        .toList());
        assertEquals(2, store.expedients().in(Sample.TOWN, Situation.OPEN).size());
        assertTrue(store.expedients().in(Sample.TOWN, Situation.CLOSED).isEmpty());
        assertTrue(store.expedients().in(Sample.OTHER_TOWN, Situation.OPEN).isEmpty());
    }

    private WorkStore store() {
        return newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
    }

    private static Expedient open(WorkStore store) {
        return store.unitOfWork().call(() -> {
            Change<Expedient, ExpedientEvent> opened = Expedient.open(
                    store.expedients().nextNumber(Sample.TOWN, 2026),
                    Sample.opening(),
                    Sample.REGISTRAR,
                    Sample.MORNING);
            store.expedients().save(opened);
            return opened.state();
        });
    }
}
