package cat.eset.store;

import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.Phase;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.registry.RegistryNumber;
import cat.eset.core.task.TaskId;
import cat.eset.store.Listing.KeyColumn;
import cat.eset.store.Listing.Order;
import cat.eset.store.Listing.Rows;
import cat.eset.store.desk.DeskQueries;
import cat.eset.store.desk.EntryRow;
import cat.eset.store.desk.ExpedientRow;
import cat.eset.store.desk.Page;
import cat.eset.store.desk.TaskRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The lists of the desks, each from an index of its table. */
final class JdbcDesk implements DeskQueries {

    private static final Rows EXPEDIENTS = new Rows(
            "eset.expedient",
            "number_year, number, printed, subject, series, phase, opened_at, due, open_work, open_waits");
    private static final Rows ENTRIES =
            new Rows("eset.entry", "direction, number_year, number, printed, subject, registered_at, state");
    private static final Rows TASKS = new Rows("eset.task", "id, subject, due");

    private static final String OPEN = "tenant = ? AND situation = 'OPEN'";
    private static final String WITHOUT_WORK = OPEN + " AND open_work = 0 AND open_tasks = 0";

    private static final List<String> NUMBER = List.of("number_year", "number");
    private static final List<KeyColumn> NUMBER_KEYS = List.of(KeyColumn.NUMBER, KeyColumn.NUMBER);
    private static final Order OLDEST = new Order(NUMBER, NUMBER_KEYS, false);
    private static final Order NEWEST = new Order(NUMBER, NUMBER_KEYS, true);
    private static final Order MOST_LATE = new Order(
            List.of("due", "number_year", "number"), List.of(KeyColumn.DAY, KeyColumn.NUMBER, KeyColumn.NUMBER), false);
    private static final Order URGENT = new Order(List.of("due", "id"), List.of(KeyColumn.DAY, KeyColumn.TEXT), false);
    private static final Order LAST_REGISTERED = new Order(
            List.of("registered_at", "direction", "number"),
            List.of(KeyColumn.INSTANT, KeyColumn.TEXT, KeyColumn.NUMBER),
            true);

    private final String tenant;
    private final Transactions transactions;
    private final WordSearch search;
    private final Listing<ExpedientRow> newest;
    private final Listing<ExpedientRow> oldest;
    private final Listing<ExpedientRow> mostLate;
    private final Listing<EntryRow> entries;
    private final Listing<EntryRow> lastRegistered;
    private final Listing<TaskRow> tasks;

    JdbcDesk(Transactions transactions, String tenant) {
        this.tenant = tenant;
        this.transactions = transactions;
        this.search = WordSearch.of(transactions, tenant);
        this.newest = new Listing<>(transactions, EXPEDIENTS, NEWEST, JdbcDesk::expedient, JdbcDesk::number);
        this.oldest = new Listing<>(transactions, EXPEDIENTS, OLDEST, JdbcDesk::expedient, JdbcDesk::number);
        this.mostLate = new Listing<>(
                transactions,
                EXPEDIENTS,
                MOST_LATE,
                JdbcDesk::expedient,
                row -> List.of(
                        row.due().orElse(Never.DAY),
                        row.number().year(),
                        row.number().sequence()));
        this.entries = new Listing<>(
                transactions,
                ENTRIES,
                OLDEST,
                JdbcDesk::entry,
                row -> List.of(row.number().year(), row.number().sequence()));
        this.lastRegistered = new Listing<>(
                transactions,
                ENTRIES,
                LAST_REGISTERED,
                JdbcDesk::entry,
                row -> List.of(
                        row.registeredAt(),
                        row.number().direction(),
                        row.number().sequence()));
        this.tasks = new Listing<>(
                transactions,
                TASKS,
                URGENT,
                JdbcDesk::task,
                row -> List.of(row.due().orElse(Never.DAY), row.id().value()));
    }

    @Override
    public Page<ExpedientRow> openExpedients(Page.Request page) {
        return newest.page(page, OPEN, tenant);
    }

    @Override
    public Page<ExpedientRow> openExpedients(Phase phase, Page.Request page) {
        return newest.page(page, OPEN + " AND phase = ?", tenant, phase);
    }

    @Override
    public Page<ExpedientRow> openExpedients(Assignee responsible, Page.Request page) {
        return newest.page(page, OPEN + " AND responsible = ?", tenant, AssigneeKey.of(responsible));
    }

    @Override
    public Page<ExpedientRow> overdueExpedients(LocalDate today, Page.Request page) {
        return mostLate.page(page, OPEN + " AND due < ?", tenant, today);
    }

    @Override
    public Page<ExpedientRow> expedientsWithoutPendingWork(Page.Request page) {
        return oldest.page(page, WITHOUT_WORK, tenant);
    }

    @Override
    public Page<EntryRow> pendingEntries(Direction direction, Page.Request page) {
        return entries.page(page, "tenant = ? AND direction = ? AND done = FALSE", tenant, direction);
    }

    @Override
    public Page<TaskRow> openTasks(Assignee assignee, Page.Request page) {
        return tasks.page(page, "tenant = ? AND is_open = TRUE AND assignee = ?", tenant, AssigneeKey.of(assignee));
    }

    @Override
    public Page<TaskRow> overdueTasks(LocalDate today, Page.Request page) {
        return tasks.page(page, "tenant = ? AND is_open = TRUE AND due < ?", tenant, today);
    }

    @Override
    public Page<EntryRow> searchEntries(String words, Page.Request page) {
        return searched(lastRegistered, words, page);
    }

    @Override
    public Page<ExpedientRow> searchExpedients(String words, Page.Request page) {
        return searched(newest, words, page);
    }

    /** Other tables may keep other words, among which those of this version would be missed without a sound. */
    private <T> Page<T> searched(Listing<T> list, String words, Page.Request page) {
        return transactions.in(transaction -> {
            StoreSchema.requireReadable(transaction.sql());
            return search.page(list, words, page);
        });
    }

    private static ExpedientRow expedient(ResultSet row) throws SQLException {
        return new ExpedientRow(
                new ExpedientNumber(row.getInt("number_year"), row.getLong("number"), row.getString("printed")),
                row.getString("subject"),
                row.getString("series"),
                Phase.valueOf(row.getString("phase")),
                Sql.instant(row, "opened_at"),
                due(row),
                row.getInt("open_work"),
                row.getInt("open_waits"));
    }

    private static EntryRow entry(ResultSet row) throws SQLException {
        return new EntryRow(
                new RegistryNumber(
                        Direction.valueOf(row.getString("direction")),
                        row.getInt("number_year"),
                        row.getLong("number"),
                        row.getString("printed")),
                row.getString("subject"),
                Sql.instant(row, "registered_at"),
                RegistryEntry.State.valueOf(row.getString("state")));
    }

    private static TaskRow task(ResultSet row) throws SQLException {
        return new TaskRow(TaskId.of(row.getString("id")), row.getString("subject"), due(row));
    }

    private static Optional<LocalDate> due(ResultSet row) throws SQLException {
        return Optional.of(Sql.date(row, "due")).filter(day -> !day.equals(Never.DAY));
    }

    private static List<?> number(ExpedientRow row) {
        return List.of(row.number().year(), row.number().sequence());
    }
}
