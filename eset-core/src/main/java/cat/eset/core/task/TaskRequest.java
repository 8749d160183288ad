package cat.eset.core.task;

import cat.eset.core.InvalidValueException;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.registry.RegistryNumber;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What is asked of somebody.
 *
 * @param title what is to be done
 * @param assignee who is to do it
 * @param due until when, if said
 * @param expedient the expedient it hangs from, if from one
 * @param entry the entry it is about, if about one
 */
public record TaskRequest(
        String title,
        Assignee assignee,
        Optional<LocalDate> due,
        Optional<ExpedientNumber> expedient,
        Optional<RegistryNumber> entry) {

    /** Checks the values. */
    public TaskRequest {
        Objects.requireNonNull(assignee, "assignee");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(expedient, "expedient");
        Objects.requireNonNull(entry, "entry");
        if (title.isBlank()) {
            throw InvalidValueException.of("TaskRequest", "it says what is to be done");
        }
    }

    /** A task that hangs from no expedient. */
    public static TaskRequest of(String title, Assignee assignee) {
        return new TaskRequest(title, assignee, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Until this day. */
    public TaskRequest due(LocalDate day) {
        return new TaskRequest(title, assignee, Optional.of(day), expedient, entry);
    }

    /** Hanging from this expedient. */
    public TaskRequest in(ExpedientNumber number) {
        return new TaskRequest(title, assignee, due, Optional.of(number), entry);
    }

    /** About this entry. */
    public TaskRequest about(RegistryNumber number) {
        return new TaskRequest(title, assignee, due, expedient, Optional.of(number));
    }

    /** Not its title, which may hold a person's name. */
    @Override
    public String toString() {
        return "TaskRequest[" + assignee + due.map(day -> ", " + day).orElse("") + "]";
    }
}
