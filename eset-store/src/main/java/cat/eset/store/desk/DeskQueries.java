package cat.eset.store.desk;

import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.Phase;
import cat.eset.core.registry.Direction;
import java.time.LocalDate;

/**
 * The lists of the desks of one town hall. Each answers from an index, in a time that does not grow with what is stored. Thread-safe; joins the
 * transaction of the caller, if there is one.
 */
public interface DeskQueries {

    /** Open expedients, newest first. */
    Page<ExpedientRow> openExpedients(Page.Request page);

    /** Open expedients in a phase, newest first. */
    Page<ExpedientRow> openExpedients(Phase phase, Page.Request page);

    /** Open expedients of which somebody is in charge, newest first. */
    Page<ExpedientRow> openExpedients(Assignee responsible, Page.Request page);

    /**
     * Open expedients in which something is late: the resolution, a step of work, a term. The longest overdue first.
     *
     * @param today the legal day; what is due on it is not late
     */
    Page<ExpedientRow> overdueExpedients(LocalDate today, Page.Request page);

    /** Open expedients without a step of work to do: they wait for a term, or for nothing. Oldest first. */
    Page<ExpedientRow> expedientsWithoutPendingWork(Page.Request page);

    /** Entries or exits that are neither in an expedient nor filed without one, returned or annulled. Oldest first. */
    Page<EntryRow> pendingEntries(Direction direction, Page.Request page);

    /** Tasks of somebody that are not done, the most urgent first. */
    Page<TaskRow> openTasks(Assignee assignee, Page.Request page);

    /** Tasks that are late, the longest overdue first. */
    Page<TaskRow> overdueTasks(LocalDate today, Page.Request page);

    /**
     * Entries and exits whose extract has all these words, newest first, without regard to capitals, accents and the dot of {@code l·l}. On
     * PostgreSQL whole words, from an index; on H2 parts of words too, looking through all extracts of the town hall.
     */
    Page<EntryRow> searchEntries(String words, Page.Request page);

    /** Expedients, open or closed, whose title has all these words, newest first; as {@link #searchEntries}. */
    Page<ExpedientRow> searchExpedients(String words, Page.Request page);
}
