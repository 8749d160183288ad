package cat.eset.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cat.eset.core.event.Aggregate;
import cat.eset.core.event.AggregateKey;
import cat.eset.core.event.Change;
import cat.eset.core.event.Event;
import cat.eset.core.event.Journal;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientEvent;
import cat.eset.core.expedient.Phase;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.task.Task;
import cat.eset.core.task.TaskEvent;
import cat.eset.core.task.TaskId;
import cat.eset.core.task.TaskRequest;
import cat.eset.core.work.WorkStore;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a {@link Journal} promises: every event once, with who and when, in its order (contract eset-model 12, invariant 10). */
public interface JournalContract extends StoreContract {

    /** The events of an aggregate come back as they were recorded, with the versions that they led to. */
    @Test
    default void theTrailOfAnAggregateIsWhole() {
        WorkStore store = newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
        Change<Expedient, ExpedientEvent> opened = Expedient.open(
                store.expedients().nextNumber(Sample.TOWN, 2026), Sample.opening(), Sample.REGISTRAR, Sample.MORNING);
        store.expedients().save(opened);
        Change<Expedient, ExpedientEvent> moved = opened.state()
                .phase(Phase.INSTRUCTION, Sample.REGISTRAR, Sample.MORNING.plusSeconds(1))
                .then(e -> e.addFolder("Informes", Sample.REGISTRAR, Sample.MORNING.plusSeconds(2)));
        store.expedients().save(moved);

        List<Journal.Line> trail = store.journal().of(opened.state().key());
        List<Object> recorded = new ArrayList<>(opened.events());
        recorded.addAll(moved.events());
        assertEquals(recorded, trail.stream().map(Journal.Line::recorded).toList());
        assertEquals(
                List.of(1L, 2L, 3L), trail.stream().map(Journal.Line::version).toList());
        assertTrue(store.journal().of(new AggregateKey("Expedient", "none")).isEmpty());
    }

    /** What changed one port and what changed another are read in the order of their storing, a page at a time. */
    @Test
    default void theWholeTrailIsReadInPages() {
        WorkStore store = newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
        List<AggregateKey> order = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            RegistryEntry entry = store.registryBook().register(Sample.entry(), Sample.REGISTRAR);
            order.add(entry.key());
            order.add(saved(store, i).key());
        }
        List<AggregateKey> read = new ArrayList<>();
        long position = 0;
        List<Journal.Line> page = store.journal().after(position, 3);
        while (!page.isEmpty()) {
            assertTrue(page.size() <= 3);
            for (Journal.Line line : page) {
                assertTrue(line.position() > position);
                position = line.position();
                read.add(line.key());
            }
            page = store.journal().after(position, 3);
        }
        assertEquals(order, read);
    }

    /** What rolls back leaves no line, and what is refused leaves none either. */
    @Test
    default void whatRollsBackLeavesNoLine() {
        WorkStore store = newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
        Task kept = saved(store, 0);
        assertThrows(
                IllegalStateException.class,
                () -> store.unitOfWork().run(() -> {
                    saved(store, 1);
                    store.tasks().save(kept.start(Sample.REGISTRAR, Sample.MORNING));
                    throw new IllegalStateException("on purpose");
                }));
        List<? extends Event> events = store.journal().after(0, 10).stream()
                .map(line -> line.recorded().event())
                .toList();
        assertEquals(1, events.size());
        assertEquals(
                List.of(1L),
                store.journal().of(kept.key()).stream()
                        .map(Journal.Line::version)
                        .toList());
    }

    /** Who reads while others write misses nothing: lines appear in the order of their positions. */
    @Test
    default void whoReadsOnMissesNothing() {
        WorkStore store = newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
        List<Aggregate> written = new ArrayList<>();
        List<AggregateKey> read = new ArrayList<>();
        long position = 0;
        for (int i = 0; i < 6; i++) {
            written.add(saved(store, i));
            for (Journal.Line line : store.journal().after(position, 10)) {
                position = line.position();
                read.add(line.key());
            }
        }
        assertEquals(written.stream().map(Aggregate::key).toList(), read);
    }

    private static Task saved(WorkStore store, int number) {
        Change<Task, TaskEvent> asked = Task.request(
                TaskId.of("0000000000000000000000000" + number),
                TaskRequest.of("Respondre", Assignee.group("OAC")),
                Sample.REGISTRAR,
                Sample.MORNING);
        store.tasks().save(asked);
        return asked.state();
    }
}
