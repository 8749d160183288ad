package cat.eset.store.desk;

import cat.eset.core.task.TaskId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A task that is not done, in a list.
 *
 * @param id its identity
 * @param title what is to be done
 * @param due until when, if said
 */
public record TaskRow(TaskId id, String title, Optional<LocalDate> due) {}
