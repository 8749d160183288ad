package cat.eset.benchmarks.store;

import cat.eset.core.expedient.Phase;
import cat.eset.core.registry.Direction;
import cat.eset.store.desk.DeskQueries;
import cat.eset.store.desk.Page;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** What a desk asks. */
@FunctionalInterface
interface Question {

    LocalDate TODAY = LocalDate.of(2026, 11, 20);

    /** A page of the answer. */
    Page<?> ask(DeskQueries desk, Page.Request page);

    /** Every list there is, and searches of every kind, by name. */
    static Map<String, Question> all(Archive archive, Random random) {
        Map<String, Question> all = new LinkedHashMap<>();
        all.put("open expedients", DeskQueries::openExpedients);
        all.put("open expedients in a phase", (desk, page) -> desk.openExpedients(Phase.INSTRUCTION, page));
        all.put(
                "open expedients of somebody",
                (desk, page) -> desk.openExpedients(Archive.responsible(random.nextInt(Archive.GROUPS)), page));
        all.put("overdue expedients", (desk, page) -> desk.overdueExpedients(TODAY, page));
        all.put("expedients without pending work", DeskQueries::expedientsWithoutPendingWork);
        all.put("pending entries", (desk, page) -> desk.pendingEntries(Direction.ENTRY, page));
        all.put(
                "open tasks of somebody",
                (desk, page) -> desk.openTasks(Archive.responsible(2 * random.nextInt(Archive.GROUPS / 2)), page));
        all.put("overdue tasks", (desk, page) -> desk.overdueTasks(TODAY, page));
        all.put(
                "entries, words of one",
                (desk, page) -> desk.searchEntries(archive.subject(random.nextInt(archive.entries())), page));
        all.put("entries, words of each", (desk, page) -> desk.searchEntries("llicència carrer", page));
        all.put("entries, words of one in 48", (desk, page) -> desk.searchEntries("obres carrer Major", page));
        all.put("entries, word of one in 300", (desk, page) -> desk.searchEntries("urgent", page));
        all.put("entries, word frequent long ago", (desk, page) -> desk.searchEntries("campanya", page));
        all.put("entries, frequent words never together", (desk, page) -> desk.searchEntries("obres arbrat", page));
        all.put(
                "expedients, words of one",
                (desk, page) -> desk.searchExpedients(archive.subject(random.nextInt(archive.expedients())), page));
        all.put("expedients, words of one in 48", (desk, page) -> desk.searchExpedients("obres Major", page));
        all.put("expedients, word of one in 300", (desk, page) -> desk.searchExpedients("urgent", page));
        return all;
    }
}
