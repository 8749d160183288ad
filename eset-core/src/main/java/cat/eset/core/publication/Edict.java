package cat.eset.core.publication;

import cat.eset.core.InvalidValueException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What is published (contract eset-model 2.5).
 *
 * @param title 1 to 256 characters
 * @param description up to 4000 characters
 * @param from first day
 * @param to last visible day; open-ended if empty
 * @param personalData whether it holds personal data: it then leaves the history of the board when it is withdrawn
 * @param corrects identity on the board of the edict that this one corrects
 */
public record Edict(
        String title,
        String description,
        LocalDate from,
        Optional<LocalDate> to,
        boolean personalData,
        Optional<String> corrects) {

    /** Checks the values. */
    public Edict {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(corrects, "corrects");
        if (title.isBlank() || title.length() > 256 || description.length() > 4000) {
            throw InvalidValueException.of("Edict", "a title of 1 to 256 characters, a description of up to 4000");
        }
        if (to.filter(last -> last.isBefore(from)).isPresent()) {
            throw InvalidValueException.of("Edict", "its last day is not before its first");
        }
    }

    /** Not the text, which may hold personal data. */
    @Override
    public String toString() {
        return "Edict[" + from + to.map(last -> " to " + last).orElse("") + "]";
    }
}
