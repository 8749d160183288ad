package cat.eset.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.InvalidValueException;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientNumberFormat;
import cat.eset.core.expedient.Phase;
import cat.eset.core.expedient.Step;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.task.Task;
import cat.eset.core.task.TaskId;
import cat.eset.core.task.TaskRequest;
import cat.eset.store.desk.DeskQueries;
import cat.eset.store.desk.EntryRow;
import cat.eset.store.desk.ExpedientRow;
import cat.eset.store.desk.Page;
import cat.eset.store.desk.TaskRow;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A desk sees what is to be done, and of its own town hall only. */
class DeskQueriesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Assignee URBANISM = Assignee.group("Urbanisme");
    private static final Assignee CLERK = Assignee.person(Town.CLERK.person());

    @ParameterizedTest
    @EnumSource
    void open_expedients_are_listed_by_phase_and_by_who_is_in_charge(TestDatabase kind) {
        DataSource database = kind.emptied();
        JdbcStore store = JdbcStore.builder(database, Town.CLOCK).build();
        Expedient one = Town.open(store, Town.CLERK, "Llicència d'obres");
        Expedient two = Town.open(store, Town.CLERK, "Ajut social");
        Town.open(store, Town.OTHER_CLERK, "D'un altre poble");
        Town.open(store, Town.CLERK, "Tancat");
        TestDatabase.execute(database, "UPDATE eset.expedient SET situation = 'CLOSED' WHERE subject = 'Tancat'");
        store.expedients()
                .save(one.phase(Phase.INSTRUCTION, Town.CLERK, Town.MORNING)
                        .then(e -> e.reassign(CLERK, Town.CLERK, Town.MORNING)));
        DeskQueries desk = store.desk(Town.BRUC);

        assertThat(titles(desk.openExpedients(Page.first(10)))).containsExactly("Ajut social", "Llicència d'obres");
        assertThat(titles(desk.openExpedients(Phase.INSTRUCTION, Page.first(10))))
                .containsExactly("Llicència d'obres");
        assertThat(titles(desk.openExpedients(Phase.RESOLUTION, Page.first(10))))
                .isEmpty();
        assertThat(titles(desk.openExpedients(CLERK, Page.first(10)))).containsExactly("Llicència d'obres");
        assertThat(titles(desk.openExpedients(URBANISM, Page.first(10)))).containsExactly("Ajut social");
        assertThat(desk.openExpedients(URBANISM, Page.first(10)).rows().get(0))
                .isEqualTo(new ExpedientRow(
                        two.number(), "Ajut social", "1373", Phase.INITIATION, Town.MORNING, Optional.empty(), 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_late_comes_first_and_what_is_due_today_is_not_late(TestDatabase kind) {
        JdbcStore store = kind.store(Town.CLOCK);
        due(store, "D'ahir", TODAY.minusDays(1));
        due(store, "D'avui", TODAY);
        due(store, "De fa un mes", TODAY.minusMonths(1));
        Town.open(store, Town.CLERK, "Sense data");
        Expedient done = due(store, "Que ja es va fer", TODAY.minusMonths(2));
        store.expedients().save(done.finishStep(1, "fet", Town.CLERK, Town.MORNING));

        assertThat(titles(store.desk(Town.BRUC).overdueExpedients(TODAY, Page.first(10))))
                .containsExactly("De fa un mes", "D'ahir");
    }

    @ParameterizedTest
    @EnumSource
    void an_expedient_without_work_is_seen_until_it_has_a_step_or_a_task(TestDatabase kind) {
        JdbcStore store = kind.store(Town.CLOCK);
        Expedient idle = Town.open(store, Town.CLERK, "Aturat");
        due(store, "Amb feina", TODAY);
        Expedient withTask = Town.open(store, Town.CLERK, "Amb tasca");
        Task task = task(store, TaskRequest.of("Trucar", CLERK).in(withTask.number()));
        DeskQueries desk = store.desk(Town.BRUC);

        assertThat(titles(desk.expedientsWithoutPendingWork(Page.first(10)))).containsExactly("Aturat");
        store.tasks().save(task.finish("fet", Town.CLERK, Town.MORNING));
        assertThat(titles(desk.expedientsWithoutPendingWork(Page.first(10)))).containsExactly("Aturat", "Amb tasca");
        store.expedients()
                .save(idle.addStep(new Step.FreeTask("Fer", CLERK, Optional.empty()), Town.CLERK, Town.MORNING));
        assertThat(titles(desk.expedientsWithoutPendingWork(Page.first(10)))).containsExactly("Amb tasca");
    }

    /** Whoever brings the work of years from elsewhere does it in an order of their own. */
    @ParameterizedTest
    @EnumSource
    void a_task_that_was_stored_before_its_expedient_is_work_in_it(TestDatabase kind) {
        JdbcStore store = kind.store(Town.CLOCK);
        Task task = task(store, TaskRequest.of("Trucar", CLERK).in(ExpedientNumberFormat.DEFAULT.number(2026, 1)));
        Town.open(store, Town.CLERK, "Amb tasca");
        DeskQueries desk = store.desk(Town.BRUC);

        assertThat(titles(desk.expedientsWithoutPendingWork(Page.first(10)))).isEmpty();
        store.tasks().save(task.finish("fet", Town.CLERK, Town.MORNING));
        assertThat(titles(desk.expedientsWithoutPendingWork(Page.first(10)))).containsExactly("Amb tasca");
    }

    @ParameterizedTest
    @EnumSource
    void pending_entries_are_those_that_nobody_has_put_anywhere(TestDatabase kind) {
        JdbcStore store = kind.store(Town.CLOCK);
        RegistryEntry one = Town.register(store, Town.CLERK, "Una");
        RegistryEntry two = Town.register(store, Town.CLERK, "Dues");
        Town.register(store, Town.CLERK, "Tres");
        Town.register(store, Town.OTHER_CLERK, "D'un altre poble");
        store.registryBook()
                .save(one.accept(Town.CLERK, Town.MORNING).then(e -> e.link("0001/2026", Town.CLERK, Town.MORNING)));
        store.registryBook().save(two.accept(Town.CLERK, Town.MORNING));

        Page<EntryRow> pending = store.desk(Town.BRUC).pendingEntries(Direction.ENTRY, Page.first(10));
        assertThat(pending.rows()).extracting(EntryRow::extract).containsExactly("Dues", "Tres");
        assertThat(pending.rows().get(0))
                .isEqualTo(new EntryRow(two.number(), "Dues", two.registeredAt(), RegistryEntry.State.ACCEPTED));
        assertThat(store.desk(Town.BRUC)
                        .pendingEntries(Direction.EXIT, Page.first(10))
                        .rows())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void tasks_are_listed_by_urgency(TestDatabase kind) {
        JdbcStore store = kind.store(Town.CLOCK);
        task(store, TaskRequest.of("Sense data", CLERK));
        task(store, TaskRequest.of("Demà", CLERK).due(TODAY.plusDays(1)));
        task(store, TaskRequest.of("Ahir", CLERK).due(TODAY.minusDays(1)));
        task(store, TaskRequest.of("D'un altre", URBANISM).due(TODAY.minusDays(9)));
        DeskQueries desk = store.desk(Town.BRUC);

        assertThat(desk.openTasks(CLERK, Page.first(10)).rows())
                .extracting(TaskRow::title)
                .containsExactly("Ahir", "Demà", "Sense data");
        assertThat(desk.overdueTasks(TODAY, Page.first(10)).rows())
                .extracting(TaskRow::title)
                .containsExactly("D'un altre", "Ahir");
        assertThat(pages(request -> desk.openTasks(CLERK, request), 1))
                .extracting(TaskRow::title)
                .hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void words_are_searched_in_what_an_entry_is_about(TestDatabase kind) {
        JdbcStore store = kind.store(Town.CLOCK);
        Town.register(store, Town.CLERK, "Sol·licitud de llicència d'obres al carrer Major");
        Town.register(store, Town.CLERK, "Queixa pel soroll de les obres");
        Town.register(store, Town.OTHER_CLERK, "Obres d'un altre poble");
        Town.open(store, Town.CLERK, "Obres al Carrer Major");
        DeskQueries desk = store.desk(Town.BRUC);

        assertThat(extracts(desk.searchEntries("obres", Page.first(10))))
                .containsExactly("Queixa pel soroll de les obres", "Sol·licitud de llicència d'obres al carrer Major");
        assertThat(extracts(desk.searchEntries("MAJOR obres", Page.first(10)))).hasSize(1);
        assertThat(extracts(desk.searchEntries("major soroll", Page.first(10)))).isEmpty();
        assertThat(extracts(desk.searchEntries("obres' OR 1=1 --", Page.first(10))))
                .isEmpty();
        assertThat(extracts(desk.searchEntries("--", Page.first(10)))).isEmpty();
        assertThat(extracts(desk.searchEntries("LLICÈNCIA", Page.first(10)))).hasSize(1);
        assertThat(titles(desk.searchExpedients("carrer", Page.first(10)))).containsExactly("Obres al Carrer Major");
        assertThat(pages(request -> desk.searchEntries("obres", request), 1)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void words_are_found_with_and_without_their_accents(TestDatabase kind) {
        JdbcStore store = kind.store(Town.CLOCK);
        Town.register(store, Town.CLERK, "Sol·licitud de llicència");
        Town.register(store, Town.CLERK, "SOL\u2027LICITUD DE LLICE\u0300NCIA");
        Town.register(store, Town.CLERK, "So\u0140licitud\nde llicencia");
        Town.register(store, Town.CLERK, "Plaça d'en Núñez, 3r 2ª");
        Town.open(store, Town.CLERK, "Façana de l'Àngel");
        DeskQueries desk = store.desk(Town.BRUC);

        for (String words : List.of(
                "llicencia",
                "LLICÈNCIA sol·licitud",
                "llice\u0300ncia",
                "sollicitud",
                "SOL\u2027LICITUD",
                "so\u0140licitud de")) {
            assertThat(desk.searchEntries(words, Page.first(10)).rows())
                    .as(words)
                    .hasSize(3);
        }
        for (String words : List.of("placa nunez", "PLAÇA núñez", "plàcà", "2ª")) {
            assertThat(desk.searchEntries(words, Page.first(10)).rows())
                    .as(words)
                    .hasSize(1);
        }
        assertThat(titles(desk.searchExpedients("angel facana", Page.first(10))))
                .hasSize(1);
        assertThat(desk.searchEntries("llicencies", Page.first(10)).rows()).isEmpty();
        assertThat(desk.searchEntries("· \u0300", Page.first(10)).rows()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void pages_together_are_the_list_also_when_rows_come_and_go_meanwhile(TestDatabase kind) {
        JdbcStore store = kind.store(Town.CLOCK);
        store.unitOfWork().run(() -> {
            for (int i = 1; i <= 25; i++) {
                Town.register(store, Town.CLERK, "Entrada " + i);
            }
        });
        DeskQueries desk = store.desk(Town.BRUC);

        Page<EntryRow> first = desk.pendingEntries(Direction.ENTRY, Page.first(10));
        RegistryEntry seen = store.registryBook()
                .find(Town.BRUC, first.rows().get(4).number())
                .orElseThrow();
        store.registryBook().save(seen.giveBack("d'un altre", Town.CLERK, Town.MORNING));
        Town.register(store, Town.CLERK, "Entrada 26");
        List<EntryRow> all = new ArrayList<>(first.rows());
        all.addAll(pages(
                request -> desk.pendingEntries(Direction.ENTRY, request),
                first.next().orElseThrow()));

        assertThat(all)
                .extracting(row -> row.number().sequence())
                .doesNotHaveDuplicates()
                .isSorted()
                .hasSize(26);
        assertThat(pages(request -> desk.pendingEntries(Direction.ENTRY, request), 25))
                .hasSize(25);
        assertThat(desk.pendingEntries(Direction.ENTRY, Page.first(25)).next()).isEmpty();
    }

    /** Rows that are alike in what a list is ordered by first are told apart by the rest of the key. */
    @ParameterizedTest
    @EnumSource
    void pages_of_one_row_are_the_list_also_when_all_rows_are_due_on_one_day_and_of_one_instant(TestDatabase kind) {
        JdbcStore store = kind.store(Town.CLOCK);
        for (int i = 1; i <= 5; i++) {
            due(store, "Obres " + i, TODAY.minusDays(1));
            Town.open(store, Town.CLERK, "Aturat " + i);
            task(store, TaskRequest.of("Tasca " + i, CLERK).due(TODAY.minusDays(1)));
            Town.register(store, Town.CLERK, "Obres " + i);
        }
        DeskQueries desk = store.desk(Town.BRUC);
        List<Function<Page.Request, Page<?>>> lists = List.of(
                desk::openExpedients,
                page -> desk.openExpedients(Phase.INITIATION, page),
                page -> desk.openExpedients(URBANISM, page),
                page -> desk.overdueExpedients(TODAY, page),
                desk::expedientsWithoutPendingWork,
                page -> desk.pendingEntries(Direction.ENTRY, page),
                page -> desk.openTasks(CLERK, page),
                page -> desk.overdueTasks(TODAY, page),
                page -> desk.searchEntries("obres", page),
                page -> desk.searchExpedients("obres", page));
        for (Function<Page.Request, Page<?>> list : lists) {
            List<?> all = list.apply(Page.first(100)).rows();
            assertThat(all).hasSizeBetween(5, 10);
            List<Object> one = new ArrayList<>();
            Optional<Page.Request> next = Optional.of(Page.first(1));
            while (next.isPresent() && one.size() <= all.size()) {
                Page<?> page = list.apply(next.get());
                one.addAll(page.rows());
                next = page.next();
            }
            assertThat(one).isEqualTo(all);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_page_of_another_list_is_refused(TestDatabase kind) {
        DeskQueries desk = kind.store(Town.CLOCK).desk(Town.BRUC);
        for (String foreign : List.of("", "x|y", "1", "1|2|3", "2026-01-01|x")) {
            assertThatThrownBy(() -> desk.openExpedients(new Page.Request(10, Optional.of(foreign))))
                    .isInstanceOf(InvalidValueException.class);
        }
        assertThatThrownBy(() -> Page.first(0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> Page.first(1001)).isInstanceOf(InvalidValueException.class);
    }

    private static Expedient due(JdbcStore store, String title, LocalDate due) {
        Expedient expedient = Town.open(store, Town.CLERK, title);
        var step = expedient.addStep(new Step.FreeTask("Fer", URBANISM, Optional.of(due)), Town.CLERK, Town.MORNING);
        store.expedients().save(step);
        return step.state();
    }

    private static Task task(JdbcStore store, TaskRequest request) {
        var asked = Task.request(TaskId.next(Town.CLOCK, new SecureRandom()), request, Town.CLERK, Town.MORNING);
        store.tasks().save(asked);
        return asked.state();
    }

    private static <T> List<T> pages(Function<Page.Request, Page<T>> list, int size) {
        return pages(list, Page.first(size));
    }

    private static <T> List<T> pages(Function<Page.Request, Page<T>> list, Page.Request from) {
        List<T> all = new ArrayList<>();
        Optional<Page.Request> next = Optional.of(from);
        while (next.isPresent()) {
            Page<T> page = list.apply(next.get());
            all.addAll(page.rows());
            next = page.next();
        }
        return all;
    }

    private static List<String> titles(Page<ExpedientRow> page) {
        return page.rows().stream().map(ExpedientRow::title).toList();
    }

    private static List<String> extracts(Page<EntryRow> page) {
        return page.rows().stream().map(EntryRow::extract).toList();
    }
}
