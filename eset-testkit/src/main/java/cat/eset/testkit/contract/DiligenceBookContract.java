package cat.eset.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cat.eset.core.diligence.Diligence;
import cat.eset.core.diligence.DiligenceBook;
import cat.eset.core.diligence.DiligenceEvent;
import cat.eset.core.diligence.DiligenceId;
import cat.eset.core.diligence.ProcessDecision;
import cat.eset.core.event.Change;
import cat.eset.core.event.StaleStateException;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.RegistryNumber;
import cat.eset.core.work.WorkStore;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a {@link DiligenceBook} promises: what was stated stays as it was (contract eset-model 6). */
public interface DiligenceBookContract extends StoreContract {

    /** A diligence is found as it was stated, with the one that it corrects. */
    @Test
    default void aDiligenceIsFoundAsItWasStated() {
        DiligenceBook book =
                newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC)).diligences();
        Diligence wrong = save(book, fact("01", "Es fa constar una cosa"));
        Change<Diligence, DiligenceEvent> right = Diligence.correct(
                id("02"),
                wrong,
                new Diligence.Fact("Es fa constar una altra cosa", Optional.of("1/2026"), Optional.empty()),
                Sample.REGISTRAR,
                Sample.MORNING.plusSeconds(1));
        book.save(right);
        assertEquals(Optional.of(wrong), book.find(wrong.id()));
        assertEquals(Optional.of(right.state()), book.find(id("02")));
        assertEquals(Optional.empty(), book.find(id("03")));
    }

    /** A diligence that is stored is not stored again, not even with other words. */
    @Test
    default void aDiligenceIsNeverRewritten() {
        DiligenceBook book =
                newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC)).diligences();
        Diligence stored = save(book, fact("01", "Es fa constar una cosa"));
        assertThrows(StaleStateException.class, () -> book.save(fact("01", "Es fa constar una altra cosa")));
        assertEquals(Optional.of(stored), book.find(stored.id()));
    }

    /** The process diligences of an entry are found oldest first, inside its town hall. */
    @Test
    default void theProcessDiligencesOfAnEntryAreFound() {
        WorkStore store = newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
        DiligenceBook book = store.diligences();
        RegistryNumber entry = new RegistryNumber(Direction.ENTRY, 2026, 1, "2026/E/000001");
        RegistryNumber other = new RegistryNumber(Direction.ENTRY, 2026, 2, "2026/E/000002");
        Diligence first = save(book, process("02", entry, 0));
        Diligence second = save(book, process("01", entry, 1));
        save(book, process("03", other, 2));
        save(book, fact("04", "Es fa constar una cosa"));
        assertEquals(List.of(first, second), book.ofEntry(Sample.TOWN, entry));
        assertTrue(book.ofEntry(Sample.OTHER_TOWN, entry).isEmpty());
    }

    /** What rolls back is not there. */
    @Test
    default void aRolledBackDiligenceIsNotThere() {
        WorkStore store = newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
        assertThrows(
                IllegalStateException.class,
                () -> store.unitOfWork().run(() -> {
                    store.diligences().save(fact("01", "Es fa constar una cosa"));
                    throw new IllegalStateException("on purpose");
                }));
        assertEquals(Optional.empty(), store.diligences().find(id("01")));
    }

    private static Change<Diligence, DiligenceEvent> fact(String id, String text) {
        return Diligence.state(
                id(id), new Diligence.Fact(text, Optional.empty(), Optional.empty()), Sample.REGISTRAR, Sample.MORNING);
    }

    private static Change<Diligence, DiligenceEvent> process(String id, RegistryNumber entry, int second) {
        return Diligence.state(
                id(id),
                new Diligence.ProcessNote(
                        entry, new ProcessDecision.File("Publicitat"), Optional.of(LocalDate.of(2026, 3, 9))),
                Sample.REGISTRAR,
                Sample.MORNING.plusSeconds(second));
    }

    private static Diligence save(DiligenceBook book, Change<Diligence, DiligenceEvent> change) {
        book.save(change);
        return change.state();
    }

    private static DiligenceId id(String end) {
        return DiligenceId.of("000000000000000000000000" + end);
    }
}
