package cat.eset.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cat.eset.core.Actor;
import cat.eset.core.event.Change;
import cat.eset.core.event.StaleStateException;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.task.Task;
import cat.eset.core.task.TaskEvent;
import cat.eset.core.task.TaskId;
import cat.eset.core.task.TaskList;
import cat.eset.core.task.TaskRequest;
import cat.eset.core.work.WorkStore;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a {@link TaskList} promises (contract eset-model 5). */
public interface TaskListContract extends StoreContract {

    /** A task is found as it was stored, done or not, and a change on an old state is refused. */
    @Test
    default void aTaskIsFoundAsItWasStored() {
        WorkStore store = newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
        TaskList tasks = store.tasks();
        Task asked = save(
                tasks,
                request(
                        1,
                        TaskRequest.of("Respondre", Assignee.group("OAC"))
                                .due(LocalDate.of(2026, 3, 9))
                                .about(Sample.EXIT),
                        Sample.REGISTRAR));
        Change<Task, TaskEvent> done = asked.start(Sample.REGISTRAR, Sample.MORNING)
                .then(t -> t.reassign(Assignee.group("Secretaria"), Sample.REGISTRAR, Sample.MORNING))
                .then(t -> t.finish("respost", Sample.REGISTRAR, Sample.MORNING));
        tasks.save(done);
        assertEquals(Optional.of(done.state()), tasks.find(asked.id()));
        assertEquals(4, store.journal().of(asked.key()).size());
        assertThrows(
                StaleStateException.class,
                () -> tasks.save(asked.cancel("ja no cal", Sample.REGISTRAR, Sample.MORNING)));
        assertEquals(Optional.empty(), tasks.find(id(2)));
    }

    /** What is not done is found oldest first, inside its town hall, wholly or in an expedient. */
    @Test
    default void openTasksAreFoundOldestFirst() {
        TaskList tasks = newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC)).tasks();
        ExpedientNumber expedient = new ExpedientNumber(2026, 1, "0001/2026");
        TaskRequest free = TaskRequest.of("Lliure", Assignee.group("OAC"));
        TaskRequest inside =
                TaskRequest.of("De l'expedient", Assignee.group("OAC")).in(expedient);
        Task first = save(tasks, request(4, free, Sample.REGISTRAR));
        Task second = save(tasks, request(3, inside, Sample.REGISTRAR));
        Task third = save(tasks, request(2, inside, Sample.REGISTRAR));
        Task elsewhere = save(tasks, request(1, inside, Sample.actor(Sample.OTHER_TOWN)));
        assertEquals(List.of(first, second, third), tasks.open(Sample.TOWN));
        assertEquals(List.of(second, third), tasks.open(Sample.TOWN, expedient));
        assertEquals(List.of(elsewhere), tasks.open(Sample.OTHER_TOWN));

        tasks.save(second.reject("no toca", Sample.REGISTRAR, Sample.MORNING));
        assertEquals(List.of(first, third), tasks.open(Sample.TOWN));
        Task started = save(tasks, third.start(Sample.REGISTRAR, Sample.MORNING));
        assertEquals(List.of(started), tasks.open(Sample.TOWN, expedient));
    }

    /** What rolls back is not there. */
    @Test
    default void aRolledBackTaskIsNotThere() {
        WorkStore store = newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
        assertThrows(
                IllegalStateException.class,
                () -> store.unitOfWork().run(() -> {
                    save(store.tasks(), request(1, TaskRequest.of("Lliure", Assignee.group("OAC")), Sample.REGISTRAR));
                    throw new IllegalStateException("on purpose");
                }));
        assertEquals(Optional.empty(), store.tasks().find(id(1)));
        assertEquals(List.of(), store.tasks().open(Sample.TOWN));
    }

    /** Later tasks have smaller identities: the order is that of time. */
    private static Change<Task, TaskEvent> request(int number, TaskRequest request, Actor by) {
        return Task.request(id(number), request, by, Sample.MORNING.plusSeconds(10 - number));
    }

    private static Task save(TaskList tasks, Change<Task, TaskEvent> change) {
        tasks.save(change);
        return change.state();
    }

    private static TaskId id(int number) {
        return TaskId.of("0000000000000000000000000" + number);
    }
}
