package cat.eset.store;

import cat.eset.core.TownHall;
import cat.eset.core.event.Change;
import cat.eset.core.event.Recorded;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.task.Task;
import cat.eset.core.task.TaskEvent;
import cat.eset.core.task.TaskId;
import cat.eset.core.task.TaskList;
import java.util.List;
import java.util.Optional;

/** Tasks. */
final class JdbcTasks implements TaskList, Aggregates.Shape<Task, TaskEvent> {

    private static final String ORDER = "place";
    private static final String ONE = "t.id = ?";
    private static final String OPEN = "t.tenant = ? AND t.is_open = TRUE";
    private static final String OF_EXPEDIENT = OPEN + " AND t.expedient_year = ? AND t.expedient_number = ?";

    private static final String COUNT_OPEN = """
            UPDATE eset.expedient SET open_tasks = (SELECT COUNT(*) FROM eset.task
              WHERE tenant = ? AND expedient_year = ? AND expedient_number = ? AND is_open = TRUE)
            WHERE tenant = ? AND number_year = ? AND number = ?""";

    private final Aggregates<Task, TaskEvent> tasks;

    JdbcTasks(Ground ground) {
        this.tasks = ground.aggregates(this);
    }

    @Override
    public void save(Change<Task, TaskEvent> change) {
        Task task = change.state();
        tasks.transactions().in(transaction -> {
            tasks.save(change);
            task.request()
                    .expedient()
                    .ifPresent(expedient ->
                            countOpen(transaction.sql(), task.townHall().ine10().value(), expedient));
            return Boolean.TRUE;
        });
    }

    /** Has an expedient show how many tasks in it are open. Whoever calls holds the chain of the town hall: nobody else counts meanwhile. */
    static void countOpen(Sql sql, String tenant, ExpedientNumber expedient) {
        int year = expedient.year();
        long number = expedient.sequence();
        sql.update(COUNT_OPEN, tenant, year, number, tenant, year, number);
    }

    @Override
    public Optional<Task> find(TaskId id) {
        return tasks.one(ONE, id.value());
    }

    @Override
    public List<Task> open(TownHall townHall) {
        return tasks.many(OPEN, ORDER, tasks.scope().tenant(townHall));
    }

    @Override
    public List<Task> open(TownHall townHall, ExpedientNumber expedient) {
        return tasks.many(OF_EXPEDIENT, ORDER, tasks.scope().tenant(townHall), expedient.year(), expedient.sequence());
    }

    @Override
    public String kind() {
        return "Task";
    }

    @Override
    public String table() {
        return "task";
    }

    @Override
    public Row row(Task task) {
        Optional<ExpedientNumber> expedient = task.request().expedient();
        return Row.of(table(), task.townHall().ine10().value())
                .key("id", task.id().value())
                .set("is_open", task.isOpen())
                .set("assignee", AssigneeKey.of(task.assignee()))
                .set("subject", task.request().title())
                .set("due", task.request().due().orElse(Never.DAY))
                .set("expedient_year", expedient.map(ExpedientNumber::year).orElse(null))
                .set(
                        "expedient_number",
                        expedient.map(ExpedientNumber::sequence).orElse(null));
    }

    @Override
    public Task replay(List<Recorded<TaskEvent>> events) {
        return Task.replay(events);
    }
}
