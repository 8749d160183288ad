package cat.eset.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.diligence.Diligence;
import cat.eset.core.document.DocumentMetadata;
import cat.eset.core.document.DocumentType;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.ClosingReason;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.ObstaclesException;
import cat.eset.core.expedient.Situation;
import cat.eset.core.rule.RuleBrokenException;
import cat.eset.core.task.Task;
import cat.eset.core.task.TaskId;
import cat.eset.core.task.TaskRequest;
import org.junit.jupiter.api.Test;

/** Tasks, and what they have to do with the closing of their expedient (contract eset-model 4 and 5). */
class TaskDeskTest {

    private final Town town = new Town();
    private final WorkModel work = town.work;
    private final ExpedientNumber expedient = town.expedient();
    private final TaskRequest call = TaskRequest.of("Trucar", Assignee.group("OAC"));

    private void closable() {
        work.expedients()
                .addDocument(
                        expedient,
                        DocumentMetadata.ofTownHall("Informe", DocumentType.REPORT),
                        Town.pdf("informe"),
                        town.technician);
    }

    @Test
    void aTaskRunsFromItsRequestToItsOutcome() {
        TaskId id = work.tasks().request(call, town.registrar).id();
        assertThat(work.tasks().start(id, town.technician).state()).isEqualTo(Task.State.IN_PROGRESS);
        Assignee other = Assignee.person(town.technician.person());
        assertThat(work.tasks().reassign(id, other, town.registrar).assignee()).isEqualTo(other);
        assertThat(work.tasks().finish(id, "fet", town.technician).outcome()).contains("fet");
        assertThat(work.tasks().get(id).state()).isEqualTo(Task.State.DONE);
        assertThatThrownBy(() -> work.tasks().cancel(id, "tard", town.registrar))
                .isInstanceOf(RuleBrokenException.class);
        TaskId back = work.tasks().request(call, town.registrar).id();
        assertThat(work.tasks().reject(back, "no em toca", town.technician).state())
                .isEqualTo(Task.State.REJECTED);
        assertThat(town.store.tasks().open(Town.EL_BRUC)).isEmpty();
    }

    @Test
    void nothingIsAskedForInAnExpedientThatCloses() {
        closable();
        TaskId open = work.tasks().request(call.in(expedient), town.registrar).id();
        assertThatThrownBy(() -> work.closing().begin(expedient, ClosingReason.RESOLUTION_EXECUTED, town.secretary))
                .isInstanceOf(ObstaclesException.class)
                .hasMessageContaining(open.value());
        work.tasks().finish(open, "fet", town.technician);
        work.closing().begin(expedient, ClosingReason.RESOLUTION_EXECUTED, town.secretary);
        assertThatThrownBy(() -> work.tasks().request(call.in(expedient), town.registrar))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.rule().id()).isEqualTo("expedient.closing"));
        assertThat(town.store.tasks().open(Town.EL_BRUC)).isEmpty();
    }

    @Test
    void aTaskThatIsAskedForDuringTheChecksKeepsTheExpedientOpen() {
        closable();
        // The clock is read between the checks and what is written.
        town.clock.beforeNextLook(() -> work.tasks().request(call.in(expedient), town.registrar));
        assertThatThrownBy(() -> work.closing().begin(expedient, ClosingReason.RESOLUTION_EXECUTED, town.secretary))
                .isInstanceOf(ObstaclesException.class)
                .hasMessageContaining("task");
        assertThat(work.expedients().get(Town.EL_BRUC, expedient).situation()).isEqualTo(Situation.OPEN);
    }

    @Test
    void aDiligenceOfAnExpedientIsStatedAndNotedAtOnce() {
        Diligence stated = work.expedients().diligence(expedient, "No hi ha hagut al·legacions", town.secretary);
        assertThat(work.expedients().get(Town.EL_BRUC, expedient).diligences())
                .containsExactly(stated.id().value());
        assertThat(town.store.diligences().find(stated.id())).contains(stated);
        closable();
        work.closing().begin(expedient, ClosingReason.RESOLUTION_EXECUTED, town.secretary);
        assertThatThrownBy(() -> work.expedients().diligence(expedient, "massa tard", town.secretary))
                .isInstanceOf(RuleBrokenException.class);
        assertThat(work.expedients().get(Town.EL_BRUC, expedient).situation()).isEqualTo(Situation.CLOSING);
    }
}
